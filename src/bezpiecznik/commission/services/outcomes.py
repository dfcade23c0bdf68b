"""Votes and opinions of a meeting."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.meeting_states import WRITTEN, BallotKind, Choice
from bezpiecznik.commission.models import AgendaItem, Ballot, Opinion, Vote
from bezpiecznik.commission.papers.freezing import opinion_material
from bezpiecznik.commission.queries.meetings import may_vote, quorum_now
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.services.holding import hold_item
from bezpiecznik.core import clock, journal
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.models import DocumentKind


@transaction.atomic
def record_vote(item: AgendaItem, *, subject: str, in_favour: int, against: int, abstained: int, by: User) -> Vote:
    """An open vote, as counted. Raises Refused for more votes than there are members with a vote in the room."""
    return _keep(item, subject, in_favour, against, abstained, by=by)


@transaction.atomic
def record_vote_by_name(item: AgendaItem, *, subject: str, choices: Mapping[int, str], by: User) -> Vote:
    """A vote by name: the choice of each member, by the key of their row on the attendance list; counts follow."""
    allowed = {row.pk for row in may_vote(item.meeting)}
    if not set(choices) <= allowed:
        raise Refused(_("Głosować mogą tylko obecni członkowie z prawem głosu."))
    counted = Counter(choices.values())
    vote = _keep(
        item, subject, counted[Choice.FOR], counted[Choice.AGAINST], counted[Choice.ABSTAIN], by=by,
        ballot=BallotKind.BY_NAME,
    )  # fmt: skip
    Ballot.objects.bulk_create(Ballot(vote=vote, attendance_id=key, choice=choice) for key, choice in choices.items())
    return vote


def _keep(
    item: AgendaItem, subject: str, in_favour: int, against: int, abstained: int, *,
    by: User, ballot: BallotKind = BallotKind.OPEN,
) -> Vote:  # fmt: skip
    held = hold_item(item, among=WRITTEN)
    quorum, given = quorum_now(held.meeting), in_favour + against + abstained
    if not given:
        raise Refused(_("Wpisz, ile osób głosowało."))
    if given > quorum.here:
        told = {"given": given, "here": quorum.here}
        raise Refused(_("Głosów jest %(given)s, a osób z prawem głosu na sali %(here)s. Sprawdź liczby albo listę "
                        "obecności.") % told)  # fmt: skip
    vote = Vote.objects.create(
        item=held, subject=subject.strip() or held.title, ballot=ballot, in_favour=in_favour, against=against,
        abstained=abstained, voting_present=quorum.here, had_quorum=quorum.holds, taken_at=clock.now(), taken_by=by,
    )  # fmt: skip
    journal.record(
        Event.VOTED, held.meeting, by=by, subject=vote.subject, quorum=vote.had_quorum, in_favour=in_favour,
        against=against, abstained=abstained,
    )  # fmt: skip
    return vote


@transaction.atomic
def withdraw_vote(vote: Vote, *, by: User) -> None:
    """Take back a vote noted by mistake. Raises Refused where an opinion rests on it."""
    held = hold_item(vote.item, among=WRITTEN)
    if Opinion.objects.filter(vote=vote).exists():
        raise Refused(_("Na tym głosowaniu opiera się opinia. Najpierw usuń opinię."))
    journal.record(Event.VOTE_WITHDRAWN, held.meeting, by=by, subject=vote.subject)
    vote.ballots.all().delete()
    vote.delete()


@transaction.atomic
def give_opinion(
    item: AgendaItem, *, kind: str, subject: str, text: str, position: str, by: User, vote: Vote | None = None
) -> Opinion:
    """The Commission's opinion under this point, dated on the day of the meeting.

    Raises Refused without a quorum, and for a vote that did not carry it or belongs to another point.
    """
    held = hold_item(item, among=WRITTEN)
    _refuse_vote(held, vote)
    opinion = Opinion.objects.create(
        item=held, kind=kind, subject=subject.strip(), text=text.strip(), position=position, vote=vote,
        given_on=clock.day_of(held.meeting.starts_at), given_by=by,
    )  # fmt: skip
    journal.record(Event.OPINION_GIVEN, opinion, by=by, kind=kind, position=position, meeting=held.meeting.number)
    return opinion


def _refuse_vote(item: AgendaItem, vote: Vote | None, opinion: Opinion | None = None) -> None:
    if vote is None:
        if not quorum_now(item.meeting).holds:
            raise Refused(_("Bez kworum Komisja nie wydaje opinii."))
        return
    if vote.item_id != item.pk:
        raise Refused(_("To głosowanie należy do innego punktu."))
    if not vote.passed:
        raise Refused(_("To głosowanie nie dało opinii: %(result)s.") % {"result": vote.result})
    others = Opinion.objects.filter(vote=vote)
    if (others.exclude(pk=opinion.pk) if opinion else others).exists():
        raise Refused(_("Na tym głosowaniu opiera się już inna opinia."))


@transaction.atomic
def change_opinion(
    opinion: Opinion, *, kind: str, subject: str, text: str, position: str, vote: Vote | None, version: int, by: User
) -> Opinion:
    """Correct its words. Raises Refused once it has a number, and when somebody changed it meanwhile."""
    held = _hold_opinion(opinion)
    if held.version != version:
        raise Refused(_("W międzyczasie ktoś zmienił tę opinię. Odśwież stronę i wpisz zmianę jeszcze raz."))
    _refuse_vote(held.item, vote, held)
    wanted = {"kind": kind, "subject": subject.strip(), "text": text.strip(), "position": position, "vote": vote}
    if all(getattr(held, name) == value for name, value in wanted.items()):
        return held
    for name, value in wanted.items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    journal.record(Event.OPINION_CHANGED, held, by=by)
    return held


@transaction.atomic
def remove_opinion(opinion: Opinion, *, by: User) -> None:
    """Take back one written by mistake. Raises Refused once it has a number, and where a motion rests on it."""
    held = _hold_opinion(opinion)
    journal.record(Event.OPINION_REMOVED, held, by=by)
    try:
        held.delete()
    except ProtectedError as rests:
        raise Refused(_("Na tej opinii opiera się wniosek. Nie usuwaj jej: jeśli zawiera błąd, popraw ją.")) from rests


@transaction.atomic
def issue_opinion(opinion: Opinion, *, issued_on: date, by: User) -> Opinion:
    """Give the opinion its number and have its document made; from now on it cannot be changed."""
    held = _hold_opinion(opinion)
    material = opinion_material(held)
    held.document = documents.request_document(DocumentKind.OPINION, material, issued_on=issued_on, by=by)
    held.save(update_fields=("document",))
    journal.record(Event.OPINION_ISSUED, held, by=by, number=held.document.number)
    return held


def _hold_opinion(opinion: Opinion) -> Opinion:
    current = Opinion.objects.select_for_update(of=("self",)).select_related("item__meeting", "vote").get(pk=opinion.pk)
    if current.document_id:
        raise Refused(_("Ta opinia ma już numer i nie może się zmienić."))
    current.item = hold_item(current.item, among=WRITTEN)
    return current
