"""The merge of three sides, field by field: what the file began with, what it says, and what the system says now. Pure.

base = theirs = ours     nothing happens
only theirs differs      taken from the file
only ours differs        kept as it is in the system
both differ, alike       nothing happens: they agree
both differ              a dispute: a person chooses, and unless they do the system's value stays
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bezpiecznik.reporting.roundtrip.fields import Fields, Value


class Course(StrEnum):
    """What becomes of one field."""

    SAME = "same"
    TAKEN = "taken"
    KEPT = "kept"
    DISPUTE = "dispute"


@dataclass(frozen=True)
class Merged:
    """One field with its three values; "" where a side says nothing."""

    name: str
    base: Value
    theirs: Value
    ours: Value

    @property
    def course(self) -> Course:
        if self.theirs == self.ours:
            return Course.SAME
        if self.theirs == self.base:
            return Course.KEPT
        return Course.TAKEN if self.ours == self.base else Course.DISPUTE


def merge(base: Mapping[str, Value], theirs: Mapping[str, Value], ours: Mapping[str, Value]) -> list[Merged]:
    """Every field of any side. A field that the file does not have at all was not touched in it."""
    names = [*ours, *(name for name in [*theirs, *base] if name not in ours)]
    return [
        Merged(name, base.get(name, ""), theirs.get(name, base.get(name, "")), ours.get(name, ""))
        for name in dict.fromkeys(names)
    ]


def result(merged: Collection[Merged], chosen: Collection[str] = ()) -> Fields:
    """What stands afterwards; `chosen` are the disputed fields in which the file wins."""
    taken = {
        one.name
        for one in merged
        if one.course == Course.TAKEN or (one.course == Course.DISPUTE and one.name in chosen)
    }
    told = {one.name: one.theirs if one.name in taken else one.ours for one in merged}
    return {name: value for name, value in told.items() if value or not name.startswith("number:")}


def course_of(merged: Collection[Merged]) -> Course:
    """Of the whole row: a dispute in any field, else something to take, else nothing."""
    courses = {one.course for one in merged}
    for course in (Course.DISPUTE, Course.TAKEN):
        if course in courses:
            return course
    return Course.SAME
