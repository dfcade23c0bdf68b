"""How the papers of an office look: its logo, the lines at the head and the words at the foot of each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture (PNG) with what it shows in words; `width` and `height` in pixels give its shape."""

    data: bytes
    alt: str
    width: int
    height: int

    HEIGHT, WIDEST = 16.0, 60.0  # millimetres on paper

    @property
    def size(self) -> tuple[float, float]:
        """Width and height on paper, in millimetres."""
        height = min(self.HEIGHT, self.WIDEST * self.height / self.width)
        return height * self.width / self.height, height


@dataclass(frozen=True, slots=True)
class Look:
    """What the office puts around every document; blank where it chose nothing."""

    logo: Logo | None = None
    header: tuple[str, ...] = ()
    footer: str = ""
