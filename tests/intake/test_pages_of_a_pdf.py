"""Beside the reading of a PDF stands the picture of its page with the place marked; its text stays one click away."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest
from inspector import InspectingClient, text_of
from typst import compile as typeset

from bezpiecznik.accounts.models import User
from bezpiecznik.files.services import store
from bezpiecznik.intake import pages
from bezpiecznik.intake.codes import cell_in_words
from bezpiecznik.intake.models import Intake
from bezpiecznik.resolution import Reading, UnreadableDocument, picturing
from bezpiecznik.resolution.model import Source
from bezpiecznik.resolution.picturing import picture_bounded, sizes_bounded

BOX = (72.0, 100.5, 500.0, 130.0)
PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Two pages of A4."""
    source = tmp_path_factory.mktemp("pdf") / "dwie.typ"
    source.write_text('#set page("a4")\nKontrole miejsc.\n#pagebreak()\nSpotkania.')
    return bytes(typeset(source))


@pytest.fixture
def of_pdf(in_review: Intake, pdf: bytes) -> Iterator[Intake]:
    """The small resolution, as if it had been read out of a PDF: the first action on its second page."""
    reading = Reading.from_json(in_review.reading or {})
    area = reading.areas[0]
    first = replace(area.actions[0], source=Source(17, 2, None, BOX))
    areas = (replace(area, actions=(first, *area.actions[1:])), *reading.areas[1:])
    in_review.reading = replace(reading, areas=areas).to_json()
    in_review.file = store(pdf, media_type="application/pdf")
    in_review.save()
    pages._drawn.cache_clear()
    yield in_review
    pages._drawn.cache_clear()


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def test_the_place_is_marked_on_the_page_in_points(desk: InspectingClient, of_pdf: Intake) -> None:
    page = desk.page(of_pdf.get_absolute_url(), part="area-1")
    assert [text_of(found) for found in page.select(".intake-page figcaption")] == ["Strona 2"]
    assert page.select_one(".intake-page svg")["viewbox"] == "0 0 595.3 841.9"
    mark = page.select_one("#na-areas-0-0")
    assert [mark[name] for name in ("x", "y", "width", "height")] == ["72.0", "100.5", "428.0", "29.5"]
    assert page.select_one("#poz-areas-0-0 a[href='#na-areas-0-0']") is not None
    assert text_of(page.select_one("#poz-areas-0-0 a[href='#w17']")) == "strona 2, wiersz 17"


def test_the_row_being_mended_is_marked_more(desk: InspectingClient, of_pdf: Intake) -> None:
    page = desk.page(f"{of_pdf.get_absolute_url()}pozycja/areas:0:0/")
    assert page.select_one("#na-areas-0-0")["class"] == ["marked"]


def test_the_text_of_the_document_stays_on_the_page(desk: InspectingClient, of_pdf: Intake) -> None:
    page = desk.page(of_pdf.get_absolute_url(), part="area-1")
    assert "Kontrole miejsc szczególnie zagrożonych." in text_of(page.select_one(".source"))
    assert [text_of(label) for label in page.select(".intake-views label")] == ["strona", "tekst", "powiększ"]


def test_a_text_has_no_pages(desk: InspectingClient, in_review: Intake) -> None:
    page = desk.page(in_review.get_absolute_url(), part="area-1")
    assert page.select_one(".intake-views, .intake-page") is None
    assert desk.get(f"{in_review.get_absolute_url()}strona/1/").status_code == 404


def test_a_part_without_known_places_shows_the_first_page(desk: InspectingClient, of_pdf: Intake) -> None:
    page = desk.page(of_pdf.get_absolute_url(), part="cele")
    assert [found["id"] for found in page.select(".intake-page")] == ["strona-1"]


def test_the_picture_is_drawn_once_and_told_by_its_tag(
    desk: InspectingClient, of_pdf: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"{of_pdf.get_absolute_url()}strona/2/"
    first = desk.get(address)
    assert (first.status_code, first["Content-Type"], first.content[:4]) == (200, "image/png", PNG)
    monkeypatch.setattr(pages, "picture_bounded", lambda *_a, **_k: pytest.fail("drawn twice"))
    assert desk.get(address).content == first.content
    assert desk.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("who", ["reporter", "member", "administrator", "guest"])
def test_a_stranger_gets_no_picture_even_with_the_right_tag(
    client: InspectingClient, of_pdf: Intake, request: pytest.FixtureRequest, who: str
) -> None:
    tag = pages.tag(of_pdf.file, 1)
    client.as_(request.getfixturevalue(who))
    answer = client.get(f"{of_pdf.get_absolute_url()}strona/1/", headers={"If-None-Match": tag})
    assert answer.status_code == 404


@pytest.mark.parametrize("no", [0, 3, 999_999])
def test_a_page_that_is_not_there_is_404(desk: InspectingClient, of_pdf: Intake, no: int) -> None:
    assert desk.get(f"{of_pdf.get_absolute_url()}strona/{no}/").status_code == 404


def test_a_broken_pdf_is_shown_as_text(desk: InspectingClient, of_pdf: Intake, pdf: bytes) -> None:
    of_pdf.file = store(pdf[:300], media_type="application/pdf")
    of_pdf.save()
    page = desk.page(of_pdf.get_absolute_url(), part="area-1")
    assert page.select_one(".intake-page") is None
    assert "Kontrole miejsc szczególnie zagrożonych." in text_of(page.select_one(".source"))
    assert desk.get(f"{of_pdf.get_absolute_url()}strona/1/").status_code == 404


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"nie PDF", b"%PDF-1.4" + b"\x00" * 5000])
def test_what_cannot_be_drawn_is_one_sentence(data: bytes) -> None:
    for ask in (lambda: picture_bounded(data, 1, width=100), lambda: sizes_bounded(data, [1])):
        with pytest.raises(UnreadableDocument) as told:
            ask()
        assert "Traceback" not in str(told.value)


def test_drawing_that_takes_too_long_is_ended(pdf: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    asleep = tmp_path / "asleep.py"
    asleep.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(picturing, "WORKER", asleep)
    monkeypatch.setattr(picturing, "SECONDS", 0.5)
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: started.append(popen(*a, **k)) or started[-1])
    with pytest.raises(UnreadableDocument, match="Nie udało się narysować strony"):
        picture_bounded(pdf, 1, width=100)
    assert [process.poll() for process in started] == [-9]


@pytest.mark.parametrize(
    ("cell", "words"),
    [("T3.R5", "tabela 3, jej wiersz 5"), ("Arkusz1!B12", "Arkusz1!B12"), ("przypis 2", "przypis 2"), ("", "")],
)
def test_a_cell_is_named_as_people_would(cell: str, words: str) -> None:
    assert cell_in_words(cell) == words
