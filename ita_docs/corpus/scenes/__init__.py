"""The letters of a chain, one scene each: what is said, to whom, citing what."""
