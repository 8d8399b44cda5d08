"""A letter put on paper: blocks in page order, and the gold that says what they hold."""
