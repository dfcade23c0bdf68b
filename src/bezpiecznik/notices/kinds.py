"""Kinds of message that leave the house. Each room registers its own when its app is ready."""

from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass(frozen=True)
class Kind:
    """One kind: its default wording, where `{{ name }}` stands for a word of `variables` (name: what it is).

    `duty` kinds belong to a person's work or safety: nobody unsubscribes from them, they wait for no digest.
    """

    name: str
    title: str | Promise
    subject: str | Promise
    body: str | Promise
    variables: dict[str, str | Promise] = field(default_factory=dict)
    act: str | Promise = ""
    """The words on the one button; blank where the message leads nowhere."""
    duty: bool = True


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    KINDS[kind.name] = kind
    return kind
