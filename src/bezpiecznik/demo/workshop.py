"""How the office of the demonstration furnished its documents: a made-up mark, who signs, a signature noted."""

from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.demo.cycle import day
from bezpiecznik.documents import services
from bezpiecznik.documents.logos import drawn
from bezpiecznik.documents.models import Document, DocumentKind

MARK = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" height="40">
<rect x="1" y="9" width="58" height="22" rx="11" fill="none" stroke="#14284b" stroke-width="2.5"/>
<path d="M1 20 H15 C21 6 25 34 30 20 S39 6 45 20 H59" fill="none" stroke="#b36b00" stroke-width="2.5"/>
</svg>"""
HEADER = "ul. Przykładowa 1, 25-000 Kielce\nurzad@kielce.example"
SIGNING = {DocumentKind.ANNUAL_REPORT: "Prezydent Miasta", DocumentKind.COMMISSION_REPORT: "Przewodniczący Komisji"}


def furnish(on: date, *, by: User) -> None:
    """Before the first document is made."""
    with day(on):
        look = services.change_look(
            header=HEADER, footer="Dokument pokazowy", unit="", logo=drawn(MARK), logo_alt="Znak pokazowy: bezpiecznik",
            drop_logo=False, seen=0, by=by,
        )  # fmt: skip
        for kind, post in SIGNING.items():
            look = services.change_signatories(kind, [{"post": post, "name": ""}], seen=look.pk, by=by)


def sign(*, by: User) -> None:
    """The first yearly report came back signed."""
    report = Document.objects.filter(kind=DocumentKind.ANNUAL_REPORT).order_by("pk").first()
    if report:
        services.note_signing(report, signed_on=report.issued_on, signed_by="Joanna Prezydencka, Prezydent", by=by)
