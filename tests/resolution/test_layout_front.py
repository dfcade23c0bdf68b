"""Title pages of counties, cities and communes, as they are written in the country."""

import pytest
from resolution.laid_out import read_blocks

from bezpiecznik.resolution.model import Meta


def front(*lines: str) -> Meta:
    return read_blocks(*lines).meta


@pytest.mark.parametrize(
    ("council", "nominative", "unit", "kind"),
    [
        ("Rady Powiatu Górskiego", "Rada Powiatu Górskiego", "Powiat Górski", "powiat"),
        ("RADY POWIATU ŁĄCKO-NOWSKIEGO", "Rada Powiatu Łącko-Nowskiego", "Powiat Łącko-Nowski", "powiat"),
        ("Rady Miejskiej w Krakowicach", "Rada Miejska w Krakowicach", "Miasto w Krakowicach", "gmina"),
        ("Rady Gminy Dębno", "Rada Gminy Dębno", "Gmina Dębno", "gmina"),
    ],
)
def test_council_names_the_unit(council: str, nominative: str, unit: str, kind: str) -> None:
    meta = front("Uchwała Nr XV/112/2024", council, "z dnia 5 maja 2024 r.")
    assert (meta.council, meta.unit, meta.unit_kind) == (nominative, unit, kind)


def test_county_named_by_its_seat_takes_its_adjective_from_the_text() -> None:
    lines = ("Uchwała Nr 1/24 Rady Powiatu w Lipnie", "Mieszkańcy powiatu lipnowskiego są bezpieczni.")
    assert front(*lines).unit == "Powiat Lipnowski"
    assert front(lines[0], "Mieszkańcy powiatu górskiego są bezpieczni.").unit == "Powiat w Lipnie"


@pytest.mark.parametrize(
    ("council", "text", "unit"),
    [
        ("Rady Miasta Brzozowca", "Miasto Brzozowiec leży nad rzeką.", "Miasto Brzozowiec"),
        ("Rady Miejskiej w Gorzysławiu", "", "Miasto Gorzysław"),
        ("Rady Miasta Piotrowa", "W Piotrowie jest bezpiecznie.", "Miasto Piotrów"),
        ("Rady Miejskiej w Wierzbnikach", "Miasto Wierzbniki dba o parki.", "Miasto Wierzbniki"),
        ("Rady Miasta Dolina", "", "Miasto Dolina"),
    ],
)
def test_town_is_named_as_the_document_names_it(council: str, text: str, unit: str) -> None:
    assert front(f"Uchwała Nr 1/24 {council}", text or "Tekst.").unit == unit


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Program na lata 2024-2028", (2024, 2028)),
        ("Program realizowany w latach 2024 – 2026", (2024, 2026)),
        ("Program na okres 2025 r. – 2027 r.", (2025, 2027)),
        ("Program na okres od 1 stycznia 2025 r. do 31 grudnia 2027 r.", (2025, 2027)),
        ("Program na lata 2024, 2025 i 2026", (2024, 2026)),
        ("Program na rok 2025", (2025, 2025)),
        ("Przestępstwa w roku 2023 i 2024", (None, None)),
    ],
)
def test_years_of_the_programme(line: str, years: tuple[int | None, int | None]) -> None:
    meta = front("Uchwała Nr 1/24 Rady Powiatu Górskiego", line)
    assert (meta.years_from, meta.years_to) == years


@pytest.mark.parametrize("day", ["z dnia 5 maja 2024 r.", "z dnia 05.05.2024 r.", "z dnia 5-05-2024"])
def test_date_in_words_or_figures(day: str) -> None:
    assert front(f"Uchwała Nr 1/24 Rady Powiatu Górskiego {day}").date == "2024-05-05"


