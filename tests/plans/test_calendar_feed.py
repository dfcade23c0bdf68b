"""The calendar that other programs read: strict RFC 5545, by its secret address alone, never more than one's own."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MakeAction
from django.test import Client
from icalendar import Calendar
from inspector import InspectingClient, soup, text_of
from timetable_acts import JUNE, monthly, once

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Holding, Institution
from bezpiecznik.plans import feeds
from bezpiecznik.plans.milestones import add_milestone, move_milestone
from bezpiecznik.plans.models import CalendarFeed, Undertaking

PAGE = "/praca/program/harmonogram/kalendarz/"
LONG = "Zażółć gęślą jaźń; przecinek, średnik i „cudzysłów”\nnowy wiersz " * 4


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.pretend(JUNE):
        yield


@pytest.fixture
def dates(patrols: Undertaking, make_action: MakeAction, guard: Institution, coordinator: User) -> Undertaking:
    """1.1 of the police (the guard is partner), monthly with reports; 1.2 of the guard alone."""
    monthly(patrols, coordinator, report_within=3)
    other = make_action(LONG, lead=guard)
    once(other, date(2022, 5, 1), coordinator, precision="month")
    return other


def read(feed: CalendarFeed) -> bytes:
    answer = Client().get(f"/kalendarz/{feeds.token_of(feed)}.ics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return answer.content


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def titles(content: bytes) -> set[str]:
    return {str(event["SUMMARY"]) for event in events(content)}


PROPERTY = re.compile(r"[A-Z-]+(?:;[A-Z-]+=(?:\"[^\"]*\"|[^;:,\"]*))*:.*", re.DOTALL)


def assert_strict(content: bytes) -> None:
    """By hand, not by the library that wrote it: lines, folding, nesting, what each event must have."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75, "lines of 75 octets at most"
    for line in lines:
        line.decode()  # no letter is cut by folding
    unfolded = content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")
    assert all(PROPERTY.fullmatch(line) for line in unfolded)
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert unfolded[-1] == "END:VCALENDAR"
    assert Counter(line for line in unfolded if line == "VERSION:2.0") == {"VERSION:2.0": 1}
    inside = "\n".join(unfolded).split("BEGIN:VEVENT\n")[1:]
    for event in inside:
        names = Counter(re.split("[:;]", line)[0] for line in event.split("\nEND:VEVENT")[0].split("\n"))
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "LAST-MODIFIED"):
            assert names[name] == 1, name
        assert re.search(r"^DTSTART;VALUE=DATE:\d{8}$", event, re.MULTILINE)
        assert re.search(r"^DTSTAMP:\d{8}T\d{6}Z$", event, re.MULTILINE)
    uids = re.findall(r"^UID:(.+)$", "\n".join(unfolded), re.MULTILINE)
    assert len(uids) == len(set(uids)) == len(inside) > 0


def test_the_calendar_is_read_by_other_programs(coordinator: User, dates: Undertaking) -> None:
    content = read(feeds.make_feed(coordinator, None, by=coordinator))
    assert_strict(content)
    made = Calendar.from_ical(content)
    assert (made["METHOD"], made["X-WR-TIMEZONE"]) == ("PUBLISH", "Europe/Warsaw")
    event = next(one for one in events(content) if "Zażółć" in one["SUMMARY"])
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2022, 5, 31), date(2022, 6, 1))
    assert "„cudzysłów”" in event["SUMMARY"]
    assert "Termin: maj 2022" in event["DESCRIPTION"]
    assert "Koordynatorska" not in content.decode(), "the person's name is not in it"


def test_a_moved_date_stays_the_same_event(coordinator: User, patrols: Undertaking) -> None:
    step = add_milestone(patrols, name="Odprawa", due_on=date(2022, 7, 1), by=coordinator)
    feed = feeds.make_feed(coordinator, None, by=coordinator)
    before = next(one for one in events(read(feed)) if "Odprawa" in one["SUMMARY"])
    with clock.pretend(JUNE + timedelta(days=1)):
        move_milestone(step, due_on=date(2022, 8, 1), reason="Urlopy.", by=coordinator)
        after = next(one for one in events(read(feed)) if "Odprawa" in one["SUMMARY"])
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (1, 2)
    assert after.decoded("DTSTART") == date(2022, 8, 1)
    assert after.decoded("LAST-MODIFIED") - before.decoded("LAST-MODIFIED") == timedelta(days=1)


def test_read_twice_it_is_the_same(coordinator: User, dates: Undertaking) -> None:
    feed = feeds.make_feed(coordinator, None, by=coordinator)
    stamps = [[one.decoded("DTSTAMP") for one in events(read(feed)) if "1.1" in one["SUMMARY"]] for _time in range(2)]
    assert stamps[0] == stamps[1]


def test_an_institution_gets_its_own_dates(
    reporter: User, neighbour: User, guard: Institution, dates: Undertaking, police: Institution
) -> None:
    of_police = titles(read(feeds.make_feed(reporter, police, by=reporter)))
    of_guard = titles(read(feeds.make_feed(neighbour, guard, by=neighbour)))
    assert not any("Zażółć" in title for title in of_police)
    assert any("Zażółć" in title for title in of_guard)
    assert "Sprawozdanie z działania 1.1" in of_police & of_guard, "lead and partner both"
    assert any("Raport o stanie" in title for title in of_police)


