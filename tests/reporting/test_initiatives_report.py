"""Executors of initiatives report: words, people reached, money. All on 5 January 2023, the period is 2022."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from inspector import InspectingClient, soup, text_of
from reporting_acts import SIGNED, say

from bezpiecznik.accounts.models import User
from bezpiecznik.core import fieldhistory
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import funding
from bezpiecznik.plans.funding import Planned
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import closing, queries, services, wording
from bezpiecznik.reporting.models import Entry, InitiativeFigures, Packet, Period
from bezpiecznik.reporting.queries.money import Sum, money_lines, totals
from bezpiecznik.reporting.services import Figures

ROOM = "/praca/sprawozdania/"
SAID = Figures(120, Decimal("2000.00"), Decimal("1500.00"), Decimal("1499.99"), "budżet miasta")


@pytest.fixture
def senior(programme: Programme, police: Institution, patrols: Undertaking) -> Undertaking:
    """Programme P1, carried out by the police, who also lead action 1.1."""
    made = Undertaking.objects.create(
        programme=programme, kind="initiative", no=1, wording="Senior bezpieczny", audience="seniorzy", open_ended=True
    )
    made.responsibilities.create(institution=police, role="lead")
    return made


@pytest.fixture
def opened(planned: Period, senior: Undertaking, coordinator: User) -> Period:
    services.open_period(planned, by=coordinator)
    return planned


@pytest.fixture
def packet(opened: Period, police: Institution) -> Packet:
    return opened.packets.select_related("period__programme", "institution").get(institution=police)


@pytest.fixture
def entry(packet: Packet, senior: Undertaking) -> Entry:
    return Entry.objects.get(obligation__packet=packet, obligation__responsibility__undertaking=senior)


def tell(entry: Entry, said: Figures | None, *, by: User, text: str = "Odbyło się 12 spotkań.") -> Entry:
    version = Entry.objects.get(pk=entry.pk).version
    return services.save_entry(
        entry, by=by, version=version, outcome="done", text=text, reason="", numbers=(), figures=said
    )  # fmt: skip


def send_all(packet: Packet, entry: Entry, said: Figures, *, by: User) -> None:
    for other in queries.entries_of(packet):
        say(other, by=by)
    tell(entry, said, by=by)
    services.submit_packet(packet, by=by, **SIGNED)


def test_initiatives_come_after_actions_and_are_named_so(
    client: InspectingClient, packet: Packet, reporter: User
) -> None:
    page = client.as_(reporter).page(packet.get_absolute_url())
    assert [text_of(title) for title in page.select(".entries h3")][:2] == ["Działanie 1.1", "Program P1"]
    assert "Program P1: wybierz stan realizacji." in text_of(page)
    assert len(page.select("input[name=audience]")) == 1


def test_people_and_money_are_saved_from_the_card(
    client: InspectingClient, entry: Entry, packet: Packet, reporter: User
) -> None:
    typed = {"version": 0, "outcome": "done", "text": "Spotkania.", "reason": "", "audience": "1 200",
             "planned": "2000", "granted": "1500,50 zł", "spent": "", "source": "budżet  miasta"}  # fmt: skip
    client.as_(reporter).post(f"{ROOM}wpis/{entry.pk}/", typed)

    kept = InitiativeFigures.objects.get(entry=entry)
    assert (kept.audience, kept.planned, kept.granted, kept.spent, kept.source) == (
        1200, Decimal(2000), Decimal("1500.50"), None, "budżet miasta",
    )  # fmt: skip
    held = client.page(packet.get_absolute_url()).select_one("input[name=granted]")
    assert held is not None
    assert held["value"] == "1500,5" or held["value"].replace("\xa0", " ") == "1 500,5"


@pytest.mark.parametrize(
    ("field", "value"), [("audience", "dużo"), ("audience", "-3"), ("spent", "tysiąc"), ("planned", "9" * 20)]
)
def test_what_is_no_number_is_said_and_stays_in_the_field(
    client: InspectingClient, entry: Entry, reporter: User, field: str, value: str
) -> None:
    typed = {"version": 0, "outcome": "done", "text": "Spotkania.", "audience": "", field: value}
    page = soup(client.as_(reporter).post(f"{ROOM}wpis/{entry.pk}/", typed))

    assert "to nie jest" in text_of(page)
    assert page.select_one(f"input[name={field}]")["value"] == value  # type: ignore[index]
    assert not InitiativeFigures.objects.exists()


def test_blank_is_not_zero_and_saving_words_alone_leaves_the_numbers(entry: Entry, reporter: User) -> None:
    tell(entry, Figures(audience=0), by=reporter)
    assert services.figures_of(Entry.objects.get(pk=entry.pk)) == Figures(audience=0)

    say(entry, by=reporter, text="Inne słowa.")
    assert services.figures_of(Entry.objects.get(pk=entry.pk)) == Figures(audience=0)


def test_changed_numbers_alone_are_a_new_version_with_history(entry: Entry, reporter: User, coordinator: User) -> None:
    tell(entry, SAID, by=reporter)
    same = tell(entry, SAID, by=reporter)
    assert same.version == 1
    assert tell(entry, Figures(audience=130), by=coordinator).version == 2
    kept = list(Entry.history.filter(id=entry.pk).order_by("history_id").values_list("figures__audience", flat=True))
    assert kept[-2:] == [120, 130]
    assert fieldhistory.changes(Entry.objects.get(pk=entry.pk), "figures", words={"figures": wording.figures})


def test_an_action_has_no_such_numbers(packet: Packet, reporter: User, senior: Undertaking) -> None:
    action = Entry.objects.exclude(obligation__responsibility__undertaking=senior).get(obligation__packet=packet)
    tell(action, SAID, by=reporter)
    assert not InitiativeFigures.objects.exists()


def test_sums_the_wrong_way_round_are_questions_and_keep_nothing_back(
    client: InspectingClient, entry: Entry, packet: Packet, reporter: User
) -> None:
    odd = Figures(planned=Decimal(100), granted=Decimal(200), spent=Decimal("200.01"))
    tell(entry, odd, by=reporter)
    asked = text_of(client.as_(reporter).page(packet.get_absolute_url()))
    assert "Wydano (200,01 zł) więcej, niż przyznano (200,00 zł)" in asked
    assert "Przyznano (200,00 zł) więcej, niż planowano (100,00 zł)" in asked
    send_all(packet, entry, odd, by=reporter)
    packet.refresh_from_db()
    assert packet.state == "submitted"


def test_the_version_and_the_frozen_copy_hold_them(
    entry: Entry, packet: Packet, opened: Period, senior: Undertaking, reporter: User, coordinator: User
) -> None:
    funding.promise(senior, people=300, planned=[Planned(2022, "budżet", Decimal(5000))], by=coordinator)
    send_all(packet, entry, SAID, by=reporter)
    [content] = [one for one in packet.versions.get().content["entries"] if one["code"] == "P1"]
    said = {"audience": 120, "planned": "2000.00", "granted": "1500.00", "spent": "1499.99", "source": "budżet miasta"}
    assert (content["figures"], content["area"]) == (said, "")

    frozen = closing.read(services.close_period(opened, by=coordinator))
    [initiative] = frozen["initiatives"]
    assert (initiative["promised"], initiative["money"]) == (
        300, [{"year": 2022, "source": "budżet", "amount": "5000.00"}],
    )  # fmt: skip
    assert [(report["text"], report["figures"]) for report in initiative["reports"]] == [
        ("Odbyło się 12 spotkań.", said)
    ]
    assert frozen["completeness"]["obligations"]["expected"] == 2
    assert frozen["initiatives_completeness"]["obligations"]["received"] == 1
    [of_police] = [one for one in frozen["packets"] if one["institution"]["abbr"] == "KMP"]
    assert (of_police["obligations"]["expected"], of_police["initiatives"]["complete"]) == (1, 1)


def test_an_executor_of_an_initiative_alone_is_in_the_frozen_copy(
    planned: Period, senior: Undertaking, office: Institution, coordinator: User
) -> None:
    senior.responsibilities.create(institution=office, role="lead")
    services.open_period(planned, by=coordinator)
    frozen = closing.read(services.close_period(planned, by=coordinator))
    assert [one["institution"]["abbr"] for one in frozen["packets"]] == ["BB", "KMP", "SM"]


def test_the_matrix_has_a_column_of_initiatives(client: InspectingClient, opened: Period, coordinator: User) -> None:
    page = client.as_(coordinator).page(opened.get_absolute_url())
    assert [text_of(head) for head in page.select(".matrix thead th")][1:3] == ["1", "P"]
    assert (
        "Programy realizowane przez jednostki" in client.get(f"{opened.get_absolute_url()}?export=csv").content.decode()
    )
    assert opened.obligations.count() == 3


# the page of money


def test_money_is_added_up_from_what_was_sent_alone(
    programme: Programme, packet: Packet, entry: Entry, senior: Undertaking, reporter: User, coordinator: User
) -> None:
    funding.promise(senior, people=300, planned=[Planned(2022, "", Decimal(5000))], by=coordinator)
    tell(entry, SAID, by=reporter)
    [_before, draft, _after] = money_lines(programme, {})
    assert (draft.year, draft.spent, draft.asked, draft.sent) == (2022, Sum(), 1, 0)
    assert draft.in_plan == Sum(Decimal(5000), 1)

    send_all(packet, entry, SAID, by=reporter)
    services.return_packet(packet, by=coordinator, note="Proszę poprawić.", remarks={})
    tell(entry, Figures(spent=Decimal(1)), by=reporter)
    [line] = money_lines(programme, {"year": "2022"})
    assert (line.spent, line.audience, line.sources, line.sent) == (
        Sum(Decimal("1499.99"), 1), Sum(Decimal(120), 1), ["budżet miasta"], 1,
    )  # fmt: skip
    assert totals([line, line]).spent == Sum(Decimal("2999.98"), 2)


def test_the_page_shows_n_and_what_each_number_is(
    client: InspectingClient, programme: Programme, packet: Packet, entry: Entry, reporter: User, member: User
) -> None:
    send_all(packet, entry, SAID, by=reporter)
    page = client.as_(member).page(f"{ROOM}programy-jednostek/{programme.pk}/", year="2022")
    row = text_of(page.select("tbody tr")[0])
    assert row.startswith("P1. Senior bezpieczny Źródła: budżet miasta 2022 – 120 (n = 1) – 2 000,00 zł (n = 1)")
    assert "puste pole sprawozdania to nie zero" in text_of(page)
    csv = client.get(f"{ROOM}programy-jednostek/{programme.pk}/?export=csv").content.decode("utf-8-sig").splitlines()
    assert len(csv) == 4


def test_three_initiatives_ask_as_much_as_one(
    client: InspectingClient, programme: Programme, packet: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    send_all(packet, entry, SAID, by=reporter)
    address = f"{ROOM}programy-jednostek/{programme.pk}/"
    client.as_(coordinator).page(address)
    counts: list[Any] = []
    for no in (1, 3):
        while Undertaking.objects.initiatives().count() < no:
            last = Undertaking.objects.initiatives().count() + 1
            Undertaking.objects.create(programme=programme, kind="initiative", no=last, wording="Inny")
        with CaptureQueriesContext(connection) as asked:
            client.page(address)
        counts.append(len(asked))
    assert counts[0] == counts[1]
