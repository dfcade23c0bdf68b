"""The half-yearly report: only out of final figures, and what it says of each."""

import json
from datetime import date

import pytest
from indicator_acts import Enter

from bezpiecznik.documents.content import Callout, Table, plain
from bezpiecznik.documents.kinds import Meta, NotReady, Wanted
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.indicators.material import draft_material, find_material
from bezpiecznik.indicators.models import Indicator
from bezpiecznik.indicators.report import half_year_report
from bezpiecznik.plans.models import Programme

pytestmark = pytest.mark.django_db


def test_it_waits_for_final_figures_and_says_for_which(enter: Enter, crimes: Indicator) -> None:
    with pytest.raises(NotReady, match="Brakuje wartości za I półrocze 2023: „Przestępstwa kryminalne”"):
        find_material(Wanted(2023, 1))
    enter(2023, 1, 600, final=False)
    with pytest.raises(NotReady, match="1 wartość jest wstępna"):
        find_material(Wanted(2023, 1))


def test_nothing_measured_is_nothing_to_report() -> None:
    with pytest.raises(NotReady, match="Nie ma jeszcze wskaźników"):
        draft_material(Wanted(2023, 1))


def test_the_second_half_tells_the_whole_year_too(enter: Enter, programme: Programme) -> None:
    for year, half, amount in ((2022, 1, 500), (2022, 2, 450), (2023, 1, 600), (2023, 2, 470)):
        enter(year, half, amount)
    material = find_material(Wanted(2023, 2))
    snapshot = json.loads(material.snapshot)
    content = half_year_report(snapshot, Meta("SP/2023/1", material.title, date(2024, 1, 15), "0" * 64))
    halves, whole = [block for block in content.blocks if isinstance(block, Table)]
    assert [plain(cell) for cell in whole.rows[0]][1:3] == ["950", "1\u00a0070"]
    assert "+12,6%" in plain(whole.rows[0][3])
    assert [plain(cell) for cell in halves.rows[0]][1:3] == ["450", "470"]
    assert content.organisation == programme.unit
    assert not any(isinstance(block, Callout) for block in content.blocks)
    assert render_pdf(content).startswith(b"%PDF")


def test_a_draft_marks_itself_and_what_is_not_known(crimes: Indicator) -> None:
    material = draft_material(Wanted(2023, 1))
    content = half_year_report(
        json.loads(material.snapshot), Meta("projekt", material.title, date(2023, 7, 4), "0" * 64)
    )
    assert isinstance(content.blocks[0], Callout)
    (table,) = [block for block in content.blocks if isinstance(block, Table)]
    assert plain(table.rows[0][2]) == "brak danych"
