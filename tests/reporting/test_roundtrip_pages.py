"""Pages of files: what people see, press and are told; who may."""

import io
import re
import zipfile
from typing import Any

import openpyxl
import pytest
from cast import MakeAction, make_person
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from inspector import InspectingClient, soup, text_of
from link_acts import invite, last_address
from reporting_acts import say, send
from roundtrip_acts import OUTCOME, TEXT, answered, changed, put, workbook

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs, journal
from bezpiecznik.core.models import Job
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import BroughtFile, Entry, FileBundle, Packet, Period
from bezpiecznik.reporting.roundtrip.reading import read_filled

ROOM = "/praca/sprawozdania"


def upload(client: Any, packet: Packet, data: bytes, name: str = "policja.xlsx") -> Any:
    return client.post(f"{ROOM}/{packet.pk}/plik/", {"file": SimpleUploadedFile(name, data)})


def brought_by(person: User, packet: Packet, data: bytes) -> BroughtFile:
    return services.bring_file(packet, data, name="policja.xlsx", by=person)[0]


def test_the_page_of_the_packet_offers_files(client: InspectingClient, packet: Packet, reporter: User) -> None:
    page = client.as_(reporter).page(packet.get_absolute_url())

    assert {"Pobierz arkusz (XLSX)", "Pobierz formularz (DOCX)", "Wczytaj wypełniony plik"} <= {
        text_of(link) for link in page("a")
    }
    mine = client.page(f"{ROOM}/moje/")
    assert any(text_of(link).startswith("Wypełnij w Excelu albo Wordzie") for link in mine("a"))


@pytest.mark.parametrize(("ending", "kind"), [("arkusz.xlsx", "xlsx"), ("formularz.docx", "docx")])
def test_files_to_fill_in(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User, ending: str, kind: str
) -> None:
    say(entry, by=reporter, text="Jeszcze niegotowe.")
    response = client.as_(reporter).get(f"{ROOM}/{packet.pk}/{ending}")

    assert response["Content-Disposition"] == f'attachment; filename="sprawozdanie-kmp-2022.{kind}"'
    assert read_filled(response.content).theirs[entry.pk]["text"] == "Jeszcze niegotowe."


def test_a_clerk_brings_looks_and_agrees(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User
) -> None:
    client.as_(reporter).page(f"{ROOM}/{packet.pk}/plik/")
    response = upload(client, packet, answered(packet))
    page = client.page(response["Location"])

    assert "0 wierszy bez zmian, 1 do wczytania, 0 sporów, 0 błędów." in text_of(page)
    assert "Co zrobiono: Odbyto 120 patroli." in text_of(page)
    seen = page.find("input", attrs={"name": "seen"})["value"]
    done = client.post(response["Location"], {"seen": seen})
    assert done["Location"] == packet.get_absolute_url()
    assert "Wczytano z pliku: 1 działanie." in text_of(client.page(packet.get_absolute_url()))
    assert Entry.objects.get(pk=entry.pk).text == "Odbyto 120 patroli."


def test_it_may_be_taken_back_on_the_page(
    client: InspectingClient, packet: Packet, entry: Entry, reporter: User
) -> None:
    brought = brought_by(reporter, packet, answered(packet))
    page = client.as_(reporter).page(brought.get_absolute_url())
    client.post(brought.get_absolute_url(), {"seen": page.find("input", attrs={"name": "seen"})["value"]})
    page = client.page(brought.get_absolute_url())
    assert "Cofnij wczytanie" in [text_of(button) for button in page("button")]
    client.post(f"{ROOM}/plik/{brought.pk}/cofniecie/")

    assert "Wczytanie cofnięto" in text_of(client.page(brought.get_absolute_url()))
    assert Entry.objects.get(pk=entry.pk).text == ""


