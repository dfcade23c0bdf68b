"""The rule, case by case: leads decide, partners support, silence is not failure."""

import pytest
from said import said

from bezpiecznik.evaluation.rule import HOW_WE_GRADE, combine, propose
from bezpiecznik.evaluation.statements import Statement, from_json
from bezpiecznik.evaluation.states import GradeValue

G = GradeValue


def lead(outcome: str = "", name: str = "KMP", part: int = 0, **more: object) -> Statement:
    return said(outcome, name=name, role="lead", part=part, **more)


def partner(outcome: str = "", name: str = "SM", part: int = 0, **more: object) -> Statement:
    return said(outcome, name=name, role="partner", part=part, **more)


ONE_YEARLY_PERIOD = [
    ("the lead did it", [lead("done")], G.DONE),
    ("the lead did part of it", [lead("partial")], G.PARTIAL),
    ("the lead goes on doing it", [lead("ongoing")], G.ONGOING),
    ("the lead did nothing", [lead("nothing_done")], G.NOT_DONE),
    ("the lead is not concerned", [lead("not_applicable")], G.DROPPED),
    ("the lead is silent", [lead()], G.NO_REPORT),
    ("nobody was asked anything", [], G.NO_REPORT),
    ("partners do not raise what the lead did in part", [lead("partial"), partner("done")], G.PARTIAL),
    ("partners do not lower what the lead did", [lead("done"), partner("nothing_done")], G.DONE),
    ("a silent partner lowers nothing", [lead("done"), partner()], G.DONE),
    ("a silent partner does not make ongoing partial", [lead("ongoing"), partner()], G.ONGOING),
    ("the lead did nothing but a partner did something", [lead("nothing_done"), partner("done")], G.PARTIAL),
    ("nobody did anything", [lead("nothing_done"), partner("nothing_done")], G.NOT_DONE),
    ("the lead did nothing, the partner is silent", [lead("nothing_done"), partner()], G.NOT_DONE),
    ("the lead is silent, a partner did it", [lead(), partner("done")], G.PARTIAL),
    ("the lead is silent, a partner goes on", [lead(), partner("ongoing")], G.PARTIAL),
    ("the lead is silent, a partner did nothing", [lead(), partner("nothing_done")], G.NO_REPORT),
    ("the lead is silent, a partner is not concerned", [lead(), partner("not_applicable")], G.NO_REPORT),
    ("all are silent", [lead(), partner()], G.NO_REPORT),
    ("the lead is not concerned, a partner did it", [lead("not_applicable"), partner("done")], G.PARTIAL),
    ("the lead is not concerned, a partner did nothing", [lead("not_applicable"), partner("nothing_done")], G.DROPPED),
    ("both leads did it", [lead("done"), lead("done", "SM")], G.DONE),
    ("one did it, one goes on", [lead("done"), lead("ongoing", "SM")], G.ONGOING),
    ("one did it, one in part", [lead("done"), lead("partial", "SM")], G.PARTIAL),
    ("one did it, one nothing", [lead("done"), lead("nothing_done", "SM")], G.PARTIAL),
    ("one goes on, one did nothing", [lead("ongoing"), lead("nothing_done", "SM")], G.PARTIAL),
    ("one did it, one is silent", [lead("done"), lead("", "SM")], G.PARTIAL),
    ("one goes on, one is silent", [lead("ongoing"), lead("", "SM")], G.ONGOING),
    ("one did nothing, one is silent", [lead("nothing_done"), lead("", "SM")], G.NOT_DONE),
    ("one did it, one is not concerned", [lead("done"), lead("not_applicable", "SM")], G.DONE),
    ("one is not concerned, one is silent", [lead("not_applicable"), lead("", "SM")], G.NO_REPORT),
    ("both are not concerned", [lead("not_applicable"), lead("not_applicable", "SM")], G.DROPPED),
    ("no lead in the programme, a partner did it", [partner("done")], G.PARTIAL),
    ("no lead in the programme, a silent partner", [partner()], G.NO_REPORT),
    ("a lead that reports to nobody, a partner did it", [lead(reporter=""), partner("done")], G.PARTIAL),
    ("a lead that reports to nobody, nobody else", [lead(reporter="")], G.NO_REPORT),
    ("the lead skipped the year", [lead("skipped")], G.DROPPED),
    ("the lead skipped it, a partner did it", [lead("skipped"), partner("done")], G.PARTIAL),
    ("one skipped it, one did it", [lead("skipped"), lead("done", "SM")], G.DONE),
    ("one skipped it, one is not concerned", [lead("skipped"), lead("not_applicable", "SM")], G.DROPPED),
    ("one skipped it, one is silent", [lead("skipped"), lead("", "SM")], G.NO_REPORT),
    ("one skipped it, one did nothing", [lead("skipped"), lead("nothing_done", "SM")], G.NOT_DONE),
    ("a partner skipped what the lead did", [lead("done"), partner("skipped")], G.DONE),
    ("words never sent are silence", [lead("done", reported=False)], G.NO_REPORT),
    ("all duties withdrawn", [lead(withdrawn_because="Zmiana programu")], G.DROPPED),
    ("one lead withdrawn, the other did it", [lead(withdrawn_because="Zmiana"), lead("done", "SM")], G.DONE),
]


