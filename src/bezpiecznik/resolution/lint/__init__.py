"""Faults of the document itself. Every rule is a function from what was read to findings."""

from bezpiecznik.resolution.lint.rules import lint

__all__ = ["lint"]
