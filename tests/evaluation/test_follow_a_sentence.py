"""The paragraph about an action: each sentence can be followed to the report in which it stands, word for word."""

import json
import random
from datetime import date
from typing import Any

import pytest
from inspector import InspectingClient, text_of
from said import said
from year_of_reports import year_reported

from bezpiecznik.accounts.models import User
from bezpiecznik.documents.content import DocumentContent, Link, Paragraph, Run, Table, Target, links, pieces, plain
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation import services
from bezpiecznik.evaluation.models import Evaluation, Grade
from bezpiecznik.evaluation.paragraph import as_lines, draft, edited, split
from bezpiecznik.evaluation.report import annual_report
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting.models import PacketVersion
from bezpiecznik.reporting.refusals import Refused

OWN = "Komisja nie wniosła uwag."


@pytest.fixture
def reported(
    programme: Programme, make_action: Any, police: Institution, guard: Institution,
    reporter: User, neighbour: User, coordinator: User,
) -> Evaluation:  # fmt: skip
    """2022 reported by two institutions on six actions, graded but not finished."""
    for at in range(6):
        lead, partner = (police, guard) if at % 2 else (guard, police)
        make_action(f"Działanie {at}.", lead=lead, partners=[partner])
    year_reported(programme, {police: reporter, guard: neighbour}, by=coordinator)
    evaluation = services.start_evaluation(programme, year=2022, by=coordinator)
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    return evaluation


def printed(evaluation: Evaluation, by: User) -> DocumentContent:
    """The yearly report of the evaluation, finished by this person."""
    evidence = services.finish_evaluation(evaluation, by=by)
    return annual_report(
        json.loads(evidence.content), Meta("SR/2022/1", "Sprawozdanie", date(2023, 3, 1), evidence.sha256)
    )  # fmt: skip


def quoted_sentences(content: DocumentContent) -> list[tuple[str, list[str]]]:
    """Sentences printed in „…” with the anchors of the sources behind them."""
    found: list[tuple[str, list[str]]] = []
    for block in content.blocks:
        if isinstance(block, Paragraph):
            open_now: list[str] = []
            for piece in pieces(block.text):
                if isinstance(piece, Run) and piece.text.startswith("„") and piece.text.endswith("”"):
                    open_now = []
                    found.append((piece.text[1:-1], open_now))
                elif isinstance(piece, Link) and piece.anchor.startswith("zrodlo-"):
                    open_now.append(piece.anchor)
                elif isinstance(piece, Run) and piece.text.strip():
                    open_now = []
    return [(text, anchors) for text, anchors in found if anchors]


def hash_at(content: DocumentContent, anchor: str) -> str:
    """The sha256 that the annex of sources prints in the row to which a link leads."""
    for block in content.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                if any(isinstance(piece, Target) and piece.anchor == anchor for piece in pieces(row[0])):
                    return plain(row[-1])
    raise AssertionError(anchor)


def test_five_sentences_taken_at_random_are_found_in_the_reports_they_name(
    reported: Evaluation, coordinator: User
) -> None:
    content = printed(reported, coordinator)
    every = quoted_sentences(content)
    assert len(every) >= 10
    for seed in (1, 7, 2022, 123456):
        for text, anchors in random.Random(seed).sample(every, 5):  # noqa: S311 (a sample for a test)
            for anchor in anchors:
                version = PacketVersion.objects.get(sha256=hash_at(content, anchor))
                told = [entry["text"] + "\n" + entry["reason"] for entry in version.content["entries"]]
                assert any(text in words for words in told), (seed, text)


def test_every_number_of_a_source_leads_into_the_annex(reported: Evaluation, coordinator: User) -> None:
    content = printed(reported, coordinator)
    assert {link.anchor for link in links(content.blocks) if link.anchor.startswith("zrodlo-")} == {
        "zrodlo-1", "zrodlo-2",
    }  # fmt: skip


def test_a_sentence_on_screen_leads_to_what_was_submitted(
    client: InspectingClient, reported: Evaluation, coordinator: User
) -> None:
    grade = reported.grades.get(undertaking__no=1)
    page = client.as_(coordinator).page(grade.get_absolute_url())
    first = page.select_one("#opis-dzialania ul.plain li a")
    assert first
    row = client.page(f"{first['href']}").select_one("tbody tr th a")
    assert row
    report = text_of(client.page(str(row["href"])))
    assert " ".join(grade.draft[0].text.split()) in report


def test_sources_are_found_by_number_and_name(client: InspectingClient, reported: Evaluation, member: User) -> None:
    services.finish_evaluation(reported, by=reported.started_by)
    url = f"{reported.get_absolute_url()}zrodla/"
    client.as_(member)
    rows = [[text_of(row) for row in client.page(f"{url}?q={q}").select("tbody th")] for q in ("", "2", "policji", "x")]
    assert rows == [
        ["Komenda Miejska Policji, 2022", "Straż Miejska, 2022"],
        ["Straż Miejska, 2022"],
        ["Komenda Miejska Policji, 2022"],
        [],
    ]
    assert client.get(f"{url}?export=csv").content.decode("utf-8-sig").count("\r\n") == 3