@pytest.mark.parametrize(("statements", "value"), [case[1:] for case in ONE_YEARLY_PERIOD], ids=[
    case[0] for case in ONE_YEARLY_PERIOD
])  # fmt: skip
def test_grade_of_a_year_reported_at_once(statements: list[Statement], value: GradeValue) -> None:
    assert propose(statements).value == value


TWO_HALVES = [
    ("done", "done", "done"),
    ("ongoing", "done", "done"),
    ("done", "ongoing", "ongoing"),
    ("done", "partial", "partial"),
    ("partial", "done", "done"),
    ("nothing_done", "done", "done"),
    ("done", "nothing_done", "partial"),
    ("ongoing", "nothing_done", "partial"),
    ("partial", "nothing_done", "partial"),
    ("nothing_done", "nothing_done", "nothing_done"),
    ("done", "not_applicable", "done"),
    ("not_applicable", "ongoing", "ongoing"),
    ("not_applicable", "not_applicable", "not_applicable"),
    ("nothing_done", "not_applicable", "nothing_done"),
    ("done", "", "done"),
    ("", "ongoing", "ongoing"),
    ("", "nothing_done", "nothing_done"),
    ("", "", "silent"),
    ("skipped", "done", "done"),
    ("done", "skipped", "done"),
    ("ongoing", "skipped", "ongoing"),
    ("skipped", "nothing_done", "nothing_done"),
    ("nothing_done", "skipped", "nothing_done"),
    ("skipped", "not_applicable", "not_applicable"),
    ("skipped", "skipped", "skipped"),
    ("skipped", "", "silent"),
    ("", "skipped", "silent"),
]


@pytest.mark.parametrize(("first", "second", "year"), TWO_HALVES)
def test_the_later_half_decides(first: str, second: str, year: str) -> None:
    assert combine([lead(first, part=1), lead(second, part=2)]) == year


SENTENCES = [
    ([lead("done"), partner("ongoing")], "Podmiot odpowiedzialny (KMP) zgłosił realizację; partner SM – w toku."),
    ([lead("done"), lead("done", "PSP")], "Podmioty odpowiedzialne (KMP, PSP) zgłosiły realizację."),
    (
        [lead("done"), lead("", "PSP"), partner("done"), partner("done", "MOPR"), partner("", "PSSE")],
        "Podmioty odpowiedzialne: KMP – zrealizowano, PSP – brak sprawozdania; "
        "partnerzy: SM, MOPR – zrealizowano, PSSE – brak sprawozdania. "
        "Nie wiadomo, czy zrealizowano część, za którą odpowiada podmiot bez sprawozdania.",
    ),
    (
        [lead(), partner("done")],
        "Podmiot odpowiedzialny (KMP) nie złożył sprawozdania; partner SM – zrealizowano. "
        "Działania wykazali tylko partnerzy, dlatego ocena nie może być wyższa.",
    ),
    (
        [lead()],
        "Podmiot odpowiedzialny (KMP) nie złożył sprawozdania. "
        "Brak sprawozdania nie oznacza, że działania nie zrealizowano.",
    ),
    (
        [lead("done", part=1), lead("nothing_done", part=2)],
        "Podmiot odpowiedzialny (KMP) zgłosił realizację częściową "
        "(I półrocze 2022: zrealizowano, II półrocze 2022: nic nie zrobiono).",
    ),
    (
        [partner("done")],
        "Partner SM – zrealizowano. Program nie wskazuje podmiotu odpowiedzialnego. "
        "Działania wykazali tylko partnerzy, dlatego ocena nie może być wyższa.",
    ),
    (
        [lead(withdrawn_because="Zmiana programu.")],
        "Wycofano wszystkie obowiązki sprawozdawcze: Zmiana programu.",
    ),
    ([], "Dla tego działania nie ustalono obowiązków sprawozdawczych."),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "sentence"), SENTENCES)
def test_the_sentence_says_why(statements: list[Statement], sentence: str) -> None:
    assert propose(statements).sentence == sentence


def test_partners_of_an_action_never_make_it_done() -> None:
    outcomes = ("done", "partial", "ongoing", "nothing_done", "not_applicable", "")
    proposals = {propose([lead(outcome), partner("done")]).value for outcome in outcomes if outcome != "done"}
    assert proposals == {G.PARTIAL, G.ONGOING}


def test_order_of_statements_does_not_matter() -> None:
    statements = [lead("done", part=2), lead("nothing_done", part=1), lead("ongoing", "PSP"), partner("partial")]
    assert propose(statements).value == propose(statements[::-1]).value == G.ONGOING


def test_a_statement_comes_back_from_json_as_it_was() -> None:
    statement = said("done", numbers=[("patrole", "12.00", "own", "unit")])
    assert from_json(statement.as_json()) == statement


def test_the_rule_in_words_names_every_mark() -> None:
    spoken = " ".join(HOW_WE_GRADE).lower()
    assert [mark for mark in G if str(mark.label).split(",", maxsplit=1)[0] not in spoken] == []
