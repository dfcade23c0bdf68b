"""Secrets are known by their look and leave no trace."""

import pytest

from bezpiecznik.notices.redaction import looks_secret, without_secrets

RESET = "https://program.example/konto/haslo/nowe/MQ/cx7q2l-9a8b7c6d5e4f30211a2b3c4d/"


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        (RESET, True),
        ("/link/Zm9vYmFyYmF6cXV4Zm9vYmFy/", True),
        ("/link/?t=Zm9vYmFyYmF6cXV4Zm9vYmFy", True),
        ("/praca/sprawozdania/12/", False),
        ("/praca/w-tle/", False),
        ("", False),
    ],
)
def test_a_link_that_cannot_be_guessed_is_secret(url: str, secret: bool) -> None:
    assert looks_secret(url) is secret


def test_an_address_is_cut_to_its_host() -> None:
    text = without_secrets(f"Aby ustawić hasło, otwórz:\n{RESET}\nDziękujemy.")
    assert text == "Aby ustawić hasło, otwórz:\nhttps://program.example/… [odnośnik usunięty z rejestru]\nDziękujemy."


@pytest.mark.parametrize("code", ["483920", "ABC-7DF", "XKCD-QRST", "7Q2L9A8B"])
def test_a_line_that_is_only_a_code_is_taken_out(code: str) -> None:
    assert without_secrets(f"Twój kod:\n\n  {code}\n\nWażny 3 minuty.") == (
        "Twój kod:\n\n[kod usunięty z rejestru]\n\nWażny 3 minuty."
    )


def test_words_and_short_numbers_stay() -> None:
    text = "Dzień dobry,\n\n12\nKOMENDA Miejska 2026\n\nDo widzenia"
    assert without_secrets(text) == text
