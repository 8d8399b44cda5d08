"""The register of duties: one duty however many letters tell it, its day, who is bound, what became of it."""
