"""What becomes of drafts and comments when two rows of the register turn out to be one body."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.editions.models import Comment, DraftDuty
from bezpiecznik.editions.states import OPEN
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution


def preview(duplicate: Institution, survivor: Institution) -> Moves:
    duties = DraftDuty.objects.filter(institution=duplicate, item__edition__state__in=OPEN).count()
    words = forms(duties, _("zadanie w projekcie programu,zadania w projekcie programu,zadań w projekcie programu"))
    said = Comment.objects.filter(institution=duplicate).count()
    of_comments = forms(said, _("uwaga z konsultacji,uwagi z konsultacji,uwag z konsultacji"))
    moved = [f"{n} {counted}" for n, counted in ((duties, words), (said, of_comments)) if n]
    return Moves(tuple(moved))


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    """In drafts that are worked on; what was adopted or abandoned stays as it was."""
    rows = DraftDuty.objects.filter(item__edition__state__in=OPEN)
    own = set(rows.filter(institution=survivor).values_list("item", "role"))
    for duty in rows.filter(institution=duplicate):
        if (duty.item_id, duty.role) in own:
            duty.delete()
        else:
            DraftDuty.objects.filter(pk=duty.pk).update(institution=survivor)
    Comment.objects.filter(institution=duplicate).update(institution=survivor)


MOVER = Mover(
    gettext_lazy("Projekt następnego programu i konsultacje"),
    frozenset({"editions.DraftDuty.institution", "editions.Comment.institution"}),
    preview,
    move,
    floor=5,
)
