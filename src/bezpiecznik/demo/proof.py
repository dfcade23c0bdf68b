"""What the pages of proof show in the demonstration: who the office is, an entry said anew, and a check that held."""

from bezpiecznik.accounts.models import User
from bezpiecznik.core import options, verification
from bezpiecznik.core.identity import CONTACT_EMAIL, OFFICE_NAME, UNIT_NAME
from bezpiecznik.core.models import Verification
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry
from bezpiecznik.reporting.services import Number
from bezpiecznik.reporting.states import PacketState, PeriodState

ADDED = " Wnioski omówiono na odprawie i przekazano partnerom."


def prove(programme: Programme, *, by: User) -> None:
    """Run again, it changes nothing: the pages stay as the visitor left them."""
    if Verification.objects.exists():
        return
    for option, value in (
        (UNIT_NAME, programme.unit),
        (OFFICE_NAME, "Biuro Bezpieczeństwa i Zarządzania Kryzysowego"),
        (CONTACT_EMAIL, "bezpieczenstwo@miasto.example"),
    ):
        options.change(option, value, seen=options.stamp(option), by=by)
    _say_anew("KMP")
    verification.keep(verification.run(), by=by)


def _say_anew(abbr: str) -> None:
    """One entry of a draft, changed by a colleague of whoever wrote it: its history has something to show."""
    head = User.objects.filter(holdings__post__institution__abbr=abbr).order_by("-pk").first()
    drafts = Entry.objects.filter(
        obligation__packet__institution__abbr=abbr,
        obligation__packet__state__in=(PacketState.DRAFT, PacketState.RETURNED),
        obligation__period__state=PeriodState.OPEN,
        version__gt=0,
        outcome="ongoing",
    )
    entry = drafts.order_by("pk").first()
    if head and entry:
        numbers = [Number(kept.measure, kept.value, kept.share, kept.coverage) for kept in entry.numbers.all()]
        services.save_entry(
            entry, by=head, version=entry.version, outcome=entry.outcome, text=entry.text + ADDED, reason="",
            numbers=numbers,
        )  # fmt: skip
