"""What the desk says of the council: matters that a statutory day presses, and those the council has decided on."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import counted, long_date, remaining
from bezpiecznik.council import access, queries
from bezpiecznik.council.models import Matter
from bezpiecznik.council.states import MatterKind
from bezpiecznik.plans.models import Programme

DAYS = "dzień,dni,dni"
AHEAD = timedelta(days=60)
PRESSED = (MatterKind.STATE_REPORT,)
"""The report of the Commission has a clock of its own, in its room."""


def pressed(user: User) -> Iterable[Todo]:
    """What is due within two months, or late, and did not go to the council yet."""
    if not access.may_manage(user):
        return
    today = clock.today()
    for kind in PRESSED:
        year = today.year - 1
        due = queries.due_on(kind, year)
        if due is None or due - today > AHEAD or not _ran(year):
            continue
        matter = Matter.objects.standing().filter(kind=kind, year=year).first()
        if matter is None or matter.is_draft:
            yield _todo(kind, year, due, matter, today)


def _ran(year: int) -> bool:
    return Programme.objects.filter(year_from__lte=year, year_to__gte=year).exists()


def _todo(kind: MatterKind, year: int, due: date, matter: Matter | None, today: date) -> Todo:
    told = {"what": kind.label.capitalize(), "year": year, "day": long_date(due), "left": _left((due - today).days)}
    sentence = _("%(what)s za rok %(year)s: do %(day)s (%(left)s).") % told
    url = matter.get_absolute_url() if matter else reverse("council:new")
    weight = Weight.OVERDUE if due < today else Weight.TO_WRITE
    return Todo(sentence, url, _("Przygotuj") if matter else _("Załóż sprawę"), weight, due=due)


def _left(days: int) -> str:
    if days < 0:
        return _("po terminie o %(days)s") % {"days": counted(-days, DAYS)}
    return remaining(days, DAYS) if days else _("termin mija dziś")
