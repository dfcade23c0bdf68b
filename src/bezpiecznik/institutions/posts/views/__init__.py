"""Pages about posts, one module a subject."""
