"""What was reported about an action, period by period: shown on the action's page."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.plans.panels import Panel
from bezpiecznik.plans.scopes import holds, scope_of
from bezpiecznik.reporting.access import OWN
from bezpiecznik.reporting.models import Obligation, OneTimeLink
from bezpiecznik.reporting.queries.links import packet_to_write
from bezpiecznik.reporting.queries.packets import Words, latest_contents, words
from bezpiecznik.reporting.versions import entry_content

LINKS_SHOWN = 5


@dataclass(frozen=True)
class Voice:
    """One institution's words in one period; none when nothing was sent, or not to this reader."""

    institution: str
    role: str
    state: str
    words: Words | None
    url: str


@dataclass(frozen=True)
class Reported:
    period: str
    voices: list[Voice]


def reports(user: User, undertaking: Undertaking) -> Panel | None:
    """Newest period first, leads before partners. Drafts are seen only by people of the institution."""
    programme = undertaking.programme_id
    own = frozenset(
        institution
        for right in OWN
        for institution in rights_of(user).institutions(right)
        if scope_of(user, right, institution).holds(programme)
    )
    found = _obligations(undertaking)
    if not holds(user, Right.READ_REPORTS, programme):
        found = [obligation for obligation in found if obligation.packet and obligation.packet.institution_id in own]
    if not found:
        return None
    sent = latest_contents({obligation.packet_id for obligation in found if obligation.packet_id})
    opens = holds(user, Right.REVIEW_REPORTS, programme)
    by_period: dict[str, list[Voice]] = {}
    for obligation in found:
        period = str(obligation.period)
        said = words(period, sent[obligation.pk]) if obligation.pk in sent else None
        by_period.setdefault(period, []).append(_voice(obligation, said, own, opens=opens))
    context = {"periods": [Reported(period, voices) for period, voices in by_period.items()]}
    return Panel(_("Sprawozdania"), "reporting/panel.html", context, weight=10)


def _obligations(undertaking: Undertaking) -> list[Obligation]:
    found = Obligation.objects.in_force().filter(responsibility__undertaking=undertaking)
    found = found.select_related(
        "period", "packet__institution", "responsibility__institution", "responsibility__undertaking__area", "entry"
    ).prefetch_related("entry__numbers")
    return list(
        found.order_by(
            "-period__year", "-period__part", "responsibility__role", "responsibility__place", "responsibility__pk"
        )
    )


def _voice(obligation: Obligation, said: Words | None, own: frozenset[int], *, opens: bool) -> Voice:
    packet, duty = obligation.packet, obligation.responsibility
    is_own = packet is not None and packet.institution_id in own
    if packet and is_own and packet.is_with_institution and obligation.entry.version:
        said = words(str(obligation.period), entry_content(obligation.entry))
    state = packet.get_state_display() if packet else str(_("nikt nie sprawozdaje"))
    url = packet.get_absolute_url() if packet and (is_own or opens or packet.submitted_at) else ""
    return Voice(duty.institution.short, duty.get_role_display(), state, said, url)


def links(user: User, institution: Institution) -> Panel | None:
    """On an institution's page: who may fill in its report without an account. For those who ask for reports."""
    if not rights_of(user).has(Right.MANAGE_LETTERS):
        return None
    found = OneTimeLink.objects.filter(institution=institution).select_related("user").with_last_token()
    context = {
        "institution": institution,
        "links": found.order_by("-pk")[:LINKS_SHOWN],
        "asked": packet_to_write(institution) is not None,
    }
    return Panel(_("Sprawozdanie bez konta"), "reporting/links_panel.html", context, weight=40)
