"""A letter frozen as plain data, and the document made of it. Names are text, so it prints the same years later."""

from typing import Any

from django.conf import settings

from bezpiecznik.documents.content import Block, DocumentContent, NumberedList, Paragraph, Run, Signatory, Signatures
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.prose import paragraphs
from bezpiecznik.letters import options
from bezpiecznik.letters.models import Letter

CLOSING = "Z poważaniem"


def frozen(letter: Letter, *, sign: str) -> dict[str, Any]:
    """All that the letter says, under this sign of the case (blank: not given yet)."""
    return {
        "sender": _rows(options.SENDER.value()),
        "institution": {"key": letter.institution_id, "name": letter.institution.name},
        "addressee": _rows(letter.addressee),
        "e_delivery": letter.e_delivery,
        "place": letter.place,
        "case_sign": sign,
        "subject": letter.subject,
        "body": letter.body,
        "request": letter.request,
        "annexes": _rows(letter.annexes),
        "copies": _rows(letter.copies),
        "signatory": {"name": letter.signatory, "function": letter.signatory_function},
        "made_up": settings.DEMO,
    }


def _rows(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def letter_content(data: dict[str, Any], meta: Meta) -> DocumentContent:
    """The letter in the form of an office."""
    organisation, *sender = data["sender"] or [""]
    return DocumentContent(
        kind="Pismo",
        title=meta.title,
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=organisation,
        sender=tuple(sender),
        author=data["signatory"]["name"] or organisation,
        snapshot_sha256=meta.snapshot_sha256,
        case_sign=data["case_sign"],
        place=data["place"],
        made_up=data["made_up"],
        cover=False,
        addressee=_addressee(data),
        blocks=(*_words(data), *_signature(data), *_ends(data)),
    )


def _addressee(data: dict[str, Any]) -> tuple[str, ...]:
    electronic = (f"e-Doręczenia: {data['e_delivery']}",) if data["e_delivery"] else ()
    return (*data["addressee"], *electronic)


def _words(data: dict[str, Any]) -> tuple[Block, ...]:
    return tuple(Paragraph(text) for part in (data["body"], data["request"]) for text in paragraphs(part))


def _signature(data: dict[str, Any]) -> tuple[Block, ...]:
    signatory = data["signatory"]
    return (Paragraph(CLOSING, leads_on=True), Signatures((Signatory(signatory["function"], signatory["name"]),)))


def _ends(data: dict[str, Any]) -> tuple[Block, ...]:
    listed = (("Załączniki:", data["annexes"]), ("Do wiadomości:", data["copies"]))
    blocks: list[Block] = []
    for title, rows in listed:
        if rows:
            blocks += [Paragraph((Run(title, bold=True),), leads_on=True), NumberedList(tuple(rows))]
    return tuple(blocks)
