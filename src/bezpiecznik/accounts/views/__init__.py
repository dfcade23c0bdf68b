"""Pages of signing in and of one's own account, one module a subject."""
