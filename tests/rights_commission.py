"""One of everything of the Commission, for the table of rights: a seat, requests, a report, each where acts begin."""

from dataclasses import dataclass
from datetime import date, timedelta

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import CommissionReport, InformationRequest, Membership, RequestFile, Term
from bezpiecznik.commission.services import composition, reports, requests
from bezpiecznik.commission.services.composition import Person
from bezpiecznik.core import clock


@dataclass(frozen=True)
class CommissionWorld:
    term: Term
    seat: Membership
    draft: InformationRequest
    asked: InformationRequest
    file: RequestFile
    report: CommissionReport
    """Begun, with nothing written in it yet."""


def build_commission(*, by: User) -> CommissionWorld:
    today = clock.today()
    created = date(today.year - 2, 1, 15)
    commission = composition.create_commission(
        name="Komisja w Zatorzynie", created_on=created, created_by_act="zarządzenie nr 1", by=by
    )
    term = composition.start_term(commission, starts_on=created, by=by)
    seat = composition.appoint(term, Person("councillor", "Radosław Radny"), since=created, by=by)
    draft, asked = (
        requests.draft_request(commission, addressee="KMP", subject=subject, asked="Liczby.", by=by)
        for subject in ("Projekt", "Wysłane")
    )
    asked = requests.ask(asked, asked_on=today - timedelta(days=3), due_on=today + timedelta(days=9), by=by)
    file = requests.add_file(asked, data=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", name="odpowiedz.pdf", by=by)
    report = reports.start_report(commission, year=today.year - 1, by=by)
    return CommissionWorld(term, seat, draft, asked, file, report)
