"""What becomes of activities when two rows of the register turn out to be one body: they go to the one that stays."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.activities.models import Activity, ActivityBody, ActivityImport
from bezpiecznik.core.journal import Person
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.merging import Mover, Moves
from bezpiecznik.institutions.models import Institution


def preview(duplicate: Institution, survivor: Institution) -> Moves:
    entered = Activity.objects.filter(institution=duplicate).count()
    helped = _bodies(duplicate).exclude(activity__institution=duplicate).count()
    told = []
    if entered:
        told.append(f"{entered} {forms(entered, _('wpis działalności,wpisy działalności,wpisów działalności'))}")
    if helped:
        words = _("udział w działalności innych,udziały w działalności innych,udziałów w działalności innych")
        told.append(f"{helped} {forms(helped, words)}")
    kept: tuple[str, ...] = ()
    if doubled := _doubled_keys(duplicate, survivor).count():
        kept = (_("Wiersze wczytane z tego samego pliku do obu wpisów (%(n)s) zostają oba.") % {"n": doubled},)
    return Moves(tuple(told), kept)


def move(duplicate: Institution, survivor: Institution, _by: Person) -> None:
    """A row of the same file brought for both loses its key, so that nothing is doubled by key; both rows stay."""
    _doubled_keys(duplicate, survivor).update(source_key="")
    Activity.objects.filter(institution=duplicate).update(institution=survivor)
    ActivityImport.objects.filter(institution=duplicate).update(institution=survivor)
    has = set(ActivityBody.objects.filter(institution=survivor).values_list("activity", flat=True))
    _bodies(duplicate).filter(activity__in=has).delete()  # the survivor held it as well: said once is enough
    _bodies(duplicate).update(institution=survivor)


def _bodies(institution: Institution) -> QuerySet[ActivityBody]:
    return ActivityBody.objects.filter(institution=institution)


def _doubled_keys(duplicate: Institution, survivor: Institution) -> QuerySet[Activity]:
    own = Activity.objects.filter(institution=survivor).exclude(source_key="").values("source_key")
    return Activity.objects.filter(institution=duplicate, source_key__in=own)


MOVER = Mover(
    gettext_lazy("Działalność"),
    frozenset(
        {
            "activities.Activity.institution",
            "activities.ActivityBody.institution",
            "activities.ActivityImport.institution",
        }
    ),
    preview,
    move,
    floor=1,
)
