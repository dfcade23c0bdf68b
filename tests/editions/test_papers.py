"""The three papers: the consolidated text, the draft for the council, what became of the former programme."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from cast import MakeAction
from django.core.management import call_command
from editions.edition_acts import FateOf, continue_all, decide

from bezpiecznik.accounts.models import User
from bezpiecznik.demo.cycle import day
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.content import Annex, Heading, Table, plain
from bezpiecznik.documents.kinds import KINDS, Material, Meta, NotReady, Wanted
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.editions import adopting, consulting
from bezpiecznik.editions.documents import CONSOLIDATED, DRAFT, FORMER
from bezpiecznik.editions.models import Edition
from bezpiecznik.editions.states import FateKind, Verdict, Who
from bezpiecznik.evaluation.models import GradeValue
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import amending, supplements
from bezpiecznik.plans.amending import AddAction, Reword, Withdraw
from bezpiecznik.plans.models import Area, Programme, SupplementKind, Undertaking


def built(kind: DocumentKind, material: Material) -> dict[str, list[tuple[str, ...]]]:
    """Rows of each table by its caption, in plain words; headings under a blank caption."""
    meta = Meta("X/1", material.title, date(2023, 12, 31), "0" * 64)
    content = KINDS[kind].build(json.loads(material.snapshot), meta)
    found = {block.caption: [tuple(map(plain, row)) for row in block.rows] for block in content.blocks
             if isinstance(block, Table)}  # fmt: skip
    found[""] = [(block.text,) for block in content.blocks if isinstance(block, Heading | Annex)]
    return found


def words(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_consolidated_text_tells_changes_in_notes_and_keeps_numbers(
    programme: Programme, area: Area, patrols: Undertaking, make_action: MakeAction, police: Institution,
    guard: Institution, coordinator: User,
) -> None:  # fmt: skip
    lights = make_action("Oświetlenie.", lead=guard)
    supplements.supplement(patrols, {SupplementKind.MEASURE: "liczba patroli"}, by=coordinator)
    amending.amend(
        programme, basis="uchwała nr XX/2/2022", effective_on=date(2022, 5, 1), reason="…", by=coordinator,
        changes=[Withdraw(lights), AddAction(area, "Monitoring.", leads=(police,)),
                 Reword(patrols, "wording", "Patrole nocne.")],
    )  # fmt: skip
    found = built(CONSOLIDATED, KINDS[CONSOLIDATED].find(Wanted(2022)))
    assert [tuple(map(words, row)) for row in found["Działania w\u00a0obszarze 1"]] == [
        ("1.1", "Patrole nocne. [1]", "KMP", "SM"), ("1.2", "(skreślono) [2]", "–", "–"),
        ("1.3", "Monitoring. [3]", "KMP", "–"),
    ]  # fmt: skip
    assert found["Uzupełnienia urzędu"] == [("1.1", "miernik", "liczba patroli")]
    assert ("Uzupełnienia urzędu",) in found[""]

    before = built(CONSOLIDATED, KINDS[CONSOLIDATED].find(Wanted(2021)))
    rows = [row[1] for row in before["Działania w\u00a0obszarze 1"]]
    assert rows == ["Kierowanie dodatkowych patroli w miejsca zagrożone.", "Oświetlenie."]
    assert ("4. Przypisy",) not in before[""]


def test_the_consolidated_text_of_a_year_that_is_not_over_is_as_of_today(programme: Programme) -> None:
    with day(date(2023, 6, 5)):
        assert json.loads(KINDS[CONSOLIDATED].find(Wanted(2023)).snapshot)["on"] == "2023-06-05"
    with pytest.raises(NotReady, match="2019"):
        KINDS[CONSOLIDATED].find(Wanted(2019))


def test_the_draft_says_what_was_dropped_how_complete_it_is_and_what_people_said(
    edition: Edition, fate_of: FateOf, coordinator: User
) -> None:
    with day(date(2023, 11, 6)):
        decide(fate_of("1.2"), FateKind.DROPPED, coordinator, reason="Zadanie ustawowe.")
        continue_all(edition, coordinator)
        found = consulting.publish(edition, opens_on=date(2023, 11, 6), closes_on=date(2023, 11, 20), by=coordinator)
        place = found.paragraphs[1]
        said = consulting.comment(found, anchor=place["anchor"], sha256=place["sha256"], text="Nocą.", who=Who.RESIDENT)
        consulting.answer(said, verdict=Verdict.PARTLY, answer="W weekendy.", by=coordinator)
    with day(date(2023, 11, 21)):
        told = built(DRAFT, KINDS[DRAFT].find(Wanted(2025)))
    assert told["Działania w\u00a0obszarze 1"] == [
        ("1.1", "Kierowanie dodatkowych patroli w miejsca zagrożone.", "KMP", "SM")
    ]  # fmt: skip
    assert told["Pozycje, których projekt nie kontynuuje"] == [
        ("1.2", "Naprawa oświetlenia ulic i parków.", "Zadanie ustawowe.")
    ]  # fmt: skip
    assert told["Uwagi do projektu, 1"] == [
        ("1", "Działanie 1.1", "mieszkaniec lub mieszkanka", "Nocą.", "uwzględniono częściowo: W weekendy."),
    ]  # fmt: skip
    assert ("podmiot odpowiedzialny", "1", "2", "1") in told["Kompletność projektu"]


def test_a_term_of_former_years_is_told(
    edition: Edition, bikes: Undertaking, fate_of: FateOf, coordinator: User
) -> None:
    bikes.term_raw = "2021-2023"
    bikes.save()
    continue_all(edition, coordinator)
    assert json.loads(KINDS[DRAFT].find(Wanted(2024)).snapshot)["draft"]["past_terms"] == ["P1"]


def test_an_undecided_draft_is_only_a_draft(edition: Edition) -> None:
    with pytest.raises(NotReady, match="Nie rozstrzygnięto"):
        KINDS[DRAFT].find(Wanted(2024))
    assert built(DRAFT, KINDS[DRAFT].draft(Wanted(2024)))["Pozycje poprzedniego programu"][-1] == ("razem", "3")


def test_the_former_programme_is_settled_up_with_grades_and_new_numbers(
    edition: Edition, fate_of: FateOf, patrols: Undertaking, coordinator: User, grade_it: "object"
) -> None:
    grade_it(patrols, GradeValue.DONE, 2022)  # type: ignore[operator]
    decide(fate_of("1.2"), FateKind.MERGED, coordinator, merge_with=fate_of("1.1"))
    decide(fate_of("P1"), FateKind.DROPPED, coordinator, reason="Jubileusz.")
    with pytest.raises(NotReady, match="nie przyjęto"):
        KINDS[FORMER].find(Wanted(2023))
    adopting.adopt(edition, by=coordinator, act_no="L/1/2023", act_date=date(2023, 12, 14))
    told = built(FORMER, KINDS[FORMER].find(Wanted(2023)))
    first, second = told["Działania obszaru 1"]
    assert (first[0], first[2:]) == ("1.1", ("2022: zrealizowano", "połączone z innym", "1.1"))
    assert (second[0], second[2:]) == ("1.2", ("nie oceniano", "połączone z innym", "1.1"))
    assert told["Programy realizowane przez jednostki"][0][3:] == ("rezygnacja\nJubileusz.", "–")
    counts = dict(told["Co się stało z\u00a0pozycjami programu"])
    assert counts.pop("razem") == "3" == str(sum(map(int, counts.values())))


def test_the_command_writes_all_three(edition: Edition, coordinator: User, tmp_path: Path) -> None:
    continue_all(edition, coordinator)
    for kind, year in ((CONSOLIDATED, 2023), (DRAFT, 2024), (FORMER, 2023)):
        printed = StringIO()
        call_command("document", kind, year=year, out=tmp_path, stdout=printed, stderr=StringIO())
        told = json.loads(printed.getvalue())
        assert all(Path(path).stat().st_size for path in told["files"])
    assert {document.kind for document in Document.objects.all()} == {CONSOLIDATED, DRAFT}  # the third is a draft
    assert documents.render_again(Document.objects.get(kind=DRAFT))
