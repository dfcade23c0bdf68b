"""A request for information as plain data, and the letter made of it. Names are text: it prints the same for ever."""

from datetime import date
from typing import Any

from django.conf import settings

from bezpiecznik.commission import options
from bezpiecznik.commission.models import InformationRequest, SeatKind
from bezpiecznik.commission.queries import members_on
from bezpiecznik.core.polish import long_date
from bezpiecznik.documents import texts
from bezpiecznik.documents.content import (
    Block,
    BulletList,
    DocumentContent,
    Paragraph,
    Run,
    Signatory,
    Signatures,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.documents.prose import prose
from bezpiecznik.letters import options as letters

CLOSING = "Z poważaniem"


def frozen(request: InformationRequest, *, asked_on: date, due_on: date, case_sign: str) -> dict[str, Any]:
    """All that the letter says."""
    chair = members_on(request.commission, asked_on).filter(kind=SeatKind.CHAIR).first()
    return {
        "sender": _rows(letters.SENDER.value()),
        "commission": request.commission.name,
        "addressee": _rows(request.addressee),
        "place": letters.PLACE.value(),
        "case_sign": case_sign,
        "subject": request.subject,
        "purpose": request.purpose.strip(),
        "asked": request.asked.strip(),
        "due_on": due_on.isoformat(),
        "texts": texts.frozen(DocumentKind.INFORMATION_REQUEST),
        "exclusions": options.EXCLUSIONS.value(),
        "chair": {"name": chair.name if chair else "", "post": options.HEAD.value()},
        "made_up": settings.DEMO,
    }


def _rows(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def request_letter(data: dict[str, Any], meta: Meta) -> DocumentContent:
    """The letter: by what law, what is asked, what is not, by when."""
    organisation, *sender = data["sender"] or [data["commission"]]
    return DocumentContent(
        kind="Żądanie informacji",
        title=meta.title,
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=organisation,
        sender=tuple(sender),
        author=data["chair"]["name"] or organisation,
        snapshot_sha256=meta.snapshot_sha256,
        case_sign=data["case_sign"],
        place=data["place"],
        made_up=data["made_up"],
        cover=False,
        addressee=tuple(data["addressee"]),
        blocks=(*_asked(data), *_excluded(data), *_signed(data)),
    )


def _asked(data: dict[str, Any]) -> tuple[Block, ...]:
    due = long_date(date.fromisoformat(data["due_on"]))
    return (
        *prose(data["texts"]["basis"]),
        Paragraph(data["texts"]["request"], leads_on=True),
        *prose(data["asked"]),
        *((Paragraph(f"Są potrzebne do: {data['purpose']}"),) if data["purpose"] else ()),
        Paragraph((Run("Prosimy o odpowiedź do "), Run(due, bold=True), Run("."))),
    )


def _excluded(data: dict[str, Any]) -> tuple[Block, ...]:
    lead = Paragraph(Run("Żądanie nie obejmuje:", bold=True), leads_on=True)
    return (lead, BulletList(tuple(data["exclusions"])), *prose(data["texts"]["kept_out"]))


def _signed(data: dict[str, Any]) -> tuple[Block, ...]:
    chair = data["chair"]
    post = f"Przewodniczący Komisji\n{chair['post']}"
    return (Paragraph(CLOSING, leads_on=True), Signatures((Signatory(post, chair["name"]),)))
