"""Writes of what an initiative promises in numbers: people to reach, money planned by year and source."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import fieldhistory, journal
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import Money, PromisedAudience, Undertaking


@dataclass(frozen=True)
class Planned:
    """Money of one year from one source."""

    year: int
    source: str
    amount: Decimal


@transaction.atomic
def promise(
    undertaking: Undertaking, *, people: int | None, basis: str = "", planned: Iterable[Planned] = (), by: User
) -> bool:
    """Say these numbers and no others; whether anything changed. Raises Refused for a year or a source said wrongly."""
    held = (
        Undertaking.objects.select_for_update(of=("self",)).select_related("programme", "area").get(pk=undertaking.pk)
    )
    rows = list(planned)
    lines = {(line.year, " ".join(line.source.split())): line.amount for line in rows}
    _refuse_nonsense(held, rows, lines)
    changed = [_say_audience(held, people, basis.strip(), by=by), *_say_money(held, lines, by=by)]
    if not any(changed):
        return False
    journal.record(
        Event.FUNDING_PLANNED,
        held,
        by=by,
        people=people,
        planned=[f"{year} {source}: {amount}" for (year, source), amount in sorted(lines.items())],
    )
    return True


def _refuse_nonsense(undertaking: Undertaking, rows: list[Planned], lines: dict[tuple[int, str], Decimal]) -> None:
    if undertaking.is_action:
        raise Refused(_("Odbiorców i pieniądze zapisuje się przy programach jednostek."))
    if len(lines) < len(rows):
        raise Refused(_("To samo źródło w tym samym roku podano dwa razy."))
    years = undertaking.programme.years
    for line in rows:
        if line.year not in years:
            words = {"first": years[0], "last": years[-1]}
            raise Refused(_("Program obejmuje lata %(first)s–%(last)s.") % words)
        if line.amount < 0:
            raise Refused(_("Kwota nie może być ujemna."))


def _say_audience(undertaking: Undertaking, people: int | None, basis: str, *, by: User) -> bool:
    known = PromisedAudience.objects.filter(undertaking=undertaking).first()
    if people is None:
        if known:
            fieldhistory.sign(known, by=by)
            known.delete()
        return known is not None
    if known and (known.people, known.basis) == (people, basis):
        return False
    found = known or PromisedAudience(undertaking=undertaking)
    found.people, found.basis = people, basis
    fieldhistory.sign(found, by=by)
    found.save()
    return True


def _say_money(undertaking: Undertaking, lines: dict[tuple[int, str], Decimal], *, by: User) -> list[bool]:
    changed = []
    for known in undertaking.money.all():
        amount = lines.pop((known.year, known.source), None)
        if amount == known.amount:
            continue
        changed.append(True)
        fieldhistory.sign(known, by=by)
        if amount is None:
            known.delete()
        else:
            known.amount = amount
            known.save()
    for (year, source), amount in lines.items():
        added = Money(undertaking=undertaking, year=year, source=source, amount=amount)
        fieldhistory.sign(added, by=by)
        added.save()
        changed.append(True)
    return changed
