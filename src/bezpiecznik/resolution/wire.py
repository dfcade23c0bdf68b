"""The published JSON of a reading (`bezpiecznik/reading-1`): written and read back without loss."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from bezpiecznik.resolution import parts

if TYPE_CHECKING:
    from bezpiecznik.resolution.model import Reading

FORMAT = "bezpiecznik/reading-1"
PASSAGES = ("goals", "forms", "participants", "commission_tasks")
T = TypeVar("T")
ROWS = ("institutions", "areas", "initiatives", "names", "unplaced", "findings")


def dump(reading: Reading) -> dict[str, Any]:
    """Lists of sentences stay lists of strings; their places stand beside, under `sources`."""
    meta = asdict(reading.meta)
    sources: dict[str, Any] = {"meta": meta.pop("sources")}
    if reading.main_goal:
        sources["main_goal"] = asdict(reading.main_goal.source)
    data: dict[str, Any] = {
        "format": FORMAT,
        "meta": _lists(meta),
        "main_goal": reading.main_goal.text if reading.main_goal else None,
    }
    for key in PASSAGES:
        passages: Sequence[parts.Passage] = getattr(reading, key)
        data[key] = [passage.text for passage in passages]
        sources[key] = [asdict(passage.source) for passage in passages]
    for key in ROWS:
        data[key] = [_lists(asdict(row)) for row in getattr(reading, key)]
    return data | {"sources": sources}


def load(data: dict[str, Any]) -> dict[str, Any]:
    """Fields of the reading that `dump` wrote; raises ValueError for another format."""
    if data.get("format") != FORMAT:
        raise ValueError(f"Oczekiwano formatu {FORMAT}, a jest {data.get('format')!r}.")
    sources = data.get("sources", {})
    goal = data.get("main_goal")
    passages = {key: _passages(data.get(key, ()), sources.get(key, ())) for key in PASSAGES}
    return dict(
        meta=_meta(data.get("meta", {}), sources.get("meta", {})),
        main_goal=parts.Passage(goal, _source(sources.get("main_goal"))) if goal is not None else None,
        institutions=_rows(parts.Institution, data.get("institutions", ())),
        areas=tuple(_area(row) for row in data.get("areas", ())),
        initiatives=_rows(parts.Initiative, data.get("initiatives", ())),
        unplaced=_rows(parts.Unplaced, data.get("unplaced", ())),
        names=tuple(parts.Name(**row) for row in data.get("names", ())),
        findings=tuple(_finding(row) for row in data.get("findings", ())),
        **passages,
    )


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lists(item) for key, item in value.items()}
    return [_lists(item) for item in value] if isinstance(value, (tuple, list)) else value


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _source(data: dict[str, Any] | None) -> parts.Source:
    return parts.Source(**_tuples(data or {}))


def _finding(row: dict[str, Any]) -> parts.Finding:
    repairs = tuple(parts.Repair(**repair) for repair in row.get("repairs", ()))
    return parts.Finding(**_tuples(row) | {"repairs": repairs})


def _meta(data: dict[str, Any], sources: dict[str, Any]) -> parts.Meta:
    return parts.Meta(**_tuples(data), sources={key: _source(value) for key, value in sources.items()})


def _passages(texts: Sequence[str], places: Sequence[dict[str, Any]]) -> tuple[parts.Passage, ...]:
    known = [*places, *[None] * (len(texts) - len(places))]
    return tuple(parts.Passage(text, _source(place)) for text, place in zip(texts, known, strict=False))


def _rows(kind: Callable[..., T], rows: Sequence[dict[str, Any]]) -> tuple[T, ...]:
    return tuple(kind(**_tuples(row) | {"source": _source(row.get("source"))}) for row in rows)


def _area(row: dict[str, Any]) -> parts.Area:
    actions = _rows(parts.Action, row.get("actions", ()))
    told = row.get("diagnosis")
    diagnosis = parts.Passage(told["text"], _source(told.get("source"))) if told else None
    return parts.Area(row["no"], row["name"], actions, _source(row.get("source")), diagnosis)
