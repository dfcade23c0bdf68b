"""What the cards of a packet and the page of review show of doubts, and of lead and partners on one action."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from bezpiecznik.core.panels import Panel
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.queries.agreements import Contribution, contributions, last_sent, leads_say
from bezpiecznik.reporting.queries.packets import entries_of
from bezpiecznik.reporting.queries.substance import doubts_by_entry


def partners(packet: Packet, entries: Sequence[Entry]) -> dict[int, Panel]:
    """On cards of actions that the packet leads: what the other bodies submitted of the same action."""
    found = contributions(packet, entries)
    return {entry: _partners(entry, group) for entry, group in found.items() if group}


def _partners(entry: int, group: Sequence[Contribution]) -> Panel:
    silent = [one.institution.short for one in group if not one.sent]
    context = {"entry": entry, "contributions": group, "silent": silent}
    return Panel(_("Inne podmioty o tym działaniu"), "reporting/_partners.html", context, weight=20)


def leads(packet: Packet, entries: Sequence[Entry]) -> dict[int, Panel]:
    """On cards of actions in which the packet's body takes part: what leads say of its contribution."""
    return {
        entry: Panel(_("Stanowisko podmiotu odpowiedzialnego"), "reporting/_leads_say.html", {"said": said}, weight=30)
        for entry, said in leads_say(packet, entries).items()
    }


def after_sending(packet: Packet) -> list[tuple[Entry, list[Panel]]]:
    """The same for a packet that was sent: others may report later, and what leads say may be answered then."""
    entries = entries_of(packet)
    found = [maker(packet, entries) for maker in (partners, leads)]
    shown = ((entry, [panels[entry.pk] for panels in found if entry.pk in panels]) for entry in entries)
    return [(entry, panels) for entry, panels in shown if panels]


def doubts_under_review(packet: Packet, _entries: Sequence[Entry]) -> dict[int, Panel]:
    """To the reviewer: what was asked, and what the institution answered."""
    return {
        entry: Panel(_("Wątpliwości"), "reporting/_doubts_under_review.html", {"doubts": doubts}, weight=10)
        for entry, doubts in doubts_by_entry(packet).items()
    }


def partners_under_review(packet: Packet, entries: Sequence[Entry]) -> dict[int, Panel]:
    """To the reviewer: stances of the lead and joint numbers, as they were submitted."""
    submitted = last_sent([packet.pk], packet.period)
    found = contributions(packet, entries, submitted=submitted)
    told = {entry: [one for one in group if one.agreement or one.joint] for entry, group in found.items()}
    said = leads_say(packet, entries)
    return {
        entry: Panel(
            _("Uzgodnienie wspólnego wyniku"),
            "reporting/_agreements_under_review.html",
            {"contributions": told.get(entry, []), "said": said.get(entry, [])},
            weight=20,
        )
        for entry in {*told, *said}
        if told.get(entry) or said.get(entry)
    }
