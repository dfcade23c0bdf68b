"""What the room writes to people: to the office, the president and the institution, as a motion goes its way."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.recipients import people_with
from bezpiecznik.institutions.rights import Right
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.states import Party
from bezpiecznik.motions.timing import clock_of
from bezpiecznik.notices import services
from bezpiecznik.notices.kinds import Kind, register

VARIABLES = {
    "number": _("numer wniosku"),
    "title": _("czego dotyczy wniosek"),
    "institution": _("podmiot, który złożył wniosek"),
}
EXAMPLES = {
    "number": "W/3/2023",
    "title": "Doświetlenie przejścia przy ul. Szkolnej",
    "institution": "Komenda Miejska Policji",
    "until": "14 czerwca 2023",
    "state": "do rozstrzygnięcia",
    "clock": "zostały 2 dni robocze",
    "outcome": "uwzględniony",
}
UNTIL = {"until": _("do kiedy")}


Text = str | Promise


def _kind(
    name: str, *, title: Text, audience: Text, occasion: Text, subject: Text, body: Text, act: Text,
    more: Mapping[str, Text] | None = None,
) -> Kind:  # fmt: skip
    return register(
        Kind(
            name=f"motions.{name}", title=title, audience=audience, occasion=occasion, subject=subject, body=body,
            act=act, variables={**VARIABLES, **(more or {})}, examples=EXAMPLES, required=("number",),
        )
    )  # fmt: skip


SUBMITTED = _kind(
    "submitted",
    title=_("Złożono wniosek do prezydenta"),
    audience=_("osoby, które prowadzą wnioski w biurze"),
    occasion=_("gdy podmiot złoży wniosek albo go uzupełni"),
    subject=_("Wniosek {{ number }}: {{ title }}"),
    body=_(
        "Dzień dobry,\n\n{{ institution }} złożył(a) wniosek {{ number }} „{{ title }}”. Wniosek czeka na sprawdzenie "
        "formalne do {{ until }} r."
    ),
    act=_("Sprawdź wniosek"),
    more=UNTIL,
)
RETURNED = _kind(
    "returned",
    title=_("Prośba o uzupełnienie wniosku"),
    audience=_("kierownik podmiotu, który złożył wniosek"),
    occasion=_("gdy biuro zwróci wniosek do uzupełnienia"),
    subject=_("Prośba o uzupełnienie wniosku {{ number }}"),
    body=_(
        "Dzień dobry,\n\nprosimy o uzupełnienie wniosku {{ number }} „{{ title }}” do {{ until }} r. Do tego czasu "
        "termin jego rozpatrzenia nie biegnie. Na stronie wniosku jest napisane, czego brakuje."
    ),
    act=_("Uzupełnij wniosek"),
    more=UNTIL,
)
ADMITTED = _kind(
    "admitted",
    title=_("Wniosek przyjęty do rozpatrzenia"),
    audience=_("kierownik podmiotu, który złożył wniosek"),
    occasion=_("gdy biuro uzna wniosek za poprawny formalnie"),
    subject=_("Wniosek {{ number }} przyjęty do rozpatrzenia"),
    body=_(
        "Dzień dobry,\n\nwniosek {{ number }} „{{ title }}” jest poprawny formalnie i zostanie przedłożony "
        "prezydentowi. Jego drogę można śledzić w systemie."
    ),
    act=_("Zobacz wniosek"),
)
LAID = _kind(
    "laid",
    title=_("Wniosek do rozstrzygnięcia"),
    audience=_("prezydent"),
    occasion=_("gdy biuro przedłoży wniosek"),
    subject=_("Do rozstrzygnięcia: wniosek {{ number }}"),
    body=_(
        "Dzień dobry,\n\nbiuro przedkłada wniosek {{ number }} „{{ title }}” ({{ institution }}). "
        "Termin rozstrzygnięcia: {{ until }} r."
    ),
    act=_("Rozstrzygnij wniosek"),
    more=UNTIL,
)
DECIDED = _kind(
    "decided",
    title=_("Rozstrzygnięcie wniosku"),
    audience=_("kierownik podmiotu, który złożył wniosek, i biuro"),
    occasion=_("gdy prezydent rozstrzygnie wniosek"),
    subject=_("Wniosek {{ number }}: {{ outcome }}"),
    body=_(
        "Dzień dobry,\n\nwniosek {{ number }} „{{ title }}” jest rozstrzygnięty: {{ outcome }}. Powód rozstrzygnięcia "
        "jest na stronie wniosku; odpowiedź na piśmie przygotowuje biuro."
    ),
    act=_("Zobacz rozstrzygnięcie"),
    more={"outcome": _("jak rozstrzygnięto")},
)
WITHDRAWN = _kind(
    "withdrawn",
    title=_("Wycofano wniosek"),
    audience=_("osoby, które prowadzą wnioski w biurze"),
    occasion=_("gdy podmiot wycofa wniosek"),
    subject=_("Wycofano wniosek {{ number }}"),
    body=_("Dzień dobry,\n\n{{ institution }} wycofał(a) wniosek {{ number }} „{{ title }}”. Nie trzeba nic robić."),
    act=_("Zobacz wniosek"),
)
REMINDER = _kind(
    "reminder",
    title=_("Termin wniosku"),
    audience=_("ten, na kogo wniosek czeka: biuro, prezydent albo kierownik podmiotu"),
    occasion=_("tuż przed terminem i po nim, w dzień roboczy"),
    subject=_("Wniosek {{ number }}: {{ clock }}"),
    body=_("Dzień dobry,\n\nwniosek {{ number }} „{{ title }}” jest w stanie „{{ state }}”: {{ clock }}."),
    act=_("Zobacz wniosek"),
    more={"state": _("stan wniosku"), "clock": _("ile zostało dni roboczych")},
)


def submitted(motion: Motion, *, by: User) -> None:
    """Kept with the transaction that it speaks of, as all of these are; mail leaves when that is committed."""
    _send(SUBMITTED, motion, _but(by, office()), until=_until(motion))


def withdrawn(motion: Motion, *, by: User) -> None:
    _send(WITHDRAWN, motion, _but(by, office()))


def returned(motion: Motion) -> None:
    _send(RETURNED, motion, heads(motion), until=_until(motion))


def admitted(motion: Motion) -> None:
    _send(ADMITTED, motion, heads(motion))


def laid(motion: Motion) -> None:
    _send(LAID, motion, people_with(Right.DECIDE_MOTIONS), until=_until(motion))


def decided(motion: Motion) -> None:
    _send(DECIDED, motion, [*heads(motion), *office()], outcome=motion.get_state_display())


def remind(motion: Motion) -> int:
    """Whoever the motion waits for hears how its clock stands; how many people."""
    clock_now = clock_of(motion.due_on, clock.today())
    told = {"state": motion.get_state_display(), "clock": clock_now.sentence if clock_now else ""}
    people = list(awaited(motion))
    _send(REMINDER, motion, people, **told)
    return len(people)


def awaited(motion: Motion) -> list[User]:
    """The people on whom the motion waits; the office looks after what waits for the Commission."""
    if motion.waits_for == Party.INSTITUTION:
        return heads(motion)
    return people_with(Right.DECIDE_MOTIONS) if motion.waits_for == Party.PRESIDENT else office()


def office() -> list[User]:
    return people_with(Right.MANAGE_MOTIONS)


def heads(motion: Motion) -> list[User]:
    return people_with(Right.WRITE_MOTION, motion.institution)


def _but(one: User, people: Iterable[User]) -> list[User]:
    return [person for person in people if person.pk != one.pk]


def _until(motion: Motion) -> str:
    return long_date(motion.due_on) if motion.due_on else ""


def _send(kind: Kind, motion: Motion, people: Iterable[User], **told: str) -> None:
    words = {"number": motion.number, "title": motion.title, "institution": motion.institution.name, **told}
    for person in {one.pk: one for one in people}.values():
        services.send(kind.name, to=person, url=motion.get_absolute_url(), **words)
