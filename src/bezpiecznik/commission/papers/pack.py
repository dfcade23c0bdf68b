"""The meeting pack, out of frozen data alone: one document, its headings the bookmarks. Pure: no database, no clock."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from bezpiecznik.commission.papers import wording
from bezpiecznik.commission.papers.minutes import minutes
from bezpiecznik.documents.content import (
    Block,
    BulletList,
    Callout,
    Column,
    DocumentContent,
    Heading,
    Paragraph,
    StateMark,
    Table,
    TableOfContents,
)
from bezpiecznik.documents.kinds import KINDS, Meta
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.documents.pack import joined
from bezpiecznik.documents.pieces import State

MEGABYTE = 1_000_000


def meeting_pack(facts: dict[str, Any], meta: Meta) -> DocumentContent:
    """The whole pack."""
    return DocumentContent(
        kind="Materiały na posiedzenie",
        title=meta.title,
        subtitle=facts["commission"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=facts["unit"],
        author=facts["unit"],
        snapshot_sha256=meta.snapshot_sha256,
        made_up=facts["made_up"],
        blocks=(
            TableOfContents(),
            Heading(1, "Porządek obrad"),
            wording.where_and_when(facts),
            *chain.from_iterable(map(_item, facts["items"])),
            *_exceptions(facts["exceptions"]),
            *_tasks(facts["tasks"]),
            *_annexes(facts, meta),
        ),
    )


def _item(item: dict[str, Any]) -> Iterator[Block]:
    yield Heading(2, f"{item['no']}. {item['title']}")
    if item["referent"]:
        yield Paragraph(f"Referuje: {item['referent']}.")
    if item["why"]:
        yield Paragraph(f"Dlaczego: {item['why']}")
    if item["opinion"]:
        yield Callout("Potrzebna opinia Komisji", item["opinion"])
    yield from map(Paragraph, item["summary"])
    if item["papers"]:
        yield Paragraph("Materiały:", leads_on=True)
        yield BulletList(tuple(_told(paper) for paper in item["papers"]))


def _told(paper: dict[str, Any]) -> str:
    if "snapshot" in paper:
        return f"{paper['name']} ({paper['number']}) – w załączniku"
    size = f"{paper['size'] / MEGABYTE:.1f}".replace(".", ",")
    return f"{paper['name']} – osobny plik, {size} MB, w systemie: {paper['url']}"


def _exceptions(found: dict[str, Any]) -> Iterator[Block]:
    yield Heading(1, "Wyjątki: co wymaga uwagi")
    if not (found["actions"] or found["late"]):
        yield Paragraph(
            "Żadne działanie nie zostało ocenione jako niezrealizowane i żadne sprawozdanie się nie spóźnia."
        )
    if found["actions"]:
        yield Heading(2, f"Działania niezrealizowane i bez sprawozdania w {found['year']} r.")
        columns = (Column("Działanie", 5), Column("Ocena", 2), Column("Dlaczego", 4))
        rows = tuple(
            (f"{row['code']} {row['wording']}", StateMark(State(row["grade"])), row["why"]) for row in found["actions"]
        )
        yield Table("Działania, które wymagają uwagi", columns, rows)
    if found["late"]:
        yield Heading(2, "Sprawozdania po terminie")
        columns = (Column("Podmiot", 5), Column("Okres", 2), Column("Termin", 2))
        rows = tuple((row["institution"], row["period"], wording.day(row["due_on"])) for row in found["late"])
        yield Table("Sprawozdania, których podmioty jeszcze nie przekazały", columns, rows)


def _tasks(tasks: list[dict[str, Any]]) -> Iterator[Block]:
    if not tasks:
        return
    yield Heading(1, "Zadania z poprzednich posiedzeń")
    columns = (Column("Zadanie", 5), Column("Kto", 3), Column("Termin", 3))
    rows = tuple(
        (task["text"], task["owner"], wording.day(task["due_on"]) + (" – po terminie" if task["late"] else ""))
        for task in tasks
    )
    yield Table("Zadania jeszcze otwarte", columns, rows)


def _annexes(facts: dict[str, Any], meta: Meta) -> tuple[Block, ...]:
    """Former minutes first, then papers in the order of the agenda; each starts a page and is a bookmark."""
    papers = [paper for item in facts["items"] for paper in item["papers"] if "snapshot" in paper]
    contents = [*(_former(former, meta) for former in facts["minutes"]), *map(_of_house, papers)]
    titles = (f"Załącznik {number}. {content.title}" for number, content in enumerate(contents, start=1))
    return joined(zip(titles, contents, strict=True))


def _former(facts: dict[str, Any], meta: Meta) -> DocumentContent:
    title = f"Projekt protokołu posiedzenia nr {facts['meeting']['number']}"
    return minutes(facts, Meta("", title, meta.issued_on, meta.snapshot_sha256))


def _of_house(paper: dict[str, Any]) -> DocumentContent:
    meta = Meta(paper["number"], paper["name"], date.fromisoformat(paper["issued_on"]), paper["sha256"])
    return KINDS[DocumentKind(paper["kind"])].build(paper["snapshot"], meta)
