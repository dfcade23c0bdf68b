"""What higher rooms show about institutions: columns of the list (`Figure`) and parts of an institution's page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Expression
from django.utils.functional import Promise

from bezpiecznik.accounts.models import User
from bezpiecznik.core.panels import Panel, Registry
from bezpiecznik.institutions.models import Institution

__all__ = ["FIGURES", "Figure", "Panel", "panels", "register"]

_of_institution: Registry[User, Institution] = Registry()
register = _of_institution.register
panels = _of_institution.panels


@dataclass(frozen=True)
class Figure:
    """A number about each institution: its heading, its name (also in `?sort=`), and what the database counts."""

    title: str | Promise
    name: str
    expression: Callable[[], Expression]


FIGURES: list[Figure] = []
"""Filled by rooms when their apps are ready."""
