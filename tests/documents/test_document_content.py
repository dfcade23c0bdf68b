"""What a document may not be built of, and what the shortest way of writing a line means."""

import every_block
import pytest
from made_up_report import content

from bezpiecznik.documents.content import (
    Annex,
    Column,
    Heading,
    KeyValues,
    Link,
    Paragraph,
    Run,
    State,
    StateChart,
    StateCounts,
    StateMark,
    Table,
    pieces,
    plain,
)


def test_the_showcase_has_each_kind_of_block() -> None:
    assert {type(block) for block in every_block.BLOCKS} == every_block.KINDS


def test_a_line_may_be_a_word_a_piece_or_pieces() -> None:
    assert pieces("tekst") == (Run("tekst"),)
    assert pieces(StateMark(State.DONE)) == (StateMark(State.DONE),)
    assert pieces((Run("a"), Run("b"))) == (Run("a"), Run("b"))


def test_a_mark_reads_as_its_word_unless_given_another() -> None:
    assert plain((Run("Ocena: "), StateMark(State.PARTIAL))) == "Ocena: częściowo"
    assert plain(StateMark(State.DONE, "złożono")) == "złożono"


def test_each_state_has_a_word_of_its_own() -> None:
    assert [state.word for state in State] == [
        "zrealizowano",
        "częściowo",
        "w toku / ciągłe",
        "nie zrealizowano",
        "odstąpiono",
        "brak sprawozdania",
    ]


def test_annexes_stand_among_headings_as_level_one() -> None:
    made = content(blocks=(Heading(1, "Wstęp"), Annex("Załącznik nr 1", "Wykaz", "z1")))
    assert made.headings == (Heading(1, "Wstęp"), Heading(1, "Załącznik nr 1. Wykaz", "z1"))


@pytest.mark.parametrize("levels", [(2,), (1, 3), (1, 2, 3, 4), (0,)])
def test_a_heading_that_skips_a_level_is_refused(levels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="level"):
        content(blocks=tuple(Heading(level, "Tytuł") for level in levels))


def test_headings_may_climb_back_by_any_number_of_levels() -> None:
    levels = (1, 2, 3, 1, 2, 2, 3, 2, 1)
    made = content(blocks=tuple(Heading(level, "Tytuł") for level in levels))
    assert tuple(heading.level for heading in made.headings) == levels


@pytest.mark.parametrize("wrap", [Paragraph, lambda link: KeyValues((("Zob.", link),))])
def test_a_link_that_leads_nowhere_is_refused(wrap) -> None:
    with pytest.raises(ValueError, match="leads to no heading: 'nie-ma'"):
        content(blocks=(Heading(1, "Wstęp", "jest"), wrap(Link("dalej", "nie-ma"))))


def test_two_headings_may_not_share_an_anchor() -> None:
    with pytest.raises(ValueError, match="share an anchor"):
        content(blocks=(Heading(1, "A", "x"), Heading(1, "B", "x")))


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="row 2: 1 of 2 cells"):
        Table("Wykaz", (Column("A"), Column("B")), (("1", "2"), ("3",)))


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="has no columns"):
        Table("Wykaz", (), ())


@pytest.mark.parametrize("digest", ["", "12ab", "g" * 64, "A" * 64])
def test_what_is_not_a_hash_is_refused(digest: str) -> None:
    with pytest.raises(ValueError, match="not a sha256"):
        content(snapshot_sha256=digest)


def test_a_chart_sums_each_state_over_its_groups() -> None:
    groups = (
        StateCounts("1", {State.DONE: 2, State.PARTIAL: 1}),
        StateCounts("2", {State.DONE: 3}),
    )
    total = StateChart("Liczby", groups, total_label="Suma").total
    assert (total.label, total.of(State.DONE), total.of(State.PARTIAL), total.total) == ("Suma", 5, 1, 6)
