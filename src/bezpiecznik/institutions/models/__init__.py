"""Bodies of the programme (`register`), posts and who holds them (`posts`), and how holders come (`coming`)."""

from bezpiecznik.institutions.models.coming import Handover, Invitation, InvitationQuerySet
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
    "Handover",
    "Holding",
    "HoldingQuerySet",
    "Institution",
    "InstitutionQuerySet",
    "Invitation",
    "InvitationQuerySet",
    "Name",
    "Post",
    "PostQuerySet",
    "RegisterImport",
    "Reporting",
]
