"""What was reported about an action, period by period: shown on the action's page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.plans.panels import Panel
from bezpiecznik.plans.scopes import holds, scope_of
from bezpiecznik.reporting.access import OWN
from bezpiecznik.reporting.models import Agreement, Obligation, OneTimeLink, Period
from bezpiecznik.reporting.queries.agreements import disputes_about
from bezpiecznik.reporting.queries.joint import Total, given, totals
from bezpiecznik.reporting.queries.links import packet_to_write
from bezpiecznik.reporting.queries.packets import Words, latest_contents, words
from bezpiecznik.reporting.versions import EntryContent, entry_content

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
    """One period: who said what; to readers of all reports also what bodies counted, and where they disagree."""

    period: str
    voices: list[Voice]
    totals: list[Total] = field(default_factory=list)
    disputes: list[Agreement] = field(default_factory=list)


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
    reads_all = holds(user, Right.READ_REPORTS, programme)
    if not reads_all:
        found = [obligation for obligation in found if obligation.packet and obligation.packet.institution_id in own]
    if not found:
        return None
    sent = latest_contents({obligation.packet_id for obligation in found if obligation.packet_id})
    opens = holds(user, Right.REVIEW_REPORTS, programme)
    disputes = disputes_about(undertaking.pk) if reads_all else {}
    by_period: dict[Period, list[Obligation]] = {}
    for obligation in found:
        by_period.setdefault(obligation.period, []).append(obligation)
    context = {
        "periods": [
            Reported(
                str(period),
                [_voice(one, _words_of(one, sent), own, opens=opens) for one in group],
                _totals(group, sent) if reads_all else [],
                disputes.get(period.pk, []),
            )
            for period, group in by_period.items()
        ]
    }
    return Panel(_("Sprawozdania"), "reporting/panel.html", context, weight=10)


def _words_of(obligation: Obligation, sent: dict[int, EntryContent]) -> Words | None:
    return words(str(obligation.period), sent[obligation.pk]) if obligation.pk in sent else None


def _totals(obligations: Sequence[Obligation], sent: dict[int, EntryContent]) -> list[Total]:
    """Measures that several bodies submitted; one body's number stands with its words already."""
    numbers = [
        number
        for one in obligations
        if one.pk in sent
        for number in given(one.responsibility.institution.short, sent[one.pk]["numbers"])
    ]
    return [total for total in totals(numbers) if len(total.bodies) > 1]


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
