"""Pictures of pages, and places that can be marked on them."""

import io
import threading

import pytest
from PIL import Image
from resolution.formats.pdf_made import opened, set_as_pdf
from resolution.formats.small_pdf import one_page, stream, written

from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats.pages import MAX_PIXELS, MAX_WIDTH, page_picture, page_size

SOURCE = "#v(6cm)\n#h(4cm) Program\n#pagebreak()\n#set page(flipped: true)\nDruga strona"


def picture(data: bytes, page: int = 1, width: int = 600) -> Image.Image:
    return Image.open(io.BytesIO(page_picture(data, page, width=width))).convert("L")


def test_a_page_is_drawn_as_wide_as_asked() -> None:
    data = set_as_pdf(SOURCE)
    assert [picture(data).width, picture(data, width=300).width, picture(data, 2).width] == pytest.approx(
        [600, 300, 600], abs=1
    )
    assert page_size(data, 1) == pytest.approx((595.28, 841.89), abs=0.01)
    assert page_size(data, 2) == pytest.approx((841.89, 595.28), abs=0.01)


def test_the_place_of_a_paragraph_is_where_its_ink_is() -> None:
    data = set_as_pdf(SOURCE)
    box = opened(SOURCE).document.blocks[0].source.box
    assert box is not None
    drawn = picture(data, width=1200)
    scale = drawn.width / page_size(data, 1)[0]
    ink = Image.eval(drawn, lambda value: 255 if value < 128 else 0).getbbox()
    assert ink is not None
    left, top, right, bottom = (edge * scale for edge in box)
    assert left - 3 <= ink[0] <= left + 6
    assert top - 3 <= ink[1] < ink[3] <= bottom + 3
    assert right - 6 <= ink[2] <= right + 3


@pytest.mark.parametrize(("box", "width"), [(b"[0 0 10 9000]", 4_000), (b"[0 0 9000 9000]", 999_999)])
def test_no_page_makes_a_picture_of_immense_size(box: bytes, width: int) -> None:
    drawn = picture(one_page(stream(written("Program"))).replace(b"[0 0 595 842]", box), width=width)
    assert drawn.width * drawn.height <= 1.01 * MAX_PIXELS
    assert drawn.width <= MAX_WIDTH + 1


@pytest.mark.parametrize("page", [0, -1, 3])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(UnreadableDocument, match="nie ma strony"):
        page_picture(set_as_pdf(SOURCE), page, width=100)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="uszkodzony"):
        page_size(b"%PDF-1.7 nic", 1)


def test_many_threads_draw_and_read_at_once() -> None:
    data = set_as_pdf(SOURCE)
    expected, sizes = picture(data).size, []
    threads = [
        threading.Thread(target=lambda: sizes.append((picture(data).size, opened(SOURCE).text))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sizes == [(expected, "Program\n\nDruga strona")] * 8
