"""A made-up resident named in a draft, so that the demonstration shows how the house points it out."""

from bezpiecznik.institutions.models import Holding
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Period
from bezpiecznik.reporting.states import Outcome, PacketState

INSTITUTION = "MOPR"
WORDS = "Udzielono pomocy osobie zmyślonej: pani Maria Nibylska, tel. 600 000 000. Skierowano ją do punktu poradnictwa."


def name_somebody(period: Period) -> None:
    """In the first entry of an institution that is still filling in; nothing where it has sent its report already."""
    entry = (
        Entry.objects.filter(
            obligation__period=period, obligation__packet__institution__abbr=INSTITUTION,
            obligation__packet__state=PacketState.DRAFT, obligation__withdrawn_at=None,
        ).order_by("pk").first()
    )  # fmt: skip
    clerk = Holding.objects.current().filter(post__institution__abbr=INSTITUTION, post__role=Role.REPORTER).first()
    if entry and clerk:
        services.save_entry(
            entry, by=clerk.user, version=entry.version, outcome=Outcome.ONGOING, text=WORDS, reason="", numbers=[]
        )
