"""One click hands a post over: the holding ends, the next begins, the note waits on the desk until it is read."""

from datetime import timedelta

import pytest
from cast import make_person, seat
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Handover, Holding, Institution
from bezpiecznik.institutions.people.invitations import Newcomer
from bezpiecznik.institutions.posts import handovers, services
from bezpiecznik.institutions.posts.desk import handed_over
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.institutions.rights import Right, Role
from bezpiecznik.notices.models import Message

TODAY = clock.today
NOTE = "Teczki są w szafie."


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


@pytest.fixture
def handover(reporter: User, guest: User, coordinator: User) -> Handover:
    return handovers.hand_over(reporter.holdings.get(), to=guest, on=TODAY(), note=NOTE, by=coordinator)


def test_rights_pass_on_the_day(reporter: User, guest: User, handover: Handover) -> None:
    assert not rights_of(fresh(reporter)).has(Right.WRITE_REPORT)
    assert rights_of(fresh(guest)).has(Right.WRITE_REPORT)
    assert [(held.user, held.since, held.until) for held in handover.after.post.holdings.order_by("since")] == [
        (reporter, handover.before.since, TODAY() - timedelta(days=1)),
        (guest, TODAY(), None),
    ]


def test_a_hand_over_for_later_leaves_rights_where_they_are(reporter: User, guest: User, coordinator: User) -> None:
    handovers.hand_over(reporter.holdings.get(), to=guest, on=TODAY() + timedelta(days=5), note="", by=coordinator)

    assert rights_of(fresh(reporter)).has(Right.WRITE_REPORT)
    assert not rights_of(fresh(guest)).has(Right.WRITE_REPORT)


def test_the_successor_is_told_and_reads_on_the_desk(client: InspectingClient, guest: User, handover: Handover) -> None:
    message = Message.objects.get(user=guest)
    assert message.subject == "Obejmujesz stanowisko: sprawozdawca, KMP"
    [todo] = handed_over(guest)
    assert (todo.sentence, todo.detail) == ("Robert Raportowski przekazuje Ci stanowisko: sprawozdawca, KMP.", NOTE)

    page = client.as_(guest).page(todo.url)
    assert NOTE in text_of(page)
    client.post(f"{todo.url}przeczytane/")
    assert list(handed_over(guest)) == []
    handover.refresh_from_db()
    assert handover.read_by == guest


def test_a_new_successor_is_invited_by_the_way(reporter: User, coordinator: User) -> None:
    newcomer = Newcomer("nina@kmp.example", "Nina", "Nowa")
    handover = handovers.hand_over(reporter.holdings.get(), to=newcomer, on=TODAY(), note="", by=coordinator)

    assert handover.after.user.get_full_name() == "Nina Nowa"
    kinds = Message.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["institutions.invitation", "institutions.handover"]


def test_nothing_happens_when_the_new_person_is_known_already(reporter: User, coordinator: User, guest: User) -> None:
    with pytest.raises(Refused, match="już istnieje"):
        handovers.hand_over(
            reporter.holdings.get(), to=Newcomer(reporter.email, "G", "G"), on=TODAY(), note=NOTE, by=coordinator
        )
    assert reporter.holdings.get().until is None


def test_undone_on_the_same_day_it_is_as_before(
    client: InspectingClient, reporter: User, guest: User, coordinator: User, handover: Handover
) -> None:
    client.as_(coordinator).post(f"/praca/stanowiska/przekazania/{handover.pk}/cofniecie/")

    assert [(held.user, held.until) for held in handover.after.post.holdings.all()] == [(reporter, None)]
    assert rights_of(fresh(reporter)).has(Right.WRITE_REPORT)
    assert not rights_of(fresh(guest)).has(Right.WRITE_REPORT)


def test_the_next_day_it_cannot_be_undone(handover: Handover, coordinator: User, time_machine) -> None:
    time_machine.move_to(clock.now() + timedelta(days=1))
    with pytest.raises(Refused, match="tego samego dnia"):
        handovers.undo(handover, by=coordinator)


def test_an_end_known_before_stays_the_end(guest: User, coordinator: User, reporter: User) -> None:
    held = reporter.holdings.get()
    last = TODAY() + timedelta(days=30)
    services.end_holding(held, until=last, by=coordinator)
    handover = handovers.hand_over(held, to=guest, on=TODAY(), note="", by=coordinator)
    assert handover.after.until == last

    handovers.undo(handover, by=coordinator)
    assert Holding.objects.get(pk=held.pk).until == last


@pytest.mark.parametrize("days", [0, -1])
def test_the_successor_begins_after_the_former_one(reporter: User, guest: User, coordinator: User, days: int) -> None:
    held = reporter.holdings.get()
    with pytest.raises(Refused, match="najwcześniej"):
        handovers.hand_over(held, to=guest, on=held.since + timedelta(days=days), note="", by=coordinator)


def test_the_last_administrator_hands_over_only_to_one_who_can_sign_in(administrator: User, guest: User) -> None:
    held = administrator.holdings.get()
    with pytest.raises(Refused, match="ostatni administrator"):
        handovers.hand_over(held, to=Newcomer("n@m.example", "N", "N"), on=TODAY(), note="", by=administrator)

    handovers.hand_over(held, to=guest, on=TODAY(), note="", by=administrator)
    assert rights_of(fresh(guest)).has(Right.ADMINISTER)


def test_the_page_asks_for_one_successor(
    client: InspectingClient, coordinator: User, reporter: User, guest: User
) -> None:
    address = f"/praca/stanowiska/obsady/{reporter.holdings.get().pk}/przekazanie/"
    client.as_(coordinator).page(address)
    nobody = client.post(address, {"on": TODAY().isoformat()})
    both = client.post(address, {"on": TODAY().isoformat(), "person": guest.pk, "email": "x@y.example"})
    assert "Wybierz następcę z listy albo podaj" in nobody.content.decode()
    assert "nie oba naraz" in both.content.decode()

    done = client.post(address, {"on": TODAY().isoformat(), "person": guest.pk, "note": NOTE})
    assert done.status_code == 302
    assert Handover.objects.get().after.user == guest


def test_only_the_successor_marks_it_as_read(
    client: InspectingClient, coordinator: User, neighbour: User, reporter: User, handover: Handover
) -> None:
    address = f"/praca/stanowiska/przekazania/{handover.pk}/przeczytane/"
    answers = [client.as_(person).post(address).status_code for person in (coordinator, reporter, neighbour)]

    assert answers == [403, 403, 404]


def test_the_coordinator_cannot_hand_over_what_they_may_not_give(
    client: InspectingClient, coordinator: User, office: Institution
) -> None:
    held = seat(make_person("Kamil", "Kierujący"), Role.COORDINATOR, office)

    assert client.as_(coordinator).post(f"/praca/stanowiska/obsady/{held.pk}/przekazanie/").status_code == 403
