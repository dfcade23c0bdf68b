"""Pages of meetings, each opened and asked what it must say; by the office, by a member, by a stranger."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from meeting_acts import VOTING, at, begin, invite, item_of, make_commission, plan

from bezpiecznik.commission.meeting_states import Answer, MeetingState, Position
from bezpiecznik.commission.models import Attendance, Meeting, Membership, Opinion, Task
from bezpiecznik.commission.services import agenda, outcomes, tasks
from bezpiecznik.core import clock

pytestmark = pytest.mark.django_db
DAY = date(2023, 2, 16)


@pytest.fixture
def commission(db):
    return make_commission()


@pytest.fixture
def on_the_day():
    with clock.pretend(at(DAY)):
        yield


def url(name, *args):
    return reverse(f"commission:{name}", args=args)


def test_the_office_plans_a_meeting_and_fills_its_agenda(client, coordinator, commission):
    with clock.pretend(at(DAY - timedelta(days=30))):
        client.force_login(coordinator)
        assert "Nie ma jeszcze posiedzeń" in client.get(url("meetings")).content.decode()
        form = {"day": "2023-02-16", "hour": "10:00", "place": "sala 12", "mode": "on_site", "link": ""}
        answer = client.post(url("plan-meeting"), form, follow=True)
        meeting = Meeting.objects.get()
        assert (meeting.number, meeting.local.hour) == ("1/2023", 10)
        text = answer.content.decode()
        assert "Praca Policji i innych służb, inspekcji i straży w 2022 r." in text
        client.post(url("add-proposals", meeting.pk), {"proposal": ["services:2022", "nobody:1"]})
        client.post(url("agenda", meeting.pk), {"title": "Sprawy różne", "why": "", "referent": "", "opinion_kind": ""})
        assert [item.title for item in meeting.items.all()][1] == "Sprawy różne"
        client.post(url("move-item", item_of(meeting, 2).pk), {"where": "up"})
        assert item_of(meeting, 1).title == "Sprawy różne"
        page = client.get(url("meeting", meeting.pk)).content.decode()
        assert "Wyślij zaproszenia" in page
        client.post(url("remove-item", item_of(meeting, 1).pk))
        assert [item.no for item in meeting.items.all()] == [1]


def test_a_member_sees_a_meeting_from_the_invitation_on_and_answers(client, coordinator, member, commission):
    Membership.objects.filter(name="Radosław Radny").update(user=member, email="")
    meeting = plan(commission, DAY, by=coordinator)
    client.force_login(member)
    with clock.pretend(at(DAY - timedelta(days=10))):
        assert client.get(url("meeting", meeting.pk)).status_code == 404
    invite(meeting, by=coordinator)
    with clock.pretend(at(DAY - timedelta(days=10))):
        page = client.get(url("meeting", meeting.pk)).content.decode()
        assert "Czy bierzesz udział?" in page
        assert "Porządek obrad" in page
        own = Attendance.objects.get(membership__user=member)
        client.post(url("answer", own.pk), {"answer": "coming", "note": "zdalnie"})
        own.refresh_from_db()
        assert (own.answer, own.answer_note) == (Answer.COMING, "zdalnie")
        other = Attendance.objects.exclude(pk=own.pk).first()
        assert client.post(url("answer", other.pk), {"answer": "declined"}).status_code == 403
        assert client.get(url("session", meeting.pk)).status_code == 403
        assert client.get(url("meeting-calendar", meeting.pk))["Content-Type"].startswith("text/calendar")


def test_a_stranger_sees_nothing(client, reporter, coordinator, commission):
    meeting = invite(plan(commission, DAY, by=coordinator), by=coordinator)
    client.force_login(reporter)
    for name in ("meetings", "opinions", "tasks"):
        assert client.get(url(name)).status_code == 404
    assert client.get(url("meeting", meeting.pk)).status_code == 404


def test_the_office_runs_a_meeting_from_one_page(client, coordinator, commission, on_the_day):
    meeting = begin(commission, DAY, by=coordinator, titles=["Stan bezpieczeństwa"])
    item = item_of(meeting)
    client.force_login(coordinator)
    page = client.get(url("session", meeting.pk)).content.decode()
    assert "Jest kworum: z prawem głosu 8 osób z 8, potrzeba 4." in page.replace("\xa0", " ")
    client.post(url("write-item", item.pk), {"discussion": "Omówiono.", "decision": "", "version": 1})
    late = client.post(url("write-item", item.pk), {"discussion": "Inaczej.", "decision": "", "version": 1})
    text = late.content.decode()
    assert "W międzyczasie ten punkt zapisał(a) Krystyna Koordynatorska" in text
    assert "Inaczej." in text
    item.refresh_from_db()
    assert item.discussion == "Omówiono."
    vote = {"subject": "Przyjęcie informacji", "in_favour": 7, "against": 0, "abstained": 1}
    client.post(url("vote", item.pk), vote)
    kept = item.votes.get()
    opinion = {"kind": "services", "subject": "Praca służb", "text": "Dobra.", "position": "positive", "vote": kept.pk}
    client.post(url("give-opinion", item.pk), opinion)
    client.post(url("add-task", item.pk), {"text": "Przesłać dane", "due_on": "2023-03-31"})
    page = client.get(url("session", meeting.pk)).content.decode()
    assert all(words in page for words in ("Praca służb", "Przesłać dane", "obsługa Komisji"))
    assert "Punkty bez zapisu" not in client.get(url("close-session", meeting.pk)).content.decode()
    client.post(url("close-session", meeting.pk))
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD
    assert "Protokół czeka na przyjęcie" in client.get(meeting.get_absolute_url()).content.decode()


def test_too_many_votes_are_told_in_a_sentence(client, coordinator, commission, on_the_day):
    meeting = begin(commission, DAY, by=coordinator, present=5)
    client.force_login(coordinator)
    vote = {"subject": "x", "in_favour": 6, "against": 0, "abstained": 0}
    text = client.post(url("vote", item_of(meeting).pk), vote).content.decode()
    assert "Głosów jest 6, a osób z prawem głosu na sali 5." in text
    assert not item_of(meeting).votes.exists()


def test_attendance_is_kept_and_a_lost_quorum_is_told(client, coordinator, commission, on_the_day):
    meeting = begin(commission, DAY, by=coordinator, present=4)
    client.force_login(coordinator)
    rows = list(meeting.attendance.order_by("pk"))
    form = {}
    for row in rows:
        form |= {f"presence-{row.pk}": row.presence, f"substitute-{row.pk}": "", f"was-{row.pk}": f"{row.presence}||0"}
    form[f"left-{rows[0].pk}"] = "1"
    page = client.post(url("keep-attendance", meeting.pk), form, follow=True).content.decode()
    assert "Nie ma kworum: z prawem głosu 3 osoby z 8, potrzeba 4." in page.replace("\xa0", " ")
    form[f"was-{rows[1].pk}"] = "present||0"
    form[f"presence-{rows[1].pk}"] = "substitute"
    page = client.post(url("keep-attendance", meeting.pk), form, follow=True).content.decode()
    assert "Napisz, kto zastępuje" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_ask_as_many_questions_for_one_row_as_for_three(
    client, coordinator, commission, rows, django_assert_max_num_queries
):
    for number in range(rows):
        day = DAY + timedelta(days=30 * number)
        meeting = begin(commission, day, by=coordinator)
        with clock.pretend(at(day)):
            item = item_of(meeting)
            vote = outcomes.record_vote(item, subject="x", in_favour=8, against=0, abstained=0, by=coordinator)
            outcomes.give_opinion(
                item, kind="budget", subject="Budżet", text="x", position=Position.POSITIVE, vote=vote, by=coordinator
            )
            tasks.set_task(item, text="Zadanie", due_on=day, by=coordinator)
    client.force_login(coordinator)
    with clock.pretend(at(DAY + timedelta(days=120))):
        for name, most in (("meetings", 14), ("opinions", 11), ("tasks", 11)):
            with django_assert_max_num_queries(most):
                page = client.get(url(name)).content.decode()
            assert page.count("<tr") == rows + 1, name
            assert client.get(url(name), {"export": "csv"}).content.decode().count("\r\n") == rows + 1, name
    assert Opinion.objects.count() == Task.objects.count() == rows


def test_forms_and_small_pages_open(client, coordinator, commission, on_the_day):
    meeting = begin(commission, DAY, by=coordinator)
    item = item_of(meeting)
    opinion = outcomes.give_opinion(item, kind="other", subject="Temat", text="x", position="remarks", by=coordinator)
    task = tasks.set_task(item, text="Zadanie", due_on=DAY, by=coordinator)
    client.force_login(coordinator)
    pages = [
        ("agenda", meeting.pk), ("edit-item", item.pk), ("people", meeting.pk), ("list-to-sign", meeting.pk),
        ("vote", item.pk), ("vote-by-name", item.pk), ("give-opinion", item.pk), ("add-task", item.pk),
        ("opinion", opinion.pk), ("correct-opinion", opinion.pk), ("issue-opinion", opinion.pk),
        ("close-task", task.pk), ("close-session", meeting.pk), ("pack", meeting.pk), ("adopt-minutes", meeting.pk),
    ]  # fmt: skip
    for name, key in pages:
        assert client.get(url(name, key)).status_code == 200, name
    coming = plan(commission, DAY + timedelta(days=60), by=coordinator)
    for name in ("invite", "move-meeting", "cancel-meeting", "people", "list-to-sign"):
        assert client.get(url(name, coming.pk)).status_code == 200, name


def test_a_vote_by_name_counts_itself(client, coordinator, commission, on_the_day):
    meeting = begin(commission, DAY, by=coordinator, present=VOTING)
    client.force_login(coordinator)
    voting = list(meeting.attendance.voting().order_by("pk"))
    form = {"subject": "Budżet"} | {f"choice-{row.pk}": "for" for row in voting[:5]}
    form |= {f"choice-{voting[5].pk}": "against", f"choice-{voting[6].pk}": "abstain", f"choice-{voting[7].pk}": ""}
    client.post(url("vote-by-name", item_of(meeting).pk), form)
    vote = item_of(meeting).votes.get()
    assert (vote.in_favour, vote.against, vote.abstained, vote.ballots.count()) == (5, 1, 1, 7)


def test_papers_are_added_and_read_by_members(client, coordinator, member, commission):
    meeting = plan(commission, DAY, by=coordinator)
    item = item_of(meeting)
    paper = agenda.add_file(item, name="dane.txt", data=b"Dane o stanie", by=coordinator)
    client.force_login(member)
    assert client.get(url("paper", paper.pk)).status_code == 404
    invite(meeting, by=coordinator)
    assert b"".join(client.get(url("paper", paper.pk)).streaming_content) == b"Dane o stanie"
    client.force_login(coordinator)
    client.post(url("remove-paper", paper.pk))
    assert not item.papers.exists()
