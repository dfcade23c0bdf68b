"""Every write of the room: a message is worded, kept in the log, and sent after the transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.notices.events import Event
from bezpiecznik.notices.kinds import KINDS, MAIL, Kind, optional
from bezpiecznik.notices.models import Choice, Declined, Message, MessageState, Rhythm, Wording
from bezpiecznik.notices.options import hours
from bezpiecznik.notices.redaction import looks_secret
from bezpiecznik.notices.wording import filled, one_line


class ChangedMeanwhile(Exception):
    """Somebody saved another wording since the page was opened."""


class NotAgain(Exception):
    """The message cannot be sent again as it is: it is still on its way, or its secret link is gone."""


@transaction.atomic
def send(kind: str, *, to: User, url: str = "", reply_to: str = "", **words: str) -> Message:
    """Word a message of this kind for this person and put it in the queue; `url` is where its button leads.

    `words` fill the variables of the kind. What is not duty waits for the person's digest, or is only noted when the
    person unsubscribed. Raises KeyError for an unknown kind or a missing word.
    """
    known = KINDS[kind]
    letter = Letter(to, url, words)
    return _queued(_worded(known, letter, words_in_force(known), reply_to=reply_to, **_when(known, to)))


@dataclass(frozen=True)
class Letter:
    """To whom one of many messages goes, where its button leads, and its words."""

    to: User | None
    url: str
    words: dict[str, str]
    address: str = ""
    """The mailbox of an office, where there is no person to write to."""


def send_to_all(kind: str, letters: Iterable[Letter]) -> int:
    """The same duty to many at once, as `send` would word it, in a few queries for all of them; how many there are.

    Raises ValueError for a kind that people may leave or that cannot wait: those are sent one by one.
    """
    return len(post(worded(kind, letters)))


def worded(kind: str, letters: Iterable[Letter]) -> list[Message]:
    """The same duty to many as messages that are not kept yet: to be looked at, then given to `post`. One query.

    Raises ValueError as `send_to_all`.
    """
    known = KINDS[kind]
    if not known.duty or known.urgent:
        raise ValueError(f"{kind} is not the same for everybody.")
    template = words_in_force(known)
    return [_worded(known, letter, template) for letter in letters]


@transaction.atomic
def post(messages: list[Message]) -> list[Message]:
    """Put messages of `worded` in the queue, in two queries for all of them; they leave when it is not quiet."""
    due = hours().first_free(clock.now())
    for message in messages:
        message.created_at, message.due_at = clock.now(), due
        message.note_search_text()
    kept = Message.objects.bulk_create(messages)
    if kept and due <= clock.now():
        transaction.on_commit(_wake)
    return kept


def _worded(kind: Kind, letter: Letter, template: tuple[str, str], **fields: Any) -> Message:
    subject, body = template
    return Message(
        kind=kind.name,
        user=letter.to,
        address=letter.to.email if letter.to else letter.address,
        subject=one_line(filled(subject, letter.words))[:300],
        body=filled(body, letter.words),
        act=str(kind.act) if letter.url else "",
        url=letter.url,
        duty=kind.duty,
        urgent=kind.urgent,
        secret=kind.secret or looks_secret(letter.url),
        **fields,
    )


def words_in_force(kind: Kind) -> tuple[str, str]:
    """Subject and body: the office's own, else the default. One query."""
    own = Wording.objects.filter(pk=kind.name).exclude(body="").values_list("subject", "body").first()
    return own or (str(kind.subject), str(kind.body))


def _when(kind: Kind, user: User) -> dict[str, Any]:
    moment = clock.now()
    if kind.urgent:
        return {"due_at": moment}
    if kind.duty:
        return {"due_at": hours().first_free(moment)}
    if Declined.objects.filter(user=user, kind=kind.name).exists():
        return {"state": MessageState.DECLINED}
    rhythm = Choice.objects.filter(user=user).values_list("rhythm", flat=True).first() or Rhythm.DAILY
    return {"due_at": _due(Rhythm(rhythm), moment), "gather": rhythm != Rhythm.AT_ONCE}


def _due(rhythm: Rhythm, moment: datetime) -> datetime:
    chosen = hours()
    if rhythm == Rhythm.AT_ONCE:
        return chosen.first_free(moment)
    return chosen.next_weekly(moment) if rhythm == Rhythm.WEEKLY else chosen.next_daily(moment)


def _queued(message: Message) -> Message:
    """Kept with the transaction that it speaks of; the worker hears of it when that is committed."""
    message.save()
    waits = message.state == MessageState.WAITING and not message.gather and message.due_at <= clock.now()
    if waits:
        transaction.on_commit(_wake)
    return message