def test_project_has_no_number_and_no_date() -> None:
    meta = front("PROJEKT", "Uchwała Nr ………/2024", "Rady Powiatu Górskiego", "z dnia ………… 2024 r.")
    assert (meta.act_no, meta.date, meta.council) == (None, None, "Rada Powiatu Górskiego")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "§ 1. Uchwala się „Powiatowy Program „Razem” na lata 2024-2026”.",
            "Powiatowy Program „Razem” na lata 2024-2026",
        ),
        (
            "w sprawie przyjęcia Powiatowego Programu Ochrony na lata 2024-2026",
            "Powiatowy Program Ochrony na lata 2024-2026",
        ),
        (
            "§ 1. Przyjmuje się Powiatowy program zapobiegania przestępczości, stanowiący załącznik do uchwały.",
            "Powiatowy program zapobiegania przestępczości",
        ),
        ("Powiatowy Program Zapobiegania Przestępczości", "Powiatowy Program Zapobiegania Przestępczości"),
        ("Tekst bez nazwy.", None),
    ],
    ids=["quotes within quotes", "subject", "unquoted", "over the annex", "none"],
)
def test_title(line: str, title: str | None) -> None:
    assert front("Uchwała Nr 1/24 Rady Powiatu Górskiego", line).title == title


def test_date_of_the_law_is_not_the_date_of_the_resolution() -> None:
    meta = front("Uchwała Nr 1/24 Rady Powiatu Górskiego", "Na podstawie ustawy z dnia 5 czerwca 1998 r. uchwala się")
    assert meta.date is None


TITLE = "Program zapobiegania przestępczości oraz ochrony bezpieczeństwa obywateli „Zalesie 2030” na lata 2025–2030"


@pytest.mark.parametrize(
    "lines",
    [
        (f"w sprawie uchwalenia programu: {TITLE}",),
        (f"w sprawie: uchwalenia programu „{TITLE}”", "§ 1. Uchwala się program w brzmieniu załącznika."),
        (f"w sprawie przyjęcia dokumentu pn. „{TITLE}”", "§ 1. Przyjąć program, który stanowi załącznik."),
        (f"w sprawie programu „{TITLE}”", "§ 1. Uchwala się Zaleski Program Bezpieczeństwa. § 2. Wykonuje zarząd."),
        (f"w sprawie uchwalenia „{TITLE[:35]}", f"{TITLE[36:]}”", "Na podstawie art. 12 uchwala się, co następuje:"),
        ("§ 1. Uchwala się program stanowiący załącznik.", TITLE),
        (f"{TITLE}, przyjęty uchwałą Nr 1/25",),
    ],
    ids=["colon", "quoted", "called", "named", "two lines", "standing", "with its act"],
)
def test_titles_as_they_are_told(lines: tuple[str, ...]) -> None:
    meta = front("Uchwała Nr 1/25 Rady Miasta Zalesie", *lines)
    assert meta.title == TITLE
    assert (meta.years_from, meta.years_to) == (2025, 2030)


def test_years_of_the_title_are_those_of_the_programme_not_those_of_the_statistics() -> None:
    meta = front(
        "Uchwała Nr 1/25 Rady Powiatu Górskiego",
        "w sprawie uchwalenia „Program zapobiegania przestępczości, edycja 2025–2028”",
        "W latach 2022–2024 liczba zdarzeń zmalała.",
    )
    assert (meta.years_from, meta.years_to) == (2025, 2028)


@pytest.mark.parametrize(
    ("council", "text", "unit"),
    [
        ("Rady Powiatu w Lisowie", "", "Powiat Lisowski"),
        ("Rady Powiatu w Gdańsku", "", "Powiat Gdański"),
        ("Rady Miejskiej w Rudawie Wielkiej", "Mieszkańcy Rudawy Wielkiej są bezpieczni.", "Miasto Rudawa Wielka"),
    ],
)
def test_units_named_by_their_seat(council: str, text: str, unit: str) -> None:
    assert front("Uchwała Nr 1/25", council, text or "Wstęp").unit == unit
