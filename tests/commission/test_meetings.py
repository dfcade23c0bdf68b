"""Meetings through their services: planning, inviting, voting, adopting; what is refused and in what words."""

import json
from datetime import date, timedelta
from email import message_from_bytes

import pytest
from django.urls import reverse
from meeting_acts import VOTING, at, begin, invite, item_of, make_commission, open_with, plan

from bezpiecznik.accounts.models import User
from bezpiecznik.commission import meeting_calendar, meeting_documents
from bezpiecznik.commission.meeting_options import INVITE_DAYS
from bezpiecznik.commission.meeting_states import Channel, MeetingState, Position
from bezpiecznik.commission.models import Attendance, Meeting, MeetingMessage, Membership
from bezpiecznik.commission.proposal_sources import waiting
from bezpiecznik.commission.refusals import ItemChanged, Refused
from bezpiecznik.commission.services import agenda, inviting, meetings, minutes, outcomes, session, tasks
from bezpiecznik.core import clock, options
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.documents import rendering
from bezpiecznik.documents.kinds import NotReady, Wanted
from bezpiecznik.letters.models import Letter
from bezpiecznik.notices.mail import Letterhead, letter
from bezpiecznik.notices.models import Message

pytestmark = pytest.mark.django_db
DAY = date(2023, 2, 16)


@pytest.fixture
def commission(db):
    return make_commission()


def words_of(content):
    return json.dumps([str(block) for block in content.blocks], ensure_ascii=False)


def test_numbers_follow_in_the_year_and_a_meeting_moved_to_the_next_takes_one_there(commission, coordinator):
    first, second = plan(commission, DAY, by=coordinator), plan(commission, DAY + timedelta(days=90), by=coordinator)
    assert (first.number, second.number) == ("1/2023", "2/2023")
    with clock.pretend(at(DAY)):
        moved = meetings.move_meeting(
            second, starts_at=at(date(2024, 1, 11)), place="sala 1", mode="mixed", link="", by=coordinator
        )
    assert (moved.number, moved.revision) == ("1/2024", 1)


def test_a_meeting_outside_of_every_term_or_in_the_past_is_refused(commission, coordinator):
    with clock.pretend(at(DAY)):
        with pytest.raises(Refused, match="nie trwa żadna kadencja"):
            meetings.plan_meeting(commission, starts_at=at(date(2027, 1, 11)), place="x", by=coordinator)
        with pytest.raises(Refused, match="już minął"):
            meetings.plan_meeting(commission, starts_at=at(DAY - timedelta(days=1)), place="x", by=coordinator)


def test_invitations_go_by_mail_with_a_calendar_entry_or_by_letter(commission, coordinator, police, member):
    Membership.objects.filter(name="Piotr Policyjny").update(email="", institution=police)
    Membership.objects.filter(name="Olga Ośrodkowa").update(email="")
    Membership.objects.filter(name="Radosław Radny").update(user=member, email="")
    User.objects.filter(pk=member.pk).update(email="maria@miasto.example")
    meeting = invite(plan(commission, DAY, by=coordinator), by=coordinator)
    asked = {row.name: row.asked_by_channel for row in meeting.attendance.all()}
    assert asked["Piotr Policyjny"] == Channel.LETTER
    assert asked["Olga Ośrodkowa"] == Channel.HAND
    assert asked["Radosław Radny"] == asked["Prot Prokuratorski"] == Channel.MAIL
    assert "Posiedzenia" not in Letter.objects.get().body
    assert Letter.objects.get().addressee.startswith("Piotr Policyjny\nKomenda Miejska Policji")
    assert MeetingMessage.objects.filter(meeting=meeting).count() == Message.objects.count() == 7
    for message in Message.objects.all():
        sent = message_from_bytes(bytes(letter(message, Letterhead.now())))
        (part,) = [part for part in sent.walk() if part.get_content_type() == "text/calendar"]
        assert b"SUMMARY:Posiedzenie Komisji nr 1/2023" in part.get_payload(decode=True)
        assert bool(message.url) == (message.user == member)