def test_a_dispute_is_shown_side_by_side_and_decided(
    client: InspectingClient, packet: Packet, entry: Entry, police: Institution, reporter: User
) -> None:
    data = answered(packet, text="Słowa z pliku.")
    say(entry, by=make_person("Celina", "Koleżanecka", Role.REPORTER, police), text="Słowa Celiny.")
    brought = brought_by(reporter, packet, data)
    page = client.as_(reporter).page(brought.get_absolute_url())

    [field] = page("fieldset")
    choices = {text_of(label): label.input.get("checked") for label in field("label")}
    assert choices == {"Zostaw z systemu: Słowa Celiny.": "", "Weź z pliku: Słowa z pliku.": None}
    seen = page.find("input", attrs={"name": "seen"})["value"]
    client.post(brought.get_absolute_url(), {"seen": seen, f"take-{entry.pk}:text": "theirs"})
    assert Entry.objects.get(pk=entry.pk).text == "Słowa z pliku."


def test_who_was_overtaken_is_asked_to_look_again(
    client: InspectingClient, packet: Packet, entry: Entry, police: Institution, reporter: User
) -> None:
    brought = brought_by(reporter, packet, answered(packet))
    page = client.as_(reporter).page(brought.get_absolute_url())
    say(entry, by=make_person("Celina", "Koleżanecka", Role.REPORTER, police), text="Słowa Celiny.")
    client.post(brought.get_absolute_url(), {"seen": page.find("input", attrs={"name": "seen"})["value"]})

    assert "W międzyczasie ktoś zapisał zmiany" in text_of(client.page(brought.get_absolute_url()))
    assert Entry.objects.get(pk=entry.pk).text == "Słowa Celiny."


def test_what_to_mend_is_listed_and_downloaded(client: InspectingClient, packet: Packet, reporter: User) -> None:
    brought = brought_by(reporter, packet, changed(workbook(packet), lambda book: put(book, OUTCOME, "zrobione")))
    page = client.as_(reporter).page(brought.get_absolute_url())
    assert "1 błąd" in text_of(page)

    listed = openpyxl.load_workbook(io.BytesIO(client.get(f"{ROOM}/plik/{brought.pk}/do-poprawy.xlsx").content)).active
    [titles, row] = [[cell.value for cell in line] for line in listed.rows]
    assert titles == ["Miejsce w pliku", "Nr działania", "Co wpisano", "Co poprawić"]
    assert row[:3] == ["Sprawozdanie, wiersz 2", "1.1", "zrobione"]


def test_a_file_that_cannot_be_read_is_told_in_the_form(
    client: InspectingClient, packet: Packet, reporter: User
) -> None:
    page = soup(upload(client.as_(reporter), packet, b"Nr;Stan\n", name="dane.csv"))

    assert "To nie jest skoroszyt pobrany z systemu" in text_of(page.find(class_="errorlist") or page)
    assert not BroughtFile.objects.exists()


def test_the_same_file_again_is_recognised(client: InspectingClient, packet: Packet, reporter: User) -> None:
    data = answered(packet)
    first = upload(client.as_(reporter), packet, data)
    again = upload(client, packet, data, name="kopia.xlsx")

    assert again["Location"] == first["Location"]
    assert "Ten plik już wczytano; nic się nie zmieniło." in text_of(client.page(again["Location"]))


def test_a_packet_handed_on_offers_nothing(client: InspectingClient, packet: Packet, reporter: User) -> None:
    send(packet, by=reporter)
    page = client.as_(reporter).page(f"{ROOM}/{packet.pk}/plik/")

    assert "Tego sprawozdania nie można teraz zmieniać" in text_of(page)
    assert page.find("input", attrs={"type": "file"}) is None


def test_the_file_comes_back_byte_for_byte(client: InspectingClient, packet: Packet, reporter: User) -> None:
    data = answered(packet)
    brought = brought_by(reporter, packet, data)
    response = client.as_(reporter).get(f"{ROOM}/plik/{brought.pk}/oryginal/")

    assert response.getvalue() == data


