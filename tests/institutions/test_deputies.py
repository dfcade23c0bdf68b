"""Deputies: rights follow by themselves, the desk and the header tell for whom, and on which days."""

from datetime import timedelta

import pytest
from cast import make_person, seat
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.access import rights_of, stands_in_for
from bezpiecznik.institutions.models import Absence, Institution
from bezpiecznik.institutions.posts import deputies, services
from bezpiecznik.institutions.posts.desk import stands_in
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.institutions.rights import Right, Role
from bezpiecznik.notices.models import Message

MINE = "/praca/moje-stanowiska/"


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def test_a_deputy_may_what_the_holder_may_and_is_known_as_deputy(
    deputy: User, reporter: User, police: Institution
) -> None:
    assert rights_of(deputy).has_for(Right.WRITE_REPORT, police.pk)
    assert stands_in_for(deputy, Right.WRITE_REPORT, police.pk) == "Robert Raportowski"
    assert stands_in_for(reporter, Right.WRITE_REPORT, police.pk) == ""


def test_who_holds_such_a_post_too_acts_by_their_own(deputy: User, police: Institution) -> None:
    seat(deputy, Role.REPORTER, police)

    assert stands_in_for(fresh(deputy), Right.WRITE_REPORT, police.pk) == ""


def test_the_header_and_the_desk_tell_for_whom(client: InspectingClient, deputy: User) -> None:
    page = client.as_(deputy).page("/praca/")

    assert text_of(page.select_one(".who .tag")) == "w zastępstwie: Robert Raportowski"
    [todo] = stands_in(deputy)
    assert todo.sentence == "Zastępujesz: Robert Raportowski („sprawozdawca, KMP”), do odwołania."


def test_rights_begin_and_end_with_the_days(reporter: User, guest: User, time_machine) -> None:
    today = clock.today()
    deputies.name_deputy(
        reporter.holdings.get(), deputy=guest, since=today + timedelta(days=1), until=today + timedelta(days=2),
        by=reporter,
    )  # fmt: skip
    seen = []
    for _day in range(4):
        seen.append(rights_of(fresh(guest)).has(Right.WRITE_REPORT))
        time_machine.move_to(clock.now() + timedelta(days=1))

    assert seen == [False, True, True, False]


def test_the_holder_names_a_deputy_alone(client: InspectingClient, reporter: User, head: User, neighbour: User) -> None:
    page = client.as_(reporter).page(MINE)
    address = str(page.select_one("a[href*=zastepstwo]")["href"])
    offered = [text_of(option) for option in client.page(address).select("select[name=deputy] option")]
    assert offered == ["– wybierz –", "Halina Kierownicza"]

    today = clock.today()
    client.post(address, {"deputy": head.pk, "since": today.isoformat(), "until": today.isoformat()})
    absence = Absence.objects.get()
    assert (absence.deputy, absence.since, absence.until) == (head, today, today)
    assert Message.objects.get(user=head).subject == "Zastępujesz: Robert Raportowski"

    client.post(f"/praca/stanowiska/zastepstwa/{absence.pk}/koniec/")
    assert not Absence.objects.exists()


def test_the_office_names_anybody(client: InspectingClient, coordinator: User, reporter: User, neighbour: User) -> None:
    address = f"/praca/stanowiska/obsady/{reporter.holdings.get().pk}/zastepstwo/"
    client.as_(coordinator).post(address, {"deputy": neighbour.pk, "since": clock.today().isoformat()})

    assert Absence.objects.get().deputy == neighbour


def test_a_stranger_names_nobody(client: InspectingClient, reporter: User, neighbour: User, deputy: User) -> None:
    held, absence = reporter.holdings.get(), Absence.objects.get()
    for stranger in (neighbour, deputy):
        client.as_(stranger)
        assert client.get(f"/praca/stanowiska/obsady/{held.pk}/zastepstwo/").status_code == 404
        assert client.post(f"/praca/stanowiska/zastepstwa/{absence.pk}/koniec/").status_code == 404


def test_one_that_goes_on_ends_yesterday(deputy: User, reporter: User) -> None:
    deputies.end_absence(Absence.objects.get(), by=reporter)

    assert Absence.objects.get().until == clock.today() - timedelta(days=1)
    assert not rights_of(fresh(deputy)).has(Right.WRITE_REPORT)


def test_days_covered_already_and_oneself_are_refused(deputy: User, reporter: User, head: User) -> None:
    held, today = reporter.holdings.get(), clock.today()
    with pytest.raises(Refused, match="Dorota Zastępcza"):
        deputies.name_deputy(held, deputy=head, since=today, until=today, by=reporter)
    with pytest.raises(Refused, match="samego siebie"):
        deputies.name_deputy(head.holdings.get(), deputy=head, since=today, until=today, by=head)


def test_when_the_holder_leaves_the_deputy_leaves_too(deputy: User, reporter: User, coordinator: User) -> None:
    services.end_holding(reporter.holdings.get(), until=clock.today() - timedelta(days=1), by=coordinator)

    assert not rights_of(fresh(deputy)).has(Right.WRITE_REPORT)
    assert list(stands_in(deputy)) == []
    assert Absence.objects.get().is_over


def test_everybody_has_a_page_of_their_posts(client: InspectingClient, guest: User, deputy: User) -> None:
    assert "Nie zajmujesz teraz stanowiska" in text_of(client.as_(guest).page(MINE))
    assert "Robert Raportowski , sprawozdawca, KMP" in text_of(client.as_(deputy).page(MINE))


@pytest.mark.parametrize("rows", [1, 3])
def test_own_page_asks_as_often_with_more_posts(
    client: InspectingClient, reporter: User, police: Institution, rows: int, django_assert_num_queries
) -> None:
    for no in range(rows - 1):
        held = seat(reporter, Role.REPORTER, police)
        Absence.objects.create(holding=held, deputy=make_person("Z", f"Z{no}"), since=clock.today())
    client.as_(reporter).page(MINE)
    with django_assert_num_queries(6):
        client.page(MINE)