def test_a_late_invitation_needs_a_reason(commission, coordinator):
    meeting = plan(commission, DAY, by=coordinator)
    with clock.pretend(at(DAY - timedelta(days=3))):
        with pytest.raises(Refused, match=r"Do posiedzenia zostały 3.dni, a zaprasza się najpóźniej 7.dni przed nim"):
            inviting.invite(meeting, by=coordinator)
        inviting.invite(meeting, late_because="pilna sprawa", by=coordinator)
    assert JournalEntry.objects.filter(event="commission.invited", data__note="pilna sprawa").exists()


def test_a_late_invitation_counts_one_day_and_knows_today(client, commission, coordinator):
    meeting = plan(commission, DAY, by=coordinator)
    options.change(INVITE_DAYS, 2, seen="", by=coordinator)
    with clock.pretend(at(DAY - timedelta(days=1))), pytest.raises(Refused, match=r"^Do posiedzenia został 1.dzień, a"):
        inviting.invite(meeting, by=coordinator)
    options.change(INVITE_DAYS, 1, seen=options.stamp(INVITE_DAYS), by=coordinator)
    with clock.pretend(at(DAY, 8)), pytest.raises(Refused, match=r"^Posiedzenie jest dziś, a .* 1.dzień przed nim"):
        inviting.invite(meeting, by=coordinator)
    client.force_login(coordinator)
    page = client.get(reverse("commission:invite", args=[meeting.pk])).content.decode()
    assert "najpóźniej 1 dzień przed posiedzeniem" in page.replace("\xa0", " ")


def test_whoever_was_invited_is_told_of_a_change_and_the_calendar_entry_is_newer(commission, coordinator):
    meeting = invite(plan(commission, DAY, by=coordinator), by=coordinator)
    before = Message.objects.count()
    new = {"starts_at": at(DAY, 12), "place": "sala 1", "mode": "remote", "link": ""}
    with clock.pretend(at(DAY - timedelta(days=5))):
        with pytest.raises(Refused, match="napisz, dlaczego"):
            meetings.move_meeting(meeting, by=coordinator, **new)
        meeting = meetings.move_meeting(meeting, reason="sesja rady", by=coordinator, **new)
        assert b"SEQUENCE:1\r\n" in meeting_calendar.entry(meeting)
        assert b"DTSTART:20230216T110000Z\r\n" in meeting_calendar.entry(meeting)  # 12:00 in Warsaw
        meeting = meetings.cancel_meeting(meeting, reason="brak sali", by=coordinator)
    assert b"STATUS:CANCELLED" in meeting_calendar.entry(meeting)
    assert Message.objects.count() == before + 2 * 9
    assert meeting.state == MeetingState.CANCELLED


def test_two_who_write_under_one_point_lose_nothing(commission, coordinator):
    meeting = begin(commission, DAY, by=coordinator)
    item = item_of(meeting)
    session.write_item(item, discussion="Pierwszy", decision="", version=1, by=coordinator)
    with pytest.raises(ItemChanged) as changed:
        session.write_item(item, discussion="Drugi", decision="", version=1, by=coordinator)
    assert changed.value.current.discussion == "Pierwszy"
    same = session.write_item(item, discussion="Pierwszy", decision="", version=1, by=coordinator)
    assert same.version == 2  # a sending repeated after a broken line


