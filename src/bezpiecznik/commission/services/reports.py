"""Writes of the yearly report: begun, worded, approved (and frozen), given to the council, announced."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.documents import REPORT, title_of
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.models import Commission, CommissionReport
from bezpiecznik.commission.models.reports import VARIABLE
from bezpiecznik.commission.queries.yearly import year_of
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.services.past import refuse_to_come
from bezpiecznik.commission.services.signs import sign_for
from bezpiecznik.commission.states import REPORT_NEXT, ReportState
from bezpiecznik.core import clock, journal
from bezpiecznik.core.fieldhistory import sign
from bezpiecznik.core.frozen import as_text
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.kinds import Material


def hold(report: CommissionReport, towards: ReportState | None = None) -> CommissionReport:
    """The row as it stands now, held; raises Refused where its state does not lead there."""
    held = CommissionReport.objects.select_for_update(of=("self",)).select_related("commission", "document")
    current = held.get(pk=report.pk)
    if towards is not None and towards not in REPORT_NEXT[ReportState(current.state)]:
        words = {"state": current.get_state_display(), "other": towards.label}
        raise Refused(_("Sprawozdanie jest w stanie „%(state)s”; nie da się przejść do „%(other)s”.") % words)
    return current


@transaction.atomic
def start_report(commission: Commission, *, year: int, by: User) -> CommissionReport:
    """Begin the report of a year; the texts of the year before are where the new ones start."""
    held = Commission.objects.select_for_update().get(pk=commission.pk)
    if not held.created_on.year <= year <= clock.today().year:
        raise Refused(_("Sprawozdanie pisze się za rok, w którym Komisja działała."))
    if held.reports.filter(year=year).exists():
        raise Refused(_("Sprawozdanie za ten rok już rozpoczęto."))
    before = held.reports.filter(year=year - 1).first()
    texts = {name: getattr(before, name) if before else "" for name in VARIABLE}
    report = CommissionReport(commission=held, year=year, made_by=by, **texts)
    sign(report, by=by)
    report.save()
    journal.record(Event.REPORT_STARTED, report, by=by, year=year)
    return report


@transaction.atomic
def change_texts(report: CommissionReport, *, seen: int, by: User, **texts: str) -> CommissionReport:
    """Put these words in the variable parts; saving the same changes nothing. Raises Refused once approved."""
    current = hold(report)
    if not current.is_draft:
        raise Refused(_("Sprawozdanie jest zatwierdzone: najpierw cofnij zatwierdzenie."))
    if seen != current.version:
        raise Refused(_("Ktoś zmienił te teksty w międzyczasie. Otwórz stronę jeszcze raz."))
    changed = [name for name, text in texts.items() if getattr(current, name) != text]
    if not changed:
        return current
    for name in changed:
        setattr(current, name, texts[name])
    current.version += 1
    sign(current, by=by)
    current.save()
    journal.record(Event.REPORT_CHANGED, current, by=by, fields=changed)
    return current


@transaction.atomic
def approve(report: CommissionReport, *, approved_on: date, by: User, case_sign: str = "") -> CommissionReport:
    """The president or starost has approved it: the year is frozen and the document made.

    Without a sign of the case the next one of the office's own is taken.
    """
    current = hold(report, ReportState.APPROVED)
    refuse_to_come(approved_on)
    if approved_on <= date(current.year, 12, 31):
        raise Refused(_("Zatwierdza się po końcu roku, którego dotyczy sprawozdanie."))
    if not current.assessment.strip():
        raise Refused(_("Wpisz najpierw ocenę ogólną."))
    year = year_of(current.commission, current.year, report=current, chair_on=approved_on) | {"draft": False}
    title, subject = title_of(current.year), f"commission-report:{current.pk}"
    sign = sign_for(title, sign=case_sign, day=approved_on, by=by)
    material = Material(current.year, as_text(year), title, subject=subject, case_sign=sign)
    current.document = documents.request_document(REPORT, material, issued_on=approved_on, by=by)
    current.state, current.approved_on = ReportState.APPROVED, approved_on
    _save(current, by=by)
    journal.record(
        Event.REPORT_APPROVED, current, by=by, number=current.document.number, sha256=current.document.snapshot_sha256
    )
    return current


@transaction.atomic
def reopen(report: CommissionReport, *, because: str, by: User) -> CommissionReport:
    """Take the approval back, before the council has the report; the document made keeps its number."""
    current = hold(report, ReportState.DRAFT)
    if not because.strip():
        raise Refused(_("Podaj, co trzeba poprawić."))
    current.state, current.approved_on = ReportState.DRAFT, None
    _save(current, by=by)
    journal.record(Event.REPORT_REOPENED, current, by=by, note=because.strip())
    return current


@transaction.atomic
def submit(
    report: CommissionReport, *, submitted_on: date, by: User, other_submitted_on: date | None = None
) -> CommissionReport:
    """The council has it; a joint commission gives it to each council."""
    current = hold(report, ReportState.SUBMITTED)
    refuse_to_come(submitted_on, other_submitted_on)
    if current.approved_on is None or submitted_on < current.approved_on:
        raise Refused(_("Radzie przekazuje się zatwierdzone sprawozdanie, nie wcześniej niż w dniu zatwierdzenia."))
    if current.commission.is_joint and other_submitted_on is None:
        raise Refused(_("Komisja wspólna składa sprawozdanie obu radom: podaj także dzień przekazania drugiej."))
    current.state, current.submitted_on = ReportState.SUBMITTED, submitted_on
    current.other_submitted_on = other_submitted_on if current.commission.is_joint else None
    _save(current, by=by)
    journal.record(Event.REPORT_SUBMITTED, current, by=by, submitted_on=str(submitted_on))
    return current


@transaction.atomic
def announce(
    report: CommissionReport, *, announced_on: date, journal_name: str, journal_position: str, by: User
) -> CommissionReport:
    """It stands in the journal of the voivodeship, under this position."""
    current = hold(report, ReportState.ANNOUNCED)
    refuse_to_come(announced_on)
    if current.submitted_on is None or announced_on < current.submitted_on:
        raise Refused(_("Ogłoszenie nie może być wcześniejsze niż przekazanie radzie."))
    current.state, current.announced_on = ReportState.ANNOUNCED, announced_on
    current.journal_name, current.journal_position = journal_name, journal_position
    _save(current, by=by)
    journal.record(
        Event.REPORT_ANNOUNCED, current, by=by, journal=journal_name, position=journal_position, on=str(announced_on)
    )
    return current


def _save(report: CommissionReport, *, by: User) -> None:
    report.version += 1
    sign(report, by=by)
    report.save()
