"""Activities from a file: a preview that writes nothing, then exactly that; the same file twice doubles nothing."""

import io
from datetime import date, time

import openpyxl
import pytest
from activities.activity_acts import LIST, enter
from activities.test_import_calendars import calendar
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import queries
from bezpiecznik.activities import services as activity_services
from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.importing import services
from bezpiecznik.activities.models import Activity, ActivityImport
from bezpiecznik.activities.refusals import Refused
from bezpiecznik.core import journal
from bezpiecznik.institutions.importing.outcome import RowOutcome
from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking

START = f"{LIST}wczytaj/"
HEAD = "Data;Godz.;Forma;Temat;Miejsce;Liczba osób;Razem z;Nr działania\n"
TWO = (
    "12.10.2022;17.00;pogadanka;Oszustwa „na wnuczka”;Klub Seniora;48 osób;Straż Miejska;1.1\n"
    "1 grudnia 2022;;szkolenie;Pierwsza pomoc;MDK;;;\n"
)


def bring(text: str | bytes, to: Institution, by: User) -> ActivityImport:
    return services.bring(to, text.encode() if isinstance(text, str) else text, name="wykaz.csv", by=by)


def told(brought: ActivityImport) -> list[tuple[str, str]]:
    """Status of each row, and of all but new ones the reason or the changes in words."""
    return [
        (row.status, "" if row.status == "new" else row.reason or changes_of(row))
        for row in services.outcomes_of(brought)
    ]


def changes_of(row: RowOutcome) -> str:
    return "; ".join(f"{title}: {before} → {after}" for title, before, after in row.changes)


def test_a_preview_writes_nothing_and_agreeing_writes_it_once(
    police: Institution, guard: Institution, patrols: Undertaking, reporter: User
) -> None:
    brought = bring(HEAD + TWO, police, reporter)
    assert (told(brought), Activity.objects.count()) == ([("new", ""), ("new", "")], 0)
    assert [row.reason for row in services.outcomes_of(brought)] == [
        "12.10.2022, 17:00, spotkanie, Klub Seniora, 48 os.", "01.12.2022, szkolenie, MDK, planowana",
    ]  # fmt: skip
    lines = journal.JournalEntry.objects.count()
    services.apply(brought, by=reporter)
    services.apply(brought, by=reporter)
    first, second = Activity.objects.order_by("starts_on")
    assert Facts.of(first) == Facts(
        kind="meeting", title="Oszustwa „na wnuczka”", starts_on=date(2022, 10, 12), starts_at=time(17),
        place="Klub Seniora", participants=48,
    )  # fmt: skip
    assert {body.institution for body in first.bodies.all()} == {police, guard}
    assert [link.undertaking for link in first.undertakings.all()] == [patrols]
    assert (second.state, second.participants, second.kind, second.public) == ("planned", None, "training", False)
    assert journal.JournalEntry.objects.count() == lines + 1
    assert queries.chosen(Activity.objects.all(), {"q": "wnuczka"}).count() == 1


def test_the_same_file_twice_doubles_nothing(police: Institution, guard: Institution, patrols: Undertaking,
                                             reporter: User) -> None:  # fmt: skip
    services.apply(bring(HEAD + TWO, police, reporter), by=reporter)
    again = bring(HEAD + TWO, police, reporter)
    assert told(again) == [("unchanged", ""), ("unchanged", "")]
    services.apply(again, by=reporter)
    assert Activity.objects.count() == 2


def test_two_rows_alike_are_two_events_and_stay_two(police: Institution, reporter: User) -> None:
    text = "Dzień;Co\n12.10.2022;Lekcja\n12.10.2022;Lekcja\n"
    services.apply(bring(text, police, reporter), by=reporter)
    assert {row[0] for row in told(bring(text, police, reporter))} == {"unchanged"}
    assert Activity.objects.count() == 2


