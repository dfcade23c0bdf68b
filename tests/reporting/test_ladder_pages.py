"""Pages of the ladder: the log, the preview before sending, pauses, steps."""

from datetime import date

import pytest
from cast import MakeAction
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from inspector import InspectingClient
from ladder_acts import live, log, moment
from reporting_acts import send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs
from bezpiecznik.core.models import Job, JournalEntry
from bezpiecznik.institutions.models import Contact, Institution
from bezpiecznik.letters.models import Letter
from bezpiecznik.notices.models import Message
from bezpiecznik.reporting import services
from bezpiecznik.reporting.ladder import services as ladder
from bezpiecznik.reporting.models import LadderPause, LadderStep, Packet, Period, Reminder

pytestmark = pytest.mark.django_db

SOFT, LATE = date(2023, 1, 13), date(2023, 1, 23)
REMIND = reverse("reporting:remind")


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    client.force_login(coordinator)
    return client


def by_click() -> None:
    """From now on no step is made without a person."""
    LadderStep.objects.update(automatic=False)


def told(response: HttpResponse) -> str:
    return response.content.decode()


def test_the_log_tells_who_was_reminded_by_which_step(
    desk: InspectingClient, period: Period, packet: Packet, reporter: User
) -> None:
    live(SOFT, LATE)
    page = told(desk.get(reverse("reporting:reminders", args=(period.pk,))))

    assert "Przypomnienie przed terminem" in page
    assert "Sprawozdawca: Robert Raportowski" in page
    assert "nikt nie odbierze" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=policji", {"Komenda Miejska Policji"}), ("state=nobody", {"Straż Miejska"}),
        ("state=answered", set()), ("state=waiting", {"Komenda Miejska Policji", "Straż Miejska"}),
        ("state=none", set()), ("state=paused", set()), ("state=bounced", set()),
    ],
)  # fmt: skip
def test_the_log_is_filtered(
    desk: InspectingClient, period: Period, packet: Packet, reporter: User, query: str, found: set[str]
) -> None:
    live(SOFT, SOFT)
    page = told(desk.get(f"{reverse('reporting:reminders', args=(period.pk,))}?{query}"))
    rows = page.partition("<tbody>")[2].partition("</tbody>")[0]

    assert {name for name in ("Komenda Miejska Policji", "Straż Miejska") if name in rows} == found


def test_the_log_is_exported_line_by_line(
    desk: InspectingClient, period: Period, packet: Packet, reporter: User
) -> None:
    live(SOFT, SOFT)
    rows = told(desk.get(f"{reverse('reporting:reminders', args=(period.pk,))}?export=csv")).splitlines()

    assert len(rows) == 3
    assert "robert.raportowski@miasto.example" in rows[1]


def test_as_many_queries_for_three_institutions_as_for_one(
    desk: InspectingClient, period: Period, coordinator: User, make_action: MakeAction, police: Institution,
    guard: Institution, reporter: User, neighbour: User,
) -> None:  # fmt: skip
    fire = Institution.objects.create(abbr="PSP", name="Straż Pożarna")
    make_action("Ćwiczenia.", lead=fire)
    services.renew_obligations(period, by=coordinator)
    Contact.objects.create(institution=fire, email="psp@miasto.example")
    live(SOFT, LATE)
    counts = []
    for query in ("?q=policji", ""):
        with CaptureQueriesContext(connection) as caught:
            desk.get(f"{reverse('reporting:reminders', args=(period.pk,))}{query}")
        counts.append(len(caught))

    assert counts[0] == counts[1]


def test_the_log_of_a_packet_is_on_its_page(desk: InspectingClient, packet: Packet, reporter: User) -> None:
    live(SOFT, SOFT)
    page = told(desk.get(packet.get_absolute_url()))

    assert "Przypomnienie przed terminem" in page


def test_a_step_that_waits_for_a_click_is_on_the_desk_and_sent_from_the_preview(
    desk: InspectingClient, packet: Packet, reporter: User, neighbour: User
) -> None:
    by_click()
    live(SOFT, SOFT)
    assert log() == []

    with clock.pretend(moment(SOFT, 12)):
        assert "Do przypomnienia dziś: 2." in told(desk.get(reverse("core:desk")))
        preview = told(desk.get(REMIND))
        assert "zbliża się termin sprawozdania" in preview
        assert Message.objects.filter(kind__startswith="reporting.remind").count() == 0
        desk.post(REMIND, {"act": "send", "packet": [packet.pk], "note": "Proszę o telefon."})

    (row,) = log()
    assert row == ("2023-01-13", "KMP", "-5", "reporter robert.raportowski")
    assert Message.objects.get(kind="reporting.remind_soft").body.endswith(
        "Od koordynatora programu:\nProszę o telefon."
    )
    line = JournalEntry.objects.filter(event="reporting.reminded").get()
    assert line.actor_name == "Krystyna Koordynatorska"


def test_what_was_unticked_is_not_in_the_preview(
    desk: InspectingClient, packet: Packet, reporter: User, neighbour: User
) -> None:
    by_click()
    with clock.pretend(moment(SOFT, 12)):
        page = told(desk.post(REMIND, {"act": "look", "packet": [packet.pk], "note": ""}))

    assert "robert.raportowski@" in page
    assert "stefan.strażnicki@" not in page
    assert log() == []


def test_reminding_by_hand_twice_sends_once(desk: InspectingClient, packet: Packet, reporter: User) -> None:
    address, words = f"{REMIND}?packet={packet.pk}", {"act": "send", "packet": [packet.pk], "note": ""}
    desk.post(address, words)
    again = desk.post(address, words, follow=True)

    assert "Nie ma komu przypomnieć" in told(again)
    assert Message.objects.filter(kind__startswith="reporting.remind").count() == 1
    assert [row[2] for row in log()] == ["ręcznie"]


