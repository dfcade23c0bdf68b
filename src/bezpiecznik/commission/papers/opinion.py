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


def opinion(facts: dict[str, Any], meta: Meta) -> DocumentContent:
    """The whole document."""
    return DocumentContent(
        kind="Opinia",
        title=meta.title,
        subtitle=facts["commission"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=facts["unit"],
        author=facts["chair"],
        snapshot_sha256=meta.snapshot_sha256,
        made_up=facts["made_up"],
        cover=False,
        blocks=_blocks(facts),
    )


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
        *wording.paragraphs(said["text"]),
        Heading(1, "Sposób przyjęcia"),
        *voted,
        Signatures((Signatory("Przewodniczący Komisji", facts["chair"]),)),
    )
