"""Wordings offered for letters. Higher rooms register theirs when their apps are ready; a free letter needs none."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise

from bezpiecznik.institutions.models import Institution


@dataclass(frozen=True)
class Wording:
    """What a letter says before anybody changes it."""

    subject: str = ""
    body: str = ""
    request: str = ""
    annexes: tuple[str, ...] = ()


def _nobody() -> Iterable[int]:
    return ()


@dataclass(frozen=True)
class Template:
    """`wording` makes the words for one institution; `institutions` gives keys of those it is meant for now."""

    key: str
    title: str | Promise
    wording: Callable[[Institution], Wording]
    institutions: Callable[[], Iterable[int]] = field(default=_nobody)


Source = Callable[[], Iterable[Template]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Add a function that gives the templates of today (also as a decorator)."""
    _sources.append(source)
    return source


def templates() -> list[Template]:
    return [template for source in _sources for template in source()]


def find(key: str) -> Template | None:
    """The template of this key, if it is still offered."""
    return next((template for template in templates() if template.key == key), None)


def wording_for(institution: Institution, template: Template | None) -> Wording:
    return template.wording(institution) if template else Wording()
