"""The yearly report to the council: made of evidence alone, each sentence with its source."""

import io
import random
import time
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import docx
import page as validation
import pytest
from kielce_size import LABELS, evidence
from pypdf import PdfReader

from bezpiecznik.core.collation import sort_key
from bezpiecznik.documents.content import (
    Block,
    BulletList,
    Callout,
    DocumentContent,
    Heading,
    KeyValues,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    StateChart,
    StateMark,
    Table,
    pieces,
)
from bezpiecznik.documents.docx import render_docx
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.documents.rendering import digest
from bezpiecznik.evaluation.report import annual_report
from bezpiecznik.evaluation.report.actions import source_of
from bezpiecznik.evaluation.statements import Statement, from_json
from bezpiecznik.reporting.closing import as_text

TITLE = "Sprawozdanie roczne z realizacji programu za rok 2022"


def made(**changes: Any) -> DocumentContent:
    """The report of a city's size; `changes` replace parts of its evidence."""
    kept = evidence(**changes)
    return annual_report(kept, Meta("SR/2022/1", TITLE, date(2023, 2, 20), digest(as_text(kept))))


def actions(kept: dict[str, Any]) -> list[dict[str, Any]]:
    return [action for area in kept["areas"] for action in area["actions"]]


def spoken(kept: dict[str, Any]) -> list[tuple[str, Statement]]:
    """(code of the action, statement) for each statement that says something."""
    statements = [(action["code"], from_json(said)) for action in actions(kept) for said in action["statements"]]
    return [(code, said) for code, said in statements if said.speaks]


def under(content: DocumentContent, heading: str) -> list[Block]:
    """Blocks from the heading of this text to the next heading."""
    at = next(at for at, block in enumerate(content.blocks) if isinstance(block, Heading) and block.text == heading)
    rest = content.blocks[at + 1 :]
    end = next((at for at, block in enumerate(rest) if isinstance(block, Heading)), len(rest))
    return list(rest[:end])


def words(line: Any) -> str:
    shown = (piece.label if isinstance(piece, StateMark) else piece.text for piece in pieces(line))
    return " ".join("".join(shown).split())


def texts(content: DocumentContent) -> Iterator[str]:
    """Every text of the report, block by block."""
    for block in content.blocks:
        match block:
            case Heading(text=text) | Quote(text=text):
                yield text
            case Paragraph(text=line) | Callout(text=line):
                yield words(line)
            case BulletList(items=lines) | NumberedList(items=lines):
                yield from map(words, lines)
            case KeyValues(items=items):
                yield from (f"{name}: {words(value)}" for name, value in items)
            case Table(rows=rows):
                yield from (words(cell) for row in rows for cell in row)
            case _:
                pass


def table(content: DocumentContent, caption: str) -> list[list[str]]:
    found = next(block for block in content.blocks if isinstance(block, Table) and block.caption == caption)
    return [[words(cell) for cell in row] for row in found.rows]


def test_chapters_stand_in_the_order_a_council_expects() -> None:
    assert [heading.text.replace("\u00a0", " ") for heading in made().headings if heading.level == 1] == [
        "1. Podstawa i zakres sprawozdania",
        "2. Jak powstało sprawozdanie i jak oceniano działania",
        "3. Podsumowanie",
        "4. Realizacja działań w obszarach",
        "5. Programy realizowane przez jednostki",
        "6. Kompletność sprawozdań",
        "7. Sprawy wymagające rozstrzygnięcia",
        "Załącznik nr 1. Wykaz podmiotów",
        "Załącznik nr 2. Dane źródłowe i ich skróty",
    ]


def test_every_statement_is_quoted_under_its_action_with_its_source() -> None:
    kept, content = evidence(), made()
    for code, said in spoken(kept):
        quotes = [block for block in under(content, f"Działanie {code}") if isinstance(block, Quote)]
        source = source_of(said, LABELS)
        assert Quote(said.text or said.reason, source) in quotes
        named = (said.institution, said.period, "10\u00a0stycznia\u00a02023", said.signatory)
        assert [part for part in named if part not in source] == []


