"""Where the filling of reports from activities is seen: on cards of a report, and on an activity's page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.panels import Panel
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import holds
from bezpiecznik.reporting.access import OWN, own_packets
from bezpiecznik.reporting.models import Entry, EntryActivity, Obligation, Packet
from bezpiecznik.reporting.queries import feeding


def on_cards(packet: Packet, entries: Sequence[Entry]) -> dict[int, Panel]:
    """What the institution did in the period for the action, and the button that puts it into the report."""
    found = feeding.activities_for(entries, packet.period)
    if not found:
        return {}
    quoted = feeding.keys_quoted_in(entries)
    by_key = {entry.pk: entry for entry in entries}
    return {key: _part(by_key[key], rows, quoted.get(key, set())) for key, rows in found.items()}


def _part(entry: Entry, rows: list[Activity], quoted: set[int]) -> Panel:
    new = sum(row.pk not in quoted for row in rows)
    context = {
        "activities": sorted(rows, key=lambda row: (row.starts_on, row.pk)),
        "is_fed": entry.fed_at is not None,
        "new": new,
        "can_insert": bool(new) or not entry.text.strip(),
    }
    return Panel(_("Wasza działalność w tym okresie"), "reporting/_card_activities.html", context, weight=5)


@dataclass(frozen=True)
class Fed:
    """One entry of a report that the activity belongs to."""

    institution: str
    period: str
    code: str
    state: str
    url: str


def on_activity(user: User, activity: Activity) -> Panel | None:
    """What the activity feeds: reports of its bodies on its undertakings, in periods that hold its day."""
    if activity.joined_into:
        return None
    rows = [row for row in _obligations(activity) if row.period.starts_on <= activity.starts_on <= row.period.ends_on]
    own = set(own_packets(user, *OWN).filter(pk__in=[row.packet_id for row in rows]).values_list("pk", flat=True))
    shown = [row for row in rows if row.packet_id in own or holds(user, Right.READ_REPORTS, row.period.programme_id)]
    quoted = set(EntryActivity.objects.filter(activity=activity).values_list("entry", flat=True))
    feeds = [_fed(row, row.entry.pk in quoted, linked=row.packet_id in own) for row in shown]
    return Panel(_("Co zasila"), "reporting/_activity_feeds.html", {"feeds": feeds, "activity": activity}, weight=5)


def _obligations(activity: Activity) -> list[Obligation]:
    found = (
        Obligation.objects.in_force()
        .filter(
            packet__isnull=False,
            responsibility__institution__in=activity.bodies.values("institution"),
            responsibility__undertaking__in=activity.undertakings.values("undertaking"),
        )
        .select_related("period", "packet", "entry", "responsibility__institution", "responsibility__undertaking__area")
    )
    return list(found.order_by("-period__year", "-period__part", "pk"))


def _fed(obligation: Obligation, is_quoted: bool, *, linked: bool) -> Fed:
    packet, duty = obligation.packet, obligation.responsibility
    return Fed(
        institution=duty.institution.short,
        period=str(obligation.period),
        code=duty.undertaking.code,
        state=_state(obligation, is_quoted=is_quoted),
        url=f"{packet.get_absolute_url()}#wpis-{obligation.entry.pk}" if packet and linked else "",
    )


def _state(obligation: Obligation, *, is_quoted: bool) -> str:
    if is_quoted and obligation.entry.fed_at:
        return _("wstawiono propozycję, czeka na sprawdzenie")
    if is_quoted:
        return _("jest w sprawozdaniu")
    if obligation.packet and obligation.packet.is_editable:
        return _("można wstawić do sprawozdania")
    return _("sprawozdanie nie powołuje się na ten wpis")
