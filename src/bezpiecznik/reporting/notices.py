"""What reporting writes to people: to those who write and sign in institutions, and to the office.

A message is put in the queue within the transaction it speaks of, and leaves after that is committed.
"""

from collections.abc import Collection, Mapping
from typing import Protocol

from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.institutions.recipients import people_by_institution, people_with
from bezpiecznik.institutions.rights import Right
from bezpiecznik.notices import services
from bezpiecznik.notices.kinds import Kind, register
from bezpiecznik.reporting.models import Packet, Period
from bezpiecznik.reporting.states import WAITING


class Difference(Protocol):
    """How many obligations of a packet came and went."""

    @property
    def added(self) -> int: ...
    @property
    def withdrawn(self) -> int: ...


INSTITUTION = _("skrót albo nazwa podmiotu")
PERIOD = _("okres, np. I półrocze 2026")
EXAMPLES = {"institution": "KMP", "period": "I półrocze 2026", "due": "20 lipca 2026"}

OPENED = register(
    Kind(
        name="reporting.opened",
        title=_("Otwarcie okresu sprawozdawczego"),
        audience=_("sprawozdawcy podmiotu"),
        occasion=_("gdy koordynator otworzy okres"),
        subject=_("Prosimy o sprawozdanie za {{ period }} do {{ due }}"),
        body=_(
            "Dzień dobry,\n\nprosimy o sprawozdanie {{ institution }} z realizacji programu za {{ period }}. "
            "Termin: {{ due }}.\n\nNa jednej stronie czekają tylko działania Państwa podmiotu, a przy nich słowa "
            "z poprzedniego okresu. Wpisy zapisują się w trakcie pisania."
        ),
        variables={"institution": INSTITUTION, "period": PERIOD, "due": _("termin składania")},
        examples=EXAMPLES,
        required=("due",),
        act=_("Otwórz sprawozdanie"),
    )
)
CHANGED = register(
    Kind(
        name="reporting.changed",
        title=_("Zmieniło się, o czym jest sprawozdanie"),
        audience=_("sprawozdawcy podmiotu"),
        occasion=_("gdy zmiana programu albo terminarza zmieni obowiązki w otwartym okresie"),
        subject=_("Zmiana w sprawozdaniu za {{ period }}"),
        body=_(
            "Dzień dobry,\n\nzmienił się program, a z nim sprawozdanie {{ institution }} za {{ period }}. {{ change }} "
            "To, co już wpisano, zostaje. Termin: {{ due }}."
        ),
        variables={
            "institution": INSTITUTION,
            "period": PERIOD,
            "change": _("ile działań przybyło i ile ubyło"),
            "due": _("termin składania"),
        },
        examples={**EXAMPLES, "change": "Przybyło: 2 działania. Ubyło: 1 działanie."},
        required=("change",),
        act=_("Otwórz sprawozdanie"),
    )
)
RETURNED = register(
    Kind(
        name="reporting.returned",
        title=_("Sprawozdanie zwrócone do poprawy"),
        audience=_("sprawozdawcy podmiotu"),
        occasion=_("gdy koordynator zwróci sprawozdanie albo otworzy je ponownie"),
        subject=_("Sprawozdanie za {{ period }} wymaga poprawy"),
        body=_(
            "Dzień dobry,\n\nprosimy o poprawę sprawozdania {{ institution }} za {{ period }}.\n\n"
            "Uwaga koordynatora:\n{{ note }}\n\nUwagi do poszczególnych działań są na stronie sprawozdania."
        ),
        variables={"institution": INSTITUTION, "period": PERIOD, "note": _("uwaga koordynatora")},
        examples={**EXAMPLES, "note": _("Proszę podać, ilu osób dotyczyły działania.")},
        required=("note",),
        private=("note",),
        act=_("Popraw sprawozdanie"),
    )
)
TO_SIGN = register(
    Kind(
        name="reporting.to_sign",
        title=_("Sprawozdanie czeka na podpis"),
        audience=_("kierownik podmiotu"),
        occasion=_("gdy sprawozdawca przekaże sprawozdanie do podpisu"),
        subject=_("Do podpisu: sprawozdanie za {{ period }}"),
        body=_(
            "Dzień dobry,\n\nsprawozdanie {{ institution }} za {{ period }} jest gotowe i czeka na Państwa podpis. "
            "Termin złożenia: {{ due }}."
        ),
        variables={"institution": INSTITUTION, "period": PERIOD, "due": _("termin składania")},
        examples=EXAMPLES,
        act=_("Przeczytaj i podpisz"),
    )
)
SUBMITTED = register(
    Kind(
        name="reporting.submitted",
        title=_("Wpłynęło sprawozdanie"),
        audience=_("koordynator programu"),
        occasion=_("gdy podmiot złoży sprawozdanie"),
        subject=_("Wpłynęło sprawozdanie: {{ institution }}, {{ period }}"),
        body=_("Dzień dobry,\n\n{{ institution }} składa sprawozdanie za {{ period }}. Czeka na przyjęcie."),
        variables={"institution": INSTITUTION, "period": PERIOD},
        examples=EXAMPLES,
        act=_("Przejrzyj sprawozdanie"),
        duty=False,
    )
)
ACCEPTED = register(
    Kind(
        name="reporting.accepted",
        title=_("Sprawozdanie przyjęte"),
        audience=_("sprawozdawcy podmiotu"),
        occasion=_("gdy koordynator przyjmie sprawozdanie"),
        subject=_("Przyjęto sprawozdanie za {{ period }}"),
        body=_("Dzień dobry,\n\nsprawozdanie {{ institution }} za {{ period }} zostało przyjęte. Dziękujemy."),
        variables={"institution": INSTITUTION, "period": PERIOD},
        examples=EXAMPLES,
        act=_("Zobacz sprawozdanie"),
        duty=False,
    )
)

