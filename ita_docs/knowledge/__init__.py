"""What the office knows: linked letters, duties with their days, search, answers with sources."""
