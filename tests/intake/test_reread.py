"""The document is read again: decisions of people stay by what rows say; what finds no place is told, not lost."""

import pytest
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.intake import corrections, merging, repairing, rereading, services, undoing
from bezpiecznik.intake.draft import Draft, Kind, Row, draft_of
from bezpiecznik.intake.faults import fault_key
from bezpiecznik.intake.models import Intake, ReviewAct
from bezpiecznik.intake.names import Decision
from bezpiecznik.intake.parts import parts_of
from bezpiecznik.resolution import open_document, read_opened

BEFORE = """UCHWAŁA NR X/12/2024
RADY MIASTA ZATORZYN
z dnia 14 marca 2024 r.
w sprawie uchwalenia Miejskiego Programu Zapobiegania Przestępczości na lata 2024-2026

WYKAZ SKRÓTÓW
Skrót\tPełna nazwa
KMP\tKomenda Miejska Policji w Zatorzynie
SM\tStraż Miejska w Zatorzynie

Obszar 1. BEZPIECZEŃSTWO W MIEJSCACH PUBLICZNYCH
Lp.\tDziałanie\tPodmiot odpowiedzialny\tPartnerzy
1.\tKontrole miejsc szczególnie zagrożonych.\tKMP\tSM, rady osiedli
2.\tSpotkania z mieszkańcami o bezpieczeństwie.\tSM\tKMP, PSSE
3.\tRozbudowa monitoringu wizyjnego w mieście.\tSM\tKMP

Obszar 2. RUCH DROGOWY
Lp.\tDziałanie\tPodmiot odpowiedzialny\tPartnerzy
1.\tWspólne patrole przy szkołach.\tKMP\tSM, Szkoły
"""
NEWER = BEFORE.replace(
    "Obszar 1.", "Obszar 7. OCHRONA ŚRODOWISKA\nLp.\tDziałanie\tPodmiot odpowiedzialny\tPartnerzy\n"
    "1.\tKontrole spalania odpadów.\tSM\t\n\nObszar 1.",
).replace("3.\tRozbudowa monitoringu wizyjnego w mieście.\tSM\tKMP\n", "")  # fmt: skip
"""A newer reader finds an area before the others, so that all places move, and takes the third action for none."""
FIRST, SECOND, THIRD, ROAD = "areas:0:0", "areas:0:1", "areas:0:2", "areas:1:0"


@pytest.fixture
def begun(coordinator: User) -> Intake:
    return services.read_now(services.upload(BEFORE.encode(), name="uchwala.txt", by=coordinator))


def draft(intake: Intake) -> Draft:
    intake.refresh_from_db()
    return draft_of(intake)


def row(intake: Intake, key: str) -> Row:
    found = draft(intake).row(key)
    assert found is not None
    return found


def saying(intake: Intake, words: str) -> Row:
    return next(found for found in draft(intake).rows if found.read and words in str(found.read.get("text", "")))


def read_again(intake: Intake, by: User, text: str = NEWER) -> int:
    opened = open_document(text.encode())
    return rereading.finish(intake, read_opened(opened), opened.text, by=by)


def left(intake: Intake) -> list[tuple[str, str]]:
    intake.refresh_from_db()
    return [(kept["what"], kept["about"]) for kept in (intake.corrected or {}).get("left", {}).values()]


def test_corrections_and_removals_follow_the_words_of_their_rows(begun: Intake, coordinator: User) -> None:
    corrections.correct(begun, FIRST, {"partners": ["SM"]}, stamp=row(begun, FIRST).stamp, by=coordinator)
    corrections.remove(begun, ROAD, stamp=row(begun, ROAD).stamp, by=coordinator)

    assert read_again(begun, coordinator) == 0

    first, road = saying(begun, "Kontrole miejsc"), saying(begun, "Wspólne patrole")
    assert (first.key, first.values["partners"], first.is_changed) == ("areas:1:0", ["SM"], True)
    assert (road.key, road.deleted) == ("areas:2:0", True)
    assert not saying(begun, "spalania").deleted


def test_joined_added_and_named_rows_stay(begun: Intake, coordinator: User) -> None:
    merging.merge(begun, FIRST, {SECOND: row(begun, SECOND).stamp}, stamp=row(begun, FIRST).stamp, by=coordinator)
    values = {**row(begun, FIRST).values, "no": 9, "text": "Dopisane ręcznie."}
    corrections.add(begun, Kind.ACTION, values, parent="areas:1", by=coordinator)
    said = {"psse": Decision(target="new", abbr="PSSE", name="Sanepid")}
    corrections.decide_names(begun, said, stamp=draft(begun).names_stamp, by=coordinator)

    assert read_again(begun, coordinator) == 0

    gone, added = saying(begun, "Spotkania"), next(found for found in draft(begun).rows if found.is_added)
    assert (gone.deleted, gone.merged) == (True, "areas:1:0")
    assert (added.parent, added.key, added.values["text"]) == ("areas:2", "areas:2:n1", "Dopisane ręcznie.")
    assert draft(begun).names["psse"]["name"] == "Sanepid"


def test_what_was_added_by_hand_and_is_read_now_is_not_there_twice(begun: Intake, coordinator: User) -> None:
    values = {**row(begun, FIRST).values, "no": 1, "text": "Kontrole spalania odpadów.", "deadline": "zima"}
    corrections.add(begun, Kind.AREA, {"no": 7, "name": "OCHRONA ŚRODOWISKA"}, by=coordinator)
    corrections.add(begun, Kind.ACTION, values, parent="areas:n1", by=coordinator)

    assert read_again(begun, coordinator) == 0

    assert not [found for found in draft(begun).rows if found.is_added]
    assert saying(begun, "spalania").values["deadline"] == "zima"


