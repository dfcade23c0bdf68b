"""The files of the yearly report: the words in both, archival, the same each time, proof against hostile text."""

import io
import random
import time
from datetime import date

import docx
import page as validation
from city_report import actions, made, source, spoken
from kielce_size import evidence
from pypdf import PdfReader

from bezpiecznik.documents.docx import render_docx
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.evaluation.report import annual_report


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
            who, report = source(said).split("; ")
            assert told in squeezed, code
            assert "".join(who.split()) in squeezed, code
            assert "".join(report.split()) in squeezed, code


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    content = made()
    led_by = {"".join(heading.text.split()) for heading in content.headings}
    led_by |= {"".join(action["wording"].split()) for action in actions(evidence())}
    bodies = (
        sheet.extract_text().rpartition("SR/2022/1")[0].rstrip().splitlines()
        for sheet in PdfReader(io.BytesIO(render_pdf(content))).pages
    )
    last = ["".join(body[-1].split()) for body in bodies]
    assert len(last) > 30
    assert [line for line in last if any(text.endswith(line) for text in led_by)] == []


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
    started = time.process_time()
    content = made()
    assert render_docx(content)[:2] == b"PK"
    assert render_pdf(content)[:4] == b"%PDF"
    assert time.process_time() - started < 10


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
