"""What institutions do with a packet: some early, some late, some never; some with the head's signature."""

from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.demo.cycle import fill, submit
from bezpiecznik.demo.simulation.life import Act, Life
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.states import PacketState

SILENT, LATE, BY_HEAD, BEGUN_ONLY = 0.05, 0.15, 0.3, 0.03
LATEST = 14
"""Days after the deadline that the latest report may take."""


def expect(life: Life, packet: Packet) -> None:
    """Draw when, and whether, this institution will answer, and put it in the agenda."""
    if life.happens(SILENT):
        return
    opens, due = packet.period.opens_on, packet.period.due_on
    early = life.random.randint(1, max(1, (due - opens).days))
    late = life.random.randint(1, LATEST) if life.happens(LATE) else 0
    when = opens.toordinal() + early + late + ((due - opens).days - early if late else 0)
    life.on(date.fromordinal(when), _half(packet.pk) if life.happens(BEGUN_ONLY) else report(packet.pk))


def report(packet_key: int) -> Act:
    """Fill in everything that is still blank and send it, or hand it over for the head's signature."""

    def act(life: Life) -> str:
        packet = _packet(packet_key)
        if not packet.is_editable or not queries.entries_of(packet):
            return ""
        clerk = life.town.clerks[packet.institution_id]
        for entry in _entries(packet):
            if not entry.is_complete:
                fill(entry, by=clerk, random=life.random)
        if life.happens(BY_HEAD):
            services.hand_over_for_signature(packet, by=clerk)
            life.after(life.random.randint(0, 3), sign(packet_key))
            return "handed_over"
        submit(packet, by=clerk, on=life.today)
        return "submitted"

    return act


def sign(packet_key: int) -> Act:
    """The head signs, or gives it back once in a while."""

    def act(life: Life) -> str:
        packet = _packet(packet_key)
        if packet.state != PacketState.TO_SIGN or not packet.period.is_open:
            return ""
        head = life.town.heads[packet.institution_id]
        if life.happens(0.1):
            services.take_back(packet, by=head, note="Proszę dopisać liczbę uczestników.")
            life.after(1, report(packet_key))
            return "taken_back"
        services.sign_packet(packet, by=head)
        return "submitted"

    return act


def correct(packet_key: int) -> Act:
    """Change some words that were sent back, and send again."""

    def act(life: Life) -> str:
        packet = _packet(packet_key)
        if packet.state != PacketState.RETURNED or not packet.period.is_open:
            return ""
        clerk: User = life.town.clerks[packet.institution_id]
        entries = _entries(packet)
        for entry in life.random.sample(entries, k=min(2, len(entries))):
            fill(entry, by=clerk, random=life.random)
        return report(packet_key)(life)

    return act


def _half(packet_key: int) -> Act:
    """Begin and never come back."""

    def act(life: Life) -> str:
        packet = _packet(packet_key)
        if not packet.is_editable:
            return ""
        for entry in _entries(packet)[::2]:
            fill(entry, by=life.town.clerks[packet.institution_id], random=life.random)
        return "begun"

    return act


def _packet(key: int) -> Packet:
    return Packet.objects.select_related("period__programme", "institution").get(pk=key)


def _entries(packet: Packet) -> list[Entry]:
    found = Entry.objects.filter(obligation__packet=packet, obligation__withdrawn_at=None)
    return list(
        found.select_related("obligation__responsibility__undertaking", "obligation__packet__period").order_by("pk")
    )
