"""Editions of the programme: consolidated text, the next programme and its consultation."""
