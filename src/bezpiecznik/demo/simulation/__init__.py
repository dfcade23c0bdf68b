"""A programme lived through from end to end by the same services that people use, and what must hold all the way."""
