"""The council changes words: the old ones are kept, the text is told as of any day, and shown before and after."""

from datetime import date
from typing import Any

import pytest
from cast import MakeAction
from inspector import InspectingClient, held_by_form, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.worddiff import Piece
from bezpiecznik.demo.cycle import day
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans import amending, rewording, supplements
from bezpiecznik.plans.amending import AddAction, AddDuty, Change, EndDuty, Reword, Withdraw
from bezpiecznik.plans.amending_queries import parts_of, told
from bezpiecznik.plans.comparing import Became
from bezpiecznik.plans.models import Amendment, Area, Goal, Programme, ResponsibilityRole, Undertaking
from bezpiecznik.plans.programme_text import text_on
from bezpiecznik.reporting import services as reporting
from bezpiecznik.reporting.queries import snapshots

MAY, JUNE = date(2022, 5, 1), date(2022, 6, 1)
OLD, NEW = "Kierowanie dodatkowych patroli w miejsca zagrożone.", "Kierowanie patroli w miejsca zagrożone nocą."


@pytest.fixture
def amend(programme: Programme, coordinator: User) -> Any:
    def make(*changes: Change, on: date = MAY, basis: str = "uchwała nr XX/2/2022") -> Amendment:
        return amending.amend(
            programme, basis=basis, effective_on=on, reason="Wniosek komisji.", by=coordinator, changes=changes
        )

    return make


def wording_on(programme: Programme, when: date) -> str:
    return str(text_on(programme, when)["areas"][0]["actions"][0]["wording"])


def test_each_day_has_the_words_of_its_day(programme: Programme, patrols: Undertaking, amend: Any) -> None:
    amend(Reword(patrols, "wording", NEW))
    amend(Reword(patrols, "wording", "Patrole nocne."), on=JUNE, basis="uchwała nr XXI/3/2022")

    patrols.refresh_from_db()
    assert patrols.wording == "Patrole nocne."
    assert [wording_on(programme, when) for when in (date(2022, 4, 30), MAY, JUNE)] == [OLD, NEW, "Patrole nocne."]


def test_a_wording_of_a_later_day_waits_for_it(programme: Programme, patrols: Undertaking, amend: Any) -> None:
    with day(date(2022, 4, 1)):
        amend(Reword(patrols, "wording", NEW))
        assert rewording.follow() == 0
        patrols.refresh_from_db()
        assert patrols.wording == OLD
    with day(MAY):
        assert rewording.follow() == 1
        assert rewording.follow() == 0
    patrols.refresh_from_db()
    assert patrols.wording == NEW


def test_a_closed_period_keeps_the_old_words(
    programme: Programme, patrols: Undertaking, coordinator: User, amend: Any
) -> None:
    with day(date(2022, 1, 3)):
        period = reporting.plan_period(
            programme, year=2021, part=0, opens_on=date(2022, 1, 3), due_on=date(2022, 1, 24),
            grace_until=date(2022, 1, 27), locks_on=date(2022, 2, 24), by=coordinator,
        )  # fmt: skip
        reporting.open_period(period, by=coordinator)
        reporting.close_period(period, by=coordinator)
    amend(Reword(patrols, "wording", NEW))
    (snapshot,) = snapshots(programme, 2021)
    assert OLD in snapshot.content
    assert NEW not in snapshot.content


def test_names_of_areas_and_goals_change_too(programme: Programme, area: Area, amend: Any) -> None:
    goal = Goal.objects.create(programme=programme, no=1, text="Mniej wypadków.")
    amendment = amend(Reword(area, "official_name", "BEZPIECZNE ULICE"), Reword(goal, "text", "Mniej ofiar wypadków."))

    parts = parts_of(amendment)
    assert [part.title for part in parts] == ["Cele szczegółowe", "Obszar 1. BEZPIECZNE ULICE"]
    assert Piece("new", "ofiar ") in parts[0].entries[0].fields[0].after
    assert {one.sentence for one in told(amendment)} == {
        "Obszar 1: nowe brzmienie (nazwa w dokumencie)", "Cel 1: nowe brzmienie (treść)",
    }  # fmt: skip


