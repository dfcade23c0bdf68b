"""The consolidated text of the programme: what the council adopted, with all its changes, as of a day."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from bezpiecznik.documents.content import (
    Annex,
    Block,
    Callout,
    Column,
    DocumentContent,
    Heading,
    Inline,
    NumberedList,
    Paragraph,
    Run,
    Source,
    Table,
    TableOfContents,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.editions.papers import parts

Text = dict[str, Any]

WHAT = {
    "added": "Dodano", "withdrawn": "Skreślono", "reworded": "Brzmienie zmieniono", "bodies": "Podmioty zmieniono",
}  # fmt: skip
COLUMNS = (
    Column("Nr", 0.6), Column("Treść działania", 4), Column("Podmioty odpowiedzialne", 2), Column("Partnerzy", 2),
)  # fmt: skip


def consolidated(snapshot: Text, meta: Meta) -> DocumentContent:
    """Snapshot: `plans.programme_text.text_on` with `on` (the day) and `supplements`."""
    text = snapshot["text"]
    notes = Notes(text["amendments"])
    body = [*chain.from_iterable(_area(area, notes) for area in text["areas"]), *_initiatives(text, notes)]
    goals = list(_goals(text, notes))
    return DocumentContent(
        kind="Tekst jednolity",
        title=meta.title,
        subtitle=text["title"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=text["unit"],
        author="",
        snapshot_sha256=meta.snapshot_sha256,
        made_up=text["made_up"],
        blocks=(
            TableOfContents(), *_introduction(text, snapshot["on"]), Heading(1, "2. Postanowienia ogólne"),
            *_general(text, goals), Heading(1, "3. Obszary i\u00a0działania"), *body, *notes.chapter(),
            *_supplements(snapshot["supplements"]),
        ),
    )  # fmt: skip


class Notes:
    """Notes to changed places, numbered as they come; each names its amendment."""

    def __init__(self, amendments: list[Text]) -> None:
        self.amendments = {one["no"]: one for one in amendments}
        self.told: list[str] = []

    def mark(self, notes: list[Text]) -> list[Source]:
        """`[1] [2]` after the words that they are about."""
        return [Source(f" [{self._number(note)}]") for note in notes]

    def _number(self, note: Text) -> int:
        amendment = self.amendments[note["amendment"]]
        said = f"{WHAT[note['what']]}: {amendment['basis']}, obowiązuje od {parts.day(amendment['effective_on'])}"
        if said not in self.told:
            self.told.append(said)
        return self.told.index(said) + 1

    def chapter(self) -> Iterator[Block]:
        if self.told:
            yield Heading(1, "4. Przypisy")
            yield Paragraph("Numery w\u00a0nawiasach kwadratowych odsyłają do tej listy.", leads_on=True)
            yield NumberedList(tuple(f"{said}." for said in self.told))


def _introduction(text: Text, on: str) -> Iterator[Block]:
    yield Heading(1, "1. Uchwała i\u00a0jej zmiany")
    act = parts.act(text)
    council = f" ({text['council']})" if text["council"] else ""
    by_what = f"Program przyjęła {act}{council}. " if act else ""
    yield Paragraph(f"{by_what}Tekst uwzględnia zmiany, które obowiązują na dzień {parts.day(on)}")
    if not text["amendments"]:
        yield Paragraph("Programu do tego dnia nie zmieniano.")
        return
    columns = (Column("Nr", 0.5), Column("Podstawa", 4), Column("Obowiązuje od", 2), Column("Powód", 4))
    rows = tuple(
        (str(number), one["basis"], parts.day(one["effective_on"]), one["reason"])
        for number, one in enumerate(text["amendments"], start=1)
    )
    yield Table("Zmiany programu", columns, rows)


def _general(text: Text, goals: list[Inline]) -> Iterator[Block]:
    yield from parts.legal_basis(text)
    yield from parts.main_goal(text)
    if goals:
        yield Heading(2, "Cele szczegółowe")
        yield NumberedList(tuple(goals))
    for (_name, title), kind in zip(parts.PASSAGES[1:], ("form", "participant", "commission_task"), strict=True):
        yield from parts.numbered(title, [one["text"] for one in text[kind]])


def _goals(text: Text, notes: Notes) -> Iterator[Inline]:
    for goal in text["goals"]:
        yield (Run(goal["text"]), *notes.mark(goal["notes"]))


def _area(area: Text, notes: Notes) -> Iterator[Block]:
    marks = "".join(mark.text for mark in notes.mark(area["notes"]))
    yield Heading(2, f"Obszar {area['no']}. {area['text']}{marks}")
    if area["diagnosis"]:
        yield Paragraph(area["diagnosis"])
    rows = tuple(_row(action, notes) for action in area["actions"])
    yield Table(f"Działania w\u00a0obszarze {area['no']}", COLUMNS, rows)


def _row(entry: Text, notes: Notes) -> tuple[Inline, ...]:
    """A withdrawn one keeps its number and says that it was withdrawn: numbers are never used again."""
    marks = notes.mark(entry["notes"])
    if entry["withdrawn"]:
        return (f"{entry['code']}", (Run("(skreślono)", italic=True), *marks), "–", "–")
    return (
        entry["code"], (Run(parts.whole(entry)), *marks), parts.bodies(entry["leads"]),
        parts.bodies(entry["partners"]),
    )  # fmt: skip


def _initiatives(text: Text, notes: Notes) -> Iterator[Block]:
    if not text["initiatives"]:
        return
    yield Heading(2, "Programy realizowane przez jednostki")
    columns = (
        Column("Nr", 0.6), Column("Program", 5), Column("Realizatorzy", 2), Column("Partnerzy", 1.4),
    )  # fmt: skip
    yield Table("Programy realizowane przez jednostki", columns, tuple(_row(one, notes) for one in text["initiatives"]))


def _supplements(said: list[Text]) -> Iterator[Block]:
    if not said:
        return
    yield Annex("Załącznik", "Uzupełnienia urzędu")
    yield Callout(
        "To nie jest część uchwały",
        "Załącznik zawiera to, czego uchwała nie mówi, a\u00a0co urząd ustalił obok niej na potrzeby realizacji.",
    )
    columns = (Column("Gdzie", 1), Column("Co", 2), Column("Uzupełnienie", 5))
    yield Table("Uzupełnienia urzędu", columns, tuple((one["where"], one["what"], one["text"]) for one in said))
