"""Places on a page of a lower room where higher rooms show their own things."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, ParamSpec

from django.utils.functional import Promise

P = ParamSpec("P")


@dataclass(frozen=True)
class Panel:
    """One part of a page: its heading, the template of its body (which sees `context` as `panel`), and its order."""

    title: str | Promise
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    weight: int = 0


class Registry(Generic[P]):
    """Functions that rooms register for one page; each gives a panel, or None when it has nothing to say."""

    def __init__(self) -> None:
        self._makers: list[Callable[P, Panel | None]] = []

    def register(self, maker: Callable[P, Panel | None]) -> Callable[P, Panel | None]:
        """Add a function (also as a decorator); called when the room's app is ready."""
        self._makers.append(maker)
        return maker

    def panels(self, *args: P.args, **kwargs: P.kwargs) -> list[Panel]:
        """All panels of the page, the lightest first."""
        made = (make(*args, **kwargs) for make in self._makers)
        return sorted((panel for panel in made if panel), key=lambda panel: panel.weight)