def _wake() -> None:
    from bezpiecznik.notices.tasks import deliver  # noqa: PLC0415 (tasks need the app registry)

    deliver.enqueue()


@transaction.atomic
def keep_mail(*, address: str, subject: str, body: str, reply_to: str = "") -> Message:
    """Put a letter that Django or one of its packages wrote in the queue: urgent, its links and codes secret."""
    user = User.objects.filter(email__iexact=address).first()
    message = Message(
        kind=MAIL, user=user, address=address, subject=one_line(subject)[:300], body=body, reply_to=reply_to,
        urgent=True, secret=True,
    )  # fmt: skip
    return _queued(message)


@transaction.atomic
def send_again(message: Message, *, by: User) -> Message:
    """The same words, to the person's present address; the first one stays as it was. Raises NotAgain."""
    current = Message.objects.select_for_update(of=("self",)).select_related("user").get(pk=message.pk)
    if not current.may_be_sent_again:
        raise NotAgain
    repeat = Message(
        kind=current.kind, user=current.user, address=current.user.email if current.user else current.address,
        subject=current.subject, body=current.body, act=current.act, url=current.url, reply_to=current.reply_to,
        duty=current.duty, urgent=True, again=current, made_up=current.made_up,
    )  # fmt: skip
    _queued(repeat)
    journal.record(Event.SENT_AGAIN, current, by=by, repeat=repeat.pk)
    return repeat


@transaction.atomic
def save_wording(kind: Kind, *, subject: str, body: str, seen: int, by: User) -> Wording:
    """Put the office's own words in force; `seen` is the version that the person saw (0: none yet).

    Raises ChangedMeanwhile when another one was saved since.
    """
    return _save(kind, subject=subject, body=body, seen=seen, by=by, event=Event.WORDING_CHANGED)


@transaction.atomic
def restore_wording(kind: Kind, *, seen: int, by: User) -> Wording:
    """Put the default words back in force. Raises ChangedMeanwhile."""
    return _save(kind, subject="", body="", seen=seen, by=by, event=Event.WORDING_RESTORED)


def _save(kind: Kind, *, subject: str, body: str, seen: int, by: User, event: Event) -> Wording:
    before = dict(zip(("subject", "body"), words_in_force(kind), strict=True))
    new = {"subject": subject, "body": body, "changed_at": clock.now(), "changed_by": by}
    if seen == 0:
        _row, ours = Wording.objects.get_or_create(pk=kind.name, defaults=new)
    else:
        ours = bool(Wording.objects.filter(pk=kind.name, version=seen).update(**new, version=seen + 1))
    if not ours:
        raise ChangedMeanwhile
    wording = Wording.objects.get(pk=kind.name)
    after = dict(zip(("subject", "body"), words_in_force(kind), strict=True))
    journal.record(event, wording, by=by, before=before, after=after)
    return wording


@transaction.atomic
def choose(user: User, *, rhythm: str, wanted: Iterable[str]) -> None:
    """What a person chose for themselves: how often, and which of the kinds that are not duty.

    What waits for a digest waits on, by the new rhythm.
    """
    Choice.objects.update_or_create(user=user, defaults={"rhythm": rhythm})
    declined = sorted({kind.name for kind in optional()} - set(wanted))
    Declined.objects.filter(user=user).exclude(kind__in=declined).delete()
    Declined.objects.bulk_create([Declined(user=user, kind=kind) for kind in declined], ignore_conflicts=True)
    waiting = Message.objects.filter(user=user, state=MessageState.WAITING, gather=True)
    waiting.filter(kind__in=declined).update(state=MessageState.DECLINED)
    waiting.exclude(kind__in=declined).update(due_at=_due(Rhythm(rhythm), clock.now()), gather=rhythm != Rhythm.AT_ONCE)
    journal.record(Event.CHOICE_MADE, user, by=user, rhythm=rhythm, declined=declined)


@transaction.atomic
def unsubscribe(user: User, *, kinds: Iterable[str]) -> None:
    """From a link in a message: no more of these kinds. Duty ones are left alone; done twice, nothing changes."""
    leaving = sorted(set(kinds) & {kind.name for kind in optional()})
    known = set(Declined.objects.filter(user=user, kind__in=leaving).values_list("kind", flat=True))
    fresh = [kind for kind in leaving if kind not in known]
    Declined.objects.bulk_create([Declined(user=user, kind=kind) for kind in fresh], ignore_conflicts=True)
    Message.objects.filter(user=user, state=MessageState.WAITING, gather=True, kind__in=leaving).update(
        state=MessageState.DECLINED
    )
    if fresh:
        journal.record(Event.UNSUBSCRIBED, user, by=user, kinds=fresh)
