"""What the yearly report to the council says: made of evidence alone, each sentence with its source."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from babel.numbers import format_decimal
from city_report import TITLE, actions, facts_of, made, source, spoken, table, texts, under, words
from kielce_size import evidence

from bezpiecznik.core.collation import sort_key
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.documents.content import (
    Link,
    Paragraph,
    Quote,
    State,
    StateChart,
    Table,
    pieces,
)
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation.report import annual_report

NO_BREAK_SPACE = "\u00a0"


def without_numbers(line: str) -> str:
    return re.sub(r"; uczestnicy: [^)]*\)", "", line)


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
    for action in actions(kept):
        code = action["code"]
        blocks = under(content, f"Działanie {code}")
        printed = [
            (block.text, without_numbers(words(line)))
            for block in blocks
            if isinstance(block, Quote)
            for line in block.sources
        ]
        wanted = [(said.text or said.reason, source(said)) for where, said in spoken(kept) if where == code]
        assert sorted(printed) == sorted(wanted)


def test_the_same_words_of_several_institutions_are_printed_once() -> None:
    kept = evidence()
    action = kept["areas"][0]["actions"][3]
    for said in action["statements"]:
        said.update(outcome="done", reported=True, text="Zabezpieczono imprezę.", reason="", reporter="x", numbers=[])
    content = annual_report(kept, Meta("SR/2022/1", TITLE, date(2023, 2, 20), "b" * 64))
    (quote,) = (block for block in under(content, f"Działanie {action['code']}") if isinstance(block, Quote))
    assert [words(line).split(" (")[0] for line in quote.sources] == [said["short"] for said in action["statements"]]


def test_who_signed_a_report_stands_in_the_list_of_reports() -> None:
    rows = table(made(), "Kompletność sprawozdań za 2022\u00a0r.")
    kept = sorted(evidence()["completeness"], key=lambda line: sort_key(line["institution"]["name"]))
    assert [(row[3], row[4]) for row in rows] == [
        (submitted(line), "Halina Kierownicza, kierowniczka") for line in kept
    ]


def submitted(line: dict[str, Any]) -> str:
    if not line["submitted_at"]:
        return "brak sprawozdania"
    return "12.01.2023" if line["on_time"] else "12.01.2023, po terminie"


def test_each_action_tells_wording_lead_partners_grade_and_why() -> None:
    kept, content = evidence(), made()
    for action in actions(kept):
        wording, facts = under(content, f"Działanie {action['code']}")[:2]
        assert isinstance(wording, Paragraph)
        assert words(wording.text) == action["wording"]
        told = facts_of(facts)
        assert told["Odpowiada"] == ", ".join(lead["short"] for lead in action["leads"])
        assert told.get("Partnerzy", told.get("Partner", "")) == ", ".join(each["short"] for each in action["partners"])
        grade, proposal = (f"{State(action[key]).word}" for key in ("given", "proposed"))
        assert (told["Ocena"] + ". ").startswith(f"{grade}. ")
        assert told.get("Propozycja", told["Ocena"]) == f"{proposal}. {' '.join(action['rule'].split())}"


def test_a_changed_grade_shows_both_and_the_reason() -> None:
    kept, content = evidence(), made()
    changed = [action for action in actions(kept) if action["given"] != action["proposed"]]
    rows = table(content, "Propozycje reguły i\u00a0oceny")
    assert [(row[0], row[3], row[4]) for row in rows] == [
        (action["code"], action["reason"], "Krystyna Koordynatorska") for action in changed
    ]
    told = facts_of(under(content, f"Działanie {changed[0]['code']}")[1])
    assert told["Uzasadnienie"] == f"{changed[0]['reason']} – Krystyna Koordynatorska"


def test_silence_is_told_and_is_no_failure() -> None:
    kept, content = evidence(), made()
    silent = next(action for action in actions(kept) if action["given"] == "no_report")
    assert table(content, "Działania bez sprawozdania")[0][0] == silent["code"]
    told = facts_of(under(content, f"Działanie {silent['code']}")[1])
    asked = [said["short"] for said in silent["statements"] if said["reporter"] and not said["outcome"]]
    assert told["Sprawozdania"] == f"brak sprawozdania za 2022 r.: {asked[0]} (odpowiada)"


def test_numbers_say_whose_they_are_and_of_what_territory() -> None:
    numbers = [found[1] for line in texts(made()) for found in re.finditer("; uczestnicy: ([^;]*);", line)]
    given = [number for _code, said in spoken(evidence()) for number in said.numbers]
    assert sorted(numbers) == sorted(
        f"{format_decimal(number.amount, locale='pl').replace(NO_BREAK_SPACE, ' ')} "
        "(wspólna, obszar większy niż jednostka)"
        for number in given
    )


def test_an_own_number_of_the_programmes_territory_needs_no_more_words() -> None:
    kept = evidence()
    kept["areas"][0]["actions"][0]["statements"][0].update(
        outcome="done", reported=True, text="Zrobiono.", numbers=[
            {"measure": "liczba kontroli", "value": "1234.50", "share": "own", "coverage": "unit"},
        ],
    )  # fmt: skip
    told = texts(annual_report(kept, Meta("SR/2022/1", TITLE, date(2023, 2, 20), "b" * 64)))
    assert [line for line in told if "; liczba kontroli: 1 234,5 (własna); sprawozdanie" in line] != []


def test_the_summary_counts_by_area_with_n() -> None:
    content = made()
    chart = next(block for block in content.blocks if isinstance(block, StateChart))
    assert ([row.total for row in chart.rows], chart.total.total) == ([10] * 11, 110)


def test_every_action_stands_under_its_mark_in_the_summary() -> None:
    kept, content = evidence(), made()
    shown = next(block for block in content.blocks if isinstance(block, Table) and block.caption.startswith("Numery"))
    states = [words(column.header) for column in shown.columns[1:]]
    printed = {
        (code, state)
        for row in shown.rows
        for state, cell in zip(states, row[1:], strict=True)
        for code in words(cell).split(", ")
        if code != "–"
    }
    assert printed == {(action["code"], State(action["given"]).word) for action in actions(kept)}


def test_there_are_no_percentages() -> None:
    assert [text for text in texts(made()) if "%" in text] == []


def test_institutions_stand_in_alphabetical_order() -> None:
    for caption, column in (("Kompletność sprawozdań za 2022\u00a0r.", 0),
                            ("Podmioty w\u00a0porządku alfabetycznym", 1)):  # fmt: skip
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
    names = [heading.text for heading in content.headings if re.match(r"P\d", heading.text)]
    assert names == [f"P{no}. BEZPIECZNY SENIOR {no}" for no in range(1, 37)]
    aim, facts = under(content, "P1. BEZPIECZNY SENIOR 1")
    assert aim == Paragraph("Edukacja seniorów.", leads_on=True)
    assert facts_of(facts) == {
        "Realizator": "SM",
        "Kogo obejmuje": "Seniorzy",
        "Termin": "2019 – bezterminowo",
        "Sposób": "Cykl spotkań profilaktyczno-edukacyjnych.",
        "Nie podano": "źródła finansowania",
    }


def test_hashes_of_all_sources_are_given() -> None:
    kept, content = evidence(), made()
    assert [row[1] for row in table(content, "Skróty danych źródłowych")] == [digest(as_text(kept)), "a" * 64]


def test_links_lead_somewhere() -> None:
    lines = [block.text for block in made().blocks if isinstance(block, Paragraph)]
    assert [piece.text for line in lines for piece in pieces(line) if isinstance(piece, Link)] == [
        "Kompletność sprawozdań", "załącznik nr 1", "załącznik nr 2", "Oceny inne niż proponowane",
    ]  # fmt: skip


@pytest.mark.parametrize("made_up", [True, False])
def test_made_up_data_are_marked(made_up: bool) -> None:
    assert made(made_up=made_up).made_up is made_up
