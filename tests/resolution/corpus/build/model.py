"""What an invented programme consists of, and its gold: documents and golds come from these same values."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1]
MARK = "[dokument przykładowy: jednostka i treść zmyślone]"


@dataclass(frozen=True)
class Action:
    """One action: bodies are keys of `Bodies` or names printed as they are."""

    text: str
    lead: tuple[str, ...]
    others: tuple[str, ...] = ()
    term: str = ""
    measures: tuple[str, ...] = ()
    money: str = ""


@dataclass(frozen=True)
class Area:
    name: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Initiative:
    name: str
    goal: str
    lead: tuple[str, ...]
    audience: str
    term: str
    years: tuple[str, str]
    method: str
    money: str = ""


@dataclass
class Bodies:
    """How a document writes its bodies: key → the name expected, and the forms printed in turn."""

    table: dict[str, tuple[str, tuple[str, ...]]]
    turns: dict[str, Any] = field(default_factory=dict)

    def gold(self, keys: Sequence[str]) -> list[str]:
        return [self.table[key][0] if key in self.table else key for key in keys]

    def printed(self, keys: Sequence[str]) -> list[str]:
        return [self._form(key) for key in keys]

    def _form(self, key: str) -> str:
        if key not in self.table:
            return key
        forms = self.table[key][1]
        return forms[next(self.turns.setdefault(key, count())) % len(forms)]


@dataclass
class Programme:
    """A whole document; `scored` names the fields that this layout prints, others stay out of the gold."""

    unit: str
    kind: str
    title: str
    act: str
    act_no: str
    date: str
    years: tuple[int, int]
    bodies: Bodies
    areas: tuple[Area, ...]
    abbreviations: dict[str, str] | None = field(default_factory=dict)  # None: defined in prose, so not asked as a list
    initiatives: tuple[Initiative, ...] = ()
    scored: tuple[str, ...] = ("term", "indicators", "funding")
    layout: str = ""
    area_names: bool = True
    term_parts: Callable[[str], list[str]] | None = None


def rows(*items: tuple[Any, ...]) -> tuple[Action, ...]:
    """Actions out of plain rows: text, leads, others (by commas), term, measures (by semicolons), money."""
    made = []
    for text, lead, others, *rest in items:
        term, measures, money = [*rest, "", "", ""][:3]
        made.append(Action(text, _split(lead), _split(others), term, _split(measures, ";"), money))
    return tuple(made)


def _split(text: str, by: str = ",") -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(by) if part.strip())


def filled(actions: Sequence[Action], **words: str) -> tuple[Action, ...]:
    """Actions with the place-holders of a bank ({gdzie}, {jst}) put in."""
    return tuple(
        replace(action, text=action.text.format(**words), money=action.money.format(**words)) for action in actions
    )


def gold(programme: Programme) -> dict[str, Any]:
    """The reading a careful human would make."""
    return {
        "layout": programme.layout,
        **({} if programme.area_names else {"area_names": False}),
        "jst": programme.unit,
        "kind": programme.kind,
        "title": programme.title,
        "act": programme.act,
        "act_no": programme.act_no,
        "date": programme.date,
        "years": list(programme.years),
        **({} if programme.abbreviations is None else {"abbreviations": programme.abbreviations}),
        "areas": [
            {"no": no, "name": area.name, "actions": [_action(programme, n, a) for n, a in enumerate(area.actions, 1)]}
            for no, area in enumerate(programme.areas, 1)
        ],
        "initiatives": [_initiative(programme, no, one) for no, one in enumerate(programme.initiatives, 1)],
    }


def _action(programme: Programme, no: int, action: Action) -> dict[str, Any]:
    made: dict[str, Any] = {
        "no": no,
        "text": action.text,
        "responsible": programme.bodies.gold(action.lead),
        "partners": programme.bodies.gold(action.others),
    }
    if programme.term_parts is not None:
        made["term_parts"] = programme.term_parts(action.term)
    elif "term" in programme.scored:
        made["term"] = action.term
    if "indicators" in programme.scored:
        made["indicators"] = list(action.measures)
    if "funding" in programme.scored:
        made["funding"] = action.money
    return made


def _initiative(programme: Programme, no: int, one: Initiative) -> dict[str, Any]:
    return {
        "no": no,
        "name": one.name,
        "name_short": one.name.strip("„”"),
        "goal": one.goal,
        "executors": programme.bodies.gold(one.lead),
        "audience": one.audience,
        "term_raw": one.term,
        "term_from": one.years[0],
        "term_to": one.years[1],
        "method": one.method,
        "funding": one.money or None,
    }


def write_gold(programme: Programme, half: str, name: str) -> Path:
    """Write the gold beside the document; returns the path of the document without its ending."""
    path = CORPUS / half / name
    text = json.dumps(gold(programme), ensure_ascii=False, indent=1)
    path.with_suffix(".gold.json").write_text(text + "\n", encoding="utf-8")
    return path
