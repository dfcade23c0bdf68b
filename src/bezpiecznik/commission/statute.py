"""Whether a composition is as the statute wants it, in sentences, each with what to do. Pure.

How many sit where and by which provision is configuration (`options.SEATS`); this module only counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bezpiecznik.commission.models import VOTING, SeatKind
from bezpiecznik.core.polish import forms

NAMES = {
    SeatKind.CHAIR: "przewodniczący,przewodniczących,przewodniczących",
    SeatKind.CO_CHAIR: "współprzewodniczący,współprzewodniczących,współprzewodniczących",
    SeatKind.COUNCILLOR: "radny,radnych,radnych",
    SeatKind.APPOINTED: "osoba powołana,osoby powołane,osób powołanych",
    SeatKind.POLICE: "przedstawiciel Policji,przedstawicieli Policji,przedstawicieli Policji",
    SeatKind.PROSECUTOR: "prokurator,prokuratorów,prokuratorów",
    SeatKind.ADVISORY: "osoba z głosem doradczym,osoby z głosem doradczym,osób z głosem doradczym",
}
TO_FILL = {
    SeatKind.CHAIR: "Wpisz prezydenta lub starostę jako przewodniczącego.",
    SeatKind.CO_CHAIR: "Wpisz prezydenta lub starostę drugiej jednostki jako współprzewodniczącego.",
    SeatKind.COUNCILLOR: "Poproś radę o delegowanie radnego.",
    SeatKind.APPOINTED: "Prezydent lub starosta powołuje brakującą osobę.",
    SeatKind.POLICE: "Poproś komendanta Policji o delegowanie przedstawiciela.",
    SeatKind.PROSECUTOR: "Poproś prokuratora okręgowego o wskazanie prokuratora.",
}
TOO_MANY = "Sprawdź, kto zasiada bez podstawy, i zakończ jego udział albo popraw mylny wpis."
DIVIDED = frozenset({SeatKind.COUNCILLOR, SeatKind.APPOINTED, SeatKind.POLICE})
"""Seats that each unit of a joint commission fills on its own."""


@dataclass(frozen=True)
class SeatRule:
    """So many sit there by this provision; `checked`: somebody compared the source with the act in force."""

    kind: SeatKind
    number: int
    source: str
    checked: bool = False


@dataclass(frozen=True)
class Sitting:
    """One who sits: in which seat, and whether the other unit of a joint commission chose them."""

    kind: str
    of_other_unit: bool = False


@dataclass(frozen=True)
class Fault:
    """What is not as the statute wants it, what to do, and by which provision."""

    kind: SeatKind
    sentence: str
    remedy: str
    source: str
    checked: bool
    missing: bool = False
    """Whether somebody is missing, and not one too many."""


@dataclass(frozen=True)
class Count:
    """A kind of seat with how many sit there and how many should."""

    rule: SeatRule
    present: int
    wanted: int

    @property
    def is_met(self) -> bool:
        return self.present == self.wanted


def rules_of(rows: Iterable[dict[str, Any]]) -> list[SeatRule]:
    """Rules as the configuration keeps them."""
    return [SeatRule(SeatKind(row["kind"]), row["number"], row["source"], row["checked"]) for row in rows]


def counts(seats: Iterable[Sitting], rules: Sequence[SeatRule], *, joint: bool) -> list[Count]:
    """Each kind that the rules speak of, over both units of a joint commission."""
    sitting = list(seats)
    return [
        Count(rule, sum(seat.kind == rule.kind for seat in sitting), _wanted(rule, joint=joint))
        for rule in rules
        if joint or rule.kind != SeatKind.CO_CHAIR
    ]


def size(rules: Sequence[SeatRule], *, joint: bool) -> int:
    """How many members with a vote the statute wants: 8 in a commission of one unit."""
    voting = (rule for rule in rules if rule.kind in VOTING and (joint or rule.kind != SeatKind.CO_CHAIR))
    return sum(_wanted(rule, joint=joint) for rule in voting)


def _wanted(rule: SeatRule, *, joint: bool) -> int:
    return rule.number * 2 if joint and rule.kind in DIVIDED else rule.number


def faults(seats: Iterable[Sitting], rules: Sequence[SeatRule], *, joint: bool) -> list[Fault]:
    """What does not hold, in the order of the rules; empty when the composition is whole."""
    sitting = list(seats)
    return [fault for rule in rules for fault in _faults_of(rule, sitting, joint=joint)]


def _faults_of(rule: SeatRule, sitting: list[Sitting], *, joint: bool) -> Iterator[Fault]:
    here = [seat for seat in sitting if seat.kind == rule.kind]
    if rule.kind == SeatKind.CO_CHAIR and not joint:
        if here:
            sentence = _("Współprzewodniczący jest tylko w Komisji wspólnej miasta i powiatu.")
            yield Fault(rule.kind, sentence, _("Popraw miejsce tej osoby albo wpisz, z kim Komisja jest wspólna."),
                        rule.source, rule.checked)  # fmt: skip
        return
    if joint and rule.kind in DIVIDED:
        for other, whose in ((False, _("z naszej jednostki")), (True, _("z drugiej jednostki"))):
            yield from _of_number(rule, sum(seat.of_other_unit is other for seat in here), whose)
        return
    yield from _of_number(rule, len(here), "")


def _of_number(rule: SeatRule, present: int, whose: str) -> Iterator[Fault]:
    if present == rule.number:
        return
    if present > rule.number:
        yield Fault(rule.kind, _too_many(rule, present, whose), TOO_MANY, rule.source, rule.checked)
    else:
        yield Fault(
            rule.kind, _too_few(rule, present, whose), TO_FILL[rule.kind], rule.source, rule.checked, missing=True
        )


def _too_few(rule: SeatRule, present: int, whose: str) -> str:
    if rule.kind == SeatKind.CHAIR:
        return _("Komisja nie ma przewodniczącego.")
    if rule.kind == SeatKind.CO_CHAIR:
        return _("Komisja wspólna nie ma współprzewodniczącego.")
    if rule.kind == SeatKind.PROSECUTOR:
        return _("Nie wskazano prokuratora do udziału w pracach Komisji.")
    asked = {"name": SHORT[rule.kind], "whose": f", {whose}" if whose else "", "missing": rule.number - present}
    words = {**asked, "present": present, "wanted": rule.number}
    return _("%(name)s%(whose)s: jest %(present)d, a ustawa wymaga %(wanted)d. Brakuje %(missing)d.") % words


def _too_many(rule: SeatRule, present: int, whose: str) -> str:
    words = {"name": SHORT[rule.kind], "whose": f", {whose}" if whose else "", "present": present,
             "wanted": rule.number, "over": present - rule.number}  # fmt: skip
    return _("%(name)s%(whose)s: jest %(present)d, a ustawa przewiduje %(wanted)d. O %(over)d za dużo.") % words


SHORT = {
    SeatKind.CHAIR: "Przewodniczący",
    SeatKind.CO_CHAIR: "Współprzewodniczący",
    SeatKind.COUNCILLOR: "Radni",
    SeatKind.APPOINTED: "Osoby powołane",
    SeatKind.POLICE: "Przedstawiciele Policji",
    SeatKind.PROSECUTOR: "Prokurator",
    SeatKind.ADVISORY: "Głosy doradcze",
}


def in_words(kind: SeatKind, number: int) -> str:
    """`2 radnych`, `1 prokurator`."""
    return f"{number} {forms(number, NAMES[kind])}"
