"""A file that is no resolution: one clear sentence, at the field where it is seen at once, else from the job."""

from collections.abc import Callable
from pathlib import Path

import pytest
from e2e.installation import EXAMPLE, Site
from e2e.visitor import Visitor

pytestmark = pytest.mark.browser

SAVE_AS = "Zapisz dokument jako DOCX, PDF lub zwykły tekst (TXT) i wczytaj go ponownie."
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
    binary: f"To nie jest dokument tekstowy. {SAVE_AS}",
    word: f"Plik jest uszkodzony i nie da się go otworzyć. {SAVE_AS}",
    huge: "Plik jest za duży (najwyżej 20 MB): wczytaj sam tekst uchwały.",
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
    anna.page.get_by_label("Plik z uchwałą").set_input_files(tmp_path / "uchwala.txt")
    anna.press("Wczytaj")

    anna.page.wait_for_selector(".field-error")
    said = anna.page.locator(".field .field-error").all_inner_texts()
    assert [" ".join(sentence.split()) for sentence in said] == [REFUSED[write]]
    assert stored(anna.site) == before


def test_what_is_inside_is_told_by_the_job_and_the_document_can_be_thrown_away(anna: Visitor, tmp_path: Path) -> None:
    web_page(tmp_path / "uchwala.txt")

    anna.open("/praca/wczytanie/")
    anna.page.get_by_label("Plik z uchwałą").set_input_files(tmp_path / "uchwala.txt")
    anna.press("Wczytaj")
    anna.page.wait_for_url("**/praca/w-tle/**")

    anna.sees("To jest strona internetowa (HTML), a nie tekst uchwały")
    anna.follow("Zobacz szczegóły")
    anna.follow("Porzuć dokument")
    anna.press("Porzuć")
    anna.sees("Porzucono dokument „uchwala.txt”.")
