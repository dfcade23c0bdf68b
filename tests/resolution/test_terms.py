"""Terms as they are written in programmes."""

import pytest

from bezpiecznik.resolution.terms import Term, read_term


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019 - 2022", Term("2019", "2022")),
        ("2021-2023", Term("2021", "2023")),
        ("Cały rok szkoln. 2019- 2021", Term("2019", "2021")),
        ("Rok 2021 Rok 2022 Rok 2023", Term("2021", "2023")),
        ("2021", Term("2021", "2021")),
        ("2021-23", Term("2021", "2023")),
        ("Rok szkolny 20/21 21/22 22-23", Term("2020", "2023")),
        ("rok szkolny 2024/2025", Term("2024", "2025")),
        ("październik 2020 kontynuacja w latach 2021-23", Term("2020-10", "2023")),
        ("Od 6.08.2 020 - do 2023", Term("2020-08-06", "2023")),
        ("1.03.2024 – 31.12.2026", Term("2024-03-01", "2026-12-31")),
        ("2019 – bezterminowo", Term("2019", None, open_ended=True)),
        ("od marca 2020", Term("2020-03", None, open_ended=True)),
        ("na czas nieokreślony", Term(open_ended=True)),
        ("praca ciągła", Term()),
        ("ferie i wakacje", Term()),
        ("", Term()),
    ],
)
def test_start_and_end(text: str, expected: Term) -> None:
    assert read_term(text) == expected


def test_small_fractions_without_a_school_are_no_years() -> None:
    assert read_term("etap 20/21, rok 2024") == Term("2024", "2024")
