"""What becomes of the Commission's rows when two rows of the register of institutions turn out to be one body."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.commission.models import InformationRequest, Membership
from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution

COUNTED = (
    (Membership, gettext_lazy("członek Komisji,członków Komisji,członków Komisji")),
    (InformationRequest, gettext_lazy("żądanie informacji,żądania informacji,żądań informacji")),
)


def preview(duplicate: Institution, _survivor: Institution) -> Moves:
    """Seats of its people and requests written to it."""
    told = []
    for model, words in COUNTED:
        if count := model._default_manager.filter(institution=duplicate).count():
            told.append(f"{count} {forms(count, _(str(words)))}")
    return Moves(tuple(told))


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    """Only to whom they belong: names in letters and reports stay as they were printed."""
    for model, _words in COUNTED:
        model._default_manager.filter(institution=duplicate).update(institution=survivor)


MOVER = Mover(
    gettext_lazy("Komisja"),
    frozenset({"commission.Membership.institution", "commission.InformationRequest.institution"}),
    preview,
    move,
    floor=1,
)
