"""What is written to those who work for the Commission: the term ends, a request was not answered in time."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.models import InformationRequest, Term
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.recipients import people_with
from bezpiecznik.institutions.rights import Right
from bezpiecznik.notices import services
from bezpiecznik.notices.kinds import Kind, register

AUDIENCE = _("osoby, które obsługują Komisję")
TERM_ENDS = register(
    Kind(
        name="commission.term_ends",
        title=_("Kończy się kadencja Komisji"),
        audience=AUDIENCE,
        occasion=_("pół roku i trzy miesiące przed końcem kadencji oraz gdy wygaśnie, a następnej nie wpisano"),
        subject=_("Kadencja Komisji: {{ day }}"),
        body=_(
            "Dzień dobry,\n\n{{ stands }}\n\nRadnych deleguje rada, przedstawicieli Policji komendant, a prokuratora "
            "wskazuje prokurator okręgowy: prosimy wystąpić o to odpowiednio wcześnie. System zaproponuje następny "
            "skład na podstawie obecnego."
        ),
        variables={"day": _("ostatni dzień kadencji"), "stands": _("zdanie o tym, ile zostało")},
        examples={
            "day": "18 czerwca 2022",
            "stands": "Kadencja kończy się 18 czerwca 2022, za 90 dni. Czas przygotować następny skład.",
        },
        required=("stands",),
        act=_("Przygotuj następny skład"),
    )
)
NOT_ANSWERED = register(
    Kind(
        name="commission.request_overdue",
        title=_("Nie ma odpowiedzi na żądanie informacji"),
        audience=AUDIENCE,
        occasion=_("gdy minie termin odpowiedzi"),
        subject=_("Bez odpowiedzi: {{ number }}"),
        body=_(
            "Dzień dobry,\n\n{{ day }} minął termin odpowiedzi na żądanie informacji {{ number }} („{{ subject }}”), "
            "adresat: {{ whom }}. Prosimy o uprzejme przypomnienie albo odnotowanie odpowiedzi, jeśli już przyszła."
        ),
        variables={
            "number": _("numer żądania"),
            "subject": _("czego dotyczy"),
            "whom": _("adresat"),
            "day": _("termin odpowiedzi"),
        },
        examples={
            "number": "ZI/2022/1",
            "subject": "Monitoring wizyjny",
            "whom": "Komenda Miejska Policji",
            "day": "25 marca 2022",
        },
        required=("number",),
        act=_("Otwórz żądanie"),
    )
)


def term_ends(term: Term, sentence: str) -> int:
    """How many people were told."""
    people = people_with(Right.MANAGE_COMMISSION)
    for person in people:
        services.send(
            TERM_ENDS.name, to=person, url=reverse("commission:next-term"), day=long_date(term.ends_on), stands=sentence
        )
    return len(people)


def not_answered(request: InformationRequest) -> int:
    """How many people were told."""
    people = people_with(Right.MANAGE_COMMISSION)
    words = {
        "number": request.document.number if request.document else "",
        "subject": request.subject,
        "whom": request.whom,
        "day": long_date(request.due_on) if request.due_on else "",
    }
    for person in people:
        services.send(NOT_ANSWERED.name, to=person, url=request.get_absolute_url(), **words)
    return len(people)