def test_somebody_without_an_account_brings_a_file(
    client: InspectingClient, packet: Packet, entry: Entry, police: Institution, coordinator: User
) -> None:
    invite(police, by=coordinator)
    client.post(last_address())
    data = changed(client.get(f"{ROOM}/{packet.pk}/arkusz.xlsx").content, lambda book: put(book, TEXT, "Przez łącze."))
    location = upload(client, packet, data)["Location"]
    page = client.page(location)
    client.post(location, {"seen": page.find("input", attrs={"name": "seen"})["value"]})

    assert Entry.objects.get(pk=entry.pk).text == "Przez łącze."


@pytest.mark.parametrize("address", ["arkusz.xlsx", "formularz.docx", "plik/"])
def test_strangers_get_404_and_the_head_403(
    client: InspectingClient, packet: Packet, neighbour: User, head: User, address: str
) -> None:
    assert client.as_(neighbour).get(f"{ROOM}/{packet.pk}/{address}").status_code == 404
    assert client.as_(head).get(f"{ROOM}/{packet.pk}/{address}").status_code == 403


def test_a_brought_file_is_nobody_elses(
    client: InspectingClient, packet: Packet, reporter: User, neighbour: User, head: User
) -> None:
    brought = brought_by(reporter, packet, answered(packet))
    for person, status in ((neighbour, 404), (head, 403)):
        client.as_(person)
        for address in ("", "do-poprawy.xlsx", "oryginal/"):
            assert client.get(f"{brought.get_absolute_url()}{address}").status_code == status
        assert client.post(f"{brought.get_absolute_url()}cofniecie/").status_code == status


# --- the office ---


def many(client: Any, period: Period, *files: tuple[str, bytes]) -> Any:
    sheets = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(f"{ROOM}/okres/{period.pk}/pliki/", {"sheets": sheets})


def test_the_office_sends_out_all_files_in_one(
    client: InspectingClient, period: Period, packet: Packet, entry: Entry, reporter: User, coordinator: User
) -> None:
    say(entry, by=reporter, text="Jeszcze niegotowe.")
    client.as_(coordinator).page(f"{ROOM}/okres/{period.pk}/pliki/")
    client.post(f"{ROOM}/okres/{period.pk}/pliki/paczka/")
    jobs.run(str(Job.objects.get(kind="reporting.bundle").pk))

    page = client.page(f"{ROOM}/okres/{period.pk}/pliki/")
    assert "plików: 2" in text_of(page)
    data = client.get(f"{ROOM}/okres/{period.pk}/pliki/paczka.zip").getvalue()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sorted(archive.namelist()) == ["kmp.xlsx", "sm.xlsx"]
        assert read_filled(archive.read("kmp.xlsx")).theirs[entry.pk]["text"] == ""


def test_a_new_bundle_takes_the_old_ones_place(client: InspectingClient, period: Period, coordinator: User) -> None:
    for data in (b"PK-first", b"PK-second"):
        services.keep_bundle(period, data, packets=2, by=coordinator)

    assert FileBundle.objects.get(period=period).file.read() == b"PK-second"


def test_many_files_find_their_reports_by_themselves(
    client: InspectingClient, period: Period, packet: Packet, guard: Institution, coordinator: User
) -> None:
    other = Packet.objects.get(institution=guard)
    page = soup(many(client.as_(coordinator), period, ("a.xlsx", answered(packet)), ("b.xlsx", answered(other)),
                     ("c.csv", b"x;y\n")))  # fmt: skip

    table = page.find("table")
    rows = [text_of(row) for row in table("tr")][1:]
    assert rows[0].startswith("a.xlsx Komenda Miejska Policji Przejrzyj i zatwierdź")
    assert rows[1].startswith("b.xlsx Straż Miejska Przejrzyj i zatwierdź")
    assert rows[2].startswith("c.csv – To nie jest skoroszyt pobrany z systemu")
    assert set(BroughtFile.objects.values_list("on_behalf", flat=True)) == {"Komenda Miejska Policji", "Straż Miejska"}


