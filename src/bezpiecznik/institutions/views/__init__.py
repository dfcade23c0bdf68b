"""Pages of the register of institutions, by subject."""