def test_what_finds_no_place_is_told_with_the_words_typed(
    client: InspectingClient, begun: Intake, coordinator: User
) -> None:
    corrections.correct(begun, THIRD, {"deadline": "do końca 2025"}, stamp=row(begun, THIRD).stamp, by=coordinator)
    assert read_again(begun, coordinator) == 1
    assert left(begun) == [("changes", "1.3")]

    page = client.as_(coordinator).page(begun.get_absolute_url())
    told = next(found for found in page.select(".callout-warn") if "nie udało się przenieść" in text_of(found))
    assert "Poprawka pozycji 1.3: w nowym odczycie nie ma takiej pozycji." in text_of(told)
    assert "do końca 2025" in text_of(told)
    client.post(told.form["action"])
    assert left(begun) == []


def test_parts_that_say_the_same_stay_looked_through_and_others_do_not(begun: Intake, coordinator: User) -> None:
    for part in parts_of(draft(begun), ()):
        if part.key in {"cele", "dane"}:
            corrections.accept_part(begun, part.key, stamp=part.stamp, by=coordinator)
            begun.refresh_from_db()
    read_again(begun, coordinator, NEWER.replace("X/12/2024", "X/99/2024"))
    begun.refresh_from_db()
    assert begun.accepted_areas == ["cele"]


def test_a_fault_set_aside_stays_so(begun: Intake, coordinator: User) -> None:
    fault = next(found for found in draft(begun).reading.findings if found.subject == "PSSE")
    repairing.set_aside(begun, fault_key(fault), reason="Znany skrót.", by=coordinator)
    assert read_again(begun, coordinator, BEFORE + "\n") == 0
    assert draft(begun).faults[fault_key(fault)]["reason"] == "Znany skrót."


def test_a_new_reading_is_taken_back_with_all_that_it_replaced(begun: Intake, coordinator: User) -> None:
    corrections.correct(begun, THIRD, {"deadline": "2025"}, stamp=row(begun, THIRD).stamp, by=coordinator)
    begun.refresh_from_db()
    before = (begun.reading, begun.corrected, begun.text_id)
    read_again(begun, coordinator)
    for _act in range(2):  # the reading, then the correction before it
        begun.refresh_from_db()
        now = (begun.reading, begun.corrected, begun.text_id)
        act = undoing.last_act(begun)
        assert act is not None
        undoing.take_back(begun, act=act.pk, by=coordinator)
        assert now != before or act.kind == "intake.corrected"
    begun.refresh_from_db()
    assert (begun.reading, begun.corrected, begun.text_id) == (before[0], {}, before[2])


def test_reading_the_same_again_loses_nothing(kielce: bytes, coordinator: User) -> None:
    intake = services.read_now(services.upload(kielce, name="kielce.txt", by=coordinator))
    for key in ("areas:3:1", "initiatives:4", "institutions:3", "goals:1"):
        found = row(intake, key)
        field = "name" if "name" in found.values else "text"
        corrections.correct(intake, key, {field: f"{found.values[field]} (x)"}, stamp=found.stamp, by=coordinator)
    corrections.remove(intake, "areas:10:5", stamp=row(intake, "areas:10:5").stamp, by=coordinator)
    corrections.accept_all_parts(intake, by=coordinator)
    intake.refresh_from_db()
    before = (intake.corrected, intake.accepted_areas)

    assert read_again(intake, coordinator, kielce.decode("utf-8")) == 0

    intake.refresh_from_db()
    assert (intake.corrected, sorted(intake.accepted_areas)) == (before[0], sorted(before[1]))


def test_the_way_by_the_button_and_the_job(client: InspectingClient, begun: Intake, coordinator: User) -> None:
    corrections.correct(begun, FIRST, {"text": "Inaczej."}, stamp=row(begun, FIRST).stamp, by=coordinator)
    address = f"{begun.get_absolute_url()}ponowny-odczyt/"
    page = client.as_(coordinator).page(address)
    answer = client.post(page.select_one("main form")["action"])
    begun.refresh_from_db()
    assert begun.job is not None
    assert answer["Location"] == begun.job.get_absolute_url()
    assert client.post(address)["Location"] == answer["Location"]
    assert "Trwa ponowny odczyt" in text_of(client.page(begun.get_absolute_url()))

    jobs.run(str(begun.job.pk))

    begun.job.refresh_from_db()
    assert (begun.job.state, begun.job.result_url) == ("done", begun.get_absolute_url())
    assert row(begun, FIRST).values["text"] == "Inaczej."
    assert ReviewAct.objects.latest("pk").kind == "intake.carried_over"


def test_a_document_accepted_meanwhile_is_left_alone(begun: Intake, coordinator: User) -> None:
    corrections.accept_all_parts(begun, by=coordinator)
    services.accept(begun, by=coordinator)
    begun.refresh_from_db()
    before = begun.reading
    assert read_again(begun, coordinator) == 0
    begun.refresh_from_db()
    assert begun.reading == before


def test_who_comes_after_the_review_is_told(client: InspectingClient, begun: Intake, coordinator: User) -> None:
    services.abandon(begun, by=coordinator)
    answer = client.as_(coordinator).post(f"{begun.get_absolute_url()}ponowny-odczyt/", follow=True)
    assert "Ten dokument porzucono" in text_of(soup(answer))
