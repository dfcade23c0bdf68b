"""Old wording and values: whoever changes them, and however they are saved, it is kept who, when, from what to what."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from cast import MakeAction
from inspector import InspectingClient, held_by_form, text_of
from rights_world import World, build

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, fieldhistory
from bezpiecznik.core.worddiff import Piece, pieces
from bezpiecznik.evaluation.services import override_grade
from bezpiecznik.evaluation.states import GradeValue
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry
from bezpiecznik.reporting.services import Number


def told(change: fieldhistory.Change) -> dict[str, str]:
    """`{"pełna nazwa": "Komenda [-Miejska-]{+Powiatowa+} Policji"}`"""
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return {
        field.label: "".join(signs[piece.kind].format(piece.text) for piece in field.pieces) for field in change.fields
    }


def test_words_are_compared_not_letters() -> None:
    assert pieces("dwa patrole nocą", "trzy patrole") == (
        Piece("gone", "dwa"), Piece("new", "trzy"), Piece("same", " patrole"), Piece("gone", " nocą"),
    )  # fmt: skip


def test_very_long_texts_are_shown_whole() -> None:
    assert pieces("słowo " * 4_000, "inne") == (Piece("gone", "słowo " * 4_000), Piece("new", "inne"))


def test_a_renamed_institution_shows_its_old_name(
    client: InspectingClient, coordinator: User, police: Institution
) -> None:
    address = f"/praca/podmioty/{police.pk}/zmiana/"
    held = held_by_form(client.as_(coordinator).page(address), address)
    client.post(address, held | {"abbr": "KPP", "name": "Komenda Powiatowa Policji"})
    [change] = fieldhistory.changes(police, "name", "abbr")

    assert change.who == "Krystyna Koordynatorska"
    assert told(change) == {"pełna nazwa": "Komenda [-Miejska-]{+Powiatowa+} Policji", "skrót": "[-KMP-]{+KPP+}"}
    assert "Historia zmian" in text_of(client.page(police.get_absolute_url()))


def test_a_row_made_in_bulk_costs_nothing_until_it_changes(area: Area) -> None:
    Undertaking.objects.bulk_create(
        [Undertaking(programme=area.programme, kind="action", area=area, no=1, wording="A")]
    )
    made = Undertaking.objects.get()
    assert Undertaking.history.count() == 0

    made.wording = "B"
    made.save()
    assert [told(change) for change in fieldhistory.changes(made, "wording")] == [
        {"treść w brzmieniu uchwały": "[-A-]{+B+}"}
    ]


def test_headings_and_titles_are_shown_on_the_programme(
    client: InspectingClient, coordinator: User, programme: Programme, area: Area, make_action: MakeAction
) -> None:
    action = make_action("Kontrole miejsc.")
    area.official_name = "BEZPIECZEŃSTWO NA DROGACH"
    area.save()
    action.wording = "Kontrole dróg."
    action.save()
    client.as_(coordinator)

    assert "obszar 1, nazwa w dokumencie:" in text_of(client.page("/praca/program/"))
    assert "Historia zmian" in text_of(client.page(action.get_absolute_url()))


@pytest.fixture
def world(db: None, tmp_path: Path) -> World:
    return build(tmp_path / "files")


def say(entry: Entry, by: User, text: str, *numbers: Number) -> Entry:
    current = Entry.objects.get(pk=entry.pk)
    return services.save_entry(
        current, by=by, version=current.version, outcome="done", text=text, reason="", numbers=numbers
    )


def test_an_entry_keeps_what_was_said_though_it_is_saved_past_its_model(world: World) -> None:
    reporter, head = world.people["reporter"], world.people["head"]
    say(world.draft_entry, reporter, "Dwa patrole.", Number("patrole", Decimal(2), "own", "unit"))
    say(world.draft_entry, head, "Trzy patrole.", Number("patrole", Decimal(3), "own", "unit"))
    [change] = fieldhistory.changes(world.draft_entry, "text", "numbers", words={"numbers": str})

    assert change.who == "Halina Kierownicza"
    assert told(change)["co zrobiono"] == "[-Dwa-]{+Trzy+} patrole."
    assert "liczby" in told(change)


def test_saves_of_one_sitting_are_one_change(world: World) -> None:
    reporter, head = world.people["reporter"], world.people["head"]
    say(world.draft_entry, head, "Patrole.")
    for text in ("P", "Pa", "Patrole w"):
        say(world.draft_entry, reporter, text)
    with clock.pretend(clock.now() + timedelta(minutes=20)):
        say(world.draft_entry, reporter, "Patrole w parku.")
    last, first = fieldhistory.changes(world.draft_entry, "text")

    assert told(first) == {"co zrobiono": "[-Patrole.-]{+Patrole w+}"}
    assert told(last) == {"co zrobiono": "Patrole w{+ parku.+}"}


def test_an_entry_filled_in_bulk_has_a_state_before_its_first_change(world: World) -> None:
    Entry.objects.filter(pk=world.draft_entry.pk).update(
        outcome="done", text="Stare słowa.", version=1, updated_at=clock.now(), updated_by=world.people["head"]
    )
    say(world.draft_entry, world.people["reporter"], "Nowe słowa.")

    assert [told(change) for change in fieldhistory.changes(world.draft_entry, "text")] == [
        {"co zrobiono": "[-Stare-]{+Nowe+} słowa."}
    ]


def test_the_history_of_an_entry_is_read_by_its_own_people(client: InspectingClient, world: World) -> None:
    say(world.draft_entry, world.people["head"], "Dwa patrole.")
    say(world.draft_entry, world.people["reporter"], "Trzy patrole.", Number("patrole", Decimal(3), "joint", "unit"))
    client.as_(world.people["reporter"])
    page = text_of(client.page(f"/praca/sprawozdania/wpis/{world.draft_entry.pk}/historia/"))
    filling = client.page(world.draft.get_absolute_url())

    assert "usunięto: Dwa dodano: Trzy patrole." in page
    assert "patrole: 3 (wspólna z innymi podmiotami)" in page
    assert filling.select(f'a[href="/praca/sprawozdania/wpis/{world.draft_entry.pk}/historia/"]')


def test_opening_a_period_writes_no_history(world: World) -> None:
    before = Entry.history.count()
    services.open_period(world.planned, by=world.people["coordinator"])

    assert Entry.history.count() == before


def test_a_grade_keeps_its_reasons(client: InspectingClient, world: World) -> None:
    coordinator = world.people["coordinator"]
    for value, reason in ((GradeValue.PARTIAL, "Za mało patroli."), (GradeValue.NOT_DONE, "Brak patroli.")):
        world.grade.refresh_from_db()
        override_grade(world.grade, value=value, reason=reason, by=coordinator)
    last, first = fieldhistory.changes(world.grade, "given", "reason")

    assert (first.who, last.who) == ("Krystyna Koordynatorska", "Krystyna Koordynatorska")
    assert told(last)["uzasadnienie zmiany"] == "[-Za mało-]{+Brak+} patroli."
    assert "Historia zmian" in text_of(client.as_(coordinator).page(world.grade.get_absolute_url()))
