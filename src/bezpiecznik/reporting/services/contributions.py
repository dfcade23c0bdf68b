"""Saving what one body adds to an entry of another's report."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Act, Contribution, Entry
from bezpiecznik.reporting.refusals import ContributionChanged, Refused
from bezpiecznik.reporting.services import receipts
from bezpiecznik.reporting.services.entries import Number
from bezpiecznik.reporting.services.holding import hold_packet_of
from bezpiecznik.reporting.services.receipts import Attempt


@transaction.atomic
def save_contribution(
    entry: Entry,
    institution: Institution,
    *,
    by: User,
    version: int,
    text: str,
    nothing: bool,
    numbers: Sequence[Number],
    attempt: Attempt | None = None,
) -> Contribution:
    """Keep what the institution adds. `version` is the one the person saw.

    Raises ContributionChanged when another one stands there now, Refused when the report was sent, or when the body is
    not asked. As `save_entry`, it answers a sending that came before with the version it made then.
    """
    packet = hold_packet_of(entry)
    current = _current(entry, institution)
    said: dict[str, Any] = {"text": text.strip(), "nothing": nothing, "numbers": [_plain(one) for one in numbers]}
    sent = [institution.pk, said]
    if receipt := receipts.known(attempt, Act.CONTRIBUTE, entry.pk, by=by, said=sent):
        current.version = receipt.version
        return current
    if not packet.is_editable or institution.pk not in queries.contributors_of(packet, [entry]).get(entry.pk, {}):
        raise Refused(_("Wkładu nie można już zmieniać: sprawozdanie przekazano dalej albo zamknięto okres."))
    if said == {name: getattr(current, name) for name in said}:
        return current
    if receipts.seen(version, attempt, Act.CONTRIBUTE, entry.pk, by=by) != current.version:
        raise ContributionChanged(current)
    if current.updated_by_id != by.pk:
        journal.record(Event.CONTRIBUTION_SAVED, packet, by=by, institution=institution.name, entry=entry.pk)
    for name, value in said.items():
        setattr(current, name, value)
    current.version, current.updated_at, current.updated_by = current.version + 1, clock.now(), by
    current.save()
    receipts.keep(attempt, Act.CONTRIBUTE, entry.pk, by=by, said=sent, version=current.version)
    return current


def _current(entry: Entry, institution: Institution) -> Contribution:
    """What stands there, or a new one not saved yet; the packet is held, so nobody makes a second."""
    found = Contribution.objects.select_related("updated_by").filter(entry=entry, institution=institution).first()
    return found or Contribution(entry=entry, institution=institution)


def _plain(number: Number) -> dict[str, str]:
    value = f"{number.value:f}"
    plain = value.rstrip("0").rstrip(".") if "." in value else value
    return {"measure": number.measure, "value": plain, "share": number.share, "coverage": number.coverage}
