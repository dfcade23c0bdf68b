"""A list of institutions from a file: first what it would do, then exactly that, in one go or not at all."""

import csv
import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.keeping import KEPT
from bezpiecznik.institutions import contacts, services
from bezpiecznik.institutions.importing import services as importing
from bezpiecznik.institutions.importing.outcome import Status
from bezpiecznik.institutions.models import Institution, RegisterImport, Reporting

START = "/praca/podmioty/wykaz/"


def bring(text: str, by: User) -> RegisterImport:
    return importing.bring(text.encode(), name="wykaz.csv", by=by)


def told(brought: RegisterImport) -> list[tuple[int, str, str]]:
    """Row, status, and the reason or the changes in words."""
    return [
        (row.number, row.status, row.reason or "; ".join(f"{t}: {b} → {a}" for t, b, a in row.changes))
        for row in importing.outcomes_of(brought)
    ]


def test_a_preview_says_what_each_row_would_do_and_does_nothing(
    coordinator: User, police: Institution, guard: Institution
) -> None:
    lines = journal.JournalEntry.objects.count()
    brought = bring(
        "Skrót;Nazwa;Rodzaj;Telefon\n"
        "KMP;Komenda Miejska Policji;policja;997\n"
        "SM;Straż Miejska;inny;\n"
        "SP1;Szkoła nr 1;szkoła lub placówka oświatowa;\n"
        "SP2;Szkoła nr 2;szkolna;\n",
        coordinator,
    )
    assert told(brought) == [
        (2, "changed", "Rodzaj: inny → policja; Telefon:  → 997"),
        (3, "unchanged", ""),
        (4, "new", ""),
        (5, "refused", told(brought)[3][2]),
    ]
    assert told(brought)[3][2].startswith("Rodzaj: nieznana wartość „szkolna”, możliwe: „policja”,")
    assert (Institution.objects.count(), journal.JournalEntry.objects.count()) == (3, lines)


def test_agreeing_writes_it_once(coordinator: User, police: Institution) -> None:
    brought = bring("Skrót;Nazwa;Rodzaj;Telefon\nKMP;;policja;997\n;Szkoła nr 1;;\n", coordinator)
    importing.apply(brought, by=coordinator)
    police.refresh_from_db()
    assert (police.kind, police.contact.phone) == ("police", "997")
    assert Institution.objects.get(name="Szkoła nr 1").kind == "school"
    sentences = {line.sentence: line.data for line in journal.about(police)}
    assert sentences == {
        "Zmieniono dane podmiotu": {"changed": {"kind": ["other", "police"]}},
        "Zmieniono kontakt podmiotu": {"changed": {"phone": ["", "997"]}},
    }
    lines = journal.JournalEntry.objects.count()
    importing.apply(RegisterImport.objects.get(), by=coordinator)
    assert (Institution.objects.count(), journal.JournalEntry.objects.count()) == (3, lines)


@pytest.mark.parametrize("written", ["kmp;", "KMP;Komenda Miejska Policji", ";KOMENDA MIEJSKA POLICJI", ";Policja"])
def test_a_body_is_known_by_abbreviation_name_or_spelling(coordinator: User, police: Institution, written: str) -> None:
    services.add_alias(police, text="Policja", by=coordinator)
    brought = bring(f"Skrót;Nazwa;Telefon\n{written};997", coordinator)
    assert [row[1] for row in told(brought)] == ["changed"]
    importing.apply(brought, by=coordinator)
    assert contacts.contact_of(police).phone == "997"
    assert Institution.objects.get(pk=police.pk).name.casefold() == "komenda miejska policji"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("KMP;Straż Miejska;;", "skrót oznacza podmiot „Komenda Miejska Policji”, a nazwa podmiot „Straż Miejska”"),
        ("XYZ;;;", "nie ma nazwy, a skrótu nie ma w rejestrze"),
        ("KMP;;=1+1;", "w kolumnie „Telefon” jest formuła: wklej wartość jako tekst"),
        ("KMP;;zadzwoń;", "Telefon: Wpisz numer telefonu cyframi, np. 41 123 45 67 albo +48 41 123 45 67."),
        ("KMP;;;Nieznany Urząd", "Jednostka nadrzędna: w rejestrze ani w tym pliku nie ma podmiotu „Nieznany Urząd”"),
        ("KMP;;;KMP", "Podmiot nie może być swoją jednostką nadrzędną."),
    ],
)
def test_a_refused_row_says_why_and_the_rest_goes_on(
    coordinator: User, police: Institution, guard: Institution, row: str, reason: str
) -> None:
    brought = bring(f"Skrót;Nazwa;Telefon;Jednostka nadrzędna\n{row}\nSM;;986;\n", coordinator)
    assert told(brought) == [(2, "refused", reason), (3, "changed", "Telefon:  → 986")]
    importing.apply(brought, by=coordinator)
    assert contacts.contact_of(guard).phone == "986"
    assert contacts.contact_of(police).phone == ""


def test_one_body_in_two_rows_is_refused_the_second_time(coordinator: User, police: Institution) -> None:
    brought = bring("Skrót;Nazwa\nKMP;\n;komenda miejska policji\n;Nowy\n;nowy\n", coordinator)
    assert [row[1:] for row in told(brought)] == [
        ("unchanged", ""),
        ("refused", "ten sam podmiot jest już w wierszu 2"),
        ("new", ""),
        ("refused", "ten sam podmiot jest już w wierszu 4"),
    ]


