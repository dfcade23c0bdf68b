"""A year that institutions reported themselves: real packets, submitted and frozen, with words to be followed."""

from datetime import date
from decimal import Decimal

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Period
from bezpiecznik.reporting.services import Number
from bezpiecznik.reporting.states import Coverage, Outcome, Share

WORDS = (
    "W 2022 r. skierowano {n} patroli, m.in. przy ul. Długiej. Ujawniono 12 wykroczeń. Wnioski omówiono z radami.",
    "Zorganizowano {n} spotkań z seniorami. Uczestnikom rozdano materiały o oszustwach „na wnuczka”.",
    "Przeprowadzono {n} kontroli punktów sprzedaży! Nieprawidłowości usunięto. Kolejne zaplanowano na wrzesień.",
)


def year_reported(programme: Programme, reporters: dict[Institution, User], *, by: User) -> Period:
    """2022, in which each of these institutions said something of each duty, closed."""
    opens, due = date(2023, 1, 2), date(2023, 1, 31)
    planned = services.plan_period(programme, year=2022, part=0, opens_on=opens, due_on=due, by=by)
    services.open_period(planned, by=by)
    for institution, reporter in reporters.items():
        _report(planned, institution, by=reporter)
    services.close_period(planned, by=by)
    return planned


def _report(period: Period, institution: Institution, *, by: User) -> None:
    packet = period.packets.get(institution=institution)
    entries = Entry.objects.filter(obligation__packet=packet).order_by("pk")
    for at, entry in enumerate(entries.select_related("obligation__responsibility__undertaking")):
        did = at % 4 != 3
        services.save_entry(
            entry, by=by, version=entry.version,
            outcome=Outcome.DONE if did else Outcome.NOTHING_DONE,
            text=WORDS[(at + institution.pk) % len(WORDS)].format(n=at + 3) if did else "",
            reason="" if did else f"Nie przewidziano środków na to zadanie ({institution.short}).",
            numbers=[Number("liczba patroli", Decimal(at + 3), Share.OWN, Coverage.UNIT)] if did else [],
        )  # fmt: skip
    packet.refresh_from_db()
    services.submit_packet(
        packet, by=by, signatory=f"Kierownik {institution.short}", signatory_function="kierownik",
        signed_on=date(2023, 1, 10),
    )  # fmt: skip
