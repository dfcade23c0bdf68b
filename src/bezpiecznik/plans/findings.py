"""Faults of the adopted document, kept with the programme until its next change: every write."""

import re
from collections.abc import Iterable
from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import DocumentFinding, FindingState, Programme
from bezpiecznik.resolution.model import Finding

PLACE = re.compile(r"A(\d{1,4}\.\d{1,4})|(P\d{1,4})")


@transaction.atomic
def keep_findings(programme: Programme, findings: Iterable[Finding]) -> int:
    """Store the faults with a new programme, each with the undertakings that it speaks of; how many they were."""
    rows = [_row(programme, no, finding) for no, finding in enumerate(findings, start=1)]
    for row in rows:
        row.fill_search_text()
    DocumentFinding.objects.bulk_create(rows)
    by_code = {row.code: row.pk for row in programme.undertakings.select_related("area")}
    link = DocumentFinding.undertakings.through
    link.objects.bulk_create(
        link(documentfinding_id=row.pk, undertaking_id=by_code[code])
        for row in rows
        for code in dict.fromkeys(codes_of(row.places))
        if code in by_code
    )
    return len(rows)


def codes_of(places: Iterable[str]) -> list[str]:
    """Codes of undertakings among the places: `3.13` for A3.13, `P9` for P9."""
    found = (PLACE.fullmatch(place) for place in places)
    return [match[1] or match[2] for match in found if match]


def _row(programme: Programme, no: int, finding: Finding) -> DocumentFinding:
    return DocumentFinding(
        programme=programme,
        no=no,
        code=finding.code,
        severity=finding.severity,
        subject=finding.subject,
        places=list(finding.places),
        message=finding.message,
        repairs=[asdict(repair) for repair in finding.repairs],
    )


@transaction.atomic
def settle(finding: DocumentFinding, *, by: User) -> None:
    """The fault was put in order, or will be by the change in hand. Raises Refused when it is not open."""
    locked = _open(finding)
    _decide(locked, FindingState.SETTLED, reason="", by=by)
    journal.record(Event.FINDING_SETTLED, locked.programme, by=by, finding=locked.message)


@transaction.atomic
def set_aside(finding: DocumentFinding, *, reason: str, by: User) -> None:
    """The fault will not be put in order, for a reason. Raises Refused when it is not open."""
    locked = _open(finding)
    _decide(locked, FindingState.SET_ASIDE, reason=reason, by=by)
    journal.record(Event.FINDING_SET_ASIDE, locked.programme, by=by, finding=locked.message, reason=reason)


@transaction.atomic
def reopen(finding: DocumentFinding, *, by: User) -> None:
    """Put the fault back among those to settle. Raises Refused when it is there."""
    locked = _locked(finding)
    if locked.is_open:
        raise Refused(_("Ta sprawa jest już otwarta."))
    locked.state, locked.reason, locked.decided_at, locked.decided_by = FindingState.OPEN, "", None, None
    locked.save(update_fields=("state", "reason", "decided_at", "decided_by"))
    journal.record(Event.FINDING_REOPENED, locked.programme, by=by, finding=locked.message)


def _locked(finding: DocumentFinding) -> DocumentFinding:
    rows = DocumentFinding.objects.select_for_update(of=("self",)).select_related("programme", "decided_by")
    return rows.get(pk=finding.pk)


def _open(finding: DocumentFinding) -> DocumentFinding:
    locked = _locked(finding)
    if not locked.is_open and locked.decided_by:
        sentence = _("Tę sprawę zamknięto już (%(state)s): %(who)s. Otwórz ją ponownie, jeśli to pomyłka.")
        raise Refused(sentence % {"state": locked.get_state_display(), "who": locked.decided_by.get_full_name()})
    return locked


def _decide(finding: DocumentFinding, state: FindingState, *, reason: str, by: User) -> None:
    finding.state, finding.reason = state, reason
    finding.decided_at, finding.decided_by = clock.now(), by
    finding.save(update_fields=("state", "reason", "decided_at", "decided_by"))
