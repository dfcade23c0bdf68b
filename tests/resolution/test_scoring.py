"""The measure itself: it gives full marks only to the same reading, and each kind of fault costs something."""

from copy import deepcopy
from typing import Any

import pytest
from resolution.scoring import mean, norm, score, table

GOLD: dict[str, Any] = {
    "jst": "Powiat Próbny",
    "kind": "powiat",
    "title": "Program na lata 2025–2026",
    "years": [2025, 2026],
    "abbreviations": {"KPP": "Komenda Powiatowa Policji"},
    "areas": [
        {
            "no": 1,
            "name": "Drogi",
            "actions": [
                {
                    "no": 1,
                    "text": "Kontrole trzeźwości.",
                    "responsible": ["KPP"],
                    "partners": ["ITD", "SM"],
                    "term": "na bieżąco",
                    "indicators": ["liczba kontroli", "liczba badań"],
                    "funding": "środki własne",
                },
                {
                    "no": 2,
                    "text": "Przegląd przejść.",
                    "responsible": ["ZDP"],
                    "partners": [],
                    "term_parts": ["I kw.", "III kw."],
                },
            ],
        }
    ],
    "initiatives": [
        {
            "no": 1,
            "name": "„Odblaski”",
            "name_short": "Odblaski",
            "goal": "Widoczność",
            "audience": "piesi",
            "method": "Rozdawanie",
            "term_from": "2025",
            "term_to": "2026",
            "executors": ["KPP"],
        }
    ],
}


def perfect() -> dict[str, Any]:
    """The reading that says all the gold says."""
    reading = deepcopy(GOLD)
    reading["meta"] = {
        "unit": "Powiat Próbny",
        "unit_kind": "powiat",
        "title": "Program na lata 2025-2026",
        "years_from": 2025,
        "years_to": 2026,
    }
    reading["institutions"] = [{"abbr": "KPP", "name": "Komenda Powiatowa Policji"}]
    first, second = reading["areas"][0]["actions"]
    first["deadline"], second["deadline"] = "na bieżąco", "I kw., III kw."
    return reading


def test_same_reading_has_full_marks() -> None:
    made = score(perfect(), GOLD)
    assert (made.texts, made.f1, made.misses) == (1.0, 1.0, [])
    assert {key: share.rate for key, share in made.shares.items()} == dict.fromkeys(
        ("deadlines", "measures", "money", "areas", "initiatives", "meta", "abbreviations"), 1.0
    )


def test_only_spelling_that_does_not_matter_is_forgiven() -> None:
    assert norm(" „Kontrole  trzeźwości” – \u00a0") == norm('"kontrole trzeźwości"')
    assert norm("Kontrole trzeźwości") != norm("Kontrole prędkości")


def test_a_wrong_name_is_missed_once_and_extra_once() -> None:
    reading = perfect()
    reading["areas"][0]["actions"][0]["partners"] = ["ITD", "OSP"]
    made = score(reading, GOLD)
    assert (made.hits, made.extra, made.missing, round(made.f1, 3)) == (3, 1, 1, 0.75)
    assert made.texts == 1.0
    assert any("lacks ['sm'], has ['osp']" in miss for miss in made.misses)


def test_bodies_put_in_the_other_column_are_no_hits() -> None:
    reading = perfect()
    action = reading["areas"][0]["actions"][0]
    action["responsible"], action["partners"] = action["partners"], action["responsible"]
    assert score(reading, GOLD).hits == 1


def test_an_action_that_is_lost_costs_its_text_and_its_names() -> None:
    reading = perfect()
    del reading["areas"][0]["actions"][0]
    made = score(reading, GOLD)
    assert (made.texts, made.missing, made.rate("deadlines")) == (0.5, 3, 0.5)


def test_rows_that_are_no_actions_make_the_share_of_texts_smaller() -> None:
    reading = perfect()
    reading["areas"][0]["actions"].append({"no": 3, "text": "Kradzieże 214", "responsible": [], "partners": []})
    made = score(reading, GOLD)
    assert round(made.texts, 3) == 0.667
    assert made.misses == ["no action: Kradzieże 214"]


def test_an_action_under_another_number_is_found_by_its_text() -> None:
    reading = perfect()
    for action in reading["areas"][0]["actions"]:
        action["no"] += 10
    made = score(reading, GOLD)
    assert (made.texts, made.f1) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("share", "field", "value"),
    [
        ("deadlines", "deadline", "co miesiąc"),
        ("measures", "indicators", ["liczba kontroli"]),
        ("money", "funding", None),
    ],
)
def test_each_further_field_can_be_wrong(share: str, field: str, value: object) -> None:
    reading = perfect()
    reading["areas"][0]["actions"][0][field] = value
    made = score(reading, GOLD)
    assert (made.rate(share) or 0) < 1
    assert made.f1 == 1.0


@pytest.mark.parametrize("deadline", ["I kw.", "II kw., III kw.", None])
def test_each_marked_quarter_must_be_in_the_deadline(deadline: str | None) -> None:
    reading = perfect()
    reading["areas"][0]["actions"][1]["deadline"] = deadline
    assert score(reading, GOLD).rate("deadlines") == 0.5


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("goal", "Ruch"),
        ("audience", "dzieci"),
        ("method", ""),
        ("term_from", "2024"),
        ("term_to", None),
        ("executors", ["SM"]),
    ],
)
def test_each_of_seven_fields_of_an_initiative_counts(field: str, value: object) -> None:
    reading = perfect()
    reading["initiatives"][0][field] = value
    assert score(reading, GOLD).rate("initiatives") == pytest.approx(6 / 7)


def test_short_name_of_an_initiative_is_its_name_too() -> None:
    reading = perfect()
    reading["initiatives"][0]["name"] = "Odblaski"
    assert score(reading, GOLD).rate("initiatives") == 1.0


def test_title_page_areas_and_abbreviations_can_be_wrong() -> None:
    reading = perfect()
    reading["meta"]["unit"] = "Powiat Inny"
    reading["areas"].append({"no": 2, "name": "Spis treści", "actions": []})
    reading["institutions"].append({"abbr": "SM", "name": "Straż Miejska"})
    made = score(reading, GOLD)
    assert [made.rate(key) for key in ("meta", "areas", "abbreviations")] == [0.75, 0.5, 0.5]


def test_table_shows_every_document_and_the_means() -> None:
    bad = perfect()
    bad["areas"][0]["actions"] = []
    printed = table([score(perfect(), GOLD, "dobry.docx"), score(bad, GOLD, "pusty.pdf")])
    assert printed.count("\n") == 3
    assert "pusty.pdf" in printed
    assert printed.splitlines()[-1].split()[:3] == ["mean", "0.500", "0.5000"]
    assert mean([]) == 1.0
