"""Doubtful names as a form: what each was taken for, where it stands, and what a person says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from bezpiecznik.core.forms import free_text
from bezpiecznik.intake import codes
from bezpiecznik.intake.draft import Draft, Row
from bezpiecznik.intake.meanings import NEW_BODY, NOT_SAID, OTHER, RIGHT, Meaning, folded
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.names import Doubt
from bezpiecznik.intake.parts import part_of
from bezpiecznik.intake.review_page import anchor

LONGEST = 300


@dataclass(frozen=True)
class Place:
    code: str
    url: str


@dataclass(frozen=True)
class DoubtField:
    """One doubtful name as the page shows it."""

    view: Doubt
    places: Sequence[Place]

    @property
    def key(self) -> str:
        return folded(self.view.name.text)


def fields_of(doubts: Sequence[Doubt], draft: Draft, intake: Intake) -> list[DoubtField]:
    return [DoubtField(doubt, [_place(row, draft, intake) for row in doubt.rows]) for doubt in doubts]


def _place(row: Row, draft: Draft, intake: Intake) -> Place:
    return Place(codes.code(row, draft), f"{intake.get_absolute_url()}?part={part_of(row, draft)}#{anchor(row)}")


@dataclass(frozen=True)
class Typed:
    """Meanings that came from the page, and sentences on what could not be understood."""

    meanings: dict[str, Meaning]
    complaints: list[str]

    def over(self, doubts: Sequence[Doubt]) -> list[Doubt]:
        """The same doubts, holding what a person typed and could not yet save."""
        return [replace(doubt, meaning=self.meanings.get(folded(doubt.name.text), doubt.meaning)) for doubt in doubts]


def typed(data: Mapping[str, str], doubts: Sequence[Doubt]) -> Typed:
    """Read the form: fields of doubt number n are `doubt-key-n`, `doubt-said-n` and `doubt-body-n`."""
    known = {folded(doubt.name.text): doubt for doubt in doubts}
    found = Typed({}, [])
    number = 0
    while (key := data.get(f"doubt-key-{number}")) is not None:
        if doubt := known.get(key):
            _take(data, number, doubt, found)
        number += 1
    return found


def _take(data: Mapping[str, str], number: int, doubt: Doubt, found: Typed) -> None:
    said = data.get(f"doubt-said-{number}", NOT_SAID)
    body = " ".join(free_text(data, f"doubt-body-{number}").split())[:LONGEST] if said == OTHER else ""
    if said == OTHER and not body:
        found.complaints.append(_("Wpisz, jaki podmiot znaczy „%(name)s”.") % {"name": doubt.name.text})
    elif said in {RIGHT, OTHER, NEW_BODY}:
        found.meanings[folded(doubt.name.text)] = Meaning(said, body)
