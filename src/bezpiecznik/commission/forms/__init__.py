"""Cleaning of what people type about the Commission, by subject."""