def test_five_statements_chosen_at_random_stand_in_both_files() -> None:
    content = made()
    pdf = "".join(
        sheet.extract_text().rpartition("SR/2022/1")[0] for sheet in PdfReader(io.BytesIO(render_pdf(content))).pages
    )
    word = "".join(paragraph.text for paragraph in docx.Document(io.BytesIO(render_docx(content))).paragraphs)
    for code, said in random.Random(20221231).sample(spoken(evidence()), 5):  # noqa: S311 (a sample for a test)
        for printed in (pdf, word):
            squeezed = "".join(printed.split()).replace("\u200b", "")
            told = "".join((said.text or said.reason).split())
            source = "".join(source_of(said, LABELS).split())
            assert told in squeezed, code
            assert source.replace("-", "") in squeezed.replace("-", ""), code


def test_each_action_tells_wording_lead_partners_grade_and_why() -> None:
    kept, content = evidence(), made()
    for action in actions(kept):
        facts = under(content, f"Działanie {action['code']}")[0]
        assert isinstance(facts, KeyValues)
        told = {name: words(value) for name, value in facts.items}
        assert told["Treść"] == action["wording"]
        assert [lead["name"] in told["Podmiot odpowiedzialny"] for lead in action["leads"]] == [True]
        assert [p["name"] in told.get("Partnerzy", told.get("Partner", "")) for p in action["partners"]].count(
            False
        ) == 0
        assert told["Podstawa propozycji"] == " ".join(action["rule"].split())


def test_a_changed_grade_shows_both_and_the_reason() -> None:
    kept, content = evidence(), made()
    changed = [action for action in actions(kept) if action["given"] != action["proposed"]]
    rows = table(content, "Oceny inne niż proponowane")
    assert [(row[0], row[3], row[4]) for row in rows] == [
        (action["code"], action["reason"], "Krystyna Koordynatorska") for action in changed
    ]
    facts = under(content, f"Działanie {changed[0]['code']}")[0]
    assert isinstance(facts, KeyValues)
    assert dict(facts.items)["Uzasadnienie zmiany"] != ""


def test_silence_is_told_and_is_no_failure() -> None:
    kept, content = evidence(), made()
    silent = next(action for action in actions(kept) if action["given"] == "no_report")
    assert table(content, "Działania bez sprawozdania")[0][0] == silent["code"]
    lines = [
        words(block.text) for block in under(content, f"Działanie {silent['code']}") if isinstance(block, Paragraph)
    ]
    assert any(line.startswith(("Sprawozdania nie złożono:", "Sprawozdań nie składa:")) for line in lines)


def test_numbers_say_whose_they_are_and_of_what_territory() -> None:
    lines = [line for line in texts(made()) if line.startswith("uczestnicy: ")]
    assert lines
    wanted = " – liczba wspólna z innymi podmiotami; obszar: obszar większy niż jednostka; "
    assert [line for line in lines if wanted not in line] == []
    assert lines[0].startswith("uczestnicy: 1 6")


def test_the_summary_counts_by_area_with_n() -> None:
    content = made()
    chart = next(block for block in content.blocks if isinstance(block, StateChart))
    assert ([row.total for row in chart.rows], chart.total.total) == ([10] * 11, 110)


def test_there_are_no_percentages() -> None:
    assert [text for text in texts(made()) if "%" in text] == []


def test_institutions_stand_in_alphabetical_order() -> None:
    for caption, column in (("Kompletność sprawozdań za 2022\u00a0r.", 0),
                            ("Podmioty wymienione przy działaniach, w\u00a0porządku alfabetycznym", 1)):  # fmt: skip
        names = [row[column] for row in table(made(), caption)]
        assert len(names) == 8
        assert all(sort_key(a) <= sort_key(b) for a, b in pairwise(names))


