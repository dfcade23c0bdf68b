"""The directory: how to reach an institution as an institution, kept by the office and by the institution itself."""

import csv
import io

import pytest
from django.core.exceptions import ValidationError
from inspector import InspectingClient, soup, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions import contacts
from bezpiecznik.institutions.models import Contact, Institution

DIRECTORY = "/praca/podmioty/kontakty/"
ADDRESS = "AE:PL-12345-67890-ABCDE-12"


def form_of(client: InspectingClient, institution: Institution) -> dict[str, str]:
    page = client.page(f"{institution.get_absolute_url()}kontakt/")
    fields = page.select("main form input[name]")
    return {str(f["name"]): str(f.get("value", "")) for f in fields if f["name"] != "csrfmiddlewaretoken"}


@pytest.mark.parametrize("value", [ADDRESS, "AE:PL-00000-00000-ZZZZZ-00"])
def test_an_address_of_electronic_delivery_has_its_shape(police: Institution, coordinator: User, value: str) -> None:
    assert contacts.set_contact(police, by=coordinator, e_delivery=value).e_delivery == value


@pytest.mark.parametrize(
    "value",
    ["AE:PL-12345-67890-ABCDE-1", "ae:pl-12345-67890-abcde-12", "AE:PL-1234A-67890-ABCDE-12", f"x{ADDRESS}",
     "AE:PL-１２３４５-67890-ABCDE-12", f"{ADDRESS}\n"],
)  # fmt: skip
def test_anything_else_is_refused(police: Institution, coordinator: User, value: str) -> None:
    with pytest.raises(ValidationError, match="ma postać AE:PL-12345-67890-ABCDE-12"):
        contacts.set_contact(police, by=coordinator, e_delivery=value)
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [("41 123 45 67", "411234567"), ("+48 41 123 45 67", "+48411234567"), ("(41) 123-45-67 wew. 8", "411234567"),
     ("112", "112")],
)  # fmt: skip
def test_a_phone_is_a_link_to_dial(
    client: InspectingClient, member: User, police: Institution, coordinator: User, phone: str, dialled: str
) -> None:
    contacts.set_contact(police, by=coordinator, phone=phone)
    link = client.as_(member).page(DIRECTORY).select_one("a[href^='tel:']")
    assert link is not None
    assert (link["href"], text_of(link)) == (f"tel:{dialled}", phone)


@pytest.mark.parametrize("phone", ["zadzwoń", "1", "12345678901234567890123456789012345678", "41<script>"])
def test_words_are_no_phone(police: Institution, coordinator: User, phone: str) -> None:
    with pytest.raises(ValidationError):
        contacts.set_contact(police, by=coordinator, phone=phone)


def test_an_institution_keeps_its_own_contact_and_no_other(
    client: InspectingClient, reporter: User, head: User, neighbour: User, member: User, guest: User,
    police: Institution,
) -> None:  # fmt: skip
    address = f"{police.get_absolute_url()}kontakt/"
    form = form_of(client.as_(reporter), police) | {"phone": "41 000 00 01", "website": "policja.example"}
    assert client.post(address, form).status_code == 302
    assert (police.contact.phone, police.contact.website) == ("41 000 00 01", "https://policja.example")
    assert journal.about(police).get().actor_name == "Robert Raportowski"
    form = form_of(client.as_(head), police) | {"phone": "41 000 00 02"}
    assert client.post(address, form).status_code == 302
    for person, answer in ((neighbour, 403), (member, 403), (guest, 404)):
        assert client.as_(person).get(address).status_code == answer
        assert client.post(address, {"phone": "997"}).status_code == answer
    assert Contact.objects.get(institution=police).phone == "41 000 00 02"


def test_the_second_of_two_people_is_told(client: InspectingClient, coordinator: User, police: Institution) -> None:
    mine = form_of(client.as_(coordinator), police) | {"phone": "41 000 00 01"}
    theirs = form_of(client, police) | {"email": "kmp@policja.example"}
    address = f"{police.get_absolute_url()}kontakt/"
    client.post(address, theirs)
    told = client.post(address, mine)
    assert "E-mail – „kmp@policja.example”" in text_of(soup(told).select_one(".errors"))
    seen = soup(told).find("input", {"name": "seen"})
    assert seen is not None
    client.post(address, {**mine, "seen": str(seen["value"])})
    contact = Contact.objects.get()
    assert (contact.phone, contact.email) == ("41 000 00 01", "")


def test_saving_what_is_there_leaves_no_trace(client: InspectingClient, coordinator: User, police: Institution) -> None:
    client.as_(coordinator).post(f"{police.get_absolute_url()}kontakt/", form_of(client.as_(coordinator), police))
    assert (Contact.objects.count(), journal.about(police).count()) == (0, 0)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Komenda Miejska Policji KMP", "Straż Miejska SM"]),
        ({"q": "policja"}, ["Komenda Miejska Policji KMP"]),
        ({"lacks": "any"}, ["Straż Miejska SM"]),
        ({"lacks": "e_delivery"}, ["Komenda Miejska Policji KMP", "Straż Miejska SM"]),
        ({"kind": "school"}, []),
    ],
)
def test_the_directory_is_searched_and_filtered(
    client: InspectingClient, reporter: User, police: Institution, guard: Institution,
    query: dict[str, str], expected: list[str],
) -> None:  # fmt: skip
    contacts.set_contact(police, by=reporter, phone="997")
    page = client.as_(reporter).page(DIRECTORY, **query)
    assert [text_of(cell) for cell in page.select("tbody td.wide")] == expected


def test_the_directory_goes_out_as_a_file(client: InspectingClient, reporter: User, police: Institution) -> None:
    contacts.set_contact(police, by=reporter, phone="+48 997", e_delivery=ADDRESS)
    body = client.as_(reporter).get(DIRECTORY, {"export": "csv"}).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(body), delimiter=";"))
    assert rows[1] == ["KMP", "Komenda Miejska Policji", "inny", "'+48 997", "", "", ADDRESS, "", ""]


def test_filtering_by_htmx_equals_a_reload(client: InspectingClient, reporter: User, police: Institution) -> None:
    assert_swap_equals_reload(client.as_(reporter), DIRECTORY, f"{DIRECTORY}?q=kmp", target="rows")


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, reporter: User, rows: int, django_assert_num_queries
) -> None:
    for no in range(rows - 1):
        contacts.set_contact(Institution.objects.create(name=f"Szkoła {no}"), by=reporter, phone="997")
    client.as_(reporter).page(DIRECTORY)
    with django_assert_num_queries(5):
        assert len(client.page(DIRECTORY).select("tbody tr")) == rows
