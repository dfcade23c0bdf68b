"""Every write of the room. A figure once entered is never overwritten: a correction is a new row with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import fieldhistory, journal
from bezpiecznik.indicators.events import Event
from bezpiecznik.indicators.models import Commentary, Indicator, SeriesBreak, Target, Value
from bezpiecznik.indicators.states import Coverage, Half, ValueState, period_label
from bezpiecznik.institutions.refusals import Refused


@dataclass(frozen=True)
class Said:
    """One figure as it was typed; `seen` is the key of the row that the person saw (None: there was none)."""

    indicator: Indicator
    amount: Decimal
    state: ValueState = ValueState.PRELIMINARY
    coverage: Coverage = Coverage.UNIT
    note: str = ""
    reason: str = ""
    seen: int | None = None


@transaction.atomic
def add_indicator(*, by: User, **facts: Any) -> Indicator:
    """A new indicator, after those that are there."""
    indicator = Indicator(**facts)
    indicator.place = Indicator.objects.count() + 1
    fieldhistory.sign(indicator, by=by)
    indicator.save()
    journal.record(Event.ADDED, indicator, by=by)
    return indicator


@transaction.atomic
def change_indicator(indicator: Indicator, *, by: User, version: int, **facts: Any) -> Indicator:
    """Raises Refused when somebody changed it since the page was opened. Saving what stands there changes nothing."""
    held = Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    changed = sorted(name for name, value in facts.items() if getattr(held, name) != value)
    if not changed:
        return held
    if held.version != version:
        raise Refused(_("W międzyczasie ktoś zmienił ten wskaźnik. Otwórz stronę jeszcze raz i porównaj."))
    for name in changed:
        setattr(held, name, facts[name])
    held.version += 1
    fieldhistory.sign(held, by=by)
    held.save()
    journal.record(Event.CHANGED, held, by=by, fields=[str(_label(name)) for name in changed])
    return held


def _label(name: str) -> Any:
    return Indicator._meta.get_field(name).verbose_name  # type: ignore[union-attr]


@transaction.atomic
def keep_indicator(indicator: Indicator, *, active: bool, by: User) -> None:
    """Go on with the indicator, or stop; its series stays in either case."""
    held = Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    if held.active == active:
        return
    held.active = active
    fieldhistory.sign(held, by=by)
    held.save(update_fields=("active",))
    journal.record(Event.RESUMED if active else Event.SHELVED, held, by=by)


@transaction.atomic
def enter_values(year: int, half: Half, said: Iterable[Said], *, by: User) -> int:
    """Enter the figures of a period; how many were new or corrected. All are entered, or none.

    Raises Refused: when a figure changed since it was seen, or a final one is corrected without a reason.
    """
    entered = 0
    for one in said:
        entered += _enter(one, year, half, by=by)
    return entered


def _enter(said: Said, year: int, half: Half, *, by: User) -> bool:
    _hold(said.indicator)
    known = Value.objects.in_force().filter(indicator=said.indicator, year=year, half=half).first()
    if known and _same(known, said):
        return False
    _refuse(known, said)
    if known:
        known.current = False
        known.save(update_fields=("current",))
    value = Value.objects.create(
        indicator=said.indicator, year=year, half=half, amount=said.amount, state=said.state, coverage=said.coverage,
        note=said.note.strip(), reason=_reason(known, said), replaces=known, entered_by=by,
    )  # fmt: skip
    journal.record(
        Event.VALUE_CORRECTED if known else Event.VALUE_ENTERED, said.indicator, by=by, note=value.reason,
        period=period_label(year, half), value=str(value.amount), before=str(known.amount) if known else "",
    )  # fmt: skip
    return True


def _hold(indicator: Indicator) -> None:
    """What is said of an indicator waits its turn at the indicator itself: what is said first has no row to hold."""
    Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)


def _same(known: Value, said: Said) -> bool:
    mine = (said.amount, said.state, said.coverage, said.note.strip())
    return (known.amount, known.state, known.coverage, known.note) == mine


def _refuse(known: Value | None, said: Said) -> None:
    if said.seen != (known.pk if known else None):
        raise Refused(
            _("„%(name)s”: w międzyczasie ktoś wpisał inną wartość. Sprawdź ją i zapisz jeszcze raz.")
            % {"name": said.indicator}
        )
    if known and known.is_final and not said.reason.strip():
        raise Refused(_("„%(name)s”: zmiana ostatecznej wartości wymaga powodu.") % {"name": said.indicator})


def _reason(known: Value | None, said: Said) -> str:
    if known is None:
        return ""
    return said.reason.strip() or _("wartość wstępna zastąpiona nowszą")


@transaction.atomic
def set_target(indicator: Indicator, *, year: int, amount: Decimal, basis: str, by: User) -> Target:
    """What is to be reached in the year; said anew, it replaces what was said, and the history keeps both."""
    _hold(indicator)
    known = Target.objects.filter(indicator=indicator, year=year).first()
    target = known or Target(indicator=indicator, year=year)
    target.amount, target.basis = amount, basis.strip()
    fieldhistory.sign(target, by=by)
    target.save()
    journal.record(Event.TARGET_SET, indicator, by=by, year=year, value=str(amount), basis=target.basis)
    return target


@transaction.atomic
def break_series(indicator: Indicator, *, year: int, half: Half, why: str, by: User) -> SeriesBreak:
    """From this period on figures are not compared with those before. Raises Refused for a break already known."""
    _hold(indicator)
    if SeriesBreak.objects.filter(indicator=indicator, year=year, half=half).exists():
        raise Refused(_("Zmiana sposobu liczenia od tego okresu jest już zapisana."))
    made = SeriesBreak.objects.create(indicator=indicator, year=year, half=half, why=why.strip())
    journal.record(Event.BROKEN, indicator, by=by, period=period_label(year, half), note=made.why)
    return made


@transaction.atomic
def comment(indicator: Indicator, *, year: int, half: Half, text: str, by: User) -> None:
    """Say something of the figure of a period; blank takes the words back. The same words change nothing."""
    _hold(indicator)
    known = Commentary.objects.filter(indicator=indicator, year=year, half=half).first()
    if (known.text if known else "") == text.strip():
        return
    said = known or Commentary(indicator=indicator, year=year, half=half)
    said.text = text.strip()
    fieldhistory.sign(said, by=by)
    said.save()
    journal.record(Event.COMMENTED, indicator, by=by, period=period_label(year, half))
