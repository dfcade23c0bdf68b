"""Bodies of the programme (`register`), and the posts in them with those who hold them (`posts`)."""

from bezpiecznik.institutions.models.posts import Absence, Holding, HoldingQuerySet, Post, PostQuerySet
from bezpiecznik.institutions.models.register import Alias, Institution, InstitutionQuerySet, Reporting

__all__ = [
    "Absence",
    "Alias",
    "Holding",
    "HoldingQuerySet",
    "Institution",
    "InstitutionQuerySet",
    "Post",
    "PostQuerySet",
    "Reporting",
]
