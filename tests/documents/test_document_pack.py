"""Many documents as one pack, each with its bookmark."""

import io

from made_up_report import content
from pypdf import PdfReader

from bezpiecznik.documents.content import (
    Column,
    Heading,
    Link,
    Paragraph,
    Part,
    Table,
    TableOfContents,
    Target,
    as_heading,
)
from bezpiecznik.documents.pack import joined
from bezpiecznik.documents.pdf import render_pdf

FIRST = content(blocks=(TableOfContents(), Heading(1, "Wstęp", "w"), Heading(2, "Dalej"), Paragraph(Link("tu", "w"))))
SECOND = content(number="SR/2023/2", blocks=(Heading(1, "Wstęp", "w"), Heading(2, "B"), Heading(3, "Głębiej")))
PARTS = (("Sprawozdanie pierwsze", FIRST), ("Sprawozdanie drugie", SECOND))


def test_headings_go_one_level_down_and_links_stay_within_their_part() -> None:
    blocks = joined(PARTS)
    headings = [as_heading(block) for block in blocks if isinstance(block, Heading | Part)]
    assert [(heading.level, heading.text, heading.anchor) for heading in headings] == [
        (1, "Sprawozdanie pierwsze", "part-1"), (2, "Wstęp", "part-1-w"), (3, "Dalej", ""),
        (1, "Sprawozdanie drugie", "part-2"), (2, "Wstęp", "part-2-w"), (3, "B", ""), (3, "Głębiej", ""),
    ]  # fmt: skip
    assert Paragraph(Link("tu", "part-1-w")) in blocks
    assert not any(isinstance(block, TableOfContents) for block in blocks)


def test_a_whole_report_may_be_a_part_of_a_pack_and_each_part_is_a_bookmark_on_a_page_of_its_own() -> None:
    pack = content(blocks=(TableOfContents(depth=1), *joined((*PARTS, ("Sprawozdanie roczne", content())))))
    file = PdfReader(io.BytesIO(render_pdf(pack)))
    marks = [mark for mark in file.outline if not isinstance(mark, list)]
    titles = [mark.title for mark in marks]
    assert titles == ["Sprawozdanie pierwsze", "Sprawozdanie drugie", "Sprawozdanie roczne"]
    pages = [file.get_destination_page_number(mark) for mark in marks]
    assert len(set(pages)) == len(pages)
    for title, page in zip(titles, pages, strict=True):
        assert file.pages[page].extract_text().split("\n")[0] == title


def test_each_part_says_which_document_it_is() -> None:
    facts = [block.items[0] for block in joined(PARTS) if hasattr(block, "narrow")]
    assert facts == [("Numer dokumentu", "SR/2023/1"), ("Numer dokumentu", "SR/2023/2")]


def test_cells_of_tables_are_moved_too() -> None:
    table = Table("Wykaz", (Column("A"),), ((Link("x", "w"),), (Target("y", "z"),)))
    made = content(blocks=(Heading(1, "W", "w"), table))
    (moved,) = (block for block in joined((("T", made),)) if isinstance(block, Table))
    assert moved.rows == ((Link("x", "part-1-w"),), (Target("y", "part-1-z"),))
