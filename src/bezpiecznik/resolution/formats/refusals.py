"""What is said of a file before any library of its format is imported."""

from __future__ import annotations

from bezpiecznik.resolution.document import UnreadableDocument


def locked() -> UnreadableDocument:
    """What is said of a file with a password."""
    return UnreadableDocument("Plik jest zabezpieczony hasłem: otwórz go, usuń hasło, zapisz i\u00a0wczytaj ponownie.")


def too_deep() -> UnreadableDocument:
    """What is said of tables in tables in tables."""
    return UnreadableDocument(
        "Dokument ma tabele zagnieżdżone zbyt głęboko, żeby je odczytać: przenieś treść do zwykłej tabeli"
        " i\u00a0wczytaj plik ponownie."
    )