def test_completeness_is_counted_from_the_packets() -> None:
    told = list(texts(made()))
    assert (
        "Sprawozdania złożyło 7 z 8 podmiotów, w tym 6 w terminie. Z 188 obowiązków opisano 150, w tym 143 w pełni."
        in told
    )
    assert any(line.startswith("Ponadto za 2022 r. 3 obowiązki dotyczą podmiotów") for line in told)


def test_all_initiatives_are_described() -> None:
    content = made()
    assert [row[0] for row in table(content, "Programy realizowane przez jednostki")] == [
        f"P{no}" for no in range(1, 37)
    ]
    facts, aim = under(content, "P1. BEZPIECZNY SENIOR 1")
    assert isinstance(facts, KeyValues)
    assert aim == Paragraph("Edukacja seniorów.")
    assert dict(facts.items)["Finansowanie"] == "uchwała nie podaje"


def test_hashes_of_all_sources_are_given() -> None:
    kept, content = evidence(), made()
    facts = content.blocks[-1]
    assert isinstance(facts, KeyValues)
    assert [words(value) for _name, value in facts.items] == [digest(as_text(kept)), "a" * 64]


def test_links_lead_somewhere() -> None:
    lines = [block.text for block in made().blocks if isinstance(block, Paragraph)]
    assert [piece.text for line in lines for piece in pieces(line) if isinstance(piece, Link)] == [
        "załącznik nr 2", "Oceny inne niż proponowane",
    ]  # fmt: skip


@pytest.mark.parametrize("made_up", [True, False])
def test_made_up_data_are_marked(made_up: bool) -> None:
    assert made(made_up=made_up).made_up is made_up


def test_a_programme_that_says_little_still_makes_a_report() -> None:
    bare = {**evidence()["programme"], "council": "", "act_no": "", "act_date": None, "legal_basis": [], "goals": []}
    content = made(programme=bare, initiatives=[], areas=[], n=0, completeness=[], without_reporter=[])
    assert render_pdf(content)[:4] == b"%PDF"


def test_the_pdf_is_archival_and_accessible() -> None:
    pdf = render_pdf(made())
    for profile in (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1):
        report = validation.validate_pdf_bytes(pdf, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant


def test_hundred_and_ten_actions_take_less_than_ten_seconds() -> None:
    started = time.perf_counter()
    content = made()
    assert render_docx(content)[:2] == b"PK"
    assert render_pdf(content)[:4] == b"%PDF"
    assert time.perf_counter() - started < 10


def test_the_same_evidence_gives_the_same_bytes() -> None:
    assert (render_pdf(made()), render_docx(made())) == (render_pdf(made()), render_docx(made()))


HOSTILE = (
    '#panic("x") $x$ *a* _b_ <script>alert(1)</script> ]] \\ {{ x }} & "q" \u202e\x00\ufffe 🙂 \n\n= nagłówek '
    + "ż" * 400
)


def test_hostile_text_comes_out_as_text_and_still_conforms() -> None:
    kept = evidence()
    action = kept["areas"][0]["actions"][0]
    action["wording"] = action["rule"] = action["reason"] = HOSTILE
    action["statements"][0].update(text=HOSTILE, institution=HOSTILE, signatory=HOSTILE, outcome="done", reported=True)
    kept["areas"][0]["name"] = kept["initiatives"][0]["name"] = kept["programme"]["title"] = HOSTILE
    content = annual_report(kept, Meta("SR/2022/1", HOSTILE, date(2023, 2, 20), "b" * 64))
    report = validation.validate_pdf_bytes(render_pdf(content), profile=validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant
    printed = "".join(paragraph.text for paragraph in docx.Document(io.BytesIO(render_docx(content))).paragraphs)
    assert '<script>alert(1)</script> ]] \\ {{ x }} & "q"' in printed
