"""The merge is a pure function: what it promises is asked of made-up sides by the hundred."""

from hypothesis import given
from hypothesis import strategies as st

from bezpiecznik.reporting.roundtrip.fields import Fields, fields_of, number_name, numbers_in, plain
from bezpiecznik.reporting.roundtrip.merge import Course, course_of, merge, result

VALUES = st.sampled_from(["", "stare", "nowe", "inne"])
NUMBERS = st.sampled_from(["", ("patrole", "1", "own", "unit"), ("patrole", "2", "own", "unit")])
SIDES = st.fixed_dictionaries({"outcome": VALUES, "text": VALUES, "reason": VALUES, "number:patrole": NUMBERS})


def value(side: Fields, name: str) -> object:
    return side.get(name, "")


@given(SIDES, SIDES, SIDES)
def test_what_only_one_side_changed_wins_and_nothing_is_lost(base: Fields, theirs: Fields, ours: Fields) -> None:
    after = result(merge(base, theirs, ours))

    for name in base:
        mine, other, was = value(ours, name), value(theirs, name), value(base, name)
        wanted = other if mine == was else mine
        assert value(after, name) == wanted


@given(SIDES, SIDES, SIDES)
def test_a_choice_gives_the_file_what_was_disputed_and_no_more(base: Fields, theirs: Fields, ours: Fields) -> None:
    merged = merge(base, theirs, ours)
    after = result(merged, [one.name for one in merged])

    for one in merged:
        assert value(after, one.name) == (one.ours if one.course == Course.KEPT else one.theirs)


@given(SIDES, SIDES, SIDES)
def test_taking_the_same_file_twice_changes_nothing_more(base: Fields, theirs: Fields, ours: Fields) -> None:
    once = result(merge(base, theirs, ours))

    assert result(merge(base, theirs, once)) == once


@given(SIDES, SIDES)
def test_a_file_that_nobody_filled_in_changes_nothing(base: Fields, ours: Fields) -> None:
    merged = merge(base, base, ours)

    assert course_of(merged) == Course.SAME
    assert {name: value(result(merged), name) for name in ours} == ours


@given(SIDES, SIDES)
def test_fields_that_the_file_does_not_have_are_left_alone(base: Fields, ours: Fields) -> None:
    assert all(one.course in {Course.SAME, Course.KEPT} for one in merge(base, {}, ours))


@given(SIDES, SIDES)
def test_both_sides_that_wrote_the_same_agree(base: Fields, both: Fields) -> None:
    assert {one.course for one in merge(base, both, both)} == {Course.SAME}


@given(st.text())
def test_a_plain_text_is_plain_already(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_line_ends_spaces_and_escapes_of_office_programs_are_no_difference() -> None:
    assert plain(" \u200bOdbyto\u00a0patrole. _x000D_\nDrugi wiersz.  \r\n\n") == "Odbyto patrole.\nDrugi wiersz."


def test_numbers_are_fields_by_their_measure() -> None:
    number = {"measure": "Liczba  patroli", "value": "12", "share": "own", "coverage": "unit"}
    fields = fields_of("done", "", "", [number])  # type: ignore[list-item]

    assert number_name("liczba patroli") in fields
    assert numbers_in(fields) == [("Liczba  patroli", "12", "own", "unit")]
