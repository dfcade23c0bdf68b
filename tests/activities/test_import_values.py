"""What people write in cells: days, hours, numbers, kinds; and the columns they write them in."""

from datetime import date, time

import pytest

from bezpiecznik.activities.importing import values
from bezpiecznik.activities.importing.fields import guessed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.02.2022", date(2022, 2, 1)),
        ("01-02-2022", date(2022, 2, 1)),
        ("1/2/22", date(2022, 2, 1)),
        ("2022-02-01", date(2022, 2, 1)),
        ("2022-02-01T17:00:00", date(2022, 2, 1)),
        ("01.02.2022 17:00", date(2022, 2, 1)),
        ("44593", date(2022, 2, 1)),
        ("1 lutego 2022 r.", date(2022, 2, 1)),
        ("11 listopada 2022", date(2022, 11, 11)),
        ("5 października 2022", date(2022, 10, 5)),
        ("3 V 2022", date(2022, 5, 3)),
        ("29.02.2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_understood(text: str, expected: date) -> None:
    assert values.day(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31.02.2022", "takiego dnia nie ma w kalendarzu"),
        ("29.02.2023", "takiego dnia nie ma w kalendarzu"),
        ("2022-13-01", "takiego dnia nie ma w kalendarzu"),
        ("wkrótce", "to nie data"),
        ("12", "to nie data"),
        ("1 nowembra 2022", "nie znamy takiego miesiąca"),
        ("1.02.1922", "sprawdź rok"),
    ],
)
def test_what_is_no_day_is_said_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        values.day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17:00", time(17)), ("17.00", time(17)), ("17", time(17)), ("godz. 9:30", time(9, 30)),
        ("17:00–18:30", time(17)), ("17.3", time(17, 30)), ("0.7083333", time(17)), ("08:15:00", time(8, 15)),
    ],
)  # fmt: skip
def test_an_hour_is_understood(text: str, expected: time) -> None:
    assert values.hour(text) == expected


@pytest.mark.parametrize("text", ["25:00", "17:75", "po południu"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="to nie godzina"):
        values.hour(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("48", 48), ("1 200", 1200), ("1.200", 1200), ("25,0", 25), ("48 osób", 48), ("0", 0)]
)
def test_a_number_is_understood(text: str, expected: int) -> None:
    assert values.count(text) == expected


@pytest.mark.parametrize("text", ["ok. 50", "30,5", "-3", "dużo", "9999999"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"to nie liczba|za dużo"):
        values.count(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spotkanie", "meeting"), ("pogadanka z uczniami", "meeting"), ("Warsztaty", "training"),
        ("ćwiczenia ewakuacyjne", "drill"), ("Turniej", "contest"), ("kontrola drogowa", "inspection"),
        ("ulotki", "publication"), ("Akcja", "campaign"), ("dyżur albo usługa", "service"), ("inne", "other"),
    ],
)  # fmt: skip
def test_a_kind_is_known_by_its_words(text: str, expected: str) -> None:
    assert values.kind(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("odbyła się", "held"), ("Zrealizowano", "held"), ("planowane", "planned"), ("nie odbyło się", "cancelled")],
)
def test_a_state_is_known_by_its_words(text: str, expected: str) -> None:
    assert values.state(text) == expected


def test_an_unknown_kind_is_answered_with_those_known() -> None:
    with pytest.raises(ValueError, match="nie znamy rodzaju „taniec”, możliwe: „spotkanie”"):
        values.kind("taniec")


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Lp.", "Data", "Temat", "Miejsce", "Liczba uczestników"],
         {"starts_on": 1, "title": 2, "place": 3, "participants": 4}),
        (["Kiedy?", "NAZWA WYDARZENIA", "Forma:", "Godz.", "Liczba osób ogółem"],
         {"starts_on": 0, "title": 1, "kind": 2, "starts_at": 3, "participants": 4}),
        (["Data od", "Data do", "Tytuł", "Uwagi"], {"starts_on": 0, "ends_on": 1, "title": 2, "description": 3}),
        (["A", "B", ""], {}),
    ],
)  # fmt: skip
def test_columns_are_guessed_by_their_titles(titles: list[str], expected: dict[str, int]) -> None:
    assert guessed(titles) == expected
