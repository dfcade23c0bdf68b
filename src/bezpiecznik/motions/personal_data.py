"""What a person did with motions."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.motions.models import EffectCheck, Motion, MotionFile, Step


def register() -> None:
    persons.part("motions", _("Wnioski, które ta osoba wpisała albo rozstrzygnęła"), motions)
    persons.part("motion_steps", _("Kroki wniosków, które wykonała ta osoba"), steps)
    persons.part("motion_files", _("Załączniki, które ta osoba dołączyła do wniosków"), files)
    persons.part("motion_effects", _("Sprawdzenia skutku wniosków, które zapisała ta osoba"), effects)


def motions(person: User) -> Iterator[Row]:
    found = Motion.objects.filter(Q(made_by=person) | Q(decided_by=person)).select_related("institution")
    for motion in found.order_by("pk"):
        yield {
            _("numer"): motion.number,
            _("dotyczy"): motion.title,
            _("podmiot"): motion.institution.name,
            _("wpisano"): motion.made_at,
            _("rozstrzygnięto"): motion.decided_at,
        }


def steps(person: User) -> Iterator[Row]:
    for step in Step.objects.filter(by=person).select_related("motion"):
        yield {
            _("wniosek"): str(step.motion),
            _("krok"): step.get_after_display(),
            _("kiedy"): step.at,
            _("w imieniu"): step.on_behalf,
        }


def files(person: User) -> Iterator[Row]:
    for beside in MotionFile.objects.filter(added_by=person).select_related("motion"):
        yield {_("plik"): beside.name, _("wniosek"): str(beside.motion), _("dodano"): beside.added_at}


def effects(person: User) -> Iterator[Row]:
    for looked in EffectCheck.objects.filter(by=person).select_related("motion"):
        yield {
            _("wniosek"): str(looked.motion),
            _("co ustalono"): looked.get_outcome_display(),
            _("kiedy"): looked.at,
        }
