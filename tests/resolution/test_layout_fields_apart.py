"""Fields set apart by a gap under a list: of its last item, or of the whole list where no item has its own."""

from resolution.laid_out import areas, deadlines, duties

from bezpiecznik.resolution.document import Document, Opened, Paragraph
from bezpiecznik.resolution.parts import Source
from bezpiecznik.resolution.reader import read_opened


def _with_gaps(*lines: str) -> Document:
    return Document(tuple(Paragraph(line, Source(line=no), gap=True) for no, line in enumerate(lines, start=1)))


def test_fields_set_apart_under_inner_items_of_each_numbered_heading() -> None:
    document = _with_gaps(
        "III. Kierunki działań i zadania",
        "1. Zapobieganie przestępczości",
        "1) Patrole w parkach.",
        "Wykonawcy: KPP.",
        "Termin realizacji: stale.",
        "2. Pomoc rodzinie",
        "1) Prowadzenie hostelu.",
        "Wykonawcy: PCPR.",
        "Termin realizacji: maj.",
        "2) Terapia uzależnień.",
        "Wykonawcy: szpital.",
        "Termin realizacji: czerwiec.",
    )
    reading = read_opened(Opened("pdf", document, ""))
    assert areas(reading) == [
        (1, "Zapobieganie przestępczości", ["Patrole w parkach."]),
        (2, "Pomoc rodzinie", ["Prowadzenie hostelu.", "Terapia uzależnień."]),
    ]
    assert deadlines(reading) == ["stale", "maj", "czerwiec"]


def test_fields_set_apart_under_a_list_without_any_are_those_of_the_whole_list() -> None:
    document = _with_gaps(
        "OBSZAR I: SPOKOJNE ULICE",
        "1. Patrole:",
        "a) piesze,",
        "b) rowerowe.",
        "2. Kontrole targowisk.",
        "Wykonawcy: KPP.",
        "Termin realizacji: stale.",
    )
    reading = read_opened(Opened("pdf", document, ""))
    assert deadlines(reading) == ["stale", "stale"]
    assert [lead for _, lead, _ in duties(reading)] == [("KPP",), ("KPP",)]
