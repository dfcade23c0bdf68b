"""Roles and rights as the code has them: the page reads the same enum and lists as every guard does."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from bezpiecznik.core.lists import Column, asked_format, export
from bezpiecznik.institutions.access import require_journal
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import OWN_INSTITUTION_ONLY, ROLES, SENTENCES, Right, Role


@dataclass(frozen=True)
class Row:
    """One right: its sentence, its name in the code, and by role whether it is held."""

    sentence: str
    name: str
    own_only: bool
    held: tuple[tuple[str, bool], ...]


def rows() -> list[Row]:
    return [
        Row(
            str(SENTENCES[right]),
            right.value,
            right in OWN_INSTITUTION_ONLY,
            tuple((str(role.label), right in ROLES[role]) for role in Role),
        )
        for right in Right
    ]


def _columns() -> list[Column[Row]]:
    def held(place: int) -> Column[Row]:
        title = list(Role)[place].label
        return Column(title, lambda row: _word(row, held=row.held[place][1]))

    first = [
        Column[Row](gettext_lazy("Uprawnienie"), lambda row: row.sentence),
        Column[Row]("Right", lambda row: row.name),
    ]
    return [*first, *(held(place) for place in range(len(Role)))]


def _word(row: Row, *, held: bool) -> str:
    if not held:
        return _("nie")
    return _("we własnym podmiocie") if row.own_only else _("tak")


@require_safe
def index(request: Request) -> HttpResponse:
    require_journal(request.user)
    if file_format := asked_format(request):
        return export(rows(), _columns(), name=_("role i uprawnienia"), file_format=file_format)
    return render(request, "administration/rights.html", {"rows": rows(), "roles": [role.label for role in Role]})
