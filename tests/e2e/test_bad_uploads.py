"""A file that is no text of a resolution: one clear sentence at the field, and nothing stored."""

from collections.abc import Callable
from pathlib import Path

import pytest
from e2e.installation import EXAMPLE, Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser

AS_TEXT = "a czytać umiemy na razie tylko tekst: zapisz dokument jako zwykły tekst (TXT) i wczytaj go ponownie."
HUGE = 200_000_000


def empty(path: Path) -> None:
    path.touch()


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 100)


def word(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(1_000))


def web_page(path: Path) -> None:
    path.write_text(f"<!DOCTYPE html><html><body><p>{EXAMPLE.read_text()}</p></body></html>")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(HUGE)


REFUSED = {
    empty: "Plik jest pusty: wybierz plik z treścią uchwały.",
    binary: f"To nie jest plik tekstowy, {AS_TEXT}",
    word: f"To jest plik DOCX, XLSX lub archiwum ZIP, {AS_TEXT}",
    web_page: (
        "To jest strona internetowa (HTML), a nie tekst uchwały:"
        " otwórz ją w przeglądarce i zapisz jako zwykły tekst (TXT)."
    ),
    huge: "Plik jest za duży (najwyżej 5 MB): wczytaj sam tekst uchwały.",
}


@pytest.fixture
def anna(demo_site: Site, visit: Callable[..., Visitor]) -> Visitor:
    visitor = visit(demo_site)
    visitor.sign_in("Anna Bezpieczna")
    return visitor


def stored(site: Site) -> tuple[int, ...]:
    tables = ("intake_intake", "files_storedfile", "core_job", "core_journalentry")
    return (*(site.count(table) for table in tables), site.stored_files())


@pytest.mark.parametrize("write", REFUSED, ids=lambda write: write.__name__)
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_is_kept(
    anna: Visitor, tmp_path: Path, write: Callable[[Path], None]
) -> None:
    before = stored(anna.site)
    write(tmp_path / "uchwala.txt")

    anna.open("/praca/wczytanie/")
    anna.page.get_by_label("Plik z tekstem uchwały").set_input_files(tmp_path / "uchwala.txt")
    anna.press("Wczytaj")

    anna.page.wait_for_selector(".field-error")
    said = anna.page.locator(".field .field-error").all_inner_texts()
    assert [" ".join(sentence.split()) for sentence in said] == [REFUSED[write]]
    assert stored(anna.site) == before