LINK = register(
    Kind(
        name="reporting.link",
        title=_("Łącze jednorazowe do sprawozdania"),
        audience=_("osoba bez konta, wskazana przez koordynatora"),
        occasion=_("gdy koordynator wyśle łącze albo adresat poprosi o nowe"),
        subject=_("Sprawozdanie: {{ institution }}"),
        body=_(
            "Dzień dobry,\n\nprosimy o wypełnienie sprawozdania, które składa {{ institution }}. Nie trzeba zakładać "
            "konta: przycisk otwiera stronę tylko z tym sprawozdaniem.\n\n"
            "Łącze działa do {{ due }} i otwiera się raz. Jeśli trzeba będzie wrócić do sprawozdania, na stronie "
            "łącza można jednym przyciskiem zamówić nowe na ten sam adres. Prosimy nie przekazywać go dalej."
        ),
        variables={"institution": _("nazwa podmiotu"), "due": _("dzień, do którego działa łącze")},
        examples={"institution": "Komenda Miejska Policji", "due": "20 lipca 2026 r."},
        required=("due",),
        act=_("Otwórz sprawozdanie"),
        urgent=True,
        secret=True,
    )
)


def period_opened(period: Period, *, besides: Collection[int] = ()) -> None:
    """Ask the reporters of each institution that has something to report, but for packets with these keys."""
    reporters, due = people_by_institution(Right.WRITE_REPORT), long_date(period.due_on)
    asked = period.packets.asked().exclude(pk__in=besides).select_related("institution", "period").order_by("pk")
    services.send_to_all(
        OPENED.name,
        [
            services.Letter(person, packet.get_absolute_url(), {**_words(packet), "due": due})
            for packet in asked
            for person in reporters.get(packet.institution_id, ())
        ],
    )


def period_changed(period: Period, changed: Mapping[int, Difference]) -> None:
    """Tell the reporters of packets that they still fill in what came and what went; by the packet's key."""
    reporters, due = people_by_institution(Right.WRITE_REPORT), long_date(period.due_on)
    found = period.packets.filter(pk__in=changed, state__in=WAITING).select_related("institution", "period")
    services.send_to_all(
        CHANGED.name,
        [
            services.Letter(
                person,
                packet.get_absolute_url(),
                {**_words(packet), "change": _change(changed[packet.pk]), "due": due},
            )
            for packet in found.order_by("pk")
            for person in reporters.get(packet.institution_id, ())
        ],
    )


def _change(difference: Difference) -> str:
    said = []
    if difference.added:
        said.append(_g("Przybyło: %(n)s %(words)s.") % _counted(difference.added))
    if difference.withdrawn:
        said.append(_g("Ubyło: %(n)s %(words)s.") % _counted(difference.withdrawn))
    return " ".join(said)


def _counted(n: int) -> dict[str, object]:
    return {"n": n, "words": forms(n, _g("działanie,działania,działań"))}


def packet_returned(packet: Packet, *, note: str) -> None:
    _to_institution(RETURNED, packet, Right.WRITE_REPORT, note=note)


def packet_to_sign(packet: Packet) -> None:
    _to_institution(TO_SIGN, packet, Right.SIGN_REPORT, due=long_date(packet.period.due_on))


def packet_accepted(packet: Packet) -> None:
    _to_institution(ACCEPTED, packet, Right.WRITE_REPORT)


def packet_submitted(packet: Packet) -> None:
    """Tell the office."""
    url = reverse("reporting:review", args=(packet.pk,))
    for person in people_with(Right.REVIEW_REPORTS):
        services.send(SUBMITTED.name, to=person, url=url, **_words(packet))


def _to_institution(kind: Kind, packet: Packet, right: Right, **words: str) -> None:
    for person in people_with(right, packet.institution):
        services.send(kind.name, to=person, url=packet.get_absolute_url(), **_words(packet), **words)


def _words(packet: Packet) -> dict[str, str]:
    return {"institution": packet.institution.short, "period": str(packet.period)}
