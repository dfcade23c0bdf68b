"""To whom reporting writes, about what, and with which words."""

import pytest
from cast import make_person, seat
from reporting_acts import fill, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Absence, Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.notices.models import Message
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Packet, Period

pytestmark = pytest.mark.django_db


def written(kind: str) -> list[tuple[str, str]]:
    """Address and subject of each message of a kind, in order of address."""
    found = Message.objects.filter(kind=f"reporting.{kind}").order_by("address")
    return list(found.values_list("address", "subject"))


def test_opening_asks_the_reporters_of_those_who_have_to_report(
    reporter: User, neighbour: User, head: User, period: Period
) -> None:
    subject = "Prosimy o sprawozdanie za 2022 do 20 stycznia 2023"
    assert written("opened") == [(reporter.email, subject), (neighbour.email, subject)]
    message = Message.objects.get(kind="reporting.opened", user=reporter)
    packet = period.packets.get(institution__abbr="KMP")
    assert (message.url, message.duty) == (f"/praca/sprawozdania/{packet.pk}/", True)
    assert "prosimy o sprawozdanie KMP z realizacji programu za 2022" in message.body


def test_handing_over_asks_the_head(packet: Packet, reporter: User, head: User) -> None:
    fill(packet, by=reporter)
    services.hand_over_for_signature(packet, by=reporter)
    assert written("to_sign") == [(head.email, "Do podpisu: sprawozdanie za 2022")]


def test_submitting_tells_the_office_which_may_wait(sent: Packet, coordinator: User) -> None:
    assert written("submitted") == [(coordinator.email, "Wpłynęło sprawozdanie: KMP, 2022")]
    message = Message.objects.get(kind="reporting.submitted")
    assert (message.gather, message.url) == (True, f"/praca/sprawozdania/{sent.pk}/przeglad/")


def test_returning_tells_the_reporters_what_to_mend(sent: Packet, coordinator: User, reporter: User) -> None:
    services.return_packet(sent, by=coordinator, note="Proszę podać liczbę osób.")
    assert written("returned") == [(reporter.email, "Sprawozdanie za 2022 wymaga poprawy")]
    assert "Proszę podać liczbę osób." in Message.objects.get(kind="reporting.returned").body


def test_reopening_tells_them_too(sent: Packet, coordinator: User, reporter: User) -> None:
    services.accept_packet(sent, by=coordinator)
    services.reopen_packet(sent, by=coordinator, note="Brakuje załącznika.")
    assert written("accepted") == [(reporter.email, "Przyjęto sprawozdanie za 2022")]
    assert written("returned") == [(reporter.email, "Sprawozdanie za 2022 wymaga poprawy")]


def test_who_stands_in_today_gets_it_too(
    sent: Packet, coordinator: User, reporter: User, guest: User, police: Institution
) -> None:
    held = reporter.holdings.get()
    today = clock.today()
    Absence.objects.create(holding=held, deputy=guest, since=today, until=today)
    services.return_packet(sent, by=coordinator, note="x")
    assert [address for address, _subject in written("returned")] == [guest.email, reporter.email]


def test_who_left_the_post_or_whose_account_is_closed_gets_nothing(
    packet: Packet, coordinator: User, reporter: User, police: Institution
) -> None:
    send(packet, by=reporter)
    reporter.holdings.update(until=clock.today().replace(year=2022))
    successor, closed = (make_person(name, "Nowa", Role.REPORTER, police) for name in ("Zofia", "Irena"))
    seat(successor, Role.HEAD, police)
    closed.is_active = False
    closed.save()
    services.return_packet(packet, by=coordinator, note="x")
    assert [address for address, _subject in written("returned")] == [successor.email]


def test_a_refused_act_writes_to_nobody(packet: Packet, coordinator: User, reporter: User, head: User) -> None:
    before = Message.objects.count()
    for act in (
        lambda: services.return_packet(packet, by=coordinator, note="x"),
        lambda: services.hand_over_for_signature(packet, by=reporter),
    ):
        with pytest.raises(services.packets.Refused):
            act()
    assert Message.objects.count() == before


def test_subjects_carry_no_names_of_people(sent: Packet, coordinator: User, reporter: User) -> None:
    services.return_packet(sent, by=coordinator, note="Pani Anno, proszę o liczbę.")
    people = " ".join(person.last_name for person in (coordinator, reporter))
    assert not [m for m in Message.objects.all() if any(name in m.subject for name in people.split())]
    assert "Anno" not in "".join(Message.objects.values_list("subject", flat=True))


def test_whoever_joins_an_open_period_is_asked_as_others_were_and_nobody_twice(
    reporter: User, patrols: Undertaking, period: Period, office: Institution, coordinator: User
) -> None:
    before = written("opened")
    joined = make_person("Olga", "Biurowa", Role.REPORTER, office)
    patrols.responsibilities.create(institution=office, role="partner")

    assert services.renew_obligations(period, by=coordinator).added == 1
    assert written("opened") == sorted([*before, (joined.email, "Prosimy o sprawozdanie za 2022 do 20 stycznia 2023")])
    services.renew_obligations(period, by=coordinator)
    assert len(written("opened")) == len(before) + 1
