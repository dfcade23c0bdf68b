"""The agenda: points picked from proposals or written by hand, their order, their papers."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.meeting_states import COMING, MeetingState
from bezpiecznik.commission.models import AgendaItem, AgendaPaper, Meeting
from bezpiecznik.commission.proposals import Proposal
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.services.holding import hold, hold_item
from bezpiecznik.core import clock, journal
from bezpiecznik.documents.models import Document
from bezpiecznik.files import sniffing
from bezpiecznik.files.services import discard_unreferenced, store

MOST_BYTES = 15_000_000
"""Of one paper."""
OPEN = (*COMING, MeetingState.IN_SESSION)
"""The agenda may be changed until the meeting is over: the Commission itself may add a point."""


@transaction.atomic
def add_item(
    meeting: Meeting, *, title: str, by: User, why: str = "", referent: str = "", opinion_kind: str = ""
) -> AgendaItem:
    """A point written by hand, at the end. Raises Refused once the meeting is over."""
    held = hold(meeting, among=OPEN)
    item = _append(held, title=title.strip(), why=why.strip(), referent=referent.strip(), opinion_kind=opinion_kind)
    journal.record(Event.AGENDA_ADDED, held, by=by, item=item.title)
    return item


@transaction.atomic
def add_proposals(meeting: Meeting, chosen: Iterable[Proposal], *, by: User) -> list[AgendaItem]:
    """Points of these proposals, at the end; what stands there already is left alone."""
    held = hold(meeting, among=OPEN)
    known = set(held.items.exclude(source_key="").values_list("source_key", flat=True))
    fresh = [proposal for proposal in chosen if proposal.key not in known]
    items = [_of(held, proposal) for proposal in fresh]
    if items:
        journal.record(Event.AGENDA_ADDED, held, by=by, item="; ".join(item.title for item in items))
    return items


def _of(meeting: Meeting, proposal: Proposal) -> AgendaItem:
    return _append(
        meeting, title=proposal.title[:400], why=proposal.why, referent=proposal.referent,
        opinion_kind=proposal.opinion_kind, source_key=proposal.key, source_url=proposal.url,
    )  # fmt: skip


def _append(meeting: Meeting, **fields: str) -> AgendaItem:
    if not fields["title"]:
        raise Refused(_("Napisz, czego dotyczy punkt."))
    return AgendaItem.objects.create(meeting=meeting, no=meeting.items.count() + 1, **fields)


@transaction.atomic
def change_item(item: AgendaItem, *, title: str, why: str, referent: str, opinion_kind: str, by: User) -> AgendaItem:
    """Say the point anew. Saving the same changes nothing. Raises Refused once the meeting is over."""
    held = hold_item(item, among=OPEN)
    wanted = {"title": title.strip(), "why": why.strip(), "referent": referent.strip(), "opinion_kind": opinion_kind}
    if not wanted["title"]:
        raise Refused(_("Napisz, czego dotyczy punkt."))
    changed = {name: value for name, value in wanted.items() if getattr(held, name) != value}
    if not changed:
        return held
    for name, value in changed.items():
        setattr(held, name, value)
    held.save(update_fields=list(changed))
    journal.record(Event.AGENDA_CHANGED, held.meeting, by=by, item=held.title)
    return held


@transaction.atomic
def move_item(item: AgendaItem, *, up: bool, by: User) -> None:
    """One place up or down; at the end of the list nothing happens."""
    held = hold_item(item, among=OPEN)
    items = list(held.meeting.items.all())
    place = next(number for number, one in enumerate(items) if one.pk == held.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(items):
        return
    items[place], items[other] = items[other], items[place]
    _number(items)
    journal.record(Event.AGENDA_ORDERED, held.meeting, by=by, item=held.title, no=other + 1)


@transaction.atomic
def remove_item(item: AgendaItem, *, by: User) -> None:
    """Off the agenda. Raises Refused where something was already written, voted or decided under it."""
    held = hold_item(item, among=OPEN)
    if (
        held.discussion
        or held.decision
        or any(found.exists() for found in (held.votes, held.opinions, held.tasks, held.adopted_minutes))
    ):
        raise Refused(_("W tym punkcie jest już zapis z posiedzenia, więc zostaje w porządku obrad."))
    files = [paper.file for paper in held.papers.select_related("file") if paper.file]
    held.papers.all().delete()
    title, meeting = held.title, held.meeting
    held.delete()
    discard_unreferenced(files)
    _number(list(meeting.items.all()))
    journal.record(Event.AGENDA_REMOVED, meeting, by=by, item=title)


def _number(items: list[AgendaItem]) -> None:
    for no, item in enumerate(items, start=1):
        if item.no != no:
            item.no = no
            item.save(update_fields=("no",))


@transaction.atomic
def add_document(item: AgendaItem, document: Document, *, by: User) -> AgendaPaper:
    """A document of the house as a paper of the point. Raises Refused where it is there already."""
    held = hold_item(item, among=OPEN)
    if held.papers.filter(document=document).exists():
        raise Refused(_("Ten dokument jest już wśród materiałów."))
    return _paper(held, by=by, name=str(document)[:300], document=document)


@transaction.atomic
def add_file(item: AgendaItem, *, name: str, data: bytes, by: User) -> AgendaPaper:
    """An uploaded file as a paper of the point. Raises Refused with a sentence."""
    held = hold_item(item, among=OPEN)
    if len(data) > MOST_BYTES:
        raise Refused(_("Plik „%(name)s” jest za duży: najwyżej 15 MB.") % {"name": name})
    media_type = sniffing.document_type(data, name)
    if not media_type:
        told = {"name": name, "kinds": sniffing.DOCUMENTS}
        raise Refused(_("Plik „%(name)s” nie jest dokumentem, który przyjmujemy: %(kinds)s.") % told)
    stored = store(data, media_type=media_type)
    if held.papers.filter(file=stored).exists():
        raise Refused(_("Plik „%(name)s” jest już wśród materiałów.") % {"name": name})
    return _paper(held, by=by, name=name[-300:], file=stored)


def _paper(item: AgendaItem, *, by: User, **fields: object) -> AgendaPaper:
    paper = AgendaPaper.objects.create(item=item, added_at=clock.now(), added_by=by, **fields)
    journal.record(Event.PAPER_ADDED, item.meeting, by=by, item=item.title, paper=paper.name)
    return paper


@transaction.atomic
def remove_paper(paper: AgendaPaper, *, by: User) -> None:
    """Take the paper away; a file goes with it unless something else of the house points to it."""
    item = hold_item(paper.item, among=OPEN)
    current = AgendaPaper.objects.select_related("file").get(pk=paper.pk)
    file = current.file
    current.delete()
    discard_unreferenced([file] if file else [])
    journal.record(Event.PAPER_REMOVED, item.meeting, by=by, item=item.title, paper=paper.name)
