"""The public shapes: what a reader of the API sees, and nothing of the tables beyond it."""