def test_agreed_to_by_the_office_it_is_noted_on_whose_behalf(
    client: InspectingClient, period: Period, packet: Packet, entry: Entry, coordinator: User
) -> None:
    many(client.as_(coordinator), period, ("a.xlsx", answered(packet)))
    brought = BroughtFile.objects.get()
    page = client.page(brought.get_absolute_url())
    assert "w imieniu: Komenda Miejska Policji" in text_of(page)
    client.post(brought.get_absolute_url(), {"seen": page.find("input", attrs={"name": "seen"})["value"]})

    assert Entry.objects.get(pk=entry.pk).text == "Odbyto 120 patroli."
    assert journal.about(packet)[0].data["on_behalf"] == "Komenda Miejska Policji"


def test_a_file_of_another_period_is_told(
    client: InspectingClient, period: Period, packet: Packet, coordinator: User
) -> None:
    data = answered(packet)
    later = services.plan_period(
        period.programme, year=2023, part=0, opens_on=period.opens_on, due_on=period.due_on, by=coordinator
    )
    services.open_period(later, by=coordinator)
    page = soup(many(client.as_(coordinator), later, ("a.xlsx", data)))

    assert "To jest plik za inny okres: Komenda Miejska Policji, 2022." in text_of(page.find("table"))


def test_what_the_institution_brought_itself_the_office_does_not_see(
    client: InspectingClient, period: Period, packet: Packet, reporter: User, coordinator: User
) -> None:
    data = answered(packet, text="Jeszcze niegotowe.")
    brought = brought_by(reporter, packet, data)
    client.as_(coordinator)

    for address in ("", "do-poprawy.xlsx", "oryginal/"):
        assert client.get(f"{brought.get_absolute_url()}{address}").status_code == 404
    for page in (client.page(f"{ROOM}/okres/{period.pk}/pliki/"), client.page(f"{ROOM}/{packet.pk}/plik/")):
        assert "policja.xlsx" not in text_of(page)
    again = soup(many(client, period, ("a.xlsx", data)))
    assert "Ten plik wczytał już sam podmiot, więc nic nie trzeba robić." in text_of(again.find("table"))


def test_files_of_a_period_are_the_offices(
    client: InspectingClient, period: Period, reporter: User, member: User
) -> None:
    assert client.as_(reporter).get(f"{ROOM}/okres/{period.pk}/pliki/").status_code == 404
    assert client.as_(member).get(f"{ROOM}/okres/{period.pk}/pliki/").status_code == 403


def test_the_number_of_files_and_rows_costs_no_queries(
    client: InspectingClient, packet: Packet, make_action: MakeAction, police: Institution, reporter: User,
    coordinator: User,
) -> None:  # fmt: skip
    one, _two, three = (_queries(client, packet, reporter, coordinator, words) for words in ("jeden", "dwa", "trzy"))
    assert one == three
    for no in (2, 3):
        make_action(f"Działanie {no}.", lead=police)
    before = _queries(client, packet, reporter, coordinator, "cztery")
    services.renew_obligations(packet.period, by=coordinator)
    assert packet.obligations.count() == 3
    assert _queries(client, packet, reporter, coordinator, "pięć") == before


def _queries(client: InspectingClient, packet: Packet, reporter: User, coordinator: User, words: str) -> dict[str, int]:
    """How many each page asks once one file more was brought."""
    brought = brought_by(reporter, packet, answered(packet, text=words))
    data = answered(packet, text=f"{words} z biura")
    services.bring_file(packet, data, name="biuro.xlsx", by=coordinator, on_behalf=True)
    counted: dict[str, int] = {}
    for person, address in (
        (reporter, f"plik/{brought.pk}/"), (reporter, f"{packet.pk}/plik/"), (reporter, f"{packet.pk}/arkusz.xlsx"),
        (coordinator, f"okres/{packet.period_id}/pliki/"),
    ):  # fmt: skip
        client.as_(person)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{ROOM}/{address}").status_code == 200
        counted[re.sub(r"\d+", "n", address)] = len(asked)
    return counted
