"""What residents see of activities: only what is public, safe and not small; and its calendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from activities.activity_acts import enter, facts, photo
from icalendar import Calendar
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import services
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.refusals import Refused
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.portal.happenings import people_in_words

EVENTS = "/wydarzenia/"


@pytest.fixture(autouse=True)
def _twentieth_of_november(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    with clock.pretend(datetime(2022, 11, 20, 9, 30, tzinfo=UTC)):
        yield


def public(institution: Institution, *, by: User, **said: Any) -> Activity:
    return services.show_activity(enter(institution, by=by, **said), by=by)


def lines(client: InspectingClient, **query: str) -> list[str]:
    return [text_of(line.a) for line in client.page(EVENTS, **query).select("#rows li")]


def test_only_public_ones_are_shown(
    client: InspectingClient, police: Institution, reporter: User, patrols: Undertaking
) -> None:
    inside = enter(police, by=reporter, title="Narada wewnętrzna")
    public(police, by=reporter, title="Dzień otwarty", state="planned", starts_on=date(2022, 12, 3))
    past = public(police, by=reporter, undertakings=(patrols,))
    assert lines(client) == ["Dzień otwarty", "Spotkanie z seniorami"]
    assert lines(client, area="1") == ["Spotkanie z seniorami"]
    assert lines(client, kind="training") == []
    assert client.get(f"{EVENTS}{inside.pk}/").status_code == 404
    assert "30" in text_of(client.page(f"{EVENTS}{past.pk}/").main)


def test_one_called_off_is_told_as_long_as_it_is_to_come(
    client: InspectingClient, police: Institution, reporter: User
) -> None:
    coming = public(police, by=reporter, state="planned", starts_on=date(2022, 12, 3))
    past = public(police, by=reporter, title="Dawne")
    for one in (coming, past):
        services.cancel_activity(one, by=reporter, reason="Choroba")
    assert lines(client) == ["Spotkanie z seniorami"]
    assert "To wydarzenie jest odwołane." in text_of(client.page(f"{EVENTS}{coming.pk}/").main)
    assert "Choroba" not in client.page(f"{EVENTS}{coming.pk}/").get_text()


@pytest.mark.parametrize(
    ("number", "told"), [(None, ""), (0, "0"), (1, "mniej niż 5"), (4, "mniej niż 5"), (5, "5"), (30, "30")]
)
def test_small_numbers_of_people_are_not_told(number: int | None, told: str) -> None:
    assert people_in_words(number) == told


def test_words_that_name_a_person_wait_for_a_decision(police: Institution, reporter: User) -> None:
    activity = enter(police, by=reporter, description="Kontakt: Jan, tel. 601 234 567.")
    with pytest.raises(Refused, match="Wpis wygląda na dane osoby: numer telefonu"):
        services.show_activity(activity, by=reporter)
    services.clear_words(activity, by=reporter)
    assert services.show_activity(activity, by=reporter).public
    assert [line.event for line in journal.about(activity)][:2] == ["activities.shown", "activities.cleared"]


def test_a_change_that_names_a_person_makes_it_internal_again(
    client: InspectingClient, police: Institution, reporter: User
) -> None:
    activity = public(police, by=reporter)
    changed = services.change_activity(
        activity, by=reporter, version=1, facts=facts(description="tel. 601 234 567"), undertakings=[], others=[]
    )
    assert not changed.public
    assert lines(client) == []


def test_the_office_takes_back_and_the_institution_cannot_show_it_again(
    client: InspectingClient, police: Institution, reporter: User, coordinator: User
) -> None:
    activity = public(police, by=reporter)
    address = activity.get_absolute_url()
    assert client.as_(reporter).post(f"{address}ukryj-jako-biuro/", {"reason": "x"}).status_code == 403
    client.as_(coordinator).page(f"{address}ukryj-jako-biuro/")
    client.post(f"{address}ukryj-jako-biuro/", {"reason": "Nieaktualny adres"})
    assert client.get(f"{EVENTS}{activity.pk}/").status_code == 404
    client.as_(reporter).post(f"{address}pokaz-mieszkancom/")
    assert "Biuro ukryło ten wpis przed mieszkańcami: „Nieaktualny adres”." in text_of(client.page(address).main)
    activity.refresh_from_db()
    assert not activity.public
    client.as_(coordinator).post(f"{address}pozwol-pokazac/")
    client.as_(reporter).post(f"{address}pokaz-mieszkancom/")
    assert client.get(f"{EVENTS}{activity.pk}/").status_code == 200


def test_only_described_photos_without_people_are_public(
    client: InspectingClient, police: Institution, reporter: User
) -> None:
    activity = public(police, by=reporter)
    said = [("Pusta sala", False, "navy"), ("Seniorzy", True, "red"), ("", False, "green")]
    kept = [
        services.add_file(activity, by=reporter, data=photo(colour), name=f"{colour}.jpg", description=words,
                          shows_people=people)
        for words, people, colour in said
    ]  # fmt: skip
    services.add_file(activity, by=reporter, data=b"protokol", name="protokol.txt", description="Protokół")
    page = client.page(f"{EVENTS}{activity.pk}/")
    assert [image["alt"] for image in page.select("main img")] == ["Pusta sala"]
    answers = [client.get(f"{EVENTS}{activity.pk}/zdjecie/{one.pk}/") for one in kept]
    assert [one.status_code for one in answers] == [200, 404, 404]
    answers[0].getvalue()  # type: ignore[attr-defined]
    assert "Protokół" not in page.get_text()


def test_the_feed_is_a_calendar(client: InspectingClient, police: Institution, reporter: User) -> None:
    public(police, by=reporter, title="Dyżur", state="planned", starts_on=date(2022, 12, 3), starts_at=time(17),
           place="Klub", participants=None)  # fmt: skip
    public(police, by=reporter, title="Tydzień", state="planned", starts_on=date(2022, 12, 5),
           ends_on=date(2022, 12, 9), participants=None)  # fmt: skip
    enter(police, by=reporter, title="Wewnętrzne", state="planned", starts_on=date(2022, 12, 4))
    response = client.get(f"{EVENTS}kalendarz.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(response.content).walk("VEVENT")
    told = [(str(event["summary"]), event.decoded("dtstart"), event.decoded("dtend")) for event in events]
    assert [title for title, _start, _end in told] == ["Dyżur", "Tydzień"]
    assert told[0][1].isoformat() == "2022-12-03T17:00:00+01:00"
    assert told[1][1:] == (date(2022, 12, 5), date(2022, 12, 10))
    assert (str(events[0]["location"]), str(events[0]["status"])) == ("Klub", "CONFIRMED")


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_events(
    client: InspectingClient, police: Institution, reporter: User, patrols: Undertaking, rows: int,
    django_assert_num_queries,
) -> None:  # fmt: skip
    for n in range(rows):
        public(police, by=reporter, title=f"Spotkanie {n}")
        public(police, by=reporter, title=f"Zapowiedź {n}", state="planned", starts_on=date(2022, 12, 3))
    client.page(EVENTS)
    with django_assert_num_queries(9):
        assert len(lines(client)) == 2 * rows
