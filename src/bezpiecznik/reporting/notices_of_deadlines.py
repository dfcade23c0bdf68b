"""What reporting writes to institutions about deadlines: moved for all, or for one by an exception."""

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.recipients import people_by_institution, people_with
from bezpiecznik.institutions.rights import Right
from bezpiecznik.notices import services
from bezpiecznik.notices.kinds import Kind, register
from bezpiecznik.reporting.models import LockException, Packet, Period
from bezpiecznik.reporting.notices import INSTITUTION, PERIOD

REASON = _("powód, który podano")
EXAMPLES = {"institution": "KMP", "period": "I półrocze 2026", "reason": "Choroba osoby, która sprawozdaje."}

GRANTED = register(
    Kind(
        name="reporting.exception_granted",
        title=_("Więcej czasu na sprawozdanie"),
        audience=_("sprawozdawcy podmiotu"),
        occasion=_("gdy koordynator udzieli wyjątku od terminu albo blokady"),
        subject=_("Sprawozdanie za {{ period }}: więcej czasu, do {{ until }}"),
        body=_(
            "Dzień dobry,\n\nsprawozdanie {{ institution }} za {{ period }} można wypełniać i złożyć do {{ until }} "
            "włącznie. {{ counts }}\n\nPowód: {{ reason }}"
        ),
        variables={
            "institution": INSTITUTION, "period": PERIOD, "until": _("ostatni dzień wyjątku"),
            "counts": _("zdanie o tym, czy złożone do tego dnia będzie w terminie"), "reason": REASON,
        },
        examples={**EXAMPLES, "until": "20 lipca 2026 r.", "counts": "Złożone do tego dnia będzie w terminie."},
        required=("until",),
        act=_("Otwórz sprawozdanie"),
    )
)  # fmt: skip
WITHDRAWN = register(
    Kind(
        name="reporting.exception_withdrawn",
        title=_("Cofnięty wyjątek od terminu"),
        audience=_("sprawozdawcy podmiotu"),
        occasion=_("gdy koordynator cofnie wyjątek od terminu albo blokady"),
        subject=_("Sprawozdanie za {{ period }}: obowiązuje termin okresu"),
        body=_(
            "Dzień dobry,\n\nwyjątek dla sprawozdania {{ institution }} za {{ period }} (do {{ until }}) został "
            "cofnięty. Obowiązują terminy okresu: prosimy o sprawozdanie do {{ due }}.\n\nPowód: {{ reason }}"
        ),
        variables={
            "institution": INSTITUTION, "period": PERIOD, "until": _("ostatni dzień cofniętego wyjątku"),
            "due": _("termin składania"), "reason": REASON,
        },
        examples={**EXAMPLES, "until": "20 lipca 2026 r.", "due": "14 lipca 2026 r."},
        required=("due",),
        act=_("Otwórz sprawozdanie"),
    )
)  # fmt: skip
MOVED = register(
    Kind(
        name="reporting.days_moved",
        title=_("Inny termin sprawozdania"),
        audience=_("sprawozdawcy podmiotów, które jeszcze nie złożyły sprawozdania"),
        occasion=_("gdy koordynator zmieni terminy otwartego okresu"),
        subject=_("Sprawozdanie za {{ period }}: prosimy do {{ due }}"),
        body=_(
            "Dzień dobry,\n\nzmienił się termin sprawozdania {{ institution }} za {{ period }}. Prosimy o nie do "
            "{{ due }}. {{ lock }}\n\nPowód zmiany: {{ reason }}"
        ),
        variables={
            "institution": INSTITUTION, "period": PERIOD, "due": _("nowy termin składania"),
            "lock": _("zdanie o blokadzie, jeśli jest"), "reason": REASON,
        },
        examples={**EXAMPLES, "due": "20 lipca 2026 r.", "lock": "Od 10 sierpnia 2026 r. okres będzie zablokowany."},
        required=("due",),
        act=_("Otwórz sprawozdanie"),
    )
)  # fmt: skip


def exception_granted(packet: Packet, granted: LockException) -> None:
    counts = _g("Złożone do tego dnia będzie w terminie.") if granted.moves_deadline else ""
    _to_writers(
        GRANTED, packet, until=f"{long_date(granted.until)} r.", counts=counts, reason=granted.reason,
    )  # fmt: skip


def exception_withdrawn(packet: Packet, withdrawn: LockException, *, reason: str) -> None:
    until, due = (f"{long_date(day)} r." for day in (withdrawn.until, packet.period.due_on))
    _to_writers(WITHDRAWN, packet, until=until, due=due, reason=reason)


def _to_writers(kind: Kind, packet: Packet, **words: str) -> None:
    said = {"institution": packet.institution.short, "period": str(packet.period)}
    for person in people_with(Right.WRITE_REPORT, packet.institution):
        services.send(kind.name, to=person, url=packet.get_absolute_url(), **said, **words)


def days_moved(period: Period, *, reason: str) -> None:
    """Tell the reporters of each institution whose report is still awaited."""
    reporters = people_by_institution(Right.WRITE_REPORT)
    lock = (
        _g("Od %s okres będzie zablokowany.") % f"{long_date(period.locks_on)} r."
        if period.locks_on is not None
        else ""
    )
    waiting = period.packets.waiting_for_institution().asked().select_related("institution").with_exceptions()
    services.send_to_all(
        MOVED.name,
        [
            services.Letter(
                person,
                packet.get_absolute_url(),
                {
                    "institution": packet.institution.short, "period": str(period), "lock": lock, "reason": reason,
                    "due": f"{long_date(packet.deadline.due_on)} r.",
                },
            )
            for packet in waiting.order_by("pk")
            for person in reporters.get(packet.institution_id, ())
        ],
    )  # fmt: skip
