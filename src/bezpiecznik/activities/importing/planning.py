"""What each row of a file would do: nothing is written here. A few queries, whatever the number of rows."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import access
from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.importing import rows
from bezpiecznik.activities.importing.fields import BY_NAME
from bezpiecznik.activities.importing.rows import Around, Said, identity_of, understand
from bezpiecznik.activities.models import Activity, ActivityImport
from bezpiecznik.activities.states import ActivityKind, ActivityState
from bezpiecznik.core import clock
from bezpiecznik.core.frozen import digest
from bezpiecznik.institutions.importing.outcome import RowOutcome, Status
from bezpiecznik.institutions.matching import Register

LONGEST_KEY = 280
CHUNK = 500


@dataclass(frozen=True)
class Planned:
    """One row: what is told of it, and what would be written."""

    outcome: RowOutcome
    said: Said | None = None
    source_key: str = ""
    target: Activity | None = None
    facts: Facts | None = None


def plan(brought: ActivityImport, *, by: User) -> list[Planned]:
    """Row by row, as things stand now, for this person."""
    around = around_of(brought, by=by)
    made = [_understood(brought, number, cells, around) for number, cells in brought.rows]
    known = _Known(brought, [row.said for row in made if row.said])
    return [known.compared(row, row.said) if row.said else row for row in made]


def around_of(brought: ActivityImport, *, by: User) -> Around:
    offered = list(access.undertakings_to_choose(by, brought.institution))
    return Around(
        institution=brought.institution,
        register=Register(),
        undertakings=rows.by_code(offered),
        today=clock.today(),
        kind=brought.kind,
        undertaking=next((one for one in offered if one.pk == brought.undertaking), None),
        must_choose=access.must_choose_undertaking(by, brought.institution),
    )


def texts_of(brought: ActivityImport, cells: list[str]) -> dict[str, str]:
    """Cells with something in them, by field."""
    found = {name: cells[place] for name, place in brought.mapping.items() if place < len(cells)}
    return {name: text for name, text in found.items() if text and name in BY_NAME}


def _understood(brought: ActivityImport, number: int, cells: list[str], around: Around) -> Planned:
    texts = texts_of(brought, cells)
    label = texts.get("title", "")[:200]
    if title := brought.formulas.get(str(number)):
        sentence = _("w kolumnie „%(title)s” jest formuła: wklej wartość jako tekst") % {"title": title}
        return Planned(RowOutcome(number, Status.REFUSED, label, reason=sentence))
    try:
        said = understand(texts, around)
    except ValidationError as fault:
        return Planned(RowOutcome(number, Status.REFUSED, label, reason="; ".join(fault.messages)))
    return Planned(RowOutcome(number, Status.NEW, label), said)


class _Known:
    """What the institution has already: by the mark of a file, else by day, kind, words, hour and place."""

    def __init__(self, brought: ActivityImport, said: list[Said]) -> None:
        self.times: dict[Any, int] = defaultdict(int)
        self.keys = {id(one): self._key(one) for one in said}
        self.met: set[str] = set()
        self.by_key: dict[str, Activity] = {}
        self.by_identity: dict[Any, list[Activity]] = defaultdict(list)
        own = Activity.objects.filter(institution=brought.institution).prefetch_related("bodies", "undertakings")
        keys = sorted(set(self.keys.values()))
        for start in range(0, len(keys), CHUNK):
            found = own.filter(source_key__in=keys[start : start + CHUNK])
            self.by_key |= {row.source_key: row for row in found}
        days = [one.day for one in said]
        by_hand = own.filter(starts_on__range=(min(days), max(days)), source_key="") if days else own.none()
        for row in by_hand.exclude(state=ActivityState.CANCELLED).order_by("pk"):
            self.by_identity[identity_of(row.starts_on, row.kind, row.title, row.starts_at, row.place)].append(row)

    def compared(self, row: Planned, said: Said) -> Planned:
        key = self.keys[id(said)]
        if key in self.met:
            return self._told(row, Status.UNCHANGED, _("to samo jest w tym pliku wyżej"))
        self.met.add(key)
        same = self.by_identity[said.identity]
        target = self.by_key.get(key) or (same.pop(0) if same else None)
        if target is None:
            if said.facts["state"] == ActivityState.CANCELLED:
                return self._told(row, Status.UNCHANGED, _("odwołane, a nie było u nas wpisane"))
            facts = Facts(**said.facts)
            return replace(row, outcome=replace(row.outcome, reason=_in_short(facts)), source_key=key, facts=facts)
        return self._changing(row, said, target)

    def _key(self, said: Said) -> str:
        if said.uid:
            return f"ics:{said.uid}"[:LONGEST_KEY]
        identity = "|".join(str(part) for part in said.identity)
        self.times[said.identity] += 1  # two rows alike in one file are two events
        return f"plik:{digest(identity)[:48]}#{self.times[said.identity]}"

    def _changing(self, row: Planned, said: Said, target: Activity) -> Planned:
        if target.joined_into_id:
            return self._told(row, Status.UNCHANGED, _("wpis jest połączony z wpisem innego podmiotu"))
        if target.state == ActivityState.CANCELLED:
            return self._told(row, Status.UNCHANGED, _("wpis jest u nas odwołany"))
        before = Facts.of(target)
        given = dict(said.facts)
        if before.state == ActivityState.HELD and given["state"] == ActivityState.PLANNED:
            del given["state"]  # somebody has answered already
        after = replace(before, **given)
        if after.kind != ActivityKind.INSPECTION:
            after = replace(after, found=None, sanctioned=None)
        changes = tuple(
            (str(BY_NAME[name].title), _shown(name, before), _shown(name, after))
            for name in Facts.__dataclass_fields__
            if getattr(before, name) != getattr(after, name)
        ) + _links(said, target)
        if not changes:
            return self._told(row, Status.UNCHANGED, "")
        outcome = replace(row.outcome, status=Status.CHANGED, changes=changes)
        return replace(row, outcome=outcome, target=target, facts=after)

    @staticmethod
    def _told(row: Planned, status: Status, reason: str) -> Planned:
        return Planned(replace(row.outcome, status=status, reason=reason))


def _shown(name: str, facts: Facts) -> str:
    value = getattr(facts, name)
    if name == "kind":
        return str(ActivityKind(value).label)
    if name == "state":
        return str(ActivityState(value).label)
    if name in {"starts_on", "ends_on"} and value:
        return f"{value:%d.%m.%Y}"
    return "" if value is None else f"{value:%H:%M}" if name == "starts_at" else str(value)


def _in_short(facts: Facts) -> str:
    """A new row as it was understood: „12.10.2022, 17:00, spotkanie, SP 5, 25 os.”."""
    told = [_shown(name, facts) for name in ("starts_on", "starts_at", "kind", "place")]
    if facts.participants is not None:
        told.append(_("%(n)d os.") % {"n": facts.participants})
    if facts.state == ActivityState.PLANNED:
        told.append(_shown("state", facts))
    return ", ".join(part for part in told if part)


def _links(said: Said, target: Activity) -> tuple[tuple[str, str, str], ...]:
    """Undertakings and bodies that the row adds; it takes none away."""
    new = said.undertakings - {link.undertaking_id for link in target.undertakings.all()}
    others = said.others - {body.institution_id for body in target.bodies.all()}
    told = [(str(BY_NAME["undertakings"].title), "", f"+{len(new)}")] if new else []
    told += [(str(BY_NAME["others"].title), "", f"+{len(others)}")] if others else []
    return tuple(told)
