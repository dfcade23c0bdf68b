"""The paragraph about one action: whose each sentence is, and where it stands."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bezpiecznik.documents.content import Block, Inline, Link, Paragraph, Piece, Run, Source
from bezpiecznik.documents.wording import quoted
from bezpiecznik.evaluation.paragraph import Sentence, Voice, from_json
from bezpiecznik.evaluation.report.wording import number
from bezpiecznik.evaluation.rule import WORDS, Verdict
from bezpiecznik.evaluation.statements import Statement

OWN = "dopisek urzędu"
LEAD_IN = {Voice.WORDS: ": ", Voice.REASON: ", powód: "}


def anchor_of(source: int) -> str:
    """The place of a source in the annex of sources."""
    return f"zrodlo-{source}"


def sentences_of(action: Mapping[str, Any]) -> list[Sentence]:
    """Sentences that the report prints of an action: a person's, else the draft; older evidence has none."""
    kept = action.get("paragraph") or {"draft": [], "edited": []}
    return [from_json(sentence) for sentence in kept["edited"] or kept["draft"]]


def paragraph(action: Mapping[str, Any]) -> Iterator[Block]:
    if sentences := sentences_of(action):
        yield Paragraph(tuple(_pieces(sentences)))


def _pieces(sentences: Iterable[Sentence]) -> Iterator[Piece]:
    before: tuple[str, ...] = ()
    joint = ""
    for one in sentences:
        if joint:
            yield Run(joint)
        if one.is_quoted:
            if (one.voice, *one.who) != before:
                yield Run(", ".join(one.who), bold=True)
                yield Run(LEAD_IN[Voice(one.voice)])
            yield Run(quoted(one.text))
        else:
            yield Run(one.text)
        if one.is_own:
            yield Source(f" ({OWN})")
        yield from references(one.sources)
        before, joint = ((one.voice, *one.who) if one.is_quoted else ()), " "


def references(sources: Iterable[int]) -> Iterator[Piece]:
    """„ [3] [12]”, each leading to its source."""
    for source in sources:
        yield Run("\u00a0")
        yield Link(f"[{source}]", anchor_of(source))


def reported(statements: Iterable[Statement]) -> Iterator[tuple[str, Inline]]:
    """What each body said of the state, and its numbers; the sentences that follow carry the sources."""
    spoken = [said for said in statements if said.speaks]
    if spoken:
        yield "Zgłoszono", tuple(_states(spoken))
    counted = [said for said in spoken if said.numbers]
    if counted:
        yield "Liczby", tuple(_numbers(counted))


def _states(spoken: Iterable[Statement]) -> Iterator[Piece]:
    """„KMP, SM – zrealizowano; MOPR – w toku”: bodies with the same state stand together."""
    groups: dict[str, list[Statement]] = {}
    for said in spoken:
        groups.setdefault(WORDS[Verdict(said.outcome)], []).append(said)
    joint = ""
    for word, voices in groups.items():
        yield Source(f"{joint}{', '.join(dict.fromkeys(said.short for said in voices))} – {word}")
        joint = "; "


def _numbers(counted: Iterable[Statement]) -> Iterator[Piece]:
    joint = ""
    for said in counted:
        told = ", ".join(
            f"{one.measure}\u00a0{number(one.value)}{' wspólnie' if one.share == 'joint' else ''}"
            f"{'' if one.coverage == 'unit' else ' (obszar większy niż objęty programem)'}"
            for one in said.numbers
        )
        yield Source(f"{joint}{said.short}: {told}")
        joint = "; "
