"""Measurements: what the product can do, on pages and letters that nobody has seen before."""
