"""Where the text tells the state of things in an area: under its heading, or in the chapter of diagnosis."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bezpiecznik.resolution.area_outline import Outline
from bezpiecznik.resolution.document import Document, Paragraph
from bezpiecznik.resolution.model import Passage
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.raw import RawArea

_HEADING = re.compile(
    r"(?:(?:\d{1,3}|[ivx]{1,6})(?:[.)]\s*|\s+)){0,5}"
    r"(?:diagnoz|analiz|charakteryst|opis (?:problem|stan|sytuac)|stan (?:obecn"
    r"|bezpiecz)|uzasadnien)"
)
_STATE = re.compile(
    r"odnotowa|stwierdz|w (?:roku|latach) (?:19|20)\d\d|w 20\d\d|liczb\w+ (?:przestep|wykrocz|wypadk|pozar"
    r"|interwen|zdarz)"
    r"|wzrost|spad[elk]|zagrozeni\w+ (?:jest|sa|stanow)|problem\w* (?:jest|sa|pozosta)|diagnoz|statysty"
    r"|ujawnion|z danych"
)
_SHORTEST = 60


def diagnoses_of(areas: Sequence[RawArea], document: Document, outline: Outline) -> dict[int, Passage]:
    """For the areas, by their place in order, the first paragraph that describes their state of things."""
    first = {area.source.line: at for at, area in enumerate(areas)}
    starts = {area.actions[0].source.line for area in areas if area.actions}
    names = {area.name and fold(area.name): at for at, area in enumerate(areas)}
    found: dict[int, Passage] = {}
    here: int | None = None
    announced = in_chapter = False
    for at, block in enumerate(document.blocks):
        line = block.source.line
        if line in starts:
            here, announced = None, False
        if line in first:
            here, announced = first[line], False
            continue
        if not isinstance(block, Paragraph):
            continue
        text = fold(block.text[:2000])
        if len(text) < 200 and _HEADING.match(text) and not text.endswith("."):
            announced = True
            chapter = outline.places[at].chapter
            in_chapter = (chapter is not None and chapter.source is block.source) or in_chapter
            continue
        chapter = outline.places[at].chapter
        in_chapter = in_chapter and not (chapter is not None and chapter.source is block.source)
        if in_chapter and (own := names.get(re.sub(r"^(?:\d+|[ivx]+)[.)]\s*", "", text).strip(" .:"))) is not None:
            here, announced = own, True
            continue
        if here is not None and here not in found and len(text) >= _SHORTEST and (announced or _STATE.search(text)):
            found[here] = Passage(block.text, block.source)
    return found