def test_nobody_is_reminded_by_hand_at_night(desk: InspectingClient, packet: Packet, reporter: User) -> None:
    with clock.pretend(moment(SOFT, 23)):
        words = {"act": "send", "packet": [packet.pk], "note": ""}
        answer = desk.post(f"{REMIND}?packet={packet.pk}", words, follow=True)

    assert "W dni wolne i w ciszy nocnej nie przypominamy nikomu" in told(answer)
    assert log() == []


def test_many_at_once_are_a_job(
    desk: InspectingClient, packet: Packet, reporter: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ladder, "MANY", 0)
    desk.post(f"{REMIND}?packet={packet.pk}", {"act": "send", "packet": [packet.pk], "note": "Dopisek."})

    job = Job.objects.get(kind=ladder.SEND)
    jobs.run(str(job.pk))
    job.refresh_from_db()
    assert job.state == "done"
    assert Reminder.objects.get().note == "Dopisek."


def test_letters_are_prepared_for_chosen_late_institutions(
    desk: InspectingClient, packet: Packet, reporter: User, coordinator: User
) -> None:
    with clock.pretend(moment(LATE, 12)):
        answer = desk.post(f"{REMIND}?packet={packet.pk}", {"act": "letters", "packet": [packet.pk], "note": ""})

    letter = Letter.objects.get()
    assert answer["Location"] == letter.series.get_absolute_url()
    assert letter.made_by == coordinator
    assert log()[0][3] == "letter"


def test_nobody_is_summoned_before_the_deadline(desk: InspectingClient, packet: Packet) -> None:
    words = {"act": "letters", "packet": [packet.pk], "note": ""}
    answer = desk.post(f"{REMIND}?packet={packet.pk}", words, follow=True)

    assert "Żaden z wybranych podmiotów nie zalega" in told(answer)
    assert not Letter.objects.exists()


def test_a_paused_institution_is_left_alone_until_the_day(
    desk: InspectingClient, period: Period, packet: Packet, reporter: User, neighbour: User
) -> None:
    desk.post(
        f"{reverse('reporting:pause-reminders', args=(period.pk,))}?packet={packet.pk}",
        {"until": "2023-01-24", "reason": "Uzgodniono telefonicznie."},
    )
    live(SOFT, date(2023, 1, 25))

    police = [(row[0], row[2]) for row in log() if row[1] == "KMP"]
    assert police == [("2023-01-25", "1")]
    assert [row[0] for row in log() if row[1] == "SM"] == ["2023-01-13", "2023-01-23"]


def test_a_pause_of_the_whole_period_is_ended_by_a_button(
    desk: InspectingClient, period: Period, packet: Packet, reporter: User
) -> None:
    desk.post(
        reverse("reporting:pause-reminders", args=(period.pk,)), {"until": "2023-02-24", "reason": "Powódź w mieście."}
    )
    live(SOFT, SOFT)
    assert log() == []
    page = told(desk.get(reverse("reporting:reminders", args=(period.pk,))))
    assert "Przypomnienia w całym okresie są wstrzymane do 24.02.2023" in page

    desk.post(reverse("reporting:resume-reminders", args=(LadderPause.objects.get().pk,)))
    live(date(2023, 1, 16), date(2023, 1, 16))
    assert {row[0] for row in log()} == {"2023-01-16"}


def test_a_step_is_changed_on_screen(desk: InspectingClient, packet: Packet, reporter: User) -> None:
    step = LadderStep.objects.get(offset=-5)
    desk.post(
        reverse("reporting:ladder-step", args=(step.pk,)),
        {"name": "Trzy dni przed", "days": 3, "side": "before", "audience": "reporter", "way": "mail",
         "automatic": "on", "active": "on"},
    )  # fmt: skip
    live(SOFT, date(2023, 1, 17))

    assert [(row[0], row[2]) for row in log() if row[1] == "KMP"] == [("2023-01-17", "-3")]
    line = JournalEntry.objects.get(event="reporting.ladder_changed")
    assert line.data["changed"]["dni robocze od terminu"] == ["-5", "-3"]


def test_two_steps_on_one_day_are_refused_in_words(desk: InspectingClient) -> None:
    words = {"name": "Drugi", "days": 1, "side": "after", "audience": "head", "way": "mail", "active": "on"}
    page = told(desk.post(reverse("reporting:new-ladder-step"), words))

    assert "Tego dnia jest już inny krok" in page
    assert LadderStep.objects.count() == 4


def test_a_letter_before_the_deadline_is_refused_in_words(desk: InspectingClient) -> None:
    words = {"name": "Za wcześnie", "days": 2, "side": "before", "audience": "office", "way": "letter", "active": "on"}
    page = told(desk.post(reverse("reporting:new-ladder-step"), words))

    assert "dopiero po terminie" in page


def test_who_answered_is_not_offered(desk: InspectingClient, packet: Packet, reporter: User) -> None:
    send(packet, by=reporter)
    page = told(desk.get(f"{REMIND}?packet={packet.pk}"))

    assert "Nie ma komu przypomnieć" in page


def test_a_member_may_not_see_to_whom_was_written(
    client: InspectingClient, period: Period, member: User, guest: User
) -> None:
    client.force_login(member)
    assert client.get(reverse("reporting:reminders", args=(period.pk,))).status_code == 403
    client.force_login(guest)
    assert client.get(reverse("reporting:reminders", args=(period.pk,))).status_code == 404


def test_steps_are_listed_in_words(desk: InspectingClient) -> None:
    page = told(desk.get(reverse("reporting:ladder-steps"))).replace("\u00a0", " ")

    assert "5 dni roboczych przed terminem" in page
    assert "1 dzień roboczy po terminie" in page
