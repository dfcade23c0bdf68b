"""Channels fetched when they are due; items that hold a keyword become signals, each once."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import digest
from bezpiecznik.observations import feed_reading, fetching, queries
from bezpiecznik.observations.facts import Facts
from bezpiecznik.observations.feed_reading import Item
from bezpiecznik.observations.fetching import Fetched
from bezpiecznik.observations.keywords import matched
from bezpiecznik.observations.models import Channel, SeenItem
from bezpiecznik.observations.services import receive_media
from bezpiecznik.observations.states import ObservationKind, Received
from bezpiecznik.plans.models import Programme

USUAL = timedelta(minutes=30)
LONGEST_PAUSE = timedelta(hours=24)
REMEMBERED_DAYS = 180
"""How long an item that the channel holds no more is remembered."""


def poll_due() -> str:
    """Fetch every channel that is due; one that fails is tried later and later, and does not stop the others."""
    programme = queries.current_programme()
    due = list(Channel.objects.filter(active=True, due_at__lte=clock.now()).order_by("due_at", "pk"))
    if programme is None or not due:
        return _("żaden kanał nie czekał")
    new = [poll(channel, programme) for channel in due]
    failed = sum(one is None for one in new)
    return _("kanałów: %(channels)s, nieudanych: %(failed)s, nowych sygnałów: %(new)s") % {
        "channels": len(due), "failed": failed, "new": sum(one or 0 for one in new),
    }  # fmt: skip


def poll(channel: Channel, programme: Programme) -> int | None:
    """How many signals the channel gave; None where it failed, and the channel says why."""
    try:
        answer = fetching.fetch(channel.address, etag=channel.etag, modified=channel.modified)
        items = None
        if answer.content is not None:
            items = feed_reading.read(answer.content, content_type=answer.content_type, today=clock.today())
    except fetching.NotFetched as problem:
        return _fail(channel, str(problem))
    except feed_reading.NotAChannel:
        return _fail(channel, _("Pod tym adresem nie ma kanału RSS ani Atom, który da się odczytać."))
    return _succeed(channel, answer, items, programme)


@transaction.atomic
def _succeed(channel: Channel, answer: Fetched, items: list[Item] | None, programme: Programme) -> int:
    held = _hold(channel)
    if held is None:
        return 0
    new = 0 if items is None else _take(held, items, programme)
    held.etag, held.modified = answer.etag, answer.modified
    held.found = held.found if items is None else len(items)
    held.failures, held.error = 0, ""
    held.fetched_at, held.due_at = clock.now(), clock.now() + USUAL
    held.save(update_fields=("etag", "modified", "found", "failures", "error", "fetched_at", "due_at"))
    return new


@transaction.atomic
def _fail(channel: Channel, sentence: str) -> None:
    held = _hold(channel)
    if held is None:
        return
    held.failures = min(held.failures + 1, 100)
    held.error = sentence[:300]
    held.due_at = clock.now() + min(USUAL * 2 ** min(held.failures - 1, 10), LONGEST_PAUSE)
    held.save(update_fields=("failures", "error", "due_at"))


def _hold(channel: Channel) -> Channel | None:
    """The channel as it stands now; None where it got another address meanwhile: that one is fetched the next time."""
    return Channel.objects.select_for_update().filter(pk=channel.pk, address=channel.address).first()


def _take(channel: Channel, items: list[Item], programme: Programme) -> int:
    known = set(channel.seen.filter(key__in=[item.key for item in items]).values_list("key", flat=True))
    channel.seen.filter(key__in=known).update(at=clock.now())
    fresh = [item for item in items if item.key not in known]
    SeenItem.objects.bulk_create(SeenItem(channel=channel, key=item.key, at=clock.now()) for item in fresh)
    channel.seen.filter(at__lt=clock.now() - timedelta(days=REMEMBERED_DAYS)).delete()
    return sum(_become(channel, item, programme) for item in fresh)


def _become(channel: Channel, item: Item, programme: Programme) -> bool:
    """Whether the item is a new signal."""
    word = matched(channel.words, item.title, item.text)
    if not word:
        return False
    facts = Facts(
        ObservationKind.MEDIA, item.title, item.day, text=item.text, source=channel.name, link=item.link
    )  # fmt: skip
    key = digest(f"{channel.address}\n{item.key}")
    found = receive_media(programme, facts=facts, received=Received.RSS, source_key=key, keyword=word[:100])
    return found is not None
