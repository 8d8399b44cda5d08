"""References that resolve: the one letter that a citation means, by independent evidence."""
