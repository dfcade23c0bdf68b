"""A draft resolution of the council, out of its frozen snapshot alone. Pure."""

from typing import Any

from bezpiecznik.documents.content import (
    Block,
    Callout,
    DocumentContent,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Signatory,
    Signatures,
    Tone,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.prose import prose

NUMBER = "UCHWAŁA NR ………"
DAY = "z dnia ………………"


def resolution_content(snapshot: dict[str, Any], meta: Meta) -> DocumentContent:
    """Title, basis, paragraphs, signature of the council's chair; then the justification on a page of its own."""
    return DocumentContent(
        kind="Projekt uchwały",
        title=meta.title,
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=snapshot["unit"],
        author="",
        snapshot_sha256=meta.snapshot_sha256,
        made_up=snapshot["made_up"],
        cover=False,
        blocks=(*_mark_of_draft(snapshot), *_act(snapshot), *_justification(snapshot)),
    )


def _mark_of_draft(snapshot: dict[str, Any]) -> tuple[Block, ...]:
    if not snapshot["draft"]:
        return ()
    return (Callout("Szkic", "Projektu uchwały nie wpisano jeszcze do rejestru dokumentów.", Tone.WARNING),)


def _act(snapshot: dict[str, Any]) -> tuple[Block, ...]:
    texts = snapshot["texts"]
    paragraphs = (texts["decision"], texts["execution"], texts["in_force"])
    return (
        Heading(1, f"{NUMBER} {snapshot['council_genitive'].upper()}"),
        Paragraph(DAY),
        Paragraph(Run(texts["subject"], bold=True)),
        Paragraph(f"Na podstawie {texts['basis'].rstrip('.')} uchwala się, co następuje:"),
        *(Paragraph((Run(f"§ {no}. ", bold=True), Run(text))) for no, text in enumerate(paragraphs, start=1)),
        Signatures((Signatory(f"Przewodniczący {snapshot['council_genitive']}"),)),
    )


def _justification(snapshot: dict[str, Any]) -> tuple[Block, ...]:
    if not snapshot["justification"]:
        return ()
    return (PageBreak(), Heading(1, "Uzasadnienie"), *prose(snapshot["justification"]))
