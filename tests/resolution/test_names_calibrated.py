"""Scores of names: what is wrong is asked, and little that is right is asked too. Judged by readings made by hand."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from resolution.samples import KIELCE, SHARED
from resolution.scoring import names, norm

from bezpiecznik.resolution import Reading, bodies, read
from bezpiecznik.resolution.model import Name
from bezpiecznik.resolution.parts import SURE

CORPUS = Path(__file__).parent / "corpus"
HALVES = ("dev", "heldout", "unseen")
Judged = tuple[str, Name, bool]


def _by_text(gold: dict[str, object]) -> dict[str, set[str]]:
    """For each action's text the names a person read in it."""
    found: dict[str, set[str]] = {}
    areas = gold["areas"]
    assert isinstance(areas, list)
    for action in (action for area in areas for action in area["actions"]):
        told = found.setdefault(norm(action["text"]), set())
        for role in ("responsible", "partners"):
            told |= names(action.get(f"{role}_canon", action.get(role)))
    return found


def _judged(title: str, reading: Reading, gold: dict[str, object]) -> Iterator[Judged]:
    """Each name of the reading, right where every action that got it has it by hand too."""
    by_hand = _by_text(gold)
    wrong: set[str] = set()
    met: set[str] = set()
    for action in (action for area in reading.areas for action in area.actions):
        expected = by_hand.get(norm(action.text), set())
        read_here = names(action.responsible + action.partners)
        # Where nothing agrees the cells of another action were read: a fault of places, measured by the corpus.
        for name in action.responsible + action.partners if expected & read_here else ():
            met.add(name)
            if norm(name) not in expected:
                wrong.add(name)
    for name in reading.names:
        if name.resolved in met:
            yield title, name, name.resolved not in wrong


def _documents() -> Iterator[tuple[Path, Path]]:
    for gold in (gold for half in HALVES for gold in sorted((CORPUS / half).glob("*.gold.json"))):
        stem = gold.name.removesuffix(".gold.json")
        yield next(path for path in gold.parent.glob(f"{stem}.*") if path != gold), gold
    if SHARED.is_dir():
        yield KIELCE, SHARED / "kielce" / "gold.json"


@cache
def table() -> tuple[Judged, ...]:
    """Every distinct written name of every document, and whether it was understood rightly."""
    return tuple(
        judged
        for path, gold in _documents()
        for judged in _judged(path.name, read(path.read_bytes()), json.loads(gold.read_text(encoding="utf-8")))
    )


def test_there_is_something_to_judge() -> None:
    assert len(table()) > 150


def test_every_wrong_name_is_asked() -> None:
    assert [(title, name) for title, name, right in table() if not right and name.score >= SURE] == []


def test_nearly_every_right_name_passes_without_a_question() -> None:
    right = [name for _, name, is_right in table() if is_right]
    asked = [name for name in right if name.score < SURE]
    assert len(asked) <= 0.03 * len(right), asked


def test_of_the_names_of_kielce_two_are_asked() -> None:
    reading = read(KIELCE.read_bytes())
    unsure = {name.text: (name.resolved, name.score) for name in reading.names if name.score < 1.0}
    assert unsure == {
        "WBZK": ("WBiZK", 0.9),
        "RPZUK": ("RPZiUK", 0.9),
        "ŚCPiE": ("SCPiE", 0.95),
        "WGKOŚ": ("WGKiŚ", 0.8),
        "KP PSP": ("KM PSP", 0.83),
        "STRAŻ MIEJSKA KIELCE": ("SM", 0.95),
    }


def test_confidence_of_an_action_is_that_of_its_least_certain_name() -> None:
    reading = read(KIELCE.read_bytes())
    scores: dict[str, float] = {}
    for name in reading.names:
        scores[name.resolved] = min(scores.get(name.resolved, 1.0), name.score)
    for action in (action for area in reading.areas for action in area.actions):
        assert action.confidence >= min(scores[name] for name in action.responsible + action.partners or ("KMP",))


def test_kielce_is_read_the_same_without_what_the_whole_country_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    with_all = read(KIELCE.read_bytes())
    nothing = bodies.Bodies({}, {}, {}, frozenset())
    for module in ("abbreviations", "brackets", "cells", "definitions", "names", "phrases", "spelling", "spelling_out"):
        monkeypatch.setattr(f"bezpiecznik.resolution.{module}.nation_wide", lambda: nothing)
    assert _duties(read(KIELCE.read_bytes())) == _duties(with_all)


def _duties(reading: Reading) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(action.responsible, action.partners) for area in reading.areas for action in area.actions]
