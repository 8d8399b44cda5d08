"""Full-text search over letters: one normaliser for index and query, an index that is only a cache."""