# --- a person's paragraph ---------------------------------------------------------------------------------


def test_an_edited_paragraph_keeps_both_and_tells_whose_each_sentence_is(
    client: InspectingClient, reported: Evaluation, coordinator: User
) -> None:
    grade = reported.grades.get(undertaking__no=1)
    first = grade.draft[0]
    url = f"{grade.get_absolute_url()}opis/"
    client.as_(coordinator).post(url, {"text": f"{first.line}\n\n{first.text} Zmienione. [1]\n{OWN} [99]"})
    grade = Grade.objects.get(pk=grade.pk)

    assert [(one.voice, one.sources) for one in grade.sentences] == [
        ("words", first.sources), ("office", (1,)), ("office", ()),
    ]  # fmt: skip
    assert (grade.draft[0], grade.paragraph_by) == (first, coordinator)
    content = printed(reported, coordinator)
    kept = json.loads(reported.evidence.content)["areas"][0]["actions"][0]["paragraph"]
    assert [one["text"] for one in kept["edited"]][-1] == OWN
    assert kept["draft"][0]["text"] == first.text
    paragraphs = [plain(block.text) for block in content.blocks if isinstance(block, Paragraph)]
    assert [text.count("dopisek urzędu") for text in paragraphs if OWN in text] == [2]


def test_a_blank_field_or_the_draft_itself_means_the_draft(reported: Evaluation, coordinator: User) -> None:
    grade = reported.grades.get(undertaking__no=1)
    services.save_paragraph(grade, text=as_lines(grade.draft), by=coordinator)
    assert grade.paragraph == ""
    services.save_paragraph(grade, text=OWN, by=coordinator)
    services.save_paragraph(grade, text="  \n", by=coordinator)
    assert Grade.objects.get(pk=grade.pk).sentences == grade.draft


def test_the_second_of_two_who_edit_is_told(reported: Evaluation, coordinator: User, administrator: User) -> None:
    mine, theirs = reported.grades.get(undertaking__no=1), reported.grades.get(undertaking__no=1)
    services.save_paragraph(theirs, text=OWN, seen="", by=administrator)
    with pytest.raises(Refused, match="Adam Administratorski"):
        services.save_paragraph(mine, text="Inne.", seen="", by=coordinator)


def test_a_finished_paragraph_stays(client: InspectingClient, reported: Evaluation, coordinator: User) -> None:
    services.finish_evaluation(reported, by=coordinator)
    grade = reported.grades.get(undertaking__no=1)
    page = client.as_(coordinator).page(grade.get_absolute_url())
    assert page.select("#opis-dzialania textarea") == []
    with pytest.raises(Refused):
        services.save_paragraph(grade, text=OWN, by=coordinator)


# --- how sentences are cut out ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("W 2022 r. było 12 akcji. Trwają.", ["W 2022 r. było 12 akcji.", "Trwają."]),
        ("Patrole m.in. przy ul. Długiej i os. Barwinek. Koniec", ["Patrole m.in. przy ul. Długiej i os. Barwinek.",
                                                                   "Koniec"]),
        ("Dr J. Nowak wykładał. Słuchało 40 osób!", ["Dr J. Nowak wykładał.", "Słuchało 40 osób!"]),
        ("Pierwszy wiersz\nDrugi wiersz.", ["Pierwszy wiersz", "Drugi wiersz."]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_are_cut_where_they_end(text: str, sentences: list[str]) -> None:
    assert list(split(text)) == sentences
    assert all(sentence in text for sentence in sentences)


def test_the_draft_takes_what_says_something_and_never_changes_it() -> None:
    voices = [
        said("done", name="KMP", source=1,
             text="Jak wyżej. Skierowano 96 dodatkowych patroli. Wnioski omówiono z radą.",
             numbers=[("patrole", "96", "joint", "unit")]),
        said("ongoing", name="SM", role="partner", text="Skierowano 96 dodatkowych patroli.", source=2,
             numbers=[("patrole", "90", "joint", "unit")]),
        said("nothing_done", name="MOPR", role="partner", text="", reason="Zabrakło środków na etat.", source=3),
        said("", name="PSSE", role="partner"),
    ]  # fmt: skip
    assert [(one.text, one.voice, one.who, one.sources) for one in draft(voices)] == [
        ("Skierowano 96 dodatkowych patroli.", "words", ("KMP", "SM"), (1, 2)),
        ("Wnioski omówiono z radą.", "words", ("KMP",), (1,)),
        ("Patrole razem: od 90 do 96, bo podmioty podały różne liczby wspólne (KMP, SM; 2022).", "numbers",
         ("KMP", "SM"), (1, 2)),
        ("Zabrakło środków na etat.", "reason", ("MOPR",), (3,)),
    ]  # fmt: skip


def test_a_changed_quotation_is_never_the_institutions() -> None:
    told = draft([said("done", text="Skierowano 96 dodatkowych patroli.", source=4)])
    (own,) = edited("Skierowano 960 dodatkowych patroli. [4]", told)
    assert (own.voice, own.who, own.sources) == ("office", (), (4,))
