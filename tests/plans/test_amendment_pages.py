"""The page of amendments and the form of one change: shown first, done after."""

from datetime import date
from typing import Any

import pytest
from cast import MakeAction
from django.db import connection
from django.test.utils import CaptureQueriesContext
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import amending
from bezpiecznik.plans.amending import Withdraw
from bezpiecznik.plans.models import Amendment, Area, Programme, Undertaking
from bezpiecznik.plans.quality import quality_of

WORDS = {"basis": "uchwała nr XX/2/2022", "effective_on": "2022-05-01", "reason": "Wniosek komisji."}


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def address(programme: Programme, kind: str = "", **query: Any) -> str:
    base = f"/praca/program/{programme.pk}/zmiany/"
    asked = "".join(f"&{name}={value}" for name, value in query.items())
    return f"{base}nowa/?kind={kind}{asked}" if kind else base


def withdraw(action: Undertaking, by: User) -> None:
    amending.amend(
        action.programme, basis="uchwała nr XX/2/2022", effective_on=date(2022, 5, 1), reason="…", by=by,
        changes=[Withdraw(action)],
    )  # fmt: skip


def test_a_change_is_shown_before_it_is_made(
    desk: InspectingClient, programme: Programme, area: Area, police: Institution, guard: Institution
) -> None:
    typed = {**WORDS, "area": area.pk, "wording": "Monitoring.", "leads": [police.pk, guard.pk], "partners": []}
    shown = desk.post(address(programme, "add"), typed)

    page = soup(shown)
    assert "Dodano działanie 1.1" in text_of(page)
    assert "Żaden okres nie jest teraz otwarty" in text_of(page)
    assert not Amendment.objects.exists()
    kept: dict[str, list[str]] = {}
    for field in page.select("form input[type=hidden]"):
        kept.setdefault(str(field["name"]), []).append(str(field.get("value", "")))
    kept.pop("csrfmiddlewaretoken", None)
    done = desk.post(address(programme, "add"), {**kept, "confirmed": "1"}, follow=True)
    assert "Wpisano zmianę programu" in text_of(soup(done))
    assert set(Undertaking.objects.get().responsibilities.values_list("institution", flat=True)) == {
        police.pk,
        guard.pk,
    }


def test_whoever_mends_gets_the_form_back_as_it_was(
    desk: InspectingClient, programme: Programme, patrols: Undertaking
) -> None:
    page = soup(desk.post(address(programme, "withdraw"), {**WORDS, "undertaking": patrols.pk, "edit": "1"}))
    chosen = page.select_one("select[name=undertaking] option[selected]")
    assert chosen is not None
    assert chosen["value"] == str(patrols.pk)
    assert not Amendment.objects.exists()


def test_what_is_refused_is_said_beside_the_form(
    desk: InspectingClient, programme: Programme, patrols: Undertaking
) -> None:
    answer = desk.post(
        address(programme, "withdraw"), {**WORDS, "effective_on": "2031-01-01", "undertaking": patrols.pk}
    )
    assert answer.status_code == 422
    assert "lata 2021–2023" in text_of(soup(answer))


def test_bodies_of_a_chosen_action_change(
    desk: InspectingClient, programme: Programme, patrols: Undertaking, office: Institution, guard: Institution
) -> None:
    first = desk.page(address(programme, "bodies"))
    assert first.select_one("form[method=get] select[name=undertaking]")
    here = address(programme, "bodies", undertaking=patrols.pk)
    page = desk.page(here)
    boxes = {text_of(box.parent): box["value"] for box in page.select("input[name=ended]") if box.parent}
    answer = desk.post(
        here, {**WORDS, "ended": [boxes["Straż Miejska (partner)"]], "lead": office.pk, "confirmed": "1"}
    )

    assert answer.status_code == 302
    duties = patrols.responsibilities.in_force().order_by("role", "place")
    assert [duty.institution.abbr for duty in duties] == ["KMP", "BB"]
    told = text_of(desk.page(address(programme)))
    assert "1.1: BB (podmiot odpowiedzialny)" in told
    assert "1.1: SM przestaje odpowiadać (partner)" in told


def test_a_withdrawn_action_is_marked_everywhere_and_counted_nowhere(
    desk: InspectingClient, programme: Programme, make_action: MakeAction, police: Institution, coordinator: User
) -> None:
    gone, left = make_action("Patrole.", lead=police), make_action("Kontrole.", lead=police)
    withdraw(gone, coordinator)

    rows = [text_of(row) for row in desk.page("/praca/program/dzialania/").select("tbody tr")]
    assert rows == ["1.1 Patrole. skreślono od 01.05.2022 KMP –", "1.2 Kontrole. KMP –"]
    assert "uchwała nr XX/2/2022" in text_of(desk.page(gone.get_absolute_url()))
    assert [one.undertaking for one in quality_of(programme).undertakings] == [left]
    assert "1 działanie" in text_of(desk.page("/praca/program/"))
    assert "skreślono od 01.05.2022" in text_of(desk.page("/obszary/1/"))
    assert b"2022-05-01" in desk.get("/praca/program/dzialania/?export=csv").content


def test_a_reader_sees_amendments_and_writes_none(
    client: InspectingClient, programme: Programme, patrols: Undertaking, reporter: User, coordinator: User
) -> None:
    withdraw(patrols, coordinator)
    page = client.as_(reporter).page(address(programme))
    assert "Skreślono 1.1" in text_of(page)
    assert "Wpisz zmianę" not in text_of(page)
    assert client.get(address(programme, "add")).status_code == 403


def test_three_amendments_ask_as_much_as_one(
    desk: InspectingClient, programme: Programme, make_action: MakeAction, police: Institution, coordinator: User
) -> None:
    counts = []
    for made in (1, 3):
        while Amendment.objects.count() < made:
            withdraw(make_action("Patrole.", lead=police), coordinator)
        with CaptureQueriesContext(connection) as asked:
            desk.page(address(programme))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_list_goes_out_as_a_file(
    desk: InspectingClient, programme: Programme, patrols: Undertaking, coordinator: User
) -> None:
    assert "Programu jeszcze nie zmieniano" in text_of(desk.page(address(programme)))
    withdraw(patrols, coordinator)
    assert "Skreślono 1.1" in desk.get(address(programme) + "?export=csv").content.decode()
