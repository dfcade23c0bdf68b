"""The shortest ways to fill in a packet and to send it."""

from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Entry, Packet

OPENS, DUE = date(2022, 12, 1), date(2023, 1, 20)
SIGNED = {"signatory": "Halina Kierownicza", "signatory_function": "Komendant", "signed_on": date(2023, 1, 4)}


def say(
    entry: Entry, *, by: User, outcome: str = "done", text: str = "Odbyto 120 patroli.", reason: str = "",
    numbers: tuple[services.Number, ...] = (),
) -> Entry:  # fmt: skip
    """Save over whatever stands there now."""
    version = Entry.objects.get(pk=entry.pk).version
    return services.save_entry(
        entry, by=by, version=version, outcome=outcome, text=text, reason=reason, numbers=numbers
    )


def fill(packet: Packet, *, by: User) -> None:
    for entry in queries.entries_of(packet):
        say(entry, by=by)


def send(packet: Packet, *, by: User) -> Packet:
    """Fill in every entry and submit with a signature on paper."""
    fill(packet, by=by)
    services.submit_packet(packet, by=by, **SIGNED)
    packet.refresh_from_db()
    return packet
