"""Faults of the adopted document stay with the programme until its next change: listed, decided about, exported."""

import pytest
from django.db import IntegrityError, transaction
from inspector import InspectingClient, soup, text_of
from pytest_django import DjangoAssertNumQueries
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.intake import corrections, services
from bezpiecznik.intake.models import Intake
from bezpiecznik.plans import findings
from bezpiecznik.plans.finding_kinds import kind_of
from bezpiecznik.plans.models import DocumentFinding, Programme
from bezpiecznik.resolution.model import Finding, Repair

UNDEFINED = Finding("ABBR_UNDEFINED", "error", "PSSE", ("A1.1",), "Skrótu „PSSE” nie ma w wykazie, a jest w A1.1.")
EMPTY = Finding("EMPTY_CELL", "warning", "partnerzy", ("A1.1", "A9.9", "P4"), "Brak partnerów w A1.1.")
SPELT = Finding("MISPRINT", "info", "zagrożeń", ("l.17",), "Literówka.", (Repair("l.17", "zagrorzeń", "zagrożeń"),))


@pytest.fixture
def programme(police: Institution) -> Programme:
    made = Programme.objects.create(title="Program", unit="Miasto Zatorzyn", year_from=2024, year_to=2026)
    area = made.areas.create(no=1, official_name="BEZPIECZEŃSTWO")
    made.undertakings.create(kind="action", area=area, no=1, wording="Kontrole.")
    findings.keep_findings(made, [UNDEFINED, EMPTY, SPELT])
    return made


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def url(programme: Programme) -> str:
    return f"/praca/program/{programme.pk}/do-uporzadkowania/"


def first(programme: Programme) -> DocumentFinding:
    return programme.findings.get(no=1)


def shown(desk: InspectingClient, address: str, **query: str) -> list[str]:
    return [text_of(link) for link in desk.page(address, **query).select("#rows td.wide a")]


def test_the_gravest_come_first_and_the_programme_leads_there(desk: InspectingClient, programme: Programme) -> None:
    assert shown(desk, url(programme)) == [UNDEFINED.message, EMPTY.message, SPELT.message]
    link = next(link for link in desk.page("/praca/program/").select("a") if "Do uporządkowania" in text_of(link))
    assert (text_of(link), link["href"]) == ("Do uporządkowania (3)", f"{url(programme)}?state=open")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "partnerow"}, [EMPTY.message]),
        ({"kind": "MISPRINT"}, [SPELT.message]),
        ({"severity": "error"}, [UNDEFINED.message]),
        ({"state": "settled"}, []),
        ({"sort": "-no"}, [SPELT.message, EMPTY.message, UNDEFINED.message]),
        ({"kind": "nie-ma", "state": "x"}, [UNDEFINED.message, EMPTY.message, SPELT.message]),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(
    desk: InspectingClient, programme: Programme, query: dict[str, str], expected: list[str]
) -> None:
    assert shown(desk, url(programme), **query) == expected


def test_htmx_equals_reload(desk: InspectingClient, programme: Programme) -> None:
    assert_swap_equals_reload(desk, url(programme), f"{url(programme)}?severity=error", target="rows")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    desk: InspectingClient, programme: Programme, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    programme.findings.filter(no__gt=rows).delete()
    desk.page(url(programme))
    with django_assert_num_queries(8):
        desk.page(url(programme))


def test_the_list_leaves_as_a_file(desk: InspectingClient, programme: Programme) -> None:
    text = desk.get(url(programme), {"export": "csv", "kind": "MISPRINT"}).content.decode("utf-8-sig")
    assert [line.split(";")[:6] for line in text.splitlines()][1:] == [
        ["3", "Literówka.", "literówka", "informacja", "l.17", "l.17: „zagrorzeń” → „zagrożeń”"],
    ]  # fmt: skip
    assert desk.get(url(programme), {"export": "xlsx"}).content[:2] == b"PK"


