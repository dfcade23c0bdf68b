"""A fault of the document: its proposed repair is shown as was and now, and made only when a person says so."""

from dataclasses import replace

import pytest
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.intake import corrections, repairing, undoing
from bezpiecznik.intake.draft import Draft, Row, draft_of
from bezpiecznik.intake.faults import changes_of, fault_key, repair_stamp
from bezpiecznik.intake.handing_on import to_hand_on
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.refusals import Outdated
from bezpiecznik.resolution import Reading
from bezpiecznik.resolution.model import Finding, Repair

FIRST, SECOND = "areas:0:0", "areas:0:1"
SPELLING = Finding(
    "MISSPELT", "warning", "zagrożonych", ("A1.1",), "W działaniu A1.1 jest literówka.",
    (Repair("A1.1", "szczególnie zagrożonych", "szczególnie zagrożonych przestępczością"),),
)  # fmt: skip
NAME = Finding("NAME_VARIANT", "warning", "PSSE", ("A1.2",), "Inna nazwa.", (Repair("A1.2", "PSSE", "PSSE, KPP"),))
GOES = Finding("LEAD_IS_PARTNER", "info", "KMP", ("A1.2",), "KMP zbędnie.", (Repair("A1.2", "KMP", ""),))
NOWHERE = Finding("OTHER", "info", "x", ("A1.1",), "Nie ma tego w odczycie.", (Repair("A1.1", "czego nie ma", "x"),))


@pytest.fixture
def faulty(in_review: Intake) -> Intake:
    """The small resolution with these faults and no others."""
    reading = replace(Reading.from_json(in_review.reading or {}), findings=(SPELLING, NAME, GOES, NOWHERE))
    in_review.reading = reading.to_json()
    in_review.save(update_fields=("reading",))
    return in_review


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def draft(intake: Intake) -> Draft:
    intake.refresh_from_db()
    return draft_of(intake)


def row(intake: Intake, key: str = FIRST) -> Row:
    found = draft(intake).row(key)
    assert found is not None
    return found


def url(intake: Intake, finding: Finding, verb: str) -> str:
    return f"{intake.get_absolute_url()}uwaga/{fault_key(finding)}/{verb}/"


def stamp(intake: Intake, finding: Finding) -> str:
    return repair_stamp(changes_of(finding, draft(intake)))


def test_the_repair_stands_there_as_was_and_now(desk: InspectingClient, faulty: Intake) -> None:
    fault = desk.page(faulty.get_absolute_url(), part="area-1").select_one(f"#uwaga-{fault_key(SPELLING)}")
    assert text_of(fault.ins) == "dodano: zagrożonych przestępczością."
    assert text_of(fault.select("del")[0]) == "usunięto: zagrożonych."
    assert "1.1, Treść w brzmieniu uchwały:" in text_of(fault)


def test_a_repair_becomes_a_correction_and_can_be_taken_back(
    desk: InspectingClient, faulty: Intake, coordinator: User
) -> None:
    form = desk.page(faulty.get_absolute_url(), part="area-1").select_one(f"#uwaga-{fault_key(SPELLING)} form")
    desk.post(form["action"], {"stamp": form.select_one("input[name=stamp]")["value"]})

    assert row(faulty).values["text"] == "Kontrole miejsc szczególnie zagrożonych przestępczością."
    card = desk.page(faulty.get_absolute_url(), part="area-1").select_one("#poz-areas-0-0")
    assert "poprawiono" in text_of(card)
    assert "Poprawiono zgodnie z propozycją." in text_of(card)

    act = undoing.last_act(faulty)
    assert act is not None
    undoing.take_back(faulty, act=act.pk, by=coordinator)
    assert not row(faulty).is_changed
    assert draft(faulty).faults == {}


def test_a_name_is_exchanged_in_its_list(faulty: Intake, coordinator: User) -> None:
    repairing.repair(faulty, fault_key(NAME), stamp=stamp(faulty, NAME), by=coordinator)
    assert row(faulty, SECOND).values["partners"] == ["KMP", "PSSE", "KPP"]


def test_a_name_that_is_to_go_leaves_the_partners(faulty: Intake, coordinator: User) -> None:
    corrections.correct(faulty, SECOND, {"responsible": ["SM", "KMP"]}, stamp=row(faulty, SECOND).stamp, by=coordinator)
    repairing.repair(faulty, fault_key(GOES), stamp=stamp(faulty, GOES), by=coordinator)
    values = row(faulty, SECOND).values
    assert (values["responsible"], values["partners"]) == (["SM", "KMP"], ["PSSE"])


