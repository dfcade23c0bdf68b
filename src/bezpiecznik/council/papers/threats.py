"""The threat assessment, area by area, out of its frozen snapshot alone. Pure.

It puts facts beside each other and draws no conclusion of its own: conclusions are the Commission's opinions.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bezpiecznik.core.polish import forms
from bezpiecznik.documents.content import (
    Align,
    Block,
    BulletList,
    Callout,
    Column,
    DocumentContent,
    Heading,
    Paragraph,
    Quote,
    State,
    StateChart,
    StateCounts,
    Table,
    Tone,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.prose import prose

NOTHING = "Nie ma dla nich ani wskaźników, ani sygnałów. Nie znaczy to, że nie ma w nich zagrożeń:"
UNKNOWN = "brak danych"


def threat_assessment(snapshot: dict[str, Any], meta: Meta) -> DocumentContent:
    """How it was made, figures of the whole unit, each area, signals beyond areas, the Commission's opinions."""
    return DocumentContent(
        kind="Ocena zagrożeń",
        title=meta.title,
        subtitle=snapshot["programme"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=snapshot["unit"],
        author="",
        snapshot_sha256=meta.snapshot_sha256,
        made_up=snapshot["made_up"],
        cover=False,
        blocks=(*_opening(snapshot), *_whole(snapshot), *_areas(snapshot), *_opinions(snapshot)),
    )


def _opening(snapshot: dict[str, Any]) -> Iterator[Block]:
    if snapshot["draft"]:
        yield Callout(
            "Projekt", "Oceny nie wpisano do rejestru dokumentów; dane mogą się jeszcze zmienić.", Tone.WARNING
        )
    yield Heading(1, "1. Jak powstała ta ocena")
    yield from prose(snapshot["texts"]["opening"])


def _whole(snapshot: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "2. Cały samorząd")
    if snapshot["figures"]:
        yield _figures(f"Wskaźniki za rok {snapshot['year']}", snapshot["figures"])
    else:
        yield Paragraph("Nie ma wskaźników, które obejmują cały samorząd.")
    if snapshot["evaluated"]:
        yield StateChart(
            "Działania programu według oceny (liczby działań)",
            tuple(
                StateCounts(f"{area['no']}. {area['name']}", {State(key): n for key, n in area["counts"].items()})
                for area in snapshot["areas"]
                if area["counts"]
            ),
        )
    yield from _signals("Sygnały spoza obszarów", snapshot["signals"])


def _areas(snapshot: dict[str, Any]) -> Iterator[Block]:
    """Areas of which something is known, each under its heading; the others in one list."""
    yield Heading(1, "3. Obszary")
    silent = [area for area in snapshot["areas"] if not (area["figures"] or area["signals"] or area["trouble"])]
    for area in snapshot["areas"]:
        if area not in silent:
            yield from _area(area)
    if silent:
        yield Heading(2, "Obszary bez danych")
        yield Paragraph(NOTHING, leads_on=True)
        yield BulletList(tuple(f"{area['no']}. {area['name']}" for area in silent))


def _area(area: dict[str, Any]) -> Iterator[Block]:
    yield Heading(2, f"3.{area['no']}. {area['name']}")
    if area["figures"]:
        yield _figures(f"Wskaźniki obszaru {area['no']}", area["figures"])
    yield from _signals(f"Sygnały w obszarze {area['no']}", area["signals"])
    if area["trouble"]:
        n = len(area["trouble"])
        counted = f"{n} {forms(n, 'działania,działań,działań')}"
        yield Paragraph(f"Nie zrealizowano albo nie złożono sprawozdania z {counted}:", leads_on=True)
        yield BulletList(tuple(f"{one['code']} {one['wording']}" for one in area["trouble"]))


def _figures(caption: str, figures: list[dict[str, Any]]) -> Table:
    columns = (
        Column("Wskaźnik i źródło", 3), Column("Rok wcześniej", 1, Align.RIGHT), Column("Ten rok", 1, Align.RIGHT),
        Column("Porównanie", 3),
    )  # fmt: skip
    rows = tuple(
        (f"{one['name']} ({one['source']})", one["before"] or UNKNOWN, one["now"] or UNKNOWN, one["sentence"])
        for one in figures
    )
    return Table(caption, columns, rows)


def _signals(caption: str, signals: list[dict[str, Any]]) -> Iterator[Block]:
    if not signals:
        return
    columns = (Column("Dzień", 0.9), Column("Sygnał", 2.6), Column("Co z niego wynikło", 2.6))
    yield Table(caption, columns, tuple((_day(one["happened_on"]), _told(one), _outcome(one)) for one in signals))


def _told(one: dict[str, Any]) -> str:
    source = f" ({one['source']})" if one["source"] else ""
    says_itself = one["title"].casefold().startswith(one["kind_label"].casefold())
    return f"{one['title']}{source}" if says_itself else f"{one['kind_label']}: {one['title']}{source}"


def _outcome(one: dict[str, Any]) -> str:
    if not one["answer"]:
        return "jeszcze nie rozstrzygnięto"
    return f"{one['outcome_label']}: {one['answer']}"


def _opinions(snapshot: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "4. Opinie Komisji o zagrożeniach")
    if not snapshot["opinions"]:
        yield Paragraph("Komisja nie wydała jeszcze opinii o zagrożeniach za ten rok.")
    for one in snapshot["opinions"]:
        yield Quote(one["text"] or one["subject"], (f"Komisja, {one['position']}, {_day(one['given_on'])}",))


def _day(iso: str) -> str:
    """`04.10.2022`: a long day does not fit its column."""
    return date.fromisoformat(iso).strftime("%d.%m.%Y")