def test_before_and_after_show_only_what_one_amendment_did(
    programme: Programme, area: Area, patrols: Undertaking, make_action: MakeAction, police: Institution,
    guard: Institution, amend: Any,
) -> None:  # fmt: skip
    lights = make_action("Oświetlenie.", lead=police)
    first = amend(
        Withdraw(lights), AddAction(area, "Monitoring.", leads=(guard,)),
        EndDuty(patrols, guard, ResponsibilityRole.PARTNER), AddDuty(patrols, guard, ResponsibilityRole.LEAD),
    )  # fmt: skip
    amend(Reword(patrols, "wording", NEW), on=JUNE)

    (part,) = parts_of(first)
    assert [(entry.name, entry.became) for entry in part.entries] == [
        ("1.1", Became.CHANGED), ("1.2", Became.WITHDRAWN), ("1.3", Became.ADDED),
    ]  # fmt: skip
    leads, partners = part.entries[0].fields
    assert [piece.text for piece in leads.after] == ["KMP", ", SM"] or "".join(p.text for p in leads.after) == "KMP, SM"
    assert ("".join(piece.text for piece in partners.before), partners.after) == ("SM", ())


def test_a_lead_named_by_the_office_is_not_in_the_text_of_the_resolution(
    programme: Programme, make_action: MakeAction, police: Institution, coordinator: User
) -> None:
    action = make_action("Bez podmiotu.")
    supplements.name_lead(action, police, by=coordinator)
    assert text_on(programme, clock.today())["areas"][0]["actions"][0]["leads"] == []


@pytest.mark.parametrize(
    ("said", "sentence"),
    [(" ", "wpisz nowe brzmienie"), (OLD, "takie samo"), ("Cokolwiek.", "Zmiany wpisuje się w kolejności")],
)
def test_what_makes_no_sense_is_refused(patrols: Undertaking, amend: Any, said: str, sentence: str) -> None:
    if said == "Cokolwiek.":
        amend(Reword(patrols, "wording", NEW), on=JUNE)
    with pytest.raises(Refused, match=sentence):
        amend(Reword(patrols, "wording", said))


def test_a_new_wording_is_shown_beside_the_old_one_before_and_after_it_is_made(
    client: InspectingClient, coordinator: User, programme: Programme, patrols: Undertaking
) -> None:
    client.as_(coordinator)
    here = f"/praca/program/{programme.pk}/zmiany/nowa/?kind=reword&undertaking={patrols.pk}"
    page = client.page(here)
    typed = {
        "wording": NEW, "aim": "", "audience": "", "term_raw": "", "method": "", "funding": "",
        "basis": "uchwała nr XX/2/2022", "effective_on": "2022-05-01", "reason": "Wniosek.",
    }  # fmt: skip
    assert str(page.select_one("textarea[name=wording]").text).strip() == OLD  # type: ignore[union-attr]
    shown = client.post(here, typed)
    assert [text_of(gone) for gone in soup(shown).select("del")] == ["usunięto: dodatkowych", "usunięto: zagrożone."]
    assert not Amendment.objects.exists()

    done = client.post(here, {**held_by_form(soup(shown), here), "confirmed": "1"}, follow=True)
    assert "1.1: nowe brzmienie (treść w brzmieniu uchwały)" in text_of(soup(done))
    page = client.page(f"/praca/program/zmiana/{Amendment.objects.get().pk}/")
    assert "zagrożone nocą." in " ".join(text_of(new) for new in page.select("ins"))


def test_the_form_that_changes_nothing_is_told_so(
    client: InspectingClient, coordinator: User, programme: Programme, patrols: Undertaking
) -> None:
    here = f"/praca/program/{programme.pk}/zmiany/nowa/?kind=reword&undertaking={patrols.pk}"
    typed = {"wording": OLD, "basis": "x", "effective_on": "2022-05-01", "reason": "x"}
    answer = client.as_(coordinator).post(here, typed)
    assert "Wskaż, co się w programie zmienia." in text_of(soup(answer))
