"""How far a reading is from the one a careful human made: the common measure of readings, and more fields.

Texts, names and initiatives are measured as the shared tool does: an action is found by its number when its text is
the same, else by its text, else by its number; names count as sets, once each; one share of fields for initiatives.
Deadlines, measures, money, names of areas, the title page and the list of abbreviations are shares of what the gold
holds; a field the gold does not have is not asked.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Key = tuple[Any, Any]


def norm(text: str | None) -> str:
    """Spelling that does not matter taken away: case, spaces, kinds of dashes and quotes, stops at the ends."""
    one = unicodedata.normalize("NFKC", text or "")
    one = re.sub(r"\s+", " ", one).strip(" .;,–-").casefold()
    return one.translate(str.maketrans({"–": "-", "—": "-", "„": '"', "”": '"'}))


def names(items: Iterable[str] | None) -> set[str]:
    return {norm(item) for item in items or () if item}


@dataclass
class Share:
    """So many of so many; `rate` is None when nothing was asked."""

    good: int = 0
    asked: int = 0

    def ask(self, is_good: bool) -> bool:
        self.asked += 1
        self.good += is_good
        return is_good

    @property
    def rate(self) -> float | None:
        return self.good / self.asked if self.asked else None


@dataclass
class Score:
    """The figures of one document, with every miss told."""

    name: str = ""
    read: int = 0
    expected: int = 0
    exact: int = 0
    hits: int = 0
    extra: int = 0
    missing: int = 0
    shares: dict[str, Share] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    @property
    def texts(self) -> float:
        """Exact texts among those expected, made smaller by actions that are no actions."""
        return self.exact / max(1, self.expected, self.read)

    @property
    def f1(self) -> float:
        total = 2 * self.hits + self.extra + self.missing
        return 2 * self.hits / total if total else 1.0

    def rate(self, key: str) -> float | None:
        return self.shares[key].rate if key in self.shares else None

    def ask(self, key: str, expected: object, found: object, place: str, *, good: bool | None = None) -> None:
        right = expected == found if good is None else good
        if not self.shares.setdefault(key, Share()).ask(right):
            self.misses.append(f"{place} {key}: {expected!r:.110} ≠ {found!r:.110}")


def score(reading: Json, gold: Json, name: str = "") -> Score:
    """Measure one reading (as JSON) against a gold."""
    made = Score(name)
    _actions(made, reading, gold)
    _areas(made, reading, gold)
    _initiatives(made, reading.get("initiatives") or [], gold.get("initiatives") or gold.get("programmes") or [])
    _front(made, reading, gold)
    return made


def _by_key(doc: Json) -> dict[Key, Json]:
    return {(area["no"], action["no"]): action for area in doc["areas"] for action in area["actions"]}


def _actions(made: Score, reading: Json, gold: Json) -> None:
    expected, found = _by_key(gold), _by_key(reading)
    by_text = {norm(action["text"]): key for key, action in found.items()}
    made.read, made.expected = len(found), len(expected)
    for key, action in expected.items():
        text, place = norm(action["text"]), f"A{key[0]}.{key[1]}"
        at_key = key if key in found else None
        at = key if at_key and norm(found[key]["text"]) == text else by_text.get(text, at_key)
        other = found[at] if at is not None else None
        if other is None:
            made.misses.append(f"{place} is missing: {action['text']:.90}")
        elif norm(other["text"]) == text:
            made.exact += 1
        else:
            made.misses.append(f"{place} text: {action['text']!r:.160} ≠ {other['text']!r:.160}")
        for side in ("responsible", "partners"):
            _bodies(made, action.get(side + "_canon", action[side]), (other or {}).get(side), f"{place} {side}")
        _details(made, action, other or {}, place)
    asked = {norm(action["text"]) for action in expected.values()}
    made.misses += [
        f"no action: {action['text']:.90}" for action in found.values() if norm(action["text"]) not in asked
    ]


def _bodies(made: Score, expected: Sequence[str], found: Sequence[str] | None, place: str) -> None:
    right, read = names(expected), names(found)
    made.hits += len(right & read)
    made.extra += len(read - right)
    made.missing += len(right - read)
    if right != read:
        made.misses.append(f"{place}: lacks {sorted(right - read)}, has {sorted(read - right)}")


def _details(made: Score, action: Json, other: Json, place: str) -> None:
    if "term_parts" in action:
        deadline = norm(other.get("deadline"))
        words = re.findall(r"\w+", deadline)
        good = all(norm(part).split()[0] in words for part in action["term_parts"])
        made.ask("deadlines", action["term_parts"], deadline, place, good=good)
    if "term" in action:
        made.ask("deadlines", norm(action["term"]), norm(other.get("deadline")), place)
    if "indicators" in action:
        found = [norm(item) for item in other.get("indicators") or []]
        made.ask("measures", [norm(item) for item in action["indicators"]], found, place)
    if "funding" in action:
        made.ask("money", norm(action["funding"]), norm(other.get("funding")), place)


def _areas(made: Score, reading: Json, gold: Json) -> None:
    if not gold.get("area_names", True):
        return
    found = {area["no"]: norm(area["name"]) for area in reading["areas"]}
    for area in gold["areas"]:
        made.ask("areas", norm(area["name"]), found.pop(area["no"], ""), f"area {area['no']}")
    for no, name in found.items():
        made.ask("areas", "", name, f"area {no}", good=False)


def _initiatives(made: Score, found: Sequence[Json], expected: Sequence[Json]) -> None:
    by_no = {row.get("no"): row for row in found}
    for row in expected:
        other, place = by_no.get(row["no"], {}), f"P{row['no']}"
        name = norm(other.get("name"))
        good = bool(name) and name in {norm(row["name"]), norm(row.get("name_short"))}
        made.ask("initiatives", norm(row["name"]), name, place, good=good)
        audience = norm(other.get("audience"))
        good = audience in {norm(row.get("audience")), norm(row.get("audience_raw"))}
        made.ask("initiatives", norm(row.get("audience")), audience, place, good=good)
        shapes: dict[str, Callable[[Any], object]] = {
            "goal": norm,
            "method": norm,
            "term_from": lambda value: str(value or "")[:4],
            "term_to": lambda value: str(value or "")[:4],
        }
        for key, shape in shapes.items():
            made.ask("initiatives", shape(row.get(key)), shape(other.get(key)), f"{place} {key}")
        executors = sorted(names(row.get("executors_canon") or row["executors"]))
        made.ask("initiatives", executors, sorted(names(other.get("executors"))), f"{place} executors")
    if len(found) > len(expected):
        made.misses.append(f"{len(found) - len(expected)} initiatives too many")


def _front(made: Score, reading: Json, gold: Json) -> None:
    meta = reading.get("meta") or {}
    for key, theirs in (
        ("jst", "unit"),
        ("kind", "unit_kind"),
        ("title", "title"),
        ("act_no", "act_no"),
        ("date", "date"),
    ):
        if gold.get(key):
            made.ask("meta", norm(gold[key]), norm(meta.get(theirs)), theirs)
    if gold.get("years"):
        made.ask("meta", gold["years"], [meta.get("years_from"), meta.get("years_to")], "years")
    if "abbreviations" in gold:
        expected = {norm(abbr): norm(name) for abbr, name in gold["abbreviations"].items()}
        found = {
            norm(row.get("abbr")): norm(row.get("name")) for row in reading.get("institutions") or [] if row.get("abbr")
        }
        for abbr in expected.keys() | found.keys():
            made.ask("abbreviations", expected.get(abbr), found.get(abbr), abbr)


KEYS = ("initiatives", "deadlines", "measures", "money", "areas", "meta", "abbreviations")


def table(scores: Sequence[Score]) -> str:
    """All figures, a line a document, and the means over the documents that were asked."""
    lines = [f"{'document':30} {'actions':>8} {'texts':>6} {'F1':>6} " + " ".join(f"{key[:7]:>7}" for key in KEYS)]
    lines += [
        f"{one.name:30.30} {f'{one.read}/{one.expected}':>8} {one.texts:6.3f} {one.f1:6.4f} "
        + " ".join(_figure(one.rate(key)) for key in KEYS)
        for one in scores
    ]
    means = [mean(rate for one in scores if (rate := one.rate(key)) is not None) for key in KEYS]
    lines.append(
        f"{'mean':30} {'':>8} {mean(one.texts for one in scores):6.3f} {mean(one.f1 for one in scores):6.4f} "
        + " ".join(_figure(figure) for figure in means)
    )
    return "\n".join(lines)


def mean(figures: Iterable[float]) -> float:
    values = list(figures)
    return sum(values) / len(values) if values else 1.0


def _figure(rate: float | None) -> str:
    return f"{'–' if rate is None else f'{rate:.3f}':>7}"
