"""Two rows of the register become one: everything open moves, nothing closed changes."""

from typing import Any

import pytest
from cast import MakeAction, make_person
from django.apps import apps
from inspector import InspectingClient, text_of
from letters.letter_acts import draft
from reporting_acts import DUE, OPENS, send

from bezpiecznik.accounts.models import User
from bezpiecznik.config.settings import ROOMS
from bezpiecznik.core import journal
from bezpiecznik.institutions import contacts, membership, merging, services
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.matching import Register
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.institutions.rights import Right, Role
from bezpiecznik.plans.models import Programme, Responsibility, Undertaking
from bezpiecznik.reporting import queries
from bezpiecznik.reporting import services as reporting
from bezpiecznik.reporting.models import Obligation, OneTimeLink, Packet, Part, Period
from bezpiecznik.reporting.services import Renewal


@pytest.fixture
def double(db: None) -> Institution:
    """The police once more, as another resolution wrote them."""
    return Institution.objects.create(abbr="KMPZ", name="Komenda Miejska Policji w Zatorzynie")


def join(double: Institution, survivor: Institution, *, by: User) -> merging.Preview:
    told = merging.preview(double, survivor)
    merging.merge(double, survivor, seen=told.seen, by=by)
    double.refresh_from_db()
    return told


def open_next(programme: Programme, year: int, by: User) -> Period:
    period = reporting.plan_period(programme, year=year, part=Part.YEAR, opens_on=OPENS, due_on=DUE, by=by)
    reporting.open_period(period, by=by)
    return period


def test_everything_of_the_register_moves(
    client: InspectingClient, coordinator: User, police: Institution, double: Institution, schools: Institution
) -> None:
    services.add_alias(double, text="Policja", by=coordinator)
    below = Institution.objects.create(name="Komisariat I", parent=double)
    contacts.set_contact(double, by=coordinator, phone="41 000 00 00")
    membership.add_member(schools, double, by=coordinator)
    clerk = make_person("Dorota", "Drugacka", Role.REPORTER, double)

    told = join(double, police, by=coordinator)
    assert [title for title, _moves in told.parts] == [
        "Nazwy", "Powiązania", "Nazwy zbiorowe", "Stanowiska i osoby", "Kontakt",
    ]  # fmt: skip
    assert (double.merged_into, double.abbr) == (police, "")
    below.refresh_from_db()
    assert (below.parent, police.contact.phone) == (police, "41 000 00 00")
    assert [member.institution for member in schools.members.all()] == [police]
    assert Post.objects.get(holdings__user=clerk).institution == police
    register = Register()
    for written in ("Policja", "KMPZ", "Komenda Miejska Policji w Zatorzynie", "KMP"):
        match = register.find(written)
        assert match is not None
        assert (match.institution, match.is_exact) == (police, True)
    sentences = [journal.about(row).first().sentence for row in (double, police)]
    assert sentences == ["Połączono z innym wpisem tego samego podmiotu", "Dołączono drugi wpis tego samego podmiotu"]

    old = client.as_(coordinator).get(double.get_absolute_url())
    assert (old.status_code, old["Location"]) == (302, police.get_absolute_url())
    assert client.get(f"{double.get_absolute_url()}zmiana/").status_code == 404
    assert double.name not in text_of(client.page("/praca/podmioty/", existing="all").select_one("tbody"))


def test_duties_are_ended_and_given_anew(
    coordinator: User, police: Institution, double: Institution, make_action: MakeAction
) -> None:
    only, both = make_action(lead=double), make_action(lead=double)
    Responsibility.objects.create(undertaking=both, institution=police, role="lead")
    told = join(double, police, by=coordinator)
    assert dict(told.parts)["Zadania w programie"] == merging.Moves(
        ("1 zadanie w programie",),
        ("1.2: oba wpisy mają tu tę samą rolę (podmiot odpowiedzialny), zostanie jedna.",),
    )
    held = Responsibility.objects.in_force().filter(undertaking__in=(only, both))
    assert sorted((duty.undertaking.code, duty.institution.abbr) for duty in held) == [("1.1", "KMP"), ("1.2", "KMP")]
    assert Responsibility.objects.exclude(until=None).filter(institution=double).count() == 2


def test_a_closed_period_keeps_every_letter(
    coordinator: User, police: Institution, double: Institution, programme: Programme, make_action: MakeAction
) -> None:
    make_action(lead=double)
    closed = open_next(programme, 2021, coordinator)
    clerk = make_person("Dorota", "Drugacka", Role.REPORTER, double)
    packet = send(closed.packets.select_related("period__programme", "institution").get(), by=clerk)
    reporting.close_period(closed, by=coordinator)
    snapshot = queries.snapshot_of(closed)
    assert snapshot is not None
    before = (snapshot.sha256, snapshot.content, packet.versions.get().content)

    told = join(double, police, by=coordinator)
    assert dict(told.parts)["Sprawozdania"].kept == ("Sprawozdania w zamkniętych okresach (1) zostają bez zmian.",)
    snapshot.refresh_from_db()
    assert (snapshot.sha256, snapshot.content, packet.versions.get().content) == before
    assert queries.verify_snapshot(snapshot)
    assert Packet.objects.get(pk=packet.pk).institution == double
    assert Obligation.objects.get(period=closed).responsibility.institution == double