def test_an_opinion_rests_on_a_vote_that_carried_it(commission, coordinator):
    with clock.pretend(at(DAY)):
        meeting = begin(commission, DAY, by=coordinator, present=VOTING)
        item = item_of(meeting)
        lost = outcomes.record_vote(item, subject="x", in_favour=3, against=5, abstained=0, by=coordinator)
        words = {"kind": "budget", "subject": "Budżet", "text": "x", "position": Position.POSITIVE}
        with pytest.raises(Refused, match="nie dało opinii: nie przyjęto"):
            outcomes.give_opinion(item, vote=lost, by=coordinator, **words)
        won = outcomes.record_vote(item, subject="x", in_favour=8, against=0, abstained=0, by=coordinator)
        opinion = outcomes.give_opinion(item, vote=won, by=coordinator, **words)
        with pytest.raises(Refused, match="opiera się opinia"):
            outcomes.withdraw_vote(won, by=coordinator)
        issued = outcomes.issue_opinion(opinion, issued_on=DAY, by=coordinator)
        assert issued.document.number == "OK/2023/1"
        with pytest.raises(Refused, match="ma już numer"):
            outcomes.change_opinion(issued, vote=won, version=1, by=coordinator, **words)
        content = rendering.content_of(issued.document)
    assert "art. 38a ust. 2 pkt 5" in words_of(content)
    assert "Za 8, przeciw 0" in words_of(content)


def test_a_meeting_is_closed_only_when_everybody_is_noted(commission, coordinator):
    meeting = invite(plan(commission, DAY, by=coordinator), by=coordinator)
    with clock.pretend(at(DAY - timedelta(days=1))), pytest.raises(Refused, match="jeszcze nie nadszedł"):
        session.open_session(meeting, by=coordinator)
    with clock.pretend(at(DAY)):
        meeting = session.open_session(meeting, by=coordinator)
        with pytest.raises(Refused, match="Zaznacz najpierw obecność: Cecylia Przewodnicka"):
            session.close_session(meeting, by=coordinator)
        with pytest.raises(Refused, match="Posiedzenie już trwa"):
            meetings.move_meeting(meeting, starts_at=at(DAY, 9), place="x", mode="remote", link="", by=coordinator)


def test_minutes_are_adopted_later_and_nothing_changes_them_after(commission, coordinator):
    former = begin(commission, DAY, by=coordinator)
    with clock.pretend(at(DAY)):
        session.write_item(item_of(former), discussion="Omówiono.", decision="", version=1, by=coordinator)
        former = session.close_session(former, by=coordinator)
        with pytest.raises(Refused, match="późniejszym posiedzeniu"):
            minutes.adopt_minutes(former, item_of(former), by=coordinator)
    with pytest.raises(NotReady):
        meeting_documents.find_minutes(Wanted(2023))
    draft = json.loads(meeting_documents.draft_minutes(Wanted(2023)).snapshot)
    assert draft["draft"]
    later = begin(commission, DAY + timedelta(days=60), by=coordinator, present=3)
    with clock.pretend(later.starts_at):
        with pytest.raises(Refused, match="Bez kworum"):
            minutes.adopt_minutes(former, item_of(later), by=coordinator)
        rows = {row.pk: session.Seen("present") for row in later.attendance.all()}
        session.keep_attendance(later, rows, by=coordinator)
        adopted = minutes.adopt_minutes(former, item_of(later), corrections="Jest: „luty”.", by=coordinator)
    with pytest.raises(Refused, match="niczego się już w nim nie zmienia"):
        session.write_item(item_of(former), discussion="Inaczej.", decision="", version=2, by=coordinator)
    Attendance.objects.filter(meeting=former).update(name="Kto Inny")
    found = meeting_documents.find_minutes(Wanted(2023, subject=f"meeting:{former.pk}"))
    assert found.snapshot == adopted.document.snapshot
    told = words_of(rendering.content_of(adopted.document))
    assert "Jest: „luty”." in told
    assert "Cecylia Przewodnicka" in told
    assert Meeting.objects.get(pk=former.pk).state == MeetingState.ADOPTED


def test_minutes_wait_until_each_opinion_has_its_number(commission, coordinator):
    former = begin(commission, DAY, by=coordinator)
    words = {"kind": "other", "subject": "Monitoring", "text": "Treść.", "position": Position.POSITIVE}
    with clock.pretend(at(DAY)):
        opinion = outcomes.give_opinion(item_of(former), by=coordinator, **words)
        session.close_session(former, by=coordinator)
    later = begin(commission, DAY + timedelta(days=60), by=coordinator)
    with clock.pretend(later.starts_at):
        with pytest.raises(Refused, match=r"Opinia „Monitoring” nie ma jeszcze numeru. Najpierw nadaj go"):
            minutes.adopt_minutes(former, item_of(later), by=coordinator)
        outcomes.issue_opinion(opinion, issued_on=DAY, by=coordinator)
        adopted = minutes.adopt_minutes(former, item_of(later), by=coordinator)
    assert "OK/2023/1" in words_of(rendering.content_of(adopted.document))


