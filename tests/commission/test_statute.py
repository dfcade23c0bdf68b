"""The statutory check counts seats and says what is missing, what to do, and by which provision. Pure."""

import pytest

from bezpiecznik.commission import options
from bezpiecznik.commission.models import SeatKind
from bezpiecznik.commission.statute import Sitting, counts, faults, rules_of, size

RULES = rules_of(options.SEATS.default)
WHOLE = [
    *([Sitting("chair")]), *([Sitting("councillor")] * 2), *([Sitting("appointed")] * 3), *([Sitting("police")] * 2),
    Sitting("prosecutor"), Sitting("advisory"), Sitting("advisory"),
]  # fmt: skip


def without(kind: str) -> list[Sitting]:
    seats = list(WHOLE)
    seats.remove(Sitting(kind))
    return seats


def sentences(seats: list[Sitting], *, joint: bool = False) -> list[str]:
    return [fault.sentence for fault in faults(seats, RULES, joint=joint)]


def test_eight_with_a_prosecutor_are_whole_and_advisers_may_be_any_number() -> None:
    assert sentences(WHOLE) == []
    assert size(RULES, joint=False) == 8


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("chair", "Komisja nie ma przewodniczącego."),
        ("prosecutor", "Nie wskazano prokuratora do udziału w pracach Komisji."),
        ("councillor", "Radni: jest 1, a ustawa wymaga 2. Brakuje 1."),
        ("appointed", "Osoby powołane: jest 2, a ustawa wymaga 3. Brakuje 1."),
        ("police", "Przedstawiciele Policji: jest 1, a ustawa wymaga 2. Brakuje 1."),
    ],
)
def test_who_is_missing_is_said(kind: str, sentence: str) -> None:
    assert sentences(without(kind)) == [sentence]


@pytest.mark.parametrize("kind", ["councillor", "appointed", "police", "chair"])
def test_one_too_many_is_said_too(kind: str) -> None:
    (told,) = sentences([*WHOLE, Sitting(kind)])

    assert told.endswith("O 1 za dużo.")


def test_each_fault_says_what_to_do_and_from_where_it_is() -> None:
    (fault,) = faults(without("councillor"), RULES, joint=False)

    assert fault.remedy == "Poproś radę o delegowanie radnego."
    assert (fault.source, fault.checked) == ("art. 38a ust. 5 pkt 2 u.s.p.", False)


def test_a_joint_commission_has_two_chairs_and_delegates_of_each_unit() -> None:
    ours = [Sitting("chair"), Sitting("prosecutor"), *[seat for seat in WHOLE if seat.kind in DIVIDED]]
    theirs = [Sitting("co_chair"), *[Sitting(seat.kind, of_other_unit=True) for seat in WHOLE if seat.kind in DIVIDED]]

    assert sentences([*ours, *theirs], joint=True) == []
    assert size(RULES, joint=True) == 16
    assert sentences(ours, joint=True) == [
        "Komisja wspólna nie ma współprzewodniczącego.",
        "Radni, z drugiej jednostki: jest 0, a ustawa wymaga 2. Brakuje 2.",
        "Osoby powołane, z drugiej jednostki: jest 0, a ustawa wymaga 3. Brakuje 3.",
        "Przedstawiciele Policji, z drugiej jednostki: jest 0, a ustawa wymaga 2. Brakuje 2.",
    ]


DIVIDED = ("councillor", "appointed", "police")


def test_a_co_chair_belongs_to_a_joint_commission_only() -> None:
    assert sentences([*WHOLE, Sitting("co_chair")]) == [
        "Współprzewodniczący jest tylko w Komisji wspólnej miasta i powiatu."
    ]


def test_numbers_are_configuration() -> None:
    rules = rules_of([{"kind": "councillor", "number": 3, "source": "uchwała", "checked": True}])

    (fault,) = faults(WHOLE, rules, joint=False)

    assert fault.sentence == "Radni: jest 2, a ustawa wymaga 3. Brakuje 1."
    assert fault.checked


def test_counts_leave_the_co_chair_out_where_there_is_none() -> None:
    kinds = [count.rule.kind for count in counts(WHOLE, RULES, joint=False)]

    assert SeatKind.CO_CHAIR not in kinds


def test_rules_are_written_one_a_line_and_read_back_the_same() -> None:
    field = options.SEATS.field()

    text = field.prepare_value(options.SEATS.default)

    assert "radny delegowany przez radę; 2; art. 38a ust. 5 pkt 2 u.s.p.; do sprawdzenia" in text
    assert field.clean(text) == options.SEATS.default


@pytest.mark.parametrize(
    "text",
    ["radni; 2; ustawa; sprawdzone", "przewodniczący; dwóch; ustawa; sprawdzone", "przewodniczący; 1; ustawa", "a\n"],
)
def test_a_rule_that_cannot_be_read_is_refused(text: str) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        options.SEATS.field().clean(text)
