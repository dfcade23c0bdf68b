"""Kinds of message that leave the house. Each room registers its own when its app is ready."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MAIL = "mail"
"""The kind of what Django and its packages send by themselves, e.g. a link to a new password. Not in `KINDS`."""
DIGEST = "notices.digest"
"""The kind of the message that carries others. What it carries is chosen, it is not."""
MAIL_TITLE = _("Logowanie i konto")


@dataclass(frozen=True)
class Attached:
    """A file that travels with a message; the log does not keep it."""

    name: str
    media_type: str
    content: bytes


def _nothing(_message: Any) -> Iterable[Attached]:
    return ()


@dataclass(frozen=True)
class Kind:
    """One kind: its default wording, where `{{ name }}` stands for a word of `variables` (name: what it is).

    `duty` kinds belong to a person's work or safety: nobody unsubscribes from them, they wait for no digest.
    """

    name: str
    title: str | Promise
    subject: str | Promise
    body: str | Promise
    variables: Mapping[str, str | Promise] = field(default_factory=dict)
    act: str | Promise = ""
    """The words on the one button; blank where the message leads nowhere."""
    duty: bool = True
    urgent: bool = False
    """Sent at once, in quiet hours too: the person waits for it now, or their account is in danger."""
    secret: bool = False
    """Its link opens a door by itself: once sent, the log keeps the message without it."""
    audience: str | Promise = ""
    """Who gets it, in words."""
    occasion: str | Promise = ""
    """When it is sent, in words."""
    required: tuple[str, ...] = ()
    """Variables without which the message makes no sense."""
    examples: Mapping[str, str | Promise] = field(default_factory=dict)
    """Words for the preview, by variable; the description stands in for those not given."""
    private: tuple[str, ...] = ()
    """Variables that may not stand in the subject, which others see over the shoulder and on locked screens."""
    attach: Callable[[Any], Iterable[Attached]] = _nothing
    """Small files made anew when the message leaves (an entry for a calendar), out of what is true then.

    Called with the `Message`.
    """


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    KINDS[kind.name] = kind
    return kind


def title_of(name: str) -> str:
    """The title of a kind by its name; kinds of former versions are shown by name."""
    if name == MAIL:
        return str(MAIL_TITLE)
    return str(KINDS[name].title) if name in KINDS else name


def optional() -> list[Kind]:
    """Kinds from which one may unsubscribe, in the order of registration."""
    return [kind for kind in KINDS.values() if not kind.duty and kind.name != DIGEST]
