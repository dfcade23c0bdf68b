"""Any jumble of the pieces that layouts are made of is read, with no fault of ours and the same both ways."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolution.laid_out import read_blocks
from thoroughness import SHARE, TIME_SHARE, examples

from bezpiecznik.resolution import Reading, read
from bezpiecznik.resolution.model import Action

PIECES = st.sampled_from(
    [
        "", "Lp.", "Zadanie", "Realizator", "Partnerzy", "Termin", "Obszar", "Cel", "Obszar I", "OBSZAR II: DROGA",
        "1.", "1.1", "2)",
        "a)", "II.", "- ", "1", "2", "3", "X", "I", "III", "IV", "I kw.", "2025", "2026", "maj", "Razem",
        "Nazwa programu", "Nazwa zadania", "Karta zadania nr 3", "Skrót", "Pełna nazwa", "Komenda Powiatowa Policji",
        "Realizator: AB", "Termin: maj", "1. Patrole. Realizator: AB", "a) nocne (termin: maj)", "Zadania:", "j.w.",
        "- prowadzenie patroli", "Cel 1. Ład", "III. ZADANIA", "Diagnoza", "1) Patrole\n2) Debaty", "AB\nCD", "\n", ":",
        "SPIS TREŚCI", "Obszar I .......... 5", "Nr zadania", "Harmonogram", "odpowiedzialny", "partnerzy", "(", "–",
        "Program nr: 1", "Realizator / partnerzy", "12,5%",
    ]
)  # fmt: skip
LINES = st.one_of(
    st.lists(PIECES, min_size=1, max_size=3).map(lambda pieces: " ".join(pieces).strip() or "x"),
    st.lists(PIECES, min_size=1, max_size=6),
)


@given(st.lists(LINES, max_size=25))
@settings(max_examples=examples(500), deadline=2000)
def test_any_jumble_of_layouts_is_read(lines: list[str | list[str]]) -> None:
    reading = read_blocks(*lines)
    assert Reading.from_json(reading.to_json()) == reading
    numbers = [(area.no, action.no) for area in reading.areas for action in area.actions]
    assert len(numbers) == len(set(numbers))
    for area in reading.areas:
        assert all(
            action.text or action.responsible_raw or action.partners_raw or _details(action) for action in area.actions
        )


def _details(action: Action) -> tuple[object, ...]:
    fields = (action.deadline, action.indicators, action.funding, action.method, action.audience, action.goal)
    return tuple(filter(None, fields))


@pytest.mark.parametrize(
    "piece",
    [
        "1. Patrole. Realizator: AB\n",
        "a) x (termin: maj)\n",
        "Zadanie 1.2. x\nTermin: maj\n",
        "Nazwa programu: x\nRealizator: AB\n",
        "OBSZAR I: X\n",
        "OBSZAR I\n1. Patrole\n- nocne\na) tak\n\nTermin: maj\n",
        "Straż Miejska:\n- prowadzenie patroli\n",
        "Realizator\tAB\nTermin\tmaj\nZadanie\tx\n",
        "Lp.\tZadanie\tRealizator\n1.\tPatrole:\t\na)\tx\tAB\n",
        "Obszar\tZadanie\tRealizator\nx\t1) a 2) b\tAB\n",
        "Lp.\tZadanie\tTermin\tI\tII\tIII\tIV\n1.\tx\tmaj\tX\t\tX\t\n",
        "x: ",
        "(",
        "realizator: x; ",
    ],
)
def test_ten_thousand_lines_of_any_layout_take_less_than_five_seconds(piece: str) -> None:
    lines = piece.count("\n")
    text = piece * int(SHARE * (10_000 // lines if lines else 500_000 // len(piece.encode())))
    started = time.process_time()
    assert isinstance(read(text.encode()), Reading)
    assert time.process_time() - started < 5 * TIME_SHARE
