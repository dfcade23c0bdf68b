"""What reporting writes to people: to those who write and sign in institutions, and to the office.

A message is put in the queue within the transaction it speaks of, and leaves after that is committed.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Protocol

from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.institutions.recipients import people_by_institution, people_with
from bezpiecznik.institutions.rights import Right
from bezpiecznik.notices import services
from bezpiecznik.notices.kinds import Kind, register
from bezpiecznik.reporting.models import Packet, Period, Remark
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
            "Uwaga koordynatora:\n{{ note }}\n\n{{ fields }}"
        ),
        variables={
            "institution": INSTITUTION,
            "period": PERIOD,
            "note": _("uwaga koordynatora"),
            "fields": _(
                "uwagi do poszczególnych działań i pól, każda w wierszu, i dzień, do którego prosimy o poprawę"
            ),
        },
        examples={
            **EXAMPLES,
            "note": _("Proszę podać, ilu osób dotyczyły działania."),
            "fields": _(
                "Do uzupełnienia:\n– działanie 1.2, liczby: Ile osób przeszkolono?\n\n"
                "Prosimy o poprawę do 20 lipca 2026 r."
            ),
        },
        required=("note",),
        private=("note", "fields"),
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

UNDONE = register(
    Kind(
        name="reporting.acceptance_undone",
        title=_("Cofnięte przyjęcie sprawozdania"),
        audience=_("sprawozdawcy podmiotu"),
        occasion=_("gdy koordynator cofnie przyjęcie zaraz po nim"),
        subject=_("Sprawozdanie za {{ period }} jeszcze czeka na przyjęcie"),
        body=_(
            "Dzień dobry,\n\nprzyjęcie sprawozdania {{ institution }} za {{ period }} cofnięto: biuro czyta je jeszcze "
            "raz. Na razie nie trzeba nic robić."
        ),
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


def packet_returned(packet: Packet, *, note: str, correct_by: date | None = None) -> None:
    """With the remarks that stand, place by place: what to mend is known before the page is opened."""
    until = packet.deadline.open_until if correct_by is None else correct_by
    asked = _g("Prosimy o poprawę do %s r.") % long_date(until) if until and until >= clock.today() else ""
    said = "\n\n".join(words for words in (_remarks(packet), asked) if words)
    _to_institution(RETURNED, packet, Right.WRITE_REPORT, note=note, fields=said)


def _remarks(packet: Packet) -> str:
    standing = Remark.objects.filter(entry__obligation__packet=packet, settled_at=None).select_related(
        "entry__obligation__responsibility__undertaking__area"
    )
    lines = [f"– {remark_place(remark)}: {remark.text}" for remark in standing]
    return "\n".join((_g("Do uzupełnienia:"), *lines)) if lines else ""


def remark_place(remark: Remark) -> str:
    """„działanie 1.2, liczby”: the action, and the field where the remark names one."""
    code = _g("działanie %s") % remark.entry.obligation.responsibility.undertaking.code
    return f"{code}, {remark.get_field_display()}" if remark.field else code


def acceptance_undone(packet: Packet) -> None:
    _to_institution(UNDONE, packet, Right.WRITE_REPORT)


def packet_to_sign(packet: Packet) -> None:
    _to_institution(TO_SIGN, packet, Right.SIGN_REPORT, due=long_date(packet.deadline.due_on))


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