def test_what_was_entered_by_hand_is_known_and_a_mended_number_is_offered(police: Institution, reporter: User) -> None:
    row = enter(police, by=reporter, title="Lekcja", participants=20)
    brought = bring("Dzień;Rodzaj;Co;Ile osób\n12.10.2022;spotkanie;lekcja;25\n", police, reporter)
    assert told(brought) == [("changed", "Co: Lekcja → lekcja; Ile osób: 20 → 25")]
    services.apply(brought, by=reporter)
    row.refresh_from_db()
    assert row.participants == 20, "nobody has asked for it"
    brought = bring("Dzień;Rodzaj;Co;Ile osób\n12.10.2022;spotkanie;Lekcja;25\n", police, reporter)
    services.apply(brought, by=reporter, changing=[2])
    row.refresh_from_db()
    assert (row.participants, Activity.objects.count()) == (25, 1)
    services.undo(brought, by=reporter)
    row.refresh_from_db()
    assert row.participants == 20


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("31.02.2022;Lekcja;;;;", "Dzień: „31.02.2022”: takiego dnia nie ma w kalendarzu"),
        (";Lekcja;;;;", "Dzień: brakuje"),
        ("12.10.2022;;;;;", "Co: brakuje"),
        ("12.10.2022;Lekcja;dużo;;;", "Ile osób: „dużo” to nie liczba całkowita: prosimy o same cyfry"),
        ("12.10.2022;Lekcja;;9.9;;", "Działania programu: wśród działań tego podmiotu nie ma „9.9”"),
        ("12.10.2022;Lekcja;;;Nikt;", "Razem z: w rejestrze nie ma podmiotu „Nikt”"),
        ("12.10.2022;Lekcja;;;;Straż Miejska", "Podmiot: ten wiersz jest podmiotu „Straż Miejska”"),
        ("12.10.2022;=1+1;;;;", "w kolumnie „Co” jest formuła: wklej wartość jako tekst"),
        ("31.02.2022;;x;;;", "Dzień: „31.02.2022”: takiego dnia nie ma w kalendarzu; "
         "Ile osób: „x” to nie liczba całkowita: prosimy o same cyfry; Co: brakuje"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_refused_with_what_to_mend(
    police: Institution, guard: Institution, patrols: Undertaking, reporter: User, row: str, sentence: str
) -> None:
    brought = bring(
        f"Dzień;Co;Ile osób;Działania programu;Razem z;Podmiot\n{row}\n12.10.2022;Dobry;1;;;\n", police, reporter
    )
    assert told(brought) == [("refused", sentence), ("new", "")]
    services.apply(brought, by=reporter)
    assert Activity.objects.get().title == "Dobry"


@pytest.mark.parametrize("separator", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_csv_of_any_habit_is_read(police: Institution, reporter: User, separator: str, encoding: str) -> None:
    text = separator.join(("Dzień", "Co")) + "\n" + separator.join(("1.02.2022", "Żółta łódź")) + "\n"
    services.apply(bring(text.encode(encoding), police, reporter), by=reporter)
    assert Activity.objects.get().title == "Żółta łódź"


def test_a_spreadsheet_with_real_dates_and_hours_is_read(police: Institution, reporter: User) -> None:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for line in (
        ("Data", "Godzina", "Co", "Ile osób"),
        (date(2022, 2, 1), time(17, 30), "A", 12.0),
        (44593, 0.75, "B", ""),
    ):
        sheet.append(line)
    book.save(buffer)
    services.apply(bring(buffer.getvalue(), police, reporter), by=reporter)
    found = Activity.objects.order_by("title").values_list("title", "starts_on", "starts_at", "participants")
    assert list(found) == [("A", date(2022, 2, 1), time(17, 30), 12), ("B", date(2022, 2, 1), time(18), None)]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "pusty"), (b"PK\x03\x04nic", "nie da się otworzyć"), (b"\x00\x01\x02", "To nie jest plik CSV"),
     (b"Co\n" + b"x\n" * 2_001, "więcej niż 2000 wierszy"), (b"x" * 2_000_001, "za duży")],
    ids=["empty", "broken", "bytes", "rows", "large"],
)  # fmt: skip
def test_a_broken_file_is_refused_in_a_sentence(
    police: Institution, reporter: User, data: bytes, sentence: str
) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        bring(data, police, reporter)


