"""What the room writes to people: that somebody joined rows of theirs, or took them apart again."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities.models import Joining
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.recipients import people_with
from bezpiecznik.institutions.rights import Right
from bezpiecznik.notices import services
from bezpiecznik.notices.kinds import Kind, register

VARIABLES = {
    "title": _("nazwa wpisu, który jest dołączony"),
    "main": _("nazwa wpisu głównego"),
    "day": _("dzień wydarzenia"),
    "who": _("kto to zrobił"),
}
EXAMPLES = {
    "title": "Spotkanie z rodzicami",
    "main": "Spotkanie o cyberprzemocy",
    "day": "12 października 2022",
    "who": "Krystyna Koordynatorska",
}
JOINED = register(
    Kind(
        name="activities.joined",
        title=_("Połączono wpisy o tym samym wydarzeniu"),
        audience=_("sprawozdawcy podmiotów, których wpisy połączono"),
        occasion=_("gdy ktoś spoza podmiotu połączy jego wpis z innym"),
        subject=_("To samo wydarzenie: {{ title }}"),
        body=_(
            "Dzień dobry,\n\n{{ who }} połączył(a) dwa wpisy o tym samym wydarzeniu ({{ day }}): „{{ title }}” oraz "
            "„{{ main }}”. Od teraz liczy się ono raz, we wpisie „{{ main }}”, przy którym stoją oba podmioty.\n\n"
            "Jeżeli to były różne wydarzenia, prosimy o rozłączenie wpisów: wszystko wróci do poprzedniego stanu."
        ),
        variables=VARIABLES,
        examples=EXAMPLES,
        required=("main",),
        act=_("Zobacz połączone wpisy"),
    )
)
SPLIT = register(
    Kind(
        name="activities.split",
        title=_("Rozłączono wpisy działalności"),
        audience=_("sprawozdawcy podmiotów, których wpisy rozłączono"),
        occasion=_("gdy ktoś spoza podmiotu rozłączy jego wpis"),
        subject=_("Rozłączono wpisy: {{ title }}"),
        body=_(
            "Dzień dobry,\n\n{{ who }} rozłączył(a) wpisy „{{ title }}” i „{{ main }}” ({{ day }}). Każdy liczy się znów "
            "osobno. Jeżeli to jednak było to samo wydarzenie, prosimy o połączenie ich jeszcze raz."
        ),
        variables=VARIABLES,
        examples=EXAMPLES,
        required=("main",),
        act=_("Zobacz wpis"),
    )
)


def joined(joining: Joining, *, by: User) -> None:
    _send(JOINED, joining, by=by)


def split(joining: Joining, *, by: User) -> None:
    _send(SPLIT, joining, by=by)


def _send(kind: Kind, joining: Joining, *, by: User) -> None:
    """To those who write for either body, but not to colleagues of the one who did it."""
    told = {"title": joining.activity.title, "main": joining.main.title, "day": long_date(joining.main.starts_on)}
    met = {by.pk}
    for row in (joining.activity, joining.main):
        people = people_with(Right.WRITE_REPORT, row.institution)
        if any(person.pk == by.pk for person in people):
            met |= {person.pk for person in people}
    for row in (joining.activity, joining.main):
        for person in people_with(Right.WRITE_REPORT, row.institution):
            if person.pk not in met:
                met.add(person.pk)
                services.send(kind.name, to=person, url=row.get_absolute_url(), who=by.get_full_name(), **told)
