"""Entries judged by hand, and how the checks do on them.

Run by itself it prints precision and recall: `python tests/reporting/planted_doubts.py` (with `src` on the path).
Rows up to LAST_TUNED were written with the checks and used to mend them; the later ones came after, and were run once
before anything else was changed: only their figures say what to expect of new reports.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from bezpiecznik.reporting.substance.checks import doubts_of
from bezpiecznik.reporting.substance.facts import Facts, Neighbour, Number, Said

PLANTED = Path(__file__).with_name("doubtful_entries.tsv")
LAST_TUNED = 143
MARKS = {"*": {"share": "joint"}, "^": {"coverage": "wider"}}


@dataclass(frozen=True)
class Case:
    """One entry with the doubts that a person would raise about it."""

    no: int
    expected: frozenset[str]
    facts: Facts

    @property
    def found(self) -> frozenset[str]:
        return frozenset(finding.code.value for finding in doubts_of(self.facts))


@dataclass(frozen=True)
class Score:
    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.false)

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed)


def cases() -> Iterator[Case]:
    rows = [line for line in PLANTED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for no, line in enumerate(rows, start=1):
        expected, outcome, text, *rest = line.split("\t")
        more = dict(cell.split("=", 1) for cell in rest)
        codes = frozenset(code for code in expected.split(",") if code != "-")
        yield Case(no, codes, _facts(outcome, text, more))


def _facts(outcome: str, text: str, more: dict[str, str]) -> Facts:
    return Facts(
        outcome=outcome,
        text=text,
        numbers=tuple(_numbers(more.get("n", ""))),
        wording=more.get("w", ""),
        history=tuple(_history(more)),
        in_packet=tuple(_neighbours(more.get("e", ""))),
        others=tuple(_neighbours(more.get("o", ""))),
        has_partners="alone" not in more,
    )


def _numbers(cell: str) -> Iterator[Number]:
    for part in filter(None, cell.split(";")):
        measure, value = part.strip().rsplit("=", 1)
        kind = MARKS.get(value[-1], {})
        yield Number(measure, Decimal(value.rstrip("*^").replace(",", ".")), **kind)


def _history(more: dict[str, str]) -> Iterator[Said]:
    past = [tuple(_numbers(cell)) for cell in more.get("p", "").split(" / ")]
    for back, numbers in zip(range(len(past), 0, -1), past, strict=True):
        if numbers or "b" in more:
            yield Said(str(2023 - back), more.get("b", "") if back == 1 else "", numbers)


def _neighbours(cell: str) -> Iterator[Neighbour]:
    if cell:
        where, text = cell.split("=", 1)
        yield Neighbour(where, text)


def score(chosen: list[Case]) -> Score:
    return Score(
        hits=sum(len(case.found & case.expected) for case in chosen),
        false=sum(len(case.found - case.expected) for case in chosen),
        missed=sum(len(case.expected - case.found) for case in chosen),
    )


def main() -> None:
    every = list(cases())
    for name, chosen in (
        ("used to mend the checks", [case for case in every if case.no <= LAST_TUNED]),
        ("written afterwards", [case for case in every if case.no > LAST_TUNED]),
    ):
        got = score(chosen)
        print(f"{name}: {len(chosen)} entries, precision {got.precision:.2f}, recall {got.recall:.2f}")
    for case in every:
        if case.found != case.expected:
            print(case.no, sorted(case.expected), sorted(case.found), case.facts.text[:80])


if __name__ == "__main__":
    import django
    from django.conf import settings

    settings.configure(USE_I18N=False)
    django.setup()
    main()