def test_an_event_changed_in_the_calendar_is_offered_and_a_cancelled_one_too(
    police: Institution, reporter: User
) -> None:
    event = "UID:a|SUMMARY:Dyżur|DTSTART:20221012T170000"
    services.apply(bring(calendar(event), police, reporter), by=reporter)
    assert told(bring(calendar(event), police, reporter)) == [("unchanged", "")]
    moved = bring(calendar("UID:a|SUMMARY:Dyżur|DTSTART:20221013T180000"), police, reporter)
    assert told(moved) == [("changed", "Dzień: 12.10.2022 → 13.10.2022; Godzina: 17:00 → 18:00")]
    services.apply(moved, by=reporter, changing=[1])
    cancelled = bring(calendar("UID:a|SUMMARY:Dyżur|DTSTART:20221013T180000|STATUS:CANCELLED"), police, reporter)
    services.apply(cancelled, by=reporter, changing=[1])
    row = Activity.objects.get()
    assert (row.starts_on, row.state, bool(row.cancelled_because)) == (date(2022, 10, 13), "cancelled", True)


def test_a_kind_that_no_column_tells_is_taken_from_the_words_unless_the_person_says_it(
    police: Institution, reporter: User
) -> None:
    brought = bring(calendar("UID:a|SUMMARY:Dyżur dzielnicowego|DTSTART:20221012T170000"), police, reporter)
    assert "dyżur albo usługa" in services.outcomes_of(brought)[0].reason
    chosen = services.choose_columns(brought, by=reporter, mapping={}, kind="meeting")
    assert "spotkanie" in services.outcomes_of(chosen)[0].reason


def test_undoing_withdraws_every_row_and_the_file_may_be_brought_again(
    police: Institution, guard: Institution, patrols: Undertaking, reporter: User
) -> None:
    brought = bring(HEAD + TWO, police, reporter)
    services.apply(brought, by=reporter)
    services.undo(brought, by=reporter)
    assert set(Activity.objects.values_list("state", flat=True)) == {"cancelled"}
    assert told(bring(HEAD + TWO, police, reporter)) == [("new", ""), ("new", "")]
    first = Activity.objects.order_by("starts_on")[0]
    activity_services.reinstate_activity(first, by=reporter)
    first.refresh_from_db()
    assert first.state == "held"


def test_what_somebody_changed_since_is_not_undone(police: Institution, reporter: User) -> None:
    brought = bring("Dzień;Co\n12.10.2022;Lekcja\n", police, reporter)
    services.apply(brought, by=reporter)
    activity_services.show_activity(Activity.objects.get(), by=reporter)
    with pytest.raises(Refused, match="zmieniono potem: „Lekcja”"):
        services.undo(brought, by=reporter)


def test_when_something_has_changed_since_the_preview_nothing_is_written(police: Institution, reporter: User) -> None:
    brought = bring("Dzień;Rodzaj;Co\n12.10.2022;spotkanie;Lekcja\n", police, reporter)
    enter(police, by=reporter, title="Lekcja", participants=None)
    with pytest.raises(services.OutcomeChanged):
        services.apply(brought, by=reporter)
    brought.refresh_from_db()
    assert (told(brought), Activity.objects.count()) == ([("unchanged", "")], 1)


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_our_own_list_comes_back_without_a_change(
    client: InspectingClient, police: Institution, guard: Institution, patrols: Undertaking, reporter: User,
    file_format: str,
) -> None:  # fmt: skip
    enter(police, by=reporter, undertakings=(patrols,), others=(guard,), title="=Spotkanie", place="Klub „X”; sala 2",
          starts_at=time(17), audience="seniorzy", description="Opis, z przecinkiem")  # fmt: skip
    enter(police, by=reporter, kind="inspection", found=4, sanctioned=2, times=3, participants=None)
    content = client.as_(reporter).get(LIST, {"export": file_format}).content
    assert [row[0] for row in told(bring(content, police, reporter))] == ["unchanged", "unchanged"]
    Activity.objects.update(state="cancelled", cancelled_because="Na próbę.")
    services.apply(bring(content, police, reporter), by=reporter)
    made = [Facts.of(row) for row in Activity.objects.filter(state="held").order_by("pk")]
    assert sorted(made, key=str) == sorted(
        (
            Facts(**{**Facts.of(row).__dict__, "state": "held"})
            for row in Activity.objects.filter(state="cancelled")
        ),
        key=str,
    )  # fmt: skip


