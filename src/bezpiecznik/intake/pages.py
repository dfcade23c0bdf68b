"""Pages of a PDF beside its reading: their pictures, and on them the places of what was read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.core.cache import cache

from bezpiecznik.files.models import StoredFile
from bezpiecznik.intake.draft import Row
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.originals import MEDIA_TYPES
from bezpiecznik.resolution import UnreadableDocument
from bezpiecznik.resolution.picturing import Sizes, picture_bounded, sizes_bounded

WIDTH = 1200
MOST_PAGES = 12
KEPT = 24
A_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Mark:
    """Where a row stands on its page, in points from the upper left corner."""

    row: Row
    is_open: bool
    box: tuple[float, float, float, float]

    @property
    def anchor(self) -> str:
        return mark_anchor(self.row)

    @property
    def attributes(self) -> dict[str, str]:
        """Of the rectangle, as SVG writes numbers."""
        left, top, right, bottom = self.box
        numbers = {"x": left, "y": top, "width": max(right - left, 1), "height": max(bottom - top, 1)}
        return {name: f"{number:.1f}" for name, number in numbers.items()}


@dataclass(frozen=True)
class Page:
    no: int
    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width:.1f} {self.height:.1f}"

    @property
    def shape(self) -> tuple[int, int]:
        """Width and height of the picture, so that its place is kept before it comes."""
        return WIDTH, round(WIDTH * self.height / self.width)


def mark_anchor(row: Row) -> str:
    """The identifier of the row's place on the picture of its page; empty where there is none."""
    return f"na-{row.key.replace(':', '-')}" if row.page and row.source.box else ""


def has_pages(intake: Intake) -> bool:
    return intake.file.media_type == MEDIA_TYPES["pdf"]


def pages_of(intake: Intake, rows: Sequence[Row], *, opened: Row | None = None) -> tuple[Page, ...]:
    """Pages on which these rows stand, from that of the open one; the first where none is known.

    Empty for a document without pages and for one that cannot be drawn: its text is shown instead.
    """
    if not has_pages(intake):
        return ()
    first = opened.page if opened and opened.page else 0
    numbers = sorted({row.page for row in rows if row.page and row.page >= first}) or [1]
    try:
        sizes = _sizes(intake.file, numbers[:MOST_PAGES])
    except (UnreadableDocument, FileNotFoundError):
        return ()
    return tuple(Page(no, *sizes[no], tuple(_marks(no, rows, opened))) for no in numbers[:MOST_PAGES])


def _marks(page: int, rows: Iterable[Row], opened: Row | None) -> Iterable[Mark]:
    for row in rows:
        if row.page == page and row.source.box:
            yield Mark(row, opened is not None and row.key == opened.key, row.source.box)


def _sizes(file: StoredFile, pages: Sequence[int]) -> Sizes:
    keys = {f"intake-page-{file.sha256}-{page}": page for page in pages}
    known: Sizes = {keys[key]: size for key, size in cache.get_many(keys).items()}
    unknown = [page for page in pages if page not in known]
    if unknown:
        measured = sizes_bounded(file.read(), unknown)
        cache.set_many({key: measured[page] for key, page in keys.items() if page in measured}, A_DAY)
        known |= measured
    return known


def picture(file: StoredFile, page: int) -> bytes:
    """The page as PNG; the last ones drawn are kept for a while. Raises UnreadableDocument."""
    return _drawn(_Bytes(file), page)


@dataclass(frozen=True)
class _Bytes:
    """A stored file that is the same as any other of the same bytes."""

    file: StoredFile

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Bytes) and self.file.sha256 == other.file.sha256

    def __hash__(self) -> int:
        return hash(self.file.sha256)


@lru_cache(maxsize=KEPT)
def _drawn(of: _Bytes, page: int) -> bytes:
    return picture_bounded(of.file.read(), page, width=WIDTH)


def tag(file: StoredFile, page: int) -> str:
    """Changes with the bytes, the page and the size of the picture."""
    return f'"{file.sha256[:32]}-{page}-{WIDTH}"'
