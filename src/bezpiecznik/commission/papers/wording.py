"""Short sentences that documents of meetings share. Pure: plain Polish out of frozen data."""

from datetime import date
from typing import Any

from bezpiecznik.core.polish import long_date
from bezpiecznik.documents.content import Block, BulletList, DocumentContent, KeyValues, NumberedList, Paragraph, Run
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.prose import paragraphs


def day(text: str) -> str:
    """`24 lutego 2022 r.` of an ISO day."""
    return f"{long_date(date.fromisoformat(text))} r."


def framed(kind: str, facts: dict[str, Any], meta: Meta, blocks: tuple[Block, ...]) -> DocumentContent:
    """A paper of one meeting, without a cover: what all of them say of themselves, round these blocks."""
    return DocumentContent(
        kind=kind,
        title=meta.title,
        subtitle=facts["commission"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=facts["unit"],
        author=facts["chair"],
        snapshot_sha256=meta.snapshot_sha256,
        made_up=facts["made_up"],
        cover=False,
        blocks=blocks,
    )


def where_and_when(facts: dict[str, Any]) -> KeyValues:
    """The head of each document of a meeting."""
    meeting = facts["meeting"]
    hours = f"godz. {meeting['hour']}"
    if meeting["opened"]:
        hours = f"otwarcie {meeting['opened']}" + (f", zamknięcie {meeting['closed']}" if meeting["closed"] else "")
    return KeyValues(
        (
            ("Posiedzenie", f"nr {meeting['number']}"),
            ("Dzień", f"{day(meeting['day'])}, {hours}"),
            ("Miejsce", f"{meeting['place']} ({meeting['mode']})"),
        )
    )


def agenda(items: list[dict[str, Any]]) -> NumberedList:
    """Points in order, with who speaks to each."""
    return NumberedList(
        tuple(
            f"{item['title']} – referuje: {item['referent']}" if item["referent"] else item["title"] for item in items
        )
    )


def quorum(facts: dict[str, Any]) -> str:
    """Of minutes; those frozen before the loss was told do not speak of it."""
    holds = "Było kworum" if facts["holds"] else "Nie było kworum"
    told = (
        f"{holds}: na {facts['seats']} osób z prawem głosu obecnych {facts['here']}, potrzeba {facts['needed']} "
        f"(zasada: {facts['rule']}; podstawa: {facts['source']})."
    )
    return f"{told} Komisja utraciła kworum o godz. {facts['lost']}." if facts.get("lost") else told


def vote(facts: dict[str, Any]) -> tuple[Block, ...]:
    """Counts in a sentence, then names where the vote was by name."""
    subject = facts["subject"].rstrip(".")
    sentence = (
        f"Głosowanie {facts['ballot']} nad: {subject}. Za {facts['in_favour']}, przeciw {facts['against']}, "
        f"wstrzymało się {facts['abstained']}; obecnych z prawem głosu {facts['present']}. Wynik: {facts['result']}."
    )
    names = tuple(f"{name}: {choice}" for name, choice in facts["names"])
    return (Paragraph(sentence), BulletList(names)) if names else (Paragraph(sentence),)


def labelled(label: str, text: str) -> tuple[Block, ...]:
    """A text under its name in bold; nothing where there is none."""
    return (
        (Paragraph((Run(label, bold=True),), leads_on=True), *map(Paragraph, paragraphs(text))) if text.strip() else ()
    )