def test_a_repair_without_a_place_in_the_reading_is_shown_and_cannot_be_made(
    desk: InspectingClient, faulty: Intake, coordinator: User
) -> None:
    fault = desk.page(faulty.get_absolute_url(), part="area-1").select_one(f"#uwaga-{fault_key(NOWHERE)}")
    assert "Propozycja dotyczy miejsca, którego nie ma w odczycie" in text_of(fault)
    assert fault.form is None
    with pytest.raises(Outdated):
        repairing.repair(faulty, fault_key(NOWHERE), stamp=repair_stamp(()), by=coordinator)


def test_a_row_changed_meanwhile_is_not_repaired_unseen(
    desk: InspectingClient, faulty: Intake, coordinator: User
) -> None:
    seen = stamp(faulty, SPELLING)
    corrections.correct(faulty, FIRST, {"deadline": "2025"}, stamp=row(faulty).stamp, by=coordinator)
    answer = desk.post(url(faulty, SPELLING, "popraw"), {"stamp": seen}, follow=True)
    assert "Ktoś zmienił tę pozycję w międzyczasie: obejrzyj propozycję jeszcze raz." in text_of(soup(answer))
    assert "przestępczością" not in row(faulty).values["text"]


def test_a_fault_is_set_aside_for_a_reason_and_brought_back(desk: InspectingClient, faulty: Intake) -> None:
    address = url(faulty, SPELLING, "odloz")
    assert desk.post(address, {"reason": " "}).status_code == 422
    desk.post(address, {"reason": "Tak uchwaliła rada."})

    page = desk.page(faulty.get_absolute_url(), part="area-1")
    fault = page.select_one(f"#uwaga-{fault_key(SPELLING)}")
    assert "Odłożono: Tak uchwaliła rada." in text_of(fault)
    area = next(link for link in page.select(".rail a") if "area-1" in link["href"])
    assert "1 wątpliwość" in text_of(area)

    desk.post(fault.form["action"])
    assert draft(faulty).faults == {}


def test_a_fault_that_is_not_there_is_404(desk: InspectingClient, faulty: Intake) -> None:
    assert desk.get(f"{faulty.get_absolute_url()}uwaga/nie-ma/odloz/").status_code == 404
    assert desk.post(f"{faulty.get_absolute_url()}uwaga/nie-ma/popraw/").status_code == 404


def test_what_was_repaired_or_set_aside_does_not_go_on(faulty: Intake, coordinator: User) -> None:
    repairing.repair(faulty, fault_key(SPELLING), stamp=stamp(faulty, SPELLING), by=coordinator)
    repairing.set_aside(faulty, fault_key(NAME), reason="Bo tak.", by=coordinator)
    codes = [finding.code for finding in to_hand_on(faulty, draft(faulty))]
    assert "MISSPELT" not in codes
    assert "NAME_VARIANT" not in codes
    assert {"LEAD_IS_PARTNER", "OTHER"} <= set(codes)


def test_a_fault_settled_by_hand_does_not_go_on(in_review: Intake, coordinator: User) -> None:
    """Nobody pressed anything at the fault: the rules just do not find it in the corrected reading any more."""
    before = [finding.subject for finding in to_hand_on(in_review, draft(in_review))]
    corrections.correct(in_review, SECOND, {"partners": ["KMP"]}, stamp=row(in_review, SECOND).stamp, by=coordinator)
    after = [finding.subject for finding in to_hand_on(in_review, draft(in_review))]
    assert ("PSSE" in before, "PSSE" in after) == (True, False)


def test_a_fault_brought_in_by_a_correction_goes_on(in_review: Intake, coordinator: User) -> None:
    corrections.correct(in_review, SECOND, {"partners": ["SM"]}, stamp=row(in_review, SECOND).stamp, by=coordinator)
    assert any("SM" in finding.subject for finding in to_hand_on(in_review, draft(in_review)))


def test_a_repair_never_touches_the_middle_of_a_word(faulty: Intake) -> None:
    part = replace(SPELLING, repairs=(Repair("A1.1", "agrożonych", "x"), Repair("A1.1", "Kontrol", "y")))
    assert changes_of(part, draft(faulty)) == ()


def test_repairs_of_places_outside_the_reading_leave_the_fault_open(faulty: Intake, coordinator: User) -> None:
    faulty.refresh_from_db()
    both = replace(SPELLING, repairs=(*SPELLING.repairs, Repair("l.999", "a", "b")))
    faulty.reading = replace(Reading.from_json(faulty.reading or {}), findings=(both,)).to_json()
    faulty.save(update_fields=("reading",))
    repairing.repair(faulty, fault_key(both), stamp=stamp(faulty, both), by=coordinator)
    assert row(faulty).values["text"].endswith("zagrożonych przestępczością.")
    assert draft(faulty).faults == {}
    assert changes_of(both, draft(faulty)) == ()
