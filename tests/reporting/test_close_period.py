import hashlib
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from reporting_acts import say, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution, Reporting
from bezpiecznik.plans.models import Responsibility, Undertaking
from bezpiecznik.reporting import closing, queries, services
from bezpiecznik.reporting.models import Entry, Packet, Period, Snapshot
from bezpiecznik.reporting.refusals import Refused


def reports_of(snapshot: Snapshot) -> dict[str, closing.Report]:
    """By institution, all actions together."""
    content = closing.read(snapshot)
    return {
        report["institution"]["short"]: report
        for area in content["areas"]
        for action in area["actions"]
        for report in action["reports"]
    }


def test_the_copy_says_everything_in_words(sent: Packet, coordinator: User) -> None:
    services.accept_packet(sent, by=coordinator)
    content = closing.read(services.close_period(sent.period, by=coordinator))

    (area,) = content["areas"]
    (action,) = area["actions"]
    lead, partner = action["reports"]
    assert (content["format"], content["period"]["label"], content["period"]["closed_by"]) == (
        "bezpiecznik/period-1", "2022", "Krystyna Koordynatorska",
    )  # fmt: skip
    assert (action["code"], action["wording"]) == ("1.1", "Kierowanie dodatkowych patroli w miejsca zagrożone.")
    assert ([b["name"] for b in action["leads"]], [b["abbr"] for b in action["partners"]]) == (
        ["Komenda Miejska Policji"], ["SM"],
    )  # fmt: skip
    assert (lead["state"], lead["outcome"], lead["text"], lead["signatory"], lead["version"], lead["on_time"]) == (
        "accepted", "done", "Odbyto 120 patroli.", "Halina Kierownicza", 1, True,
    )  # fmt: skip
    assert (partner["state"], partner["reported"], partner["outcome"]) == ("draft", False, "")
    assert content["labels"]["outcome"]["done"] == "zrealizowano"


def test_completeness_counts_what_was_asked_and_what_came(sent: Packet, coordinator: User) -> None:
    content = closing.read(services.close_period(sent.period, by=coordinator))

    came = {"expected": 2, "received": 1, "accepted": 0, "on_time": 1, "complete": 1}
    assert content["completeness"] == {"obligations": came, "packets": came, "without_reporter": 0}
    assert [(p["institution"]["short"], p["obligations"]["received"]) for p in content["packets"]] == [
        ("KMP", 1), ("SM", 0),
    ]  # fmt: skip


def test_the_hash_is_of_the_exact_text(sent: Packet, coordinator: User) -> None:
    snapshot = services.close_period(sent.period, by=coordinator)

    assert snapshot.sha256 == hashlib.sha256(snapshot.content.encode()).hexdigest()
    assert snapshot.content == json.dumps(json.loads(snapshot.content), ensure_ascii=False, sort_keys=True, indent=1)
    assert queries.verify_snapshot(snapshot)
    Snapshot.objects.update(content=snapshot.content.replace("120", "999"))
    snapshot.refresh_from_db()
    assert not queries.verify_snapshot(snapshot)


def test_later_renames_change_nothing(sent: Packet, police: Institution, coordinator: User) -> None:
    snapshot = services.close_period(sent.period, by=coordinator)
    police.name, police.abbr = "Inna Komenda", "IK"
    police.save()
    Undertaking.objects.update(wording="Inna treść.")
    User.objects.update(last_name="Inna")

    (kept,) = queries.snapshots(sent.period.programme, 2022)
    assert (kept.content, kept.sha256) == (snapshot.content, snapshot.sha256)
    assert reports_of(kept)["KMP"]["institution"]["name"] == "Komenda Miejska Policji"


def test_words_never_sent_do_not_enter(packet: Packet, entry: Entry, reporter: User, coordinator: User) -> None:
    say(entry, by=reporter, text="Tylko szkic.")
    snapshot = services.close_period(packet.period, by=coordinator)

    assert "Tylko szkic" not in snapshot.content
    assert reports_of(snapshot)["KMP"]["reported"] is False


