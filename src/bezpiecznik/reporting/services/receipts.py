"""Sendings that come twice: the second gets the answer of the first. Asked under the lock of the thing written."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bezpiecznik.accounts.models import User
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.reporting.models import Act, Receipt


@dataclass(frozen=True)
class Attempt:
    """What the page says of one sending: its key, and the keys of earlier ones to which no answer came."""

    key: UUID
    after: tuple[UUID, ...] = ()


def known(attempt: Attempt | None, act: Act, about: int, *, by: User, said: Any) -> Receipt | None:
    """The receipt of this very sending. The same key with other words is another sending."""
    if attempt is None:
        return None
    return Receipt.objects.filter(act=act, about=about, by=by, key=attempt.key, digest=_digest(said)).first()


def keep(attempt: Attempt | None, act: Act, about: int, *, by: User, said: Any, version: int = 0) -> None:
    if attempt is not None:
        Receipt.objects.create(act=act, about=about, by=by, key=attempt.key, digest=_digest(said), version=version)


def seen(version: int, attempt: Attempt | None, act: Act, about: int, *, by: User) -> int:
    """The version that the person saw: their own one too, where the answer that told of it was lost on the way."""
    if attempt is None or not attempt.after:
        return version
    own = Receipt.objects.filter(act=act, about=about, by=by, key__in=attempt.after)
    return max([version, *own.values_list("version", flat=True)])


def _digest(said: Any) -> str:
    return digest(as_text({"said": said}))


def keys(texts: Iterable[str]) -> tuple[UUID, ...]:
    """Keys as a page writes them; what is not one is left out."""
    found = []
    for text in texts:
        try:
            found.append(UUID(text.strip()))
        except ValueError:
            continue
    return tuple(found)