def test_ones_own_calendar_holds_the_dates_of_ones_institutions(reporter: User, dates: Undertaking) -> None:
    found = titles(read(feeds.make_feed(reporter, None, by=reporter)))
    assert "Sprawozdanie z działania 1.1" in found
    assert not any("Zażółć" in title for title in found)


def opened(feed: CalendarFeed) -> int:
    return Client().get(f"/kalendarz/{feeds.token_of(feed)}.ics").status_code


def test_a_renewed_address_shuts_the_one_before(coordinator: User, programme: object) -> None:
    feed = feeds.make_feed(coordinator, None, by=coordinator)
    old = f"/kalendarz/{feeds.token_of(feed)}.ics"
    new = feeds.renew_feed(feed, by=coordinator)
    assert Client().get(old).status_code == 404
    assert opened(new) == 200
    feeds.revoke_feed(new, by=coordinator)
    feeds.revoke_feed(new, by=coordinator)
    assert opened(new) == 404
    again = feeds.make_feed(coordinator, None, by=coordinator)
    assert (again.pk, again.serial) == (feed.pk, 3)
    assert opened(again) == 200
    assert opened(new) == 404, "what was revoked stays shut"
    lines = JournalEntry.objects.filter(event__startswith="plans.feed").order_by("pk")
    assert list(lines.values_list("event", flat=True)) == [
        "plans.feed_made", "plans.feed_renewed", "plans.feed_revoked", "plans.feed_made",
    ]  # fmt: skip


@pytest.mark.parametrize("token", ["1-1", "1-1.x", "x", "1-1.F1Y0XE-03lhHTHfO1UQbxTwdAAAAAAAAAAAAAAAAAAA", "ż"])
def test_an_address_that_nobody_was_given_opens_nothing(coordinator: User, programme: object, token: str) -> None:
    feeds.make_feed(coordinator, None, by=coordinator)
    assert Client().get(f"/kalendarz/{token}.ics").status_code == 404


def test_who_left_reads_no_more(reporter: User, police: Institution, programme: object) -> None:
    own, of_police = (feeds.make_feed(reporter, body, by=reporter) for body in (None, police))
    assert opened(own) == opened(of_police) == 200
    Holding.objects.filter(user=reporter).update(until=date(2022, 6, 1))
    assert opened(own) == opened(of_police) == 404


def test_a_closed_account_reads_no_more(coordinator: User, programme: object) -> None:
    feed = feeds.make_feed(coordinator, None, by=coordinator)
    User.objects.filter(pk=coordinator.pk).update(is_active=False)
    assert opened(feed) == 404


def test_reading_writes_nothing_and_begins_no_session(coordinator: User, dates: Undertaking) -> None:
    feed = feeds.make_feed(coordinator, None, by=coordinator)
    lines = JournalEntry.objects.count()
    visitor = Client()
    answer = visitor.get(f"/kalendarz/{feeds.token_of(feed)}.ics")
    assert answer.status_code == 200
    assert not visitor.cookies
    assert (answer.headers["X-Robots-Tag"], answer.headers["Referrer-Policy"]) == ("noindex, nofollow", "no-referrer")
    assert answer.headers["Cache-Control"] == "no-store"
    assert JournalEntry.objects.count() == lines
    assert visitor.post(f"/kalendarz/{feeds.token_of(feed)}.ics").status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_as_many_queries_for_three_as_for_one(
    coordinator: User, make_action: MakeAction, police: Institution, rows: int, django_assert_num_queries: Any
) -> None:
    for _row in range(rows):
        monthly(make_action(lead=police), coordinator)
    token = feeds.token_of(feeds.make_feed(coordinator, None, by=coordinator))
    with django_assert_num_queries(14):
        Client().get(f"/kalendarz/{token}.ics")


def test_on_the_page_of_ones_calendars(
    client: InspectingClient, reporter: User, police: Institution, guard: Institution, programme: object
) -> None:
    page = client.as_(reporter).page(PAGE)
    assert "Nie masz jeszcze kalendarza" in text_of(page)
    client.post(f"{PAGE}nowy/", {"institution": police.pk})
    refused = soup(client.post(f"{PAGE}nowy/", {"institution": guard.pk}))
    assert refused.select(".field-error, .errors, [role=alert]"), "another institution cannot be chosen"
    feed = CalendarFeed.objects.get()
    address = client.page(PAGE).select_one("input[readonly]")
    assert address
    assert address["value"] == feeds.address_of(feed)
    client.post(f"{PAGE}{feed.pk}/nowy-adres/")
    client.post(f"{PAGE}{feed.pk}/uniewaznienie/")
    assert CalendarFeed.objects.get().revoked_at
    assert client.page(PAGE).select("input[readonly]") == []


def test_nobody_touches_anothers_calendar(
    client: InspectingClient, reporter: User, neighbour: User, programme: object
) -> None:
    feed = feeds.make_feed(reporter, None, by=reporter)
    for act in ("nowy-adres", "uniewaznienie"):
        assert client.as_(neighbour).post(f"{PAGE}{feed.pk}/{act}/").status_code == 404
    assert CalendarFeed.objects.get().serial == 1
