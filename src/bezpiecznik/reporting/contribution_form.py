"""What stands in the fields of one contribution, and how it is read."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import QueryDict

from bezpiecznik.reporting.entry_form import NumberRow, Problem, blank, number_rows, proposals, read_rows
from bezpiecznik.reporting.models import Contribution, Entry
from bezpiecznik.reporting.services import Attempt
from bezpiecznik.reporting.services.receipts import keys
from bezpiecznik.reporting.wording import figure


class ContributionForm(forms.Form):
    """Words and numbers of one body for one entry; rows of numbers as in `EntryForm`."""

    version = forms.IntegerField(min_value=0)
    text = forms.CharField(required=False, max_length=20_000)
    nothing = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.rows = list(number_rows(data))
        self.problems: list[Problem] = []

    @property
    def attempt(self) -> Attempt | None:
        key = keys([self.data.get("key", "")])
        return Attempt(key[0], keys(self.data.get("after", "").split())) if key else None

    def clean(self) -> dict[str, Any]:
        numbers, self.problems = read_rows(self.rows)
        for problem in self.problems:
            self.add_error(None, problem.sentence)
        cleaned = super().clean() or {}
        return {**cleaned, "text": cleaned.get("text", "").replace("\r\n", "\n"), "numbers": numbers}


@dataclass(frozen=True)
class Place:
    """One entry that a body may add to, with what stands in the fields: stored, or typed and not stored."""

    entry: Entry
    institution: int
    contribution: Contribution | None
    version: int
    text: str
    nothing: bool
    rows: list[NumberRow]
    errors: list[Problem] = field(default_factory=list)
    conflict: Contribution | None = None

    @property
    def key(self) -> str:
        return f"{self.entry.pk}-{self.institution}"

    @property
    def anchor(self) -> str:
        return f"wklad-{self.key}"

    @property
    def is_answered(self) -> bool:
        return bool(self.contribution and self.contribution.answers)

    @property
    def numbered_rows(self) -> list[tuple[str, str, NumberRow]]:
        return [(f"{self.key}-{no}", str(no), row) for no, row in enumerate(self.rows)]


def stored_place(entry: Entry, institution: int, contribution: Contribution | None) -> Place:
    given = contribution.given if contribution else []
    rows = [NumberRow(n["measure"], figure(n["value"]), n["share"], n["coverage"]) for n in given]
    proposed = proposals(entry, (), taken={row.measure.casefold() for row in rows})
    return Place(
        entry=entry,
        institution=institution,
        contribution=contribution,
        version=contribution.version if contribution else 0,
        text=contribution.text if contribution else "",
        nothing=bool(contribution and contribution.nothing),
        rows=[*rows, *proposed, *blank()],
    )


def typed_place(
    place: Place, form: ContributionForm, *, version: int, errors: list[Problem], conflict: Contribution | None = None
) -> Place:
    """As `place`, with what was typed; `version` is the one to save over."""
    return Place(
        entry=place.entry,
        institution=place.institution,
        contribution=place.contribution,
        version=version,
        text=form.data.get("text", ""),
        nothing="nothing" in form.data,
        rows=[*(row for row in form.rows if row.measure or row.value), *blank()],
        errors=errors,
        conflict=conflict,
    )
