"""Constraints that several rooms share, each with its sentence for the person who meets it."""

from collections.abc import Iterable

from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _


def one_of(field: str, values: Iterable[str], *, name: str) -> CheckConstraint:
    """The database keeps the table of states: nothing but these values can be stored."""
    return CheckConstraint(
        condition=Q(**{f"{field}__in": list(values)}),
        name=name,
        violation_error_message=_("Nieznana wartość pola."),
    )


def both_or_neither(first: str, second: str, *, name: str) -> CheckConstraint:
    """Who and when go together: both are known or neither is."""
    return CheckConstraint(
        condition=Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
        | Q(**{f"{first}__isnull": False, f"{second}__isnull": False}),
        name=name,
        violation_error_message=_("Trzeba podać razem osobę i chwilę albo żadnej z nich."),
    )
