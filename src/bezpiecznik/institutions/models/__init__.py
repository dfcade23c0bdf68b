"""Bodies of the programme (`register`), and the posts in them with those who hold them (`posts`)."""

from bezpiecznik.institutions.models.contacts import Contact
from bezpiecznik.institutions.models.imports import RegisterImport
from bezpiecznik.institutions.models.members import CollectiveMember
from bezpiecznik.institutions.models.names import Name
from bezpiecznik.institutions.models.posts import Absence, Holding, HoldingQuerySet, Post, PostQuerySet
from bezpiecznik.institutions.models.register import Alias, Institution, InstitutionQuerySet, Reporting

__all__ = [
    "Absence",
    "Alias",
    "CollectiveMember",
    "Contact",
    "Holding",
    "HoldingQuerySet",
    "Institution",
    "InstitutionQuerySet",
    "Name",
    "Post",
    "PostQuerySet",
    "RegisterImport",
    "Reporting",
]