def test_an_open_report_moves_and_nobody_is_asked_twice(
    coordinator: User, police: Institution, double: Institution, programme: Programme, make_action: MakeAction
) -> None:
    make_action(lead=double)
    period = open_next(programme, 2022, coordinator)
    join(double, police, by=coordinator)
    packet = period.packets.get()
    assert packet.institution == police
    assert [o.responsibility.institution for o in packet.obligations.all()] == [police]
    assert reporting.renew_obligations(period, by=coordinator) == Renewal(0, 0)


def test_two_open_reports_of_one_period_both_stay_and_can_be_finished(
    coordinator: User, reporter: User, police: Institution, double: Institution, programme: Programme,
    patrols: Undertaking, make_action: MakeAction,
) -> None:  # fmt: skip
    make_action(lead=double)
    period = open_next(programme, 2022, coordinator)
    told = join(double, police, by=coordinator)
    assert "oba wpisy mają już sprawozdanie, więc zostają oba" in dict(told.parts)["Sprawozdania"].kept[0]
    kept = period.packets.select_related("period__programme", "institution").get(institution=double)
    assert rights_of(User.objects.get(pk=reporter.pk)).has_for(Right.WRITE_REPORT, double.pk)
    assert send(kept, by=reporter).state == "submitted"
    assert reporting.renew_obligations(period, by=coordinator) == Renewal(0, 0)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"collective": True}, "Jeden wpis jest nazwą zbiorową"),
        ({"reporting": "through", "reports_through": "police"}, "Jeden z tych podmiotów sprawozdaje przez drugi"),
    ],
)
def test_what_cannot_be_one_body_is_refused(
    client: InspectingClient, coordinator: User, police: Institution, double: Institution,
    change: dict[str, Any], sentence: str,
) -> None:  # fmt: skip
    values = {key: police if value == "police" else value for key, value in change.items()}
    Institution.objects.filter(pk=double.pk).update(**values)
    address = f"{double.get_absolute_url()}polaczenie/"
    page = client.as_(coordinator).page(address, survivor=str(police.pk))
    assert sentence in text_of(page.select_one(".callout-bad"))
    assert page.find("input", {"name": "seen"}) is None
    client.post(address, {"survivor": police.pk, "seen": merging.preview(double, police).seen})
    double.refresh_from_db()
    assert double.merged_into is None


def test_what_was_not_shown_is_not_done(
    client: InspectingClient, coordinator: User, police: Institution, double: Institution
) -> None:
    address = f"{double.get_absolute_url()}polaczenie/"
    field = client.as_(coordinator).page(address, survivor=str(police.pk)).find("input", {"name": "seen"})
    assert field is not None
    form = {"survivor": police.pk, "seen": field["value"]}
    services.add_alias(double, text="Policja", by=coordinator)
    told = client.post(address, form)
    assert "Od chwili podglądu coś się zmieniło" in told.content.decode()
    double.refresh_from_db()
    assert double.merged_into is None
    assert client.post(address, {**form, "seen": merging.preview(double, police).seen}).status_code == 302


def test_a_chain_of_merges_leads_to_the_last(coordinator: User, police: Institution, double: Institution) -> None:
    third = Institution.objects.create(name="Policja")
    join(third, double, by=coordinator)
    join(double, police, by=coordinator)
    third.refresh_from_db()
    assert third.merged_into == police


def test_likely_duplicates_are_offered(
    client: InspectingClient, coordinator: User, police: Institution, guard: Institution
) -> None:
    other = Institution.objects.create(name="Komenda Miejskiej Policji")
    for no in (1, 2):
        Institution.objects.create(name=f"Szkoła Podstawowa nr {no}")
    rows = client.as_(coordinator).page("/praca/podmioty/powtorzenia/").select("tbody tr")
    assert [text_of(row.select_one("td")) for row in rows] == ["Komenda Miejska Policji"]
    assert str(rows[0].select("a")[-1]["href"]) == f"{other.get_absolute_url()}polaczenie/?survivor={police.pk}"


def test_letters_and_one_time_links_move(
    coordinator: User, police: Institution, double: Institution, guard: Institution, packet: Packet
) -> None:
    written, paper = draft(double, by=coordinator), draft(guard, by=coordinator)
    link = OneTimeLink.objects.create(institution=double, user=make_person("Ewa", "Nowa"), made_by=coordinator)
    twice = make_person("Jan", "Drugi")
    at_both = [OneTimeLink.objects.create(institution=row, user=twice, made_by=coordinator) for row in (police, double)]

    told = dict(join(double, police, by=coordinator).parts)
    for row in (written, paper, link, *at_both):
        row.refresh_from_db()
    assert (written.institution, paper.institution, link.institution) == (police, guard, police)
    assert written.addressee.startswith("Komenda Miejska Policji\n")
    assert [row.institution for row in at_both] == [police, double]
    assert told["Pisma"].moved == ("1 pismo",)
    assert told["Łącza jednorazowe"] == merging.Moves(
        ("1 łącze jednorazowe",),
        ("Jan Drugi ma łącze do obu wpisów: oba działają, każde do sprawozdań swojego wpisu.",),
    )


def test_every_room_says_what_becomes_of_its_rows() -> None:
    """A new foreign key to institutions has to be spoken of by a `Mover` of its room."""
    keys = {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in ROOMS and not hasattr(model, "instance_type")  # histories tell what was
        for field in model._meta.concrete_fields
        if field.related_model is Institution
    }
    assert keys - {key for mover in merging.MOVERS for key in mover.covers} == set()
