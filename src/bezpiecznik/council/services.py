"""Every write about matters for the council: papers, what was sent, what the council decided, and steps back."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.fieldhistory import sign
from bezpiecznik.council import queries
from bezpiecznik.council.events import Event
from bezpiecznik.council.models import Matter
from bezpiecznik.council.papers.material import resolution_material, state_material, submission_material
from bezpiecznik.council.states import NEXT, OUTCOMES, MatterKind, MatterState
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.kinds import KINDS, NotReady, Wanted
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.models import Programme


@transaction.atomic
def open_matter(programme: Programme, *, kind: MatterKind, year: int, by: User) -> Matter:
    """A matter of the year; the words of last year's justification are where the new one starts.

    Raises Refused for one that stands already, and for a year that did not begin yet.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)
    if Matter.objects.standing().filter(programme=programme, kind=kind, year=year).exists():
        raise Refused(_("Taka sprawa za ten rok już jest."))
    if year > clock.today().year:
        raise Refused(_("Tego roku jeszcze nie było."))
    former = queries.former_of(Matter.objects.all(), kind, year)
    matter = Matter(
        programme=programme, kind=kind, year=year, opened_by=by, justification=former.justification if former else ""
    )
    _save(matter, by=by)
    journal.record(Event.OPENED, matter, by=by)
    return matter


@transaction.atomic
def write_justification(matter: Matter, *, text: str, version: int, by: User) -> None:
    """Put these words in. Raises Refused once papers went to the council, or when somebody wrote meanwhile."""
    held = _held(matter)
    if held.justification == text.strip():
        return
    if not held.is_draft:
        raise Refused(_("Sprawa poszła już do rady: uzasadnienia się nie zmienia."))
    if held.version != version:
        raise Refused(_("W międzyczasie ktoś zmienił uzasadnienie. Otwórz stronę jeszcze raz i porównaj."))
    held.justification = text.strip()
    _save(held, by=by)
    journal.record(Event.WORDED, held, by=by)


@transaction.atomic
def make_information(matter: Matter, *, by: User) -> Document:
    """The chapter of the report on the state, out of the year's evidence. Raises Refused before the evaluation ends."""
    held = _in_draft(matter)
    if held.kind != MatterKind.STATE_REPORT:
        raise Refused(_("Tę sprawę przedstawia się innym dokumentem."))
    try:
        material = KINDS[DocumentKind.ANNUAL_REPORT].find(Wanted(held.year, programme=held.programme_id))
    except NotReady as reason:
        raise Refused(str(reason)) from reason
    document = documents.request_document(
        DocumentKind.STATE_REPORT, state_material(material.snapshot, matter=held), issued_on=clock.today(), by=by
    )
    held.report = document
    _save(held, by=by)
    journal.record(Event.INFORMED, held, by=by, number=document.number)
    return document


@transaction.atomic
def prepare_papers(matter: Matter, *, version: int, by: User) -> list[Document]:
    """The draft resolution and the letter; made anew, they take new numbers and the old ones stay in the register.

    Raises Refused while there is no document to go to the council, and when the matter changed since it was seen.
    """
    held = _in_draft(matter)
    if held.version != version:
        raise Refused(_("W międzyczasie ktoś zmienił tę sprawę albo sporządził pisma. Sprawdź je i ponów."))
    report = queries.report_for(held)
    if report is None:
        raise Refused(queries.what_is_missing(held))
    held.report = report
    made = [documents.request_document(DocumentKind.DRAFT_RESOLUTION, resolution_material(held), **_today(by))]
    held.draft = made[0]
    annexes = [f"{one.title} ({one.number})" for one in (report, held.draft)]
    held.letter = documents.request_document(DocumentKind.SUBMISSION, submission_material(held, annexes), **_today(by))
    made.append(held.letter)
    _save(held, by=by)
    journal.record(Event.PREPARED, held, by=by, numbers=[one.number for one in made])
    return made


def assess_threats(programme: Programme, year: int, *, by: User) -> Document:
    """The threat assessment of a year in the register. Raises Refused before the evaluation ends, and for the same."""
    wanted = Wanted(year, programme=programme.pk)
    already = _("Ocenę zagrożeń z tych samych danych już sporządzono.")
    return documents.request_once(DocumentKind.THREAT_ASSESSMENT, wanted, already=already, **_today(by))


def _today(by: User) -> dict[str, Any]:
    return {"issued_on": clock.today(), "by": by}


