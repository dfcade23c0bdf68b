"""One institution's report on paper: what it says, and a place for the signature. Out of a frozen copy alone.

Pure: plain Polish, no database, no clock. The copy is that of a submitted version, or of what stands in the packet now.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.documents.content import (
    Align,
    Block,
    Callout,
    Column,
    DocumentContent,
    Heading,
    Inline,
    KeyValues,
    Paragraph,
    Run,
    Signatory,
    Signatures,
    State,
    StateMark,
    Table,
    Tone,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.reporting.states import Outcome
from bezpiecznik.reporting.versions import Body, EntryContent, NumberContent
from bezpiecznik.reporting.wording import figure, figures, titled, whose

WARSAW = ZoneInfo("Europe/Warsaw")
MARKS = {
    Outcome.DONE: State.DONE,
    Outcome.PARTIAL: State.PARTIAL,
    Outcome.ONGOING: State.ONGOING,
    Outcome.NOTHING_DONE: State.NOT_DONE,
    Outcome.NOT_APPLICABLE: State.DROPPED,
    Outcome.SKIPPED: State.NO_REPORT,
}
ROLES = {"lead": "podmiot odpowiedzialny", "partner": "partner"}
NUMBERS = (Column("Czego", 5), Column("Ile", 2, Align.RIGHT), Column("Czyja liczba i jaki teren", 5))


def packet_content(frozen: dict[str, Any], meta: Meta) -> DocumentContent:
    """The report as a document.

    `frozen` holds `version` (its shape stands in `reporting.versions`), `programme`, `made_up`, and `no` (0: a draft).
    """
    version = frozen["version"]
    return DocumentContent(
        kind="Sprawozdanie podmiotu",
        title=meta.title,
        subtitle=frozen["programme"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=version["institution"]["name"],
        author=version["submitted_by"],
        snapshot_sha256=meta.snapshot_sha256,
        made_up=frozen["made_up"],
        cover=False,
        blocks=(
            *_mark_of_draft(frozen),
            KeyValues(tuple(_facts(frozen))),
            *_areas(version["entries"], version["institution"]),
            *_signature(frozen),
        ),
    )


def _mark_of_draft(frozen: dict[str, Any]) -> Iterator[Block]:
    if frozen["no"]:
        return
    lacking = sum(not entry["complete"] for entry in frozen["version"]["entries"])
    words = "Sprawozdania jeszcze nie złożono; to, co poniżej, może się zmienić."
    if lacking:
        words += f" Do uzupełnienia: {lacking}\u00a0{forms(lacking, 'działanie,działania,działań')}."
    yield Callout("Projekt", words, Tone.WARNING)


def _facts(frozen: dict[str, Any]) -> Iterator[tuple[str, Inline]]:
    version = frozen["version"]
    yield "Podmiot", _named(version["institution"])
    yield "Okres", version["period"]
    if version["submitted_at"]:
        submitted = datetime.fromisoformat(version["submitted_at"]).astimezone(WARSAW)
        yield "Złożono", f"{_day(submitted.date())}, {submitted:%H:%M}; wersja {frozen['no']}"
        yield "Złożył(a)", version["submitted_by"]
        yield "Podpisał(a)", _signed(version)
    counts = Counter(entry["outcome"] for entry in version["entries"])
    yield "Działania", ", ".join(f"{_outcome(outcome)} ({n})" for outcome, n in counts.most_common())


def _signed(version: dict[str, Any]) -> str:
    function = f", {version['signatory_function']}" if version["signatory_function"] else ""
    return f"{version['signatory']}{function}, {_day(date.fromisoformat(version['signed_on']))}"


def _named(body: Body) -> str:
    known_by_abbr = body["abbr"] and body["abbr"] != body["name"]
    return f"{body['name']} ({body['abbr']})" if known_by_abbr else body["name"]


def _day(day: date) -> str:
    return f"{long_date(day)}\u00a0r."


def _outcome(outcome: str) -> str:
    return str(Outcome(outcome).label) if outcome else "nie podano"


def _areas(entries: list[EntryContent], own: Body) -> Iterator[Block]:
    """Area by area, one's own first, then those of bodies that report through this one."""
    for (area, short), group in groupby(entries, key=lambda entry: (entry["area"], entry["institution"]["short"])):
        said = list(group)
        place = area if area not in {"", "None"} else "Programy realizowane przez jednostki"
        yield Heading(1, place if short == own["short"] else f"{said[0]['institution']['name']}: {place}")
        for entry in said:
            yield from _entry(entry)


def _entry(entry: EntryContent) -> Iterator[Block]:
    yield Heading(2, titled(entry["code"]))
    yield Paragraph(Run(entry["wording"], bold=True), leads_on=True)
    yield KeyValues((("Rola", ROLES[entry["role"]]), ("Stan", _mark(entry["outcome"]))))
    for words in filter(None, (entry["text"], entry["reason"] and f"Powód: {entry['reason']}")):
        yield from (Paragraph(line) for line in words.split("\n") if line.strip())
    if not (entry["text"] or entry["reason"]):
        yield Paragraph(Run("Nie opisano.", italic=True))
    if entry["numbers"]:
        yield Table(f"Liczby do działania {entry['code']}", NUMBERS, tuple(_row(n) for n in entry["numbers"]))
    if told := figures(entry.get("figures")):
        yield Paragraph(f"Odbiorcy i\u00a0pieniądze: {told}.")


def _mark(outcome: str) -> Inline:
    if not outcome:
        return "nie podano"
    return StateMark(MARKS[Outcome(outcome)], _outcome(outcome))


def _row(number: NumberContent) -> tuple[Inline, ...]:
    return number["measure"], figure(number["value"]), whose(number["share"], number["coverage"]) or "własna"


def _signature(frozen: dict[str, Any]) -> Iterator[Block]:
    """Before submission two lines to sign on; afterwards who signed stands among the facts, and under the line."""
    version = frozen["version"]
    if frozen["no"]:
        yield Signatures((Signatory(version["signatory_function"] or "Kierownik podmiotu", version["signatory"]),))
        return
    yield Signatures((Signatory("Sporządził(a): imię, nazwisko, data"), Signatory("Kierownik podmiotu: podpis, data")))