def test_the_pages_lead_from_a_file_to_rows_and_back(
    client: InspectingClient, police: Institution, guard: Institution, patrols: Undertaking, reporter: User
) -> None:
    client.as_(reporter).page(START)
    text = "Rozkład;Co;Liczba\n12.10.2022;Lekcja;5\n31.02.2022;Zła;\n"
    answer = client.post(START, {"file": SimpleUploadedFile("wykaz.csv", text.encode())})
    brought = ActivityImport.objects.get()
    assert answer.headers["Location"] == brought.get_absolute_url()
    page = client.page(brought.get_absolute_url())
    assert "Dzień: brakuje" in text_of(page)
    fields = {name["name"]: "" for name in page.select("select[name]")}
    client.post(
        f"{brought.get_absolute_url()}kolumny/",
        {**fields, "column_starts_on": "0", "column_title": "1", "column_participants": "2", "kind": "training",
         "undertaking": str(patrols.pk)},
    )  # fmt: skip
    page = client.page(brought.get_absolute_url())
    assert "takiego dnia nie ma w kalendarzu" in text_of(page)
    mend = openpyxl.load_workbook(io.BytesIO(client.get(f"{brought.get_absolute_url()}do-poprawy/").content)).active
    assert mend is not None
    assert [cell.value for cell in mend[1]][:3] == ["Co poprawić", "Wiersz pliku", "Rozkład"]
    client.post(brought.get_absolute_url())
    row = Activity.objects.get()
    assert (row.title, row.kind, row.participants, row.undertakings.get().undertaking) == (
        "Lekcja", "training", 5, patrols,
    )  # fmt: skip
    assert "Nowe wpisy: 1" in text_of(client.page(brought.get_absolute_url()))
    client.post(f"{brought.get_absolute_url()}cofnij/")
    client.page(brought.get_absolute_url())
    row.refresh_from_db()
    assert row.state == "cancelled"


def test_a_column_chosen_twice_is_refused(client: InspectingClient, police: Institution, reporter: User) -> None:
    brought = bring("A;B\n1;2\n", police, reporter)
    answer = client.as_(reporter).post(
        f"{brought.get_absolute_url()}kolumny/", {"column_starts_on": "0", "column_title": "0"}
    )
    assert "Jedna kolumna jest wybrana dwa razy" in answer.content.decode()


@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
def test_the_pattern_can_be_brought_as_it_is(
    client: InspectingClient, police: Institution, patrols: Undertaking, reporter: User, file_format: str
) -> None:
    content = client.as_(reporter).get(f"{START}wzor/", {"export": file_format}).content
    assert told(bring(content, police, reporter)) == [("new", "")]


def test_files_of_others_are_not_there(
    client: InspectingClient, police: Institution, reporter: User, neighbour: User, member: User, coordinator: User
) -> None:
    address = bring("Dzień;Co\n12.10.2022;Lekcja\n", police, reporter).get_absolute_url()
    assert client.as_(neighbour).get(address).status_code == 404
    assert client.as_(member).get(address).status_code == 403
    assert client.as_(coordinator).get(address).status_code == 200
    assert "Wybierz podmiot" in text_of(client.page(START))


def test_number_of_queries_does_not_grow_with_rows(police: Institution, reporter: User) -> None:
    asked = []
    for rows in (1, 3):
        lines = "".join(f"{n + 1}.1{rows % 3}.2022;Lekcja {rows}.{n};5\n" for n in range(rows))
        brought = bring(f"Dzień;Co;Ile osób\n{lines}", police, reporter)
        with CaptureQueriesContext(connection) as caught:
            services.apply(brought, by=reporter)
        asked.append(len(caught))
    assert asked[1] <= asked[0] <= 23
