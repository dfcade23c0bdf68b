"""Cards of actions; chapters that come only with their facts; evidence frozen before any of it was kept."""

import io
import json
from datetime import date
from typing import Any

import page as validation
import pytest
from django.core.management import call_command
from inspector import InspectingClient, text_of
from kielce_size import evidence

from bezpiecznik.accounts.models import User
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.documents.content import Heading, KeyValues, Quote, Table, plain
from bezpiecznik.documents.docx import render_docx
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.evaluation import evidence_beside, services
from bezpiecznik.evaluation.documents import reports_of, request_cards
from bezpiecznik.evaluation.models import Evaluation, Evidence
from bezpiecznik.evaluation.report import annual_report, evaluation_annex
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting.refusals import Refused

META = Meta("KO/2022/1", "Karty oceny działań za rok 2022", date(2023, 3, 1), "a" * 64)
NEW_KEYS = {"rule_config", "sources", "former", "recommendations", "observations"}
SIGNAL = {
    "kind": "media", "kind_label": "doniesienie prasowe", "title": "Dziura w płocie", "source": "Echo (zmyślone)",
    "happened_on": "2022-05-03", "areas": [1], "actions": ["1.1"], "outcome": "no_change",
    "outcome_label": "bez zmiany", "answer": "Płot naprawiono tego samego dnia.", "answered_on": "2022-05-04",
}  # fmt: skip


def headings(content: Any) -> list[str]:
    return [block.text for block in content.blocks if isinstance(block, Heading)]


def test_old_evidence_still_renders_both_documents_in_both_formats() -> None:
    """The shape that was frozen before sources, paragraphs and the former year were kept."""
    old = json.loads(as_text(evidence(areas=evidence()["areas"][:2])))
    assert NEW_KEYS & set(old) == set()
    for build in (annual_report, evaluation_annex):
        content = build(old, META)
        assert render_docx(content)[:2] == b"PK"
        assert render_pdf(content)[:4] == b"%PDF"
    assert "8. Zalecenia" not in headings(annual_report(old, META))


def test_stored_old_evidence_is_found_and_verified(finished: Evaluation, programme: Programme, tmp_path: Any) -> None:
    content = json.loads(finished.evidence.content)
    for name in NEW_KEYS:
        del content[name]
    for area in content["areas"]:
        for action in area["actions"]:
            for name in ("goal", "facts", "paragraph"):
                del action[name]
            for said in action["statements"]:
                for name in ("doubts", "version", "version_sha256", "source"):
                    del said[name]
    text = as_text(content)
    Evidence.objects.update(content=text, sha256=digest(text))
    told = io.StringIO()
    call_command("document", "annual-report", "--year", "2022", "--out", str(tmp_path / "out"), stdout=told)
    assert json.loads(told.getvalue())["number"] == "SR/2022/1"
    assert {path.suffix for path in (tmp_path / "out").iterdir()} >= {".docx", ".pdf"}


def test_the_command_writes_cards_and_writes_the_same_again(finished: Evaluation, tmp_path: Any) -> None:
    for folder in ("first", "second"):
        told = io.StringIO()
        call_command("document", "evaluation-annex", "--year", "2022", "--out", str(tmp_path / folder), stdout=told)
        assert json.loads(told.getvalue())["number"] == "KO/2022/1"
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / f).iterdir()} for f in ("first", "second"))
    assert first == second
    document = Document.objects.get(kind=DocumentKind.EVALUATION_ANNEX)
    assert document.snapshot == finished.evidence.content


def test_each_action_has_its_card_with_all_that_was_said(finished: Evaluation) -> None:
    content = evaluation_annex(json.loads(finished.evidence.content), META)
    assert [text for text in headings(content) if text.startswith("Działanie")] == [
        "Działanie 1.1", "Działanie 1.2", "Działanie 1.3",
    ]  # fmt: skip
    assert [block.text for block in content.blocks if isinstance(block, Quote)] == [
        "Skierowano 96 dodatkowych patroli.", "Strażnicy uczestniczyli w patrolach.",
        "Odbyły się dwa spotkania z pięciu.",
    ]  # fmt: skip
    (table,) = [
        block for block in content.blocks if isinstance(block, Table) and block.caption == "Działania i\u00a0oceny"
    ]
    assert [plain(row[0]) for row in table.rows] == ["1.1", "1.2", "1.3"]
    facts = next(dict(block.items) for block in content.blocks if isinstance(block, KeyValues))
    assert "Podmiot odpowiedzialny (KMP) zgłosił realizację" in plain(facts["Propozycja"])


def test_cards_are_made_from_the_page_once(
    client: InspectingClient, finished: Evaluation, coordinator: User, evaluation: Evaluation
) -> None:
    address = f"{finished.get_absolute_url()}karty/"
    assert "Karty ocen za 2022 r." in text_of(client.as_(coordinator).page(address))
    client.post(address, {"issued_on": "2023-03-01"})
    finished.refresh_from_db()
    (document,) = reports_of(finished, DocumentKind.EVALUATION_ANNEX)
    assert document.title == "Karty oceny działań za rok 2022"
    with pytest.raises(Refused, match="już sporządzono"):
        request_cards(finished, issued_on=date(2023, 3, 2), by=coordinator)


def test_signals_have_a_chapter_only_when_there_are_any(
    evaluation: Evaluation, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_beside, "observations", lambda _programme, _year: [SIGNAL])
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    content = json.loads(services.finish_evaluation(evaluation, by=coordinator).content)
    report = annual_report(content, META)
    assert "8. Sygnały i\u00a0okoliczności" in headings(report)
    table = next(b for b in report.blocks if isinstance(b, Table) and b.caption.startswith("Zarejestrowane"))
    assert [plain(cell) for cell in table.rows[0]] == [
        "03.05.2022", "doniesienie prasowe: Dziura w płocie (obszar 1, działanie 1.1)", "Echo (zmyślone)",
        "bez zmiany: Płot naprawiono tego samego dnia.",
    ]  # fmt: skip
    assert not [text for text in headings(annual_report({**content, "observations": []}, META)) if "Sygnały" in text]


def test_both_documents_are_archival_and_accessible(finished: Evaluation) -> None:
    content = json.loads(finished.evidence.content)
    for build in (annual_report, evaluation_annex):
        pdf = render_pdf(build(content, META))
        for profile in (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1):
            assert validation.validate_pdf_bytes(pdf, profile=profile).is_compliant
