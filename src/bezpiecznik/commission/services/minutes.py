"""The minutes are adopted at a later meeting: frozen, numbered, and printed from the frozen record for ever."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.meeting_states import WRITTEN, MeetingState
from bezpiecznik.commission.models import AgendaItem, Meeting, Minutes, Opinion
from bezpiecznik.commission.papers.freezing import Adoption, minutes_material
from bezpiecznik.commission.queries.meetings import quorum_now
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.services.holding import advance, hold, hold_item
from bezpiecznik.core import clock, journal
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.models import DocumentKind


@transaction.atomic
def adopt_minutes(meeting: Meeting, item: AgendaItem, *, by: User, corrections: str = "") -> Minutes:
    """Adopt the minutes of `meeting` under a point of a later meeting, with these corrections (blank: none).

    Raises Refused unless the later meeting has a quorum, where its point is not one of a later meeting, and while an
    opinion has no number: once the minutes are adopted it could not get one.
    """
    held = hold(meeting)
    place = hold_item(item, among=WRITTEN)
    _refuse_place(held, place)
    _refuse_unnumbered(held)
    advance(held, MeetingState.ADOPTED)
    adoption = Adoption(clock.day_of(place.meeting.starts_at), place.meeting.number, place.no, corrections.strip())
    material = minutes_material(held, adoption)
    document = documents.request_document(DocumentKind.MINUTES, material, issued_on=adoption.on, by=by)
    minutes = Minutes.objects.create(
        meeting=held, adopted_in=place, corrections=adoption.corrections, adopted_on=adoption.on, adopted_by=by,
        document=document,
    )  # fmt: skip
    held.save()
    journal.record(Event.MINUTES_ADOPTED, held, by=by, number=document.number, note=adoption.corrections)
    return minutes


def _refuse_place(meeting: Meeting, place: AgendaItem) -> None:
    later = place.meeting
    if later.commission_id != meeting.commission_id or later.starts_at <= meeting.starts_at:
        raise Refused(_("Protokół przyjmuje się na późniejszym posiedzeniu tej samej Komisji."))
    if not quorum_now(later).holds:
        raise Refused(_("Bez kworum Komisja nie przyjmuje protokołu."))


def _refuse_unnumbered(meeting: Meeting) -> None:
    opinion = Opinion.objects.filter(item__meeting=meeting, document=None).order_by("item__no", "pk").first()
    if opinion:
        told = {"subject": opinion.subject}
        raise Refused(_("Opinia „%(subject)s” nie ma jeszcze numeru. Najpierw nadaj go na jej stronie: protokół podaje "
                        "numery opinii, a po jego przyjęciu nie można już ich nadać.") % told)  # fmt: skip
