"""People and money of initiatives go out and come back in columns of their own."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from roundtrip_acts import ANSWERS, changed, column, workbook

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Period
from bezpiecznik.reporting.roundtrip.content import content_of
from bezpiecznik.reporting.roundtrip.plan import plan_of
from bezpiecznik.reporting.roundtrip.reading import read_filled
from bezpiecznik.reporting.roundtrip.word import write_form
from bezpiecznik.reporting.services import Figures, figures_of

SAID = Figures(120, Decimal("2000.00"), Decimal("1500.00"), Decimal("1499.99"), "budżet miasta")
PEOPLE, SPENT, SOURCE = "Do ilu osób dotarto", "Środki wydane (zł)", "Źródło finansowania"


@pytest.fixture
def senior(programme: Programme, police: Institution, patrols: Undertaking) -> Undertaking:
    """Initiative no. 1, carried out by the police, who also lead action 1.1."""
    made = Undertaking.objects.create(
        programme=programme, kind="initiative", no=1, wording="Senior bezpieczny", audience="seniorzy", open_ended=True
    )
    made.responsibilities.create(institution=police, role="lead")
    return made


@pytest.fixture
def packet(senior: Undertaking, period: Period, police: Institution) -> Packet:
    return period.packets.select_related("period__programme", "institution").get(institution=police)


@pytest.fixture
def entry(packet: Packet, senior: Undertaking) -> Entry:
    """The initiative's."""
    return Entry.objects.get(obligation__packet=packet, obligation__responsibility__undertaking=senior)


def in_row_of(code: str, **cells: object) -> Callable[[Any], None]:
    """Fill in cells of the row of this action; `people`, `spent`, `source`."""
    titles = {"people": PEOPLE, "spent": SPENT, "source": SOURCE}

    def fill(book: Any) -> None:
        sheet = book[ANSWERS]
        row = next(no for no in range(2, 10) if sheet.cell(no, column(sheet, "Nr działania")).value == code)
        for name, value in cells.items():
            sheet.cell(row, column(sheet, titles[name])).value = value

    return fill


def tell(entry: Entry, said: Figures, *, by: User) -> None:
    services.save_entry(
        entry, by=by, version=entry.version, outcome="done", text="Odbyło się 12 spotkań.", reason="", numbers=(),
        figures=said,
    )  # fmt: skip


@pytest.mark.parametrize("write", [workbook, lambda packet: write_form(content_of(packet))])
def test_people_and_money_read_as_they_were_written(
    packet: Packet, entry: Entry, reporter: User, write: Callable[[Packet], bytes]
) -> None:
    tell(entry, SAID, by=reporter)
    filled = read_filled(write(packet))

    assert (filled.problems, filled.theirs[entry.pk]) == ([], filled.seal.entries[entry.pk].fields)
    assert {"audience": "120", "spent": "1499.99", "source": "budżet miasta"}.items() <= filled.theirs[entry.pk].items()


def test_taken_over_and_taken_back(packet: Packet, entry: Entry, senior: Undertaking, reporter: User) -> None:
    tell(entry, SAID, by=reporter)
    data = changed(workbook(packet), in_row_of(senior.code, people=140, spent="1 500,50 zł", source=None))
    brought, _new = services.bring_file(packet, data, name="policja.xlsx", by=reporter)
    plan = plan_of(brought, reader=reporter, own=True)
    assert [(one.title, one.ours, one.theirs) for row in plan.of("taken") for one in row.changing] == [
        (PEOPLE, "120", "140"), (SPENT, "1\u00a0499,99\u00a0zł", "1\u00a0500,5\u00a0zł"), (SOURCE, "budżet miasta", ""),
    ]  # fmt: skip

    services.apply_file(brought, by=reporter, own=True, seen=plan.digest)
    stored = Entry.objects.select_related("figures").get(pk=entry.pk)
    assert figures_of(stored) == Figures(140, Decimal("2000.00"), Decimal("1500.00"), Decimal("1500.50"), "")
    services.undo_file(brought, by=reporter)
    assert figures_of(Entry.objects.select_related("figures").get(pk=entry.pk)) == SAID


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"people": 12.5}, "W kolumnie „Do ilu osób dotarto” prosimy podać liczbę osób, na przykład 120."),
        ({"people": "wielu"}, "„wielu” to nie jest liczba, jaką można zapisać."),
        ({"spent": 10**12}, "Kwota w kolumnie „Środki wydane (zł)” jest za duża."),
        ({"source": "x" * 201}, "Tekst w kolumnie „Źródło finansowania” ma 201 znaków"),
    ],
)
def test_what_is_wrong_is_told(
    packet: Packet, entry: Entry, senior: Undertaking, cells: dict[str, object], sentence: str
) -> None:
    [problem] = read_filled(changed(workbook(packet), in_row_of(senior.code, **cells))).problems

    assert problem.entry == entry.pk
    assert problem.sentence.startswith(sentence)


def test_actions_are_not_asked_about_money(packet: Packet, entry: Entry) -> None:
    filled = read_filled(changed(workbook(packet), in_row_of("1.1", people=5)))

    assert filled.problems == []
    assert all("audience" not in fields for pk, fields in filled.theirs.items() if pk != entry.pk)