def test_a_matter_is_settled_set_aside_and_opened_again(
    desk: InspectingClient, programme: Programme, coordinator: User
) -> None:
    address = first(programme).get_absolute_url()
    settle = desk.page(address).select_one("form[action$='/zalatwiona/']")
    assert desk.post(settle["action"])["Location"] == f"{url(programme)}?state=open"
    assert (first(programme).state, first(programme).decided_by) == ("settled", coordinator)

    reopen = desk.page(address).select_one("form[action$='/otworz/']")
    desk.post(reopen["action"])
    assert (first(programme).state, first(programme).decided_by) == ("open", None)

    aside = f"/praca/program/sprawa/{first(programme).pk}/odloz/"
    assert "Napisz, dlaczego sprawa nie wymaga zmiany." in text_of(soup(desk.post(aside, {"reason": ""})))
    desk.post(aside, {"reason": "Skrót jest w statucie."})
    assert (first(programme).state, first(programme).reason) == ("set_aside", "Skrót jest w statucie.")
    assert [line.event for line in journal.about(programme).order_by("pk")] == [
        "plans.finding_settled", "plans.finding_reopened", "plans.finding_set_aside",
    ]  # fmt: skip


def test_the_second_to_decide_is_told_who_was_first(
    desk: InspectingClient, programme: Programme, coordinator: User
) -> None:
    findings.settle(first(programme), by=coordinator)
    answer = desk.post(f"/praca/program/sprawa/{first(programme).pk}/odloz/", {"reason": "Inaczej."})
    assert "zamknięto już (załatwiona): Krystyna Koordynatorska" in text_of(soup(answer))
    with pytest.raises(Refused):
        findings.settle(first(programme), by=coordinator)
    findings.reopen(first(programme), by=coordinator)
    with pytest.raises(Refused):
        findings.reopen(first(programme), by=coordinator)


def test_a_place_leads_to_its_action_and_the_action_shows_the_matter(
    desk: InspectingClient, programme: Programme, coordinator: User
) -> None:
    action = programme.undertakings.get()
    assert desk.page(first(programme).get_absolute_url()).select_one(f"a[href='{action.get_absolute_url()}']")

    panel = desk.page(action.get_absolute_url()).select_one("section:has(a[href*='/sprawa/'])")
    assert text_of(panel.h2) == "Do uporządkowania przy zmianie programu"
    assert [text_of(link) for link in panel.select("a")] == [UNDEFINED.message, EMPTY.message]
    findings.settle(first(programme), by=coordinator)
    assert UNDEFINED.message not in text_of(desk.page(action.get_absolute_url()))


def test_the_proposal_is_shown_word_by_word(desk: InspectingClient, programme: Programme) -> None:
    page = desk.page(programme.findings.get(no=3).get_absolute_url())
    assert (text_of(page.select("del")[0]), text_of(page.ins)) == ("usunięto: zagrorzeń", "dodano: zagrożeń")


@pytest.mark.parametrize("who", ["reporter", "head", "member", "administrator", "guest"])
def test_others_see_neither_the_list_nor_the_panel(
    client: InspectingClient, programme: Programme, request: pytest.FixtureRequest, who: str
) -> None:
    client.as_(request.getfixturevalue(who))
    assert client.get(url(programme)).status_code == 404
    assert client.get(first(programme).get_absolute_url()).status_code == 404
    action = client.get(programme.undertakings.get().get_absolute_url())
    assert UNDEFINED.message not in action.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "settled"},
        {"state": "nieznany"},
        {"severity": "nieznana"},
        {"state": "set_aside", "decided_at": "now", "decided_by": "somebody"},
        {"decided_at": "now", "decided_by": "somebody"},
    ],
)
def test_the_database_keeps_what_a_state_means(
    programme: Programme, coordinator: User, wrong: dict[str, object]
) -> None:
    values = {"now": clock.now(), "somebody": coordinator}
    changed = {name: values.get(str(value), value) for name, value in wrong.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        programme.findings.filter(no=1).update(**changed)


def test_a_kind_that_nobody_named_keeps_its_code() -> None:
    assert kind_of("NOWY_RODZAJ") == "inny rodzaj (NOWY_RODZAJ)"


def test_faults_go_on_at_acceptance(coordinator: User, accepted_small: Programme) -> None:
    kept = accepted_small.findings.get(subject="PSSE")
    assert [row.code for row in kept.undertakings.select_related("area")] == ["1.2"]
    assert kept.is_open


@pytest.fixture
def accepted_small(coordinator: User) -> Programme:
    """The small resolution of the tests of intake, taken in whole."""
    from intake.conftest import SMALL

    intake: Intake = services.read_now(services.upload(SMALL.encode(), name="uchwala.txt", by=coordinator))
    corrections.accept_all_parts(intake, by=coordinator)
    return services.accept(intake, by=coordinator)
