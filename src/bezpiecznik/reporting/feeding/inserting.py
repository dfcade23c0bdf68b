"""Putting a proposal into what a person has typed, without losing a word of theirs. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bezpiecznik.reporting.feeding.proposing import Proposal, ProposedNumber
from bezpiecznik.reporting.wording import figure


@dataclass(frozen=True)
class Row:
    """A row of numbers as it is typed."""

    measure: str
    value: str
    share: str
    coverage: str


@dataclass(frozen=True)
class Inserting:
    """`whole` speaks of all activities, `quoted` of those that stand in the entry already, `new` of the others."""

    whole: Proposal
    quoted: Proposal
    new: Proposal

    def text(self, typed: str) -> str:
        """A paragraph of ours is put up to date; else what is new comes under the person's own words."""
        kept = typed.replace("\r\n", "\n").strip()
        if not kept or self.whole.text in kept:
            return kept or self.whole.text
        if self.quoted and self.quoted.text in kept:
            return kept.replace(self.quoted.text, self.whole.text)
        return f"{kept}\n\n{self.new.text}" if self.new else kept

    def rows(self, typed: Sequence[Row]) -> list[Row]:
        """Measures that are missing are added; one that still has our former value is put up to date."""
        before = {number.measure.casefold(): figure(number.value) for number in self.quoted.numbers}
        ours = {number.measure.casefold(): number for number in self.whole.numbers}
        kept = [self._updated(row, before, ours) for row in typed]
        known = {row.measure.casefold() for row in typed}
        return kept + [_row(number) for name, number in ours.items() if name not in known]

    def _updated(self, row: Row, before: dict[str, str], ours: dict[str, ProposedNumber]) -> Row:
        name = row.measure.casefold()
        is_ours = name in ours and before.get(name) == row.value.strip()
        return _row(ours[name]) if is_ours else row


def _row(number: ProposedNumber) -> Row:
    return Row(number.measure, figure(number.value), number.share, number.coverage)
