"""The letter with which a matter goes to the council, out of its frozen snapshot alone. Pure."""

from typing import Any

from bezpiecznik.documents.content import Block, DocumentContent, NumberedList, Paragraph, Run, Signatory, Signatures
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.prose import prose


def submission_content(snapshot: dict[str, Any], meta: Meta) -> DocumentContent:
    """A letter of the office's form: what is sent, the request, and its annexes."""
    return DocumentContent(
        kind="Pismo przewodnie",
        title=snapshot.get("concerns", meta.title),
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=snapshot["sender"][0] if snapshot["sender"] else snapshot["unit"],
        sender=tuple(snapshot["sender"][1:]),
        author=snapshot["unit"],
        snapshot_sha256=meta.snapshot_sha256,
        case_sign=snapshot["case_sign"],
        place=snapshot["place"],
        made_up=snapshot["made_up"],
        cover=False,
        addressee=(snapshot["council"], f"Przewodniczący {snapshot['council_genitive']}"),
        blocks=(*prose(snapshot["texts"]["body"]), *_ends(snapshot)),
    )


def _ends(snapshot: dict[str, Any]) -> tuple[Block, ...]:
    annexes = tuple(snapshot["annexes"])
    return (
        Paragraph("Z poważaniem", leads_on=True),
        Signatures((Signatory(snapshot["signatory"]),)),
        Paragraph(Run("Załączniki:", bold=True), leads_on=True),
        NumberedList(annexes),
    )
