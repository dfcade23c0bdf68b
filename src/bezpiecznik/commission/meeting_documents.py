"""What meetings print: the pack before, the minutes after, each opinion. Registered with the documents room."""

import json
from datetime import date

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.meeting_states import MeetingState
from bezpiecznik.commission.models import Meeting, MeetingQuerySet, Opinion
from bezpiecznik.commission.papers.freezing import minutes_material, opinion_material
from bezpiecznik.commission.papers.minutes import minutes
from bezpiecznik.commission.papers.opinion import opinion
from bezpiecznik.commission.papers.pack import meeting_pack
from bezpiecznik.commission.papers.pack_facts import pack_material
from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.polish import slug
from bezpiecznik.documents import kinds
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.kinds import Kind, Material, Meta, NotReady, Wanted, kept_material
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.institutions.rights import Right

RIGHT = Right.READ_COMMISSION


def register() -> None:
    kinds.register(
        DocumentKind.MEETING_PACK,
        Kind("MK", build=meeting_pack, find=find_pack, draft=draft_pack, right=RIGHT, own_list=True),
    )
    kinds.register(
        DocumentKind.MINUTES,
        Kind("PK", build=minutes, find=find_minutes, draft=draft_minutes, right=RIGHT, own_list=True),
    )
    kinds.register(
        DocumentKind.OPINION,
        Kind("OK", build=opinion, find=find_opinion, draft=draft_opinion, right=RIGHT, own_list=True),
    )


def _meeting(found: MeetingQuerySet, wanted: Wanted) -> Meeting:
    """The one of the subject, else the latest of the year. Raises NotReady."""
    of_year = found.of_year(wanted.year).select_related("commission").order_by("-starts_at")
    if wanted.subject:
        kind, _colon, key = wanted.subject.partition(":")
        of_year = of_year.filter(pk=int(key) if kind == "meeting" and key.isdecimal() else 0)
    if meeting := of_year.first():
        return meeting
    raise NotReady(_("W roku %(year)s nie ma takiego posiedzenia Komisji.") % {"year": wanted.year})


def find_pack(wanted: Wanted) -> Material:
    """The pack issued last; where there is none yet, of what stands in the house now."""
    meeting = _meeting(Meeting.objects.exclude(state=MeetingState.CANCELLED), wanted)
    issued = packs_of(meeting)
    return kept_material(Document.objects.get(pk=issued[0].pk)) if issued else pack_material(meeting)


def draft_pack(wanted: Wanted) -> Material:
    return pack_material(_meeting(Meeting.objects.exclude(state=MeetingState.CANCELLED), wanted))


def find_minutes(wanted: Wanted) -> Material:
    """Adopted minutes. Raises NotReady while they are only a draft."""
    meeting = _meeting(Meeting.objects.over(), wanted)
    if meeting.state != MeetingState.ADOPTED:
        raise NotReady(_("Protokół posiedzenia nr %(no)s nie jest jeszcze przyjęty.") % {"no": meeting.number})
    return kept_material(meeting.minutes.document)


def draft_minutes(wanted: Wanted) -> Material:
    return minutes_material(_meeting(Meeting.objects.over(), wanted), None)


def _opinion(wanted: Wanted) -> Opinion:
    given = Opinion.objects.given_in(wanted.year).select_related("item__meeting__commission", "document", "vote")
    if wanted.subject:
        kind, _colon, key = wanted.subject.partition(":")
        given = given.filter(pk=int(key) if kind == "opinion" and key.isdecimal() else 0)
    if found := given.first():
        return found
    raise NotReady(_("W roku %(year)s nie ma takiej opinii Komisji.") % {"year": wanted.year})


def find_opinion(wanted: Wanted) -> Material:
    """The issued one. Raises NotReady while it has no number."""
    found = _opinion(wanted)
    if found.document is None:
        raise NotReady(_("Opinia nie ma jeszcze numeru."))
    return kept_material(found.document)


def draft_opinion(wanted: Wanted) -> Material:
    return opinion_material(_opinion(wanted))


def packs_of(meeting: Meeting) -> list[Document]:
    """Packs issued for the meeting, the latest first, without their snapshots."""
    found = Document.objects.filter(kind=DocumentKind.MEETING_PACK, subject=meeting.subject)
    return list(found.without_snapshot().order_by("-pk"))


@transaction.atomic
def request_pack(meeting: Meeting, *, issued_on: date, by: User) -> Document:
    """Have the pack made in the background, of what stands in the house now."""
    material = pack_material(meeting)
    document = documents.request_document(DocumentKind.MEETING_PACK, material, issued_on=issued_on, by=by)
    journal.record(Event.PACK_MADE, meeting, by=by, number=document.number)
    return document


def preview(kind: DocumentKind, material: Material) -> HttpResponse:
    """The document as it would be printed now, shown by the browser; nothing is kept."""
    number = _("projekt")
    meta = Meta(number, material.title, clock.today(), digest(material.snapshot))
    data = render_pdf(kinds.KINDS[kind].build(json.loads(material.snapshot), meta))
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{slug(material.title)}.pdf"'
    response["Cache-Control"] = "no-store"
    return response
