"""The text of the programme as it stood after some of its amendments: frozen JSON with names as text.

    text_on(programme, date(2022, 12, 31))        # amendments effective by that day
    before_and_after(amendment)                   # without it and with it, and with all that came earlier

Only what the council said counts: a lead whom the office named beside the resolution is not in the text, and what the
register of institutions did since (bodies joined) changes only the names. Numbers of notes are numbers of amendments
in their order of days.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from bezpiecznik.plans.models import (
    Amendment,
    Area,
    Programme,
    ProvisionKind,
    Responsibility,
    ResponsibilityRole,
    Rewording,
    Undertaking,
)

Text = dict[str, Any]
FIELDS = ("wording", "aim", "audience", "term_raw", "method", "funding")


def text_on(programme: Programme, day: date) -> Text:
    """The whole programme with the amendments that are effective by the day."""
    reader = _Reader(programme)
    return reader.text([one for one in reader.amendments if one.effective_on <= day])


def before_and_after(amendment: Amendment) -> tuple[Text, Text]:
    reader = _Reader(amendment.programme)
    keys = [one.pk for one in reader.amendments]
    place = keys.index(amendment.pk)
    return reader.text(reader.amendments[:place]), reader.text(reader.amendments[: place + 1])


class _Reader:
    """Rows of one programme, read once (nine queries), told as text as often as needed."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.amendments = list(programme.amendments.order_by("effective_on", "pk"))
        self.numbers = {amendment.pk: number for number, amendment in enumerate(self.amendments, start=1)}

    @cached_property
    def _undertakings(self) -> list[Undertaking]:
        found = self.programme.undertakings.select_related("area").in_document_order()
        return list(found.prefetch_related("responsibilities__institution"))

    @cached_property
    def _areas(self) -> list[Area]:
        return list(self.programme.areas.all())

    @cached_property
    def _rewordings(self) -> dict[tuple[str, int, str], list[Rewording]]:
        rows = Rewording.objects.filter(amendment__programme=self.programme).select_related("amendment")
        found = defaultdict(list)
        for row in rows.order_by("amendment__effective_on", "pk"):
            kind, key = next(
                (kind, key) for kind in ("undertaking", "area", "goal") if (key := getattr(row, f"{kind}_id"))
            )
            found[kind, key, row.field].append(row)
        return found

    def text(self, counted: Sequence[Amendment]) -> Text:
        return _Telling(self, counted).text()


class _Telling:
    """The text with some of the amendments counted in."""

    def __init__(self, reader: _Reader, counted: Sequence[Amendment]) -> None:
        self.reader, self.counted = reader, counted
        self.keys = {amendment.pk for amendment in counted}

    def text(self) -> Text:
        programme = self.reader.programme
        provisions = list(programme.provisions.all())
        entries = [(one, self._entry(one)) for one in self.reader._undertakings if self._is_told(one)]
        return {
            "title": programme.title,
            "unit": programme.unit,
            "council": programme.council,
            "act_no": programme.act_no,
            "act_date": programme.act_date.isoformat() if programme.act_date else None,
            "legal_basis": list(programme.legal_basis),
            "year_from": programme.year_from,
            "year_to": programme.year_to,
            "made_up": programme.made_up,
            "main_goal": programme.main_goal,
            "goals": [self._worded("goal", goal, "text") for goal in programme.goals.all()],
            **{
                kind.value: [{"no": one.no, "text": one.text} for one in provisions if one.kind == kind]
                for kind in ProvisionKind
            },
            "areas": [
                {
                    **self._worded("area", area, "official_name"),
                    "diagnosis": area.diagnosis,
                    "actions": [entry for one, entry in entries if one.area_id == area.pk],
                }
                for area in self.reader._areas
            ],
            "initiatives": [entry for one, entry in entries if not one.is_action],
            "amendments": [
                {
                    "no": self.reader.numbers[one.pk],
                    "basis": one.basis,
                    "effective_on": one.effective_on.isoformat(),
                    "reason": one.reason,
                }
                for one in self.counted
            ],
        }

    def _is_told(self, undertaking: Undertaking) -> bool:
        return undertaking.added_by_id is None or undertaking.added_by_id in self.keys

    def _worded(self, kind: str, thing: Any, field: str) -> Text:
        text, notes = self._field(kind, thing, field)
        return {"key": f"{kind}-{thing.pk}", "no": thing.no, "text": text, "notes": notes}

    def _field(self, kind: str, thing: Any, field: str) -> tuple[str, list[Text]]:
        rows = self.reader._rewordings.get((kind, thing.pk, field), [])
        counted = [row for row in rows if row.amendment_id in self.keys]
        if counted:
            return counted[-1].after, [self._note("reworded", row.amendment_id) for row in counted]
        return (rows[0].before if rows else str(getattr(thing, field))), []

    def _entry(self, undertaking: Undertaking) -> Text:
        texts = {field: self._field("undertaking", undertaking, field) for field in FIELDS}
        withdrawn = undertaking.withdrawn_by_id in self.keys
        notes = [note for _text, found in texts.values() for note in found]
        notes += [self._note("added", undertaking.added_by_id)] if undertaking.added_by_id else []
        notes += [self._note("withdrawn", undertaking.withdrawn_by_id)] if withdrawn else []
        roles = {role: self._bodies(undertaking, role) for role in ResponsibilityRole}
        notes += self._notes_of_bodies(undertaking)
        return {
            "key": f"undertaking-{undertaking.pk}",
            "code": undertaking.code,
            "no": undertaking.no,
            **{field: text for field, (text, _notes) in texts.items()},
            "measures": list(undertaking.measures),
            "open_ended": undertaking.open_ended,
            "leads": roles[ResponsibilityRole.LEAD],
            "partners": roles[ResponsibilityRole.PARTNER],
            "withdrawn": withdrawn,
            "notes": _once(notes),
        }

    def _bodies(self, undertaking: Undertaking, role: ResponsibilityRole) -> list[str]:
        duties = sorted(undertaking.responsibilities.all(), key=lambda duty: (duty.place, duty.pk))
        return [duty.institution.short for duty in duties if duty.role == role and self._is_held(undertaking, duty)]

    def _is_held(self, undertaking: Undertaking, duty: Responsibility) -> bool:
        """By the council's word; what ended only because the whole was withdrawn stays in the withdrawn text."""
        if duty.amendment_id is None:
            if duty.since is not None or (duty.until and duty.ended_by_id is None):
                return False
        elif duty.amendment_id not in self.keys or (duty.until and duty.ended_by_id is None):
            return False
        return duty.ended_by_id not in self.keys or duty.ended_by_id == undertaking.withdrawn_by_id

    def _notes_of_bodies(self, undertaking: Undertaking) -> list[Text]:
        own = {undertaking.added_by_id, undertaking.withdrawn_by_id, None}
        keys = {key for duty in undertaking.responsibilities.all() for key in (duty.amendment_id, duty.ended_by_id)}
        return [
            self._note("bodies", key)
            for key in sorted(key for key in keys - own if key is not None and key in self.keys)
        ]

    def _note(self, what: str, amendment: int | None) -> Text:
        return {"what": what, "amendment": self.reader.numbers[amendment] if amendment else 0}


def _once(notes: Iterable[Text]) -> list[Text]:
    found = {(note["amendment"], note["what"]): note for note in notes}
    return [found[key] for key in sorted(found)]