def test_a_refused_row_leaves_its_names_free(coordinator: User, police: Institution) -> None:
    brought = bring(
        "Nazwa;Inne pisownie;Telefon\nNowy;N | n | KMP;\nNowy;N | n | Nowy;\nInny;;zadzwoń\nInny;;997\n", coordinator
    )
    assert [row[1] for row in told(brought)] == ["refused", "new", "refused", "new"]
    assert told(brought)[0][2] == "Inne pisownie: „KMP” oznacza już podmiot „Komenda Miejska Policji”."
    importing.apply(brought, by=coordinator)
    assert [alias.text for alias in Institution.objects.get(name="Nowy").aliases.all()] == ["n"]


def test_a_row_may_point_to_one_further_down(coordinator: User) -> None:
    brought = bring(
        "Nazwa;Jednostka nadrzędna;Sposób sprawozdawania;Sprawozdaje przez\n"
        "Szkoła nr 1;Wydział Oświaty;sprawozdaje przez inny podmiot;Wydział Oświaty\nWydział Oświaty;;;\n",
        coordinator,
    )
    assert [row[1] for row in told(brought)] == ["new", "new"]
    importing.apply(brought, by=coordinator)
    school, office = (Institution.objects.get(name=name) for name in ("Szkoła nr 1", "Wydział Oświaty"))
    assert (school.parent, school.reporting, school.reporter) == (office, Reporting.THROUGH, office)


def test_who_points_to_a_refused_row_is_refused_as_well(coordinator: User) -> None:
    brought = bring("Nazwa;Jednostka nadrzędna\nA-dzielnica;B-wydział\nB-wydział;C-nieznany\nD-szkoła;\n", coordinator)
    assert [row[1] for row in told(brought)] == ["refused", "refused", "new"]
    importing.apply(brought, by=coordinator)
    assert set(Institution.objects.values_list("name", flat=True)) == {"D-szkoła", "Biuro Bezpieczeństwa"}


def test_what_goes_out_comes_back_unchanged(
    client: InspectingClient, coordinator: User, police: Institution, schools: Institution
) -> None:
    services.add_alias(police, text="Policja", by=coordinator)
    contacts.set_contact(police, by=coordinator, phone="+48 41 000", website="https://policja.example")
    Institution.objects.filter(pk=police.pk).update(parent=Institution.objects.get(abbr="BB"), kind="police")
    for file_format in ("csv", "xlsx"):
        out = client.as_(coordinator).get("/praca/podmioty/", {"export": file_format}).content
        brought = importing.bring(out, name="podmioty", by=coordinator)
        assert [row[1:] for row in told(brought)] == [("unchanged", "")] * 3


def test_of_two_people_the_second_sees_what_is_true_now(
    client: InspectingClient, coordinator: User, police: Institution
) -> None:
    brought = bring("Skrót;Telefon\nKMP;997\n", coordinator)
    contacts.set_contact(police, by=coordinator, phone="112")
    page = client.as_(coordinator).post(brought.get_absolute_url(), follow=True)
    assert "Rejestr zmienił się od podglądu, więc nic nie zapisano." in page.content.decode()
    assert contacts.contact_of(police).phone == "112"
    brought.refresh_from_db()
    assert told(brought) == [(2, "changed", "Telefon: 112 → 997")]
    client.post(brought.get_absolute_url())
    assert contacts.contact_of(police).phone == "997"


def test_the_way_through_the_pages(client: InspectingClient, coordinator: User, police: Institution) -> None:
    pattern = client.as_(coordinator).get(f"{START}wzor/").content
    assert pattern.decode("utf-8-sig").startswith("Skrót;Nazwa;Rodzaj;")
    file = SimpleUploadedFile("wykaz.csv", "Skrót;Telefon\nKMP;997\nXX;1\n".encode())
    answer = client.post(START, {"file": file})
    brought = RegisterImport.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, brought.get_absolute_url())
    page = client.page(brought.get_absolute_url())
    assert [text_of(title) for title in page.select("main h2")] == ["Zmienione (1)", "Odrzucone (1)"]
    body = client.get(f"{brought.get_absolute_url()}odrzucone/").content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(body), delimiter=";")) == [
        ["Wiersz pliku", "Powód odrzucenia", "Skrót", "Telefon"],
        ["3", "nie ma nazwy, a skrótu nie ma w rejestrze", "XX", "1"],
    ]
    client.post(brought.get_absolute_url())
    assert "Ten wykaz zapisano w rejestrze." in text_of(client.page(brought.get_absolute_url()))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Plik jest pusty."),
        (b"Imie;Nazwisko\nA;B\n", "musi być tytuł kolumny „Nazwa” albo „Skrót”"),
        (b"Nazwa;nazwa\nA;B\n", "Kolumna „nazwa” występuje dwa razy."),
    ],
)
def test_a_file_that_is_no_list_is_said_at_the_field(
    client: InspectingClient, coordinator: User, data: bytes, sentence: str
) -> None:
    answer = client.as_(coordinator).post(START, {"file": SimpleUploadedFile("x.csv", data)})
    assert sentence in text_of(soup(answer).select_one(".errors"))
    assert not RegisterImport.objects.exists()


def test_a_name_alike_to_a_known_one_is_pointed_out(coordinator: User, police: Institution) -> None:
    brought = bring("Nazwa\nKomenda Miejskiej Policji\nKomenda Miejska Policji 2\n", coordinator)
    rows = importing.outcomes_of(brought)
    assert [(row.status, row.alike) for row in rows] == [(Status.NEW, "Komenda Miejska Policji"), (Status.NEW, "")]


def test_a_file_brought_in_is_forgotten_after_three_months(coordinator: User) -> None:
    at = clock.now()
    RegisterImport.objects.create(name="wykaz.csv", added_by=coordinator, added_at=at - timedelta(days=91))
    fresh = RegisterImport.objects.create(name="wykaz.csv", added_by=coordinator, added_at=at - timedelta(days=89))

    assert KEPT["institutions.imports"].remove_some(10) == 1
    assert list(RegisterImport.objects.all()) == [fresh]