def test_a_returned_packet_is_reported_by_what_was_last_sent(
    sent: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    services.return_packet(sent, by=coordinator, note="Ile godzin?")
    say(entry, by=reporter, text="Niewysłana poprawka.")
    report = reports_of(services.close_period(sent.period, by=coordinator))["KMP"]

    assert (report["state"], report["text"], report["reported"]) == ("returned", "Odbyto 120 patroli.", True)


def test_a_late_report_is_not_on_time(packet: Packet, reporter: User, coordinator: User) -> None:
    with clock.pretend(datetime(2023, 1, 20, 23, 1, tzinfo=UTC)):  # past midnight in Poland
        send(packet, by=reporter)
    report = reports_of(services.close_period(packet.period, by=coordinator))["KMP"]

    assert (report["reported"], report["on_time"]) == (True, False)


def test_a_correction_asked_for_later_does_not_make_it_late(sent: Packet, reporter: User, coordinator: User) -> None:
    services.return_packet(sent, by=coordinator, note="Ile godzin?")
    with clock.pretend(datetime(2023, 2, 1, 12, tzinfo=UTC)):
        send(sent, by=reporter)
    report = reports_of(services.close_period(sent.period, by=coordinator))["KMP"]

    assert (report["version"], report["on_time"]) == (2, True)


def test_numbers_are_plain_decimals(packet: Packet, entry: Entry, reporter: User, coordinator: User) -> None:
    hours = services.Number("godziny", Decimal("1234.50"), "own", "unit")
    count = services.Number("patrole", Decimal(120), "joint", "unit")
    say(entry, by=reporter, numbers=(hours, count))
    send_as_it_is(packet, reporter)
    report = reports_of(services.close_period(packet.period, by=coordinator))["KMP"]

    assert [number["value"] for number in report["numbers"]] == ["1234.5", "120"]


def send_as_it_is(packet: Packet, reporter: User) -> None:
    services.submit_packet(
        packet, by=reporter, signatory="H. Kierownicza", signatory_function="", signed_on=date(2023, 1, 3)
    )


def test_those_whom_nobody_answers_for_are_named_and_not_expected(
    planned: Period, patrols: Undertaking, coordinator: User
) -> None:
    ngo = Institution.objects.create(name="NGO", reporting=Reporting.NONE)
    Responsibility.objects.create(undertaking=patrols, institution=ngo, role="partner", place=9)
    services.open_period(planned, by=coordinator)
    snapshot = services.close_period(planned, by=coordinator)

    assert reports_of(snapshot)["NGO"]["reporter"] is None
    completeness = closing.read(snapshot)["completeness"]
    assert (completeness["without_reporter"], completeness["obligations"]["expected"]) == (1, 2)


def test_a_withdrawn_obligation_is_told_apart(period: Period, guard: Institution, coordinator: User) -> None:
    Responsibility.objects.filter(institution=guard).update(until=date(2022, 6, 30))
    services.renew_obligations(period, by=coordinator)
    content = closing.read(services.close_period(period, by=coordinator))

    (action,) = content["areas"][0]["actions"]
    assert [w["institution"]["abbr"] for w in action["withdrawn"]] == ["SM"]
    assert [p["institution"]["abbr"] for p in content["packets"]] == ["KMP"]


def test_after_closing_nothing_can_change(sent: Packet, entry: Entry, reporter: User, coordinator: User) -> None:
    period = sent.period
    services.close_period(period, by=coordinator)
    refused = [
        lambda: services.close_period(period, by=coordinator),
        lambda: services.open_period(period, by=coordinator),
        lambda: services.renew_obligations(period, by=coordinator),
        lambda: services.accept_packet(sent, by=coordinator),
        lambda: services.return_packet(sent, by=coordinator, note="Poprawić."),
        lambda: say(entry, by=reporter, text="Po zamknięciu."),
    ]
    for act in refused:
        with pytest.raises(Refused):
            act()
    assert Snapshot.objects.count() == 1


def test_the_whole_period_is_frozen_in_a_constant_number_of_queries(
    period: Period, coordinator: User, django_assert_num_queries: object
) -> None:
    from bezpiecznik.reporting.freezing import period_content

    with django_assert_num_queries(9):
        period_content(Period.objects.select_related("programme").get(), closed_at=clock.now(), closed_by="K")
