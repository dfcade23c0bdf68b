"""An opinion of the Commission as a document of its own, out of frozen data alone. Pure."""

from typing import Any

from bezpiecznik.commission.papers import wording
from bezpiecznik.documents.content import (
    Block,
    DocumentContent,
    Heading,
    KeyValues,
    Paragraph,
    Signatory,
    Signatures,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.prose import paragraphs


def opinion(facts: dict[str, Any], meta: Meta) -> DocumentContent:
    """The whole document."""
    return wording.framed("Opinia", facts, meta, _blocks(facts))


def _blocks(facts: dict[str, Any]) -> tuple[Block, ...]:
    said, meeting = facts["opinion"], facts["meeting"]
    voted = (
        wording.vote(facts["vote"])
        if facts["vote"]
        else (Paragraph("Opinię wydano bez głosowania, przez uzgodnienie."),)
    )
    return (
        KeyValues(
            (
                ("Stanowisko", said["position"]),
                ("Rodzaj", said["kind"]),
                ("Podstawa", said["source"]),
                ("Posiedzenie", f"nr {meeting['number']} z {wording.day(meeting['day'])}, punkt {facts['item']['no']}"),
            )
        ),
        Heading(1, "Treść opinii"),
        *map(Paragraph, paragraphs(said["text"])),
        Heading(1, "Sposób przyjęcia"),
        *voted,
        Signatures((Signatory("Przewodniczący Komisji", facts["chair"]),)),
    )