@transaction.atomic
def submit_matter(matter: Matter, *, submitted_on: date, by: User) -> None:
    """The council has it since this day. Raises Refused without papers, with overtaken ones, for a day to come."""
    held = _towards(matter, MatterState.SUBMITTED)
    if held.needs_resolution and not (held.draft and held.letter):
        raise Refused(_("Najpierw sporządź projekt uchwały i pismo."))
    if held.report is None:
        raise Refused(queries.what_is_missing(held))
    if held.report != queries.report_for(held):
        words = {"number": held.report.number}
        raise Refused(_("Dokument %(number)s już nie jest aktualny. Sporządź pisma jeszcze raz.") % words)
    _not_later_than_today(submitted_on)
    if submitted_on < held.report.issued_on:
        raise Refused(_("Rada nie mogła dostać dokumentu, zanim powstał."))
    held.submitted_on = submitted_on
    _advance(held, MatterState.SUBMITTED, by=by)
    journal.record(Event.SUBMITTED, held, by=by, day=submitted_on.isoformat())


@transaction.atomic
def record_decision(
    matter: Matter, *, outcome: MatterState, decided_on: date, by: User, resolution_no: str = "", note: str = ""
) -> None:
    """What the council decided on its session. Raises Refused without the number where it adopted a resolution."""
    held = _towards(matter, outcome)
    if outcome not in OUTCOMES:
        raise Refused(_("Wybierz, co postanowiła rada."))
    if outcome == MatterState.ADOPTED and not resolution_no.strip():
        raise Refused(_("Podaj numer uchwały."))
    _not_later_than_today(decided_on)
    if held.submitted_on and decided_on < held.submitted_on:
        raise Refused(_("Sesja nie mogła być przed przekazaniem sprawy radzie."))
    held.decided_on, held.resolution_no, held.note = decided_on, resolution_no.strip(), note.strip()
    _advance(held, outcome, by=by)
    told = {"day": decided_on.isoformat(), "outcome": outcome.value, "number": held.resolution_no}
    journal.record(Event.DECIDED, held, by=by, note=held.note, **told)


@transaction.atomic
def announce_matter(matter: Matter, *, announced_on: date, journal_position: str, by: User) -> None:
    """It stands in the journal of the voivodeship. Raises Refused before the council decided."""
    held = _held(matter)
    if not held.is_decided or held.decided_on is None:
        raise Refused(_("Ogłasza się to, o czym rada rozstrzygnęła."))
    if not journal_position.strip():
        raise Refused(_("Podaj pozycję w dzienniku urzędowym."))
    _not_later_than_today(announced_on)
    if announced_on < held.decided_on:
        raise Refused(_("Ogłoszenie nie mogło być przed sesją."))
    held.announced_on, held.journal_position = announced_on, journal_position.strip()
    _save(held, by=by)
    journal.record(Event.ANNOUNCED, held, by=by, position=held.journal_position, day=announced_on.isoformat())


@transaction.atomic
def step_back(matter: Matter, *, reason: str, by: User) -> None:
    """Correct what was noted by mistake: from a decision to „submitted”, from there to „draft”. Raises Refused."""
    held = _held(matter)
    if not (held.is_submitted or held.is_decided):
        raise Refused(_("W tej sprawie nie zapisano jeszcze nic, co dałoby się cofnąć."))
    to = MatterState.DRAFT if held.is_submitted else MatterState.SUBMITTED
    if not reason.strip():
        raise Refused(_("Podaj, co zapisano błędnie."))
    if to is MatterState.DRAFT:
        held.submitted_on = None
    held.decided_on, held.resolution_no, held.note = None, "", ""
    held.announced_on, held.journal_position = None, ""
    _advance(held, to, by=by)
    journal.record(Event.STEPPED_BACK, held, by=by, note=reason.strip())


@transaction.atomic
def withdraw_matter(matter: Matter, *, reason: str, by: User) -> None:
    """The matter does not go on; its papers stay in the register. Raises Refused without a reason."""
    held = _towards(matter, MatterState.WITHDRAWN)
    if not reason.strip():
        raise Refused(_("Podaj, dlaczego sprawa nie idzie do rady."))
    held.note = reason.strip()
    _advance(held, MatterState.WITHDRAWN, by=by)
    journal.record(Event.WITHDRAWN, held, by=by, note=held.note)


def _held(matter: Matter) -> Matter:
    related = ("programme", "report", "draft", "letter")
    return Matter.objects.select_for_update(of=("self",)).select_related(*related).get(pk=matter.pk)


def _in_draft(matter: Matter) -> Matter:
    held = _held(matter)
    if not held.is_draft:
        raise Refused(_("Sprawa poszła już do rady."))
    return held


def _towards(matter: Matter, state: MatterState) -> Matter:
    held = _held(matter)
    if state not in NEXT[MatterState(held.state)]:
        words = {"state": held.get_state_display(), "other": state.label}
        raise Refused(_("Sprawa jest w stanie „%(state)s”; nie da się przejść do „%(other)s”.") % words)
    return held


def _advance(matter: Matter, state: MatterState, *, by: User) -> None:
    matter.state = state
    _save(matter, by=by)


def _save(matter: Matter, *, by: User) -> None:
    if matter.pk:
        matter.version += 1
    sign(matter, by=by)
    matter.save()


def _not_later_than_today(day: date) -> None:
    if day > clock.today():
        raise Refused(_("Tego dnia jeszcze nie było."))
