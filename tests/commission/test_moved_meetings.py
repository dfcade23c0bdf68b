"""A meeting moved after the invitations: people are asked anew, by e-mail or by letter."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from meeting_acts import at, invite, make_commission, plan

from bezpiecznik.commission.meeting_states import Answer
from bezpiecznik.commission.models import Attendance, Membership
from bezpiecznik.commission.services import inviting, meetings
from bezpiecznik.core import clock
from bezpiecznik.letters import services as letters
from bezpiecznik.letters.models import Letter

pytestmark = pytest.mark.django_db
DAY = date(2023, 2, 16)
LATER = {"starts_at": at(DAY + timedelta(days=7), 12), "place": "sala 12", "mode": "on_site", "link": ""}


@pytest.fixture
def invited(coordinator, police):
    """Piotr gets letters, Olga can be told by hand only, the others read e-mails; Cecylia said that she comes."""
    commission = make_commission()
    Membership.objects.filter(name="Piotr Policyjny").update(email="", institution=police)
    Membership.objects.filter(name="Olga Ośrodkowa").update(email="")
    meeting = invite(plan(commission, DAY, by=coordinator), by=coordinator)
    inviting.note_answer(row("Cecylia Przewodnicka"), answer=Answer.COMING, note="od 11", by=coordinator)
    with clock.pretend(at(DAY - timedelta(days=5))):
        yield meeting


def row(name: str) -> Attendance:
    return Attendance.objects.get(name=name)


def test_answers_about_another_day_hold_no_more(invited, coordinator):
    meetings.move_meeting(invited, reason="sesja rady", by=coordinator, **LATER)
    cecylia = row("Cecylia Przewodnicka")
    assert (cecylia.answer, cecylia.answered_at, cecylia.answer_note) == (Answer.NONE, None, "")


def test_another_room_leaves_answers_as_they_are(invited, coordinator):
    there = {**LATER, "starts_at": invited.starts_at, "place": "sala 1"}
    meetings.move_meeting(invited, reason="remont", by=coordinator, **there)
    assert row("Cecylia Przewodnicka").answer == Answer.COMING


def test_an_invitation_still_in_draft_is_written_anew(invited, coordinator):
    meetings.move_meeting(invited, reason="sesja rady", by=coordinator, **LATER)
    letter = Letter.objects.get()
    assert letter == row("Piotr Policyjny").letter
    assert letter.body.startswith("Zapraszam na posiedzenie")
    assert "23\xa0lutego\xa02023 o godz. 12:00" in letter.body


def test_an_invitation_that_left_is_followed_by_a_letter_of_the_change(invited, coordinator):
    letters.number_letters([Letter.objects.get()], dated_on=DAY - timedelta(days=5), by=coordinator)
    meetings.move_meeting(invited, reason="sesja rady", by=coordinator, **LATER)
    letter = row("Piotr Policyjny").letter
    assert Letter.objects.count() == 2
    assert letter.subject.startswith("zmiany posiedzenia")
    assert "Powód zmiany: sesja rady" in letter.body
    assert "23\xa0lutego\xa02023 o godz. 12:00" in letter.body


def test_the_page_says_whom_no_email_tells(client, invited, coordinator):
    client.force_login(coordinator)
    form = {"day": "2023-02-23", "hour": "12:00", "place": "sala 12", "mode": "on_site", "reason": "sesja rady"}
    page = client.post(reverse("commission:move-meeting", args=[invited.pk]), form, follow=True).content.decode()
    assert "Dla zaproszonych pismem powstały projekty pism o zmianie." in page
    assert "przekaż im zmianę inaczej: Olga Ośrodkowa." in page
    again = client.post(reverse("commission:move-meeting", args=[invited.pk]), form, follow=True).content.decode()
    assert "projekty pism" not in again
