"""Name and aim of an initiative out of one cell, money out of its description."""

import pytest

from bezpiecznik.resolution.initiatives import Title, divide_title, funding_in


@pytest.mark.parametrize(
    ("cell", "name", "goal"),
    [
        ("CICHA NOC Program uczy ciszy.", "CICHA NOC", "Program uczy ciszy."),
        ("CICHA NOC - celem akcji jest cisza", "CICHA NOC", "celem akcji jest cisza"),
        ("AKCJA „C – ISZA ” – główne założenia", "AKCJA „C – ISZA ”", "główne założenia"),
        ("CISZA PONAD WSZYSTKO W program wpisuje się konkurs", "CISZA PONAD WSZYSTKO", "W program wpisuje się konkurs"),
        ("NOC W LESIE Ma na celu spacer", "NOC W LESIE", "Ma na celu spacer"),
        ("CICHY, SPOKOJNY i WESOŁY Celem jest śmiech", "CICHY, SPOKOJNY i WESOŁY", "Celem jest śmiech"),
        ("7 MINUT DO LASU Program", "7 MINUT DO LASU", "Program"),
        ("CISZA!", "CISZA!", ""),
    ],
)
def test_run_of_capitals_is_the_name(cell: str, name: str, goal: str) -> None:
    assert divide_title(cell) == Title(name, goal)


def test_without_capitals_the_sentence_about_the_aim_divides_with_less_confidence() -> None:
    cell = "Szkolenia: „Cisza w domu.” Celem szkoleń jest wiedza."
    assert divide_title(cell) == Title("Szkolenia: „Cisza w domu.”", "Celem szkoleń jest wiedza.", 0.8)


def test_without_capitals_and_aim_all_is_the_name() -> None:
    assert divide_title("Udział w festynie – Dzień Ciszy") == Title("Udział w festynie – Dzień Ciszy", "", 0.8)


@pytest.mark.parametrize(
    ("method", "funding"),
    [
        ("Spotkania. Źródło finansowania: własne.", "Źródło finansowania: własne"),
        ("Spotkania Źródło finansowania własne", "Źródło finansowania własne"),
        ("Zajęcia. Współfinansowanie - gmina. Ulotki.", "Współfinansowanie - gmina"),
        ("Materiały własne.", None),
        ("Refinansowanie szkód.", None),
    ],
)
def test_sentence_about_money(method: str, funding: str | None) -> None:
    assert funding_in(method) == funding
