"""What the room knows of a person: seats in the Commission, requests and reports they prepared."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.commission.models import CommissionReport, InformationRequest, Membership, RequestFile


def register() -> None:
    """Parts of the composition's half."""
    persons.part("commission_seats", _("Miejsca w składzie Komisji"), seats)
    persons.part("commission_requests", _("Przygotowane żądania informacji"), requests)
    persons.part("commission_request_files", _("Pliki dołączone do odpowiedzi na żądania"), files)
    persons.part("commission_reports", _("Rozpoczęte sprawozdania z prac Komisji"), reports)
    persons.stay(
        _("Imię i nazwisko w składzie Komisji i w sprawozdaniach z jej prac."),
        _("Udział w Komisji to funkcja publiczna; sprawozdanie ogłoszono: art. 17 ust. 3 lit. b i d RODO."),
    )


def seats(person: User) -> Iterator[Row]:
    """Also by the name, which is only written down where there is no account: namesakes are found too."""
    rows = Membership.objects.filter(Q(user=person) | Q(name=person.get_full_name()))
    for row in rows.select_related("term__commission"):
        yield {
            _("Komisja"): row.term.commission.name,
            _("miejsce"): row.get_kind_display(),
            _("funkcja"): row.function,
            _("adres e-mail"): row.email,
            _("od"): row.since,
            _("do"): row.until,
            _("powód zakończenia"): row.ended_because,
        }


def requests(person: User) -> Iterator[Row]:
    for row in InformationRequest.objects.filter(made_by=person):
        yield {_("czego dotyczy"): row.subject, _("adresat"): row.whom, _("przygotowano"): row.made_at}


def files(person: User) -> Iterator[Row]:
    for row in RequestFile.objects.filter(added_by=person).select_related("request"):
        yield {_("plik"): row.name, _("żądanie"): row.request.subject, _("dodano"): row.added_at}


def reports(person: User) -> Iterator[Row]:
    for row in CommissionReport.objects.filter(made_by=person):
        yield {_("rok"): row.year, _("rozpoczęto"): row.made_at, _("stan"): row.get_state_display()}
