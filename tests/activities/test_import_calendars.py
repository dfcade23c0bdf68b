"""Events of a calendar as rows: zones, whole days, series within bounds, events that are broken."""

from datetime import date

import pytest

from bezpiecznik.activities.importing.calendars import COLUMNS, is_calendar, read
from bezpiecznik.institutions.importing.reading import UnreadableFile

TODAY = date(2022, 11, 20)


def calendar(*events: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//PL"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.split("|"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def rows(*events: str, most: int = 2_000) -> list[dict[str, str]]:
    found = read(calendar(*events), today=TODAY, most_rows=most)
    return [dict(zip(COLUMNS, cells, strict=True)) for _number, cells in found]


@pytest.mark.parametrize(
    ("when", "day", "hour", "last"),
    [
        ("DTSTART:20221012T150000Z|DTEND:20221012T170000Z", "2022-10-12", "17:00", ""),
        ("DTSTART:20221112T160000Z|DTEND:20221112T170000Z", "2022-11-12", "17:00", ""),
        ("DTSTART;TZID=America/New_York:20221012T190000|DTEND;TZID=America/New_York:20221012T200000",
         "2022-10-13", "01:00", ""),
        ("DTSTART:20221012T170000|DURATION:PT2H", "2022-10-12", "17:00", ""),
        ("DTSTART:20221012T220000|DTEND:20221013T060000", "2022-10-12", "22:00", "2022-10-13"),
        ("DTSTART;VALUE=DATE:20221012", "2022-10-12", "", ""),
        ("DTSTART;VALUE=DATE:20221012|DTEND;VALUE=DATE:20221013", "2022-10-12", "", ""),
        ("DTSTART;VALUE=DATE:20221012|DTEND;VALUE=DATE:20221015", "2022-10-12", "", "2022-10-14"),
    ],
)  # fmt: skip
def test_days_and_hours_are_those_of_warsaw(when: str, day: str, hour: str, last: str) -> None:
    row = rows(f"UID:a|SUMMARY:Dyżur|{when}")[0]
    assert (row["starts_on"], row["starts_at"], row["ends_on"], row["problem"]) == (day, hour, last, "")


def test_a_series_keeps_its_hour_when_the_clocks_change_and_leaves_out_what_was_taken_out() -> None:
    found = rows(
        "UID:a|SUMMARY:Dyżur|DTSTART;TZID=Europe/Warsaw:20221020T170000|RRULE:FREQ=WEEKLY;COUNT=4|"
        "EXDATE;TZID=Europe/Warsaw:20221027T170000"
    )
    assert [(row["starts_on"], row["starts_at"]) for row in found] == [
        ("2022-10-20", "17:00"), ("2022-11-03", "17:00"), ("2022-11-10", "17:00"),
    ]  # fmt: skip
    assert len({row["uid"] for row in found}) == 3


def test_one_event_moved_stands_in_place_of_its_day_in_the_series() -> None:
    found = rows(
        "UID:a|SUMMARY:Dyżur|DTSTART:20221020T170000|RRULE:FREQ=WEEKLY;COUNT=2",
        "UID:a|SUMMARY:Dyżur (przeniesiony)|RECURRENCE-ID:20221027T170000|DTSTART:20221028T180000",
    )
    assert sorted(row["starts_on"] for row in found) == ["2022-10-20", "2022-10-28"]


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("FREQ=DAILY", 200),
        ("FREQ=WEEKLY", 57),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 0),
        ("FREQ=WEEKLY;UNTIL=20221110T160000Z", 4),
        ("FREQ=DAILY;COUNT=100000", 200),
    ],
)
def test_a_series_is_unfolded_within_bounds(rule: str, number: int) -> None:
    assert len(rows(f"UID:a|SUMMARY:Dyżur|DTSTART;TZID=Europe/Warsaw:20221020T170000|RRULE:{rule}")) == number


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ("DTSTART:20221020T170000|RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "takiego powtarzania nie rozwijamy"),
        ("DTSTART:20221020T170000|RRULE:FREQ=DAILY;INTERVAL=0", "nie rozwijamy"),
        ("DTSTART:19000101T170000|RRULE:FREQ=DAILY", "nie rozwijamy"),
        ("DTSTART:19000101T170000", "sprawdź rok"),
        ("DTSTART:kiedyś", "nie da się odczytać"),
        ("LOCATION:X", "nie da się odczytać"),
    ],
)
def test_a_broken_event_does_not_spoil_the_rest(event: str, sentence: str) -> None:
    found = rows(f"UID:a|SUMMARY:Zły|{event}", "UID:b|SUMMARY:Dobry|DTSTART:20221012T170000")
    assert sentence in found[0]["problem"]
    assert (found[1]["title"], found[1]["problem"]) == ("Dobry", "")


def test_a_cancelled_event_says_so() -> None:
    assert rows("UID:a|SUMMARY:Dyżur|DTSTART:20221012T170000|STATUS:CANCELLED")[0]["state"] == "odwołana"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (calendar(), "nie ma żadnego wydarzenia"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", r"nie da się odczytać|nie ma żadnego"),
        (b"BEGIN:VCALENDAR\r\n" + b"x" * 2_000_001, "za duży"),
    ],
)
def test_a_broken_calendar_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    assert is_calendar(data)
    with pytest.raises(UnreadableFile, match=sentence):
        read(data, today=TODAY, most_rows=2_000)


def test_too_many_events_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="więcej niż 10 wydarzeń"):
        rows("UID:a|SUMMARY:Dyżur|DTSTART:20221020T170000|RRULE:FREQ=DAILY", most=10)