def test_what_waits_is_proposed_once_with_its_reason(commission, coordinator):
    former = begin(commission, DAY, by=coordinator)
    with clock.pretend(at(DAY)):
        tasks.set_task(item_of(former), text="Przesłać dane.", due_on=DAY, by=coordinator)
        session.close_session(former, by=coordinator)
    autumn = DAY + timedelta(days=270)
    meeting = plan(commission, autumn, by=coordinator)
    found = {one.key.partition(":")[0]: one for one in waiting(meeting, autumn)}
    assert list(found) == ["minutes", "tasks", "budget"]
    assert found["tasks"].why == "1 zadanie po terminie: Przesłać dane."
    assert found["budget"].opinion_kind == "budget"
    with clock.pretend(at(autumn - timedelta(days=20))):
        agenda.add_proposals(meeting, found.values(), by=coordinator)
        agenda.add_proposals(meeting, found.values(), by=coordinator)
    assert meeting.items.count() == 1 + len(found)
    assert waiting(meeting, autumn) == []


def test_a_point_with_a_record_stays_on_the_agenda(commission, coordinator):
    meeting = begin(commission, DAY, by=coordinator, titles=["Jeden", "Dwa", "Trzy"])
    outcomes.record_vote(item_of(meeting, 2), subject="x", in_favour=8, against=0, abstained=0, by=coordinator)
    with pytest.raises(Refused, match="jest już zapis z posiedzenia"):
        agenda.remove_item(item_of(meeting, 2), by=coordinator)
    agenda.remove_item(item_of(meeting, 1), by=coordinator)
    assert [(item.no, item.title) for item in meeting.items.all()] == [(1, "Dwa"), (2, "Trzy")]


def test_the_pack_holds_the_agenda_former_minutes_and_papers_in_full(commission, coordinator):
    former = begin(commission, DAY, by=coordinator)
    with clock.pretend(at(DAY)):
        item = item_of(former)
        opinion = outcomes.give_opinion(item, kind="other", subject="Temat", text="Treść.", position="remarks",
                                        by=coordinator)  # fmt: skip
        issued = outcomes.issue_opinion(opinion, issued_on=DAY, by=coordinator)
        session.close_session(former, by=coordinator)
    meeting = plan(commission, DAY + timedelta(days=60), by=coordinator)
    agenda.add_document(item_of(meeting), issued.document, by=coordinator)
    agenda.add_file(item_of(meeting), name="mapa.txt", data=b"mapa", by=coordinator)
    document = meeting_documents.request_pack(meeting, issued_on=DAY, by=coordinator)
    content = rendering.content_of(document)
    titles = [heading.text for heading in content.headings if heading.level == 1]
    assert titles == [
        "Porządek obrad", "Wyjątki: co wymaga uwagi", "Załącznik 1. Projekt protokołu posiedzenia nr 1/2023",
        "Załącznik 2. Opinia Komisji: Temat",
    ]  # fmt: skip
    assert "mapa.txt – osobny plik" in words_of(content)
    assert document.number == "MK/2023/1"
    assert meeting_documents.find_pack(Wanted(2023)).snapshot == document.snapshot


def test_quorum_is_counted_by_the_rule_of_the_opening(commission, coordinator):
    meeting = invite(plan(commission, DAY, by=coordinator), by=coordinator)
    with clock.pretend(at(DAY)):
        meeting = open_with(meeting, 4, by=coordinator)
    assert (meeting.voting_seats, meeting.quorum_needed) == (VOTING, 4)
    events = list(JournalEntry.objects.filter(event__contains="quorum").values_list("event", flat=True))
    assert events == ["commission.quorum_reached"]
