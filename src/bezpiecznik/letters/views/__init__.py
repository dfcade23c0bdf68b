"""Pages of letters, by subject."""
