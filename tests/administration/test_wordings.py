"""Wordings: listed with who gets them, edited with their variables, previewed, refused when they make no sense."""

import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.notices.kinds import KINDS
from bezpiecznik.notices.models import Wording
from bezpiecznik.notices.services import save_wording

pytestmark = pytest.mark.django_db
LIST = "/administracja/wzory/"
RETURNED = f"{LIST}reporting.returned/"
GOOD = {"subject": "Do poprawy za {{ period }}", "body": "Prosimy o poprawę:\n\n{{ note }}", "seen": "0"}


def test_the_list_tells_who_gets_each_and_when(client: InspectingClient, coordinator: User) -> None:
    rows = client.as_(coordinator).page(LIST).select("tbody tr")
    assert len(rows) == len(KINDS)
    row = next(row for row in rows if "Sprawozdanie zwrócone" in text_of(row))
    assert [text_of(cell) for cell in row("td")] == [
        "Sprawozdanie zwrócone do poprawy", "sprawozdawcy podmiotu",
        "gdy koordynator zwróci sprawozdanie albo otworzy je ponownie", "nie: należy do obowiązków", "domyślny",
    ]  # fmt: skip


def test_variables_are_named_with_what_they_are(client: InspectingClient, coordinator: User) -> None:
    page = client.as_(coordinator).page(RETURNED)
    named = [text_of(term) for term in page.select("section[aria-labelledby=variables] dt")]
    assert named == ["{{ institution }}", "{{ period }}", "{{ note }}", "{{ fields }}"]
    assert text_of(page.select("section[aria-labelledby=variables] dd")[2]) == (
        "uwaga koordynatora wymagana nie w temacie"
    )


def test_own_words_are_saved_and_shown_in_history(client: InspectingClient, coordinator: User) -> None:
    assert client.as_(coordinator).post(RETURNED, GOOD).status_code == 302
    page = client.page(RETURNED)
    assert page.select_one("input[name=subject]")["value"] == GOOD["subject"]
    assert page.select_one("input[name=seen]")["value"] == "1"
    history = text_of(page.select_one("section[aria-labelledby=history]"))
    assert "Zmieniono wzór wiadomości" in history
    assert "Sprawozdanie za {{ period }} wymaga poprawy" in history
    row = next(row for row in client.page(LIST).select("tbody tr") if "zwrócone" in text_of(row))
    assert text_of(row("td")[4]) == "własny (Krystyna Koordynatorska, " + text_of(row("td")[4])[-11:]


def test_a_preview_shows_example_words_and_saves_nothing(client: InspectingClient, coordinator: User) -> None:
    response = client.as_(coordinator).post(RETURNED, {**GOOD, "preview": "1"})
    page = response.content.decode()
    assert "Do poprawy za I półrocze 2026" in page
    assert "Proszę podać, ilu osób dotyczyły działania." in page
    assert not Wording.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"body": "{{ note }} {{ numer }}"}, "Nie ma zmiennej {{ numer }}."),
        ({"body": "Bez uwagi"}, "Brakuje zmiennej {{ note }}"),
        ({"subject": "{{ note }}"}, "{{ note }} nie może stać w temacie"),
        ({"subject": "x" * 121}, "najwyżej 120 znaków"),
        ({"body": "<b>{{ note }}</b>"}, "bez znaczników HTML"),
        ({"body": "{{ note }} {% load x %}"}, "Nawiasy klamrowe służą tylko do zmiennych"),
        ({"body": "{{ note|safe }} {{ note }}"}, "Nawiasy klamrowe służą tylko do zmiennych"),
        ({"body": "{{ note }}" + "x" * 4000}, "najwyżej 4000 znaków"),
        ({"subject": ""}, "wymagane"),
    ],
)
def test_words_that_make_no_sense_are_refused_with_the_remedy(
    client: InspectingClient, coordinator: User, change: dict[str, str], said: str
) -> None:
    response = client.as_(coordinator).post(RETURNED, {**GOOD, **change})
    assert response.status_code == 200
    assert said in response.content.decode()
    assert not Wording.objects.exists()


def test_of_two_who_edit_the_later_sees_both_and_decides(
    client: InspectingClient, coordinator: User, administrator: User
) -> None:
    kind = KINDS["reporting.returned"]
    save_wording(kind, subject="Słowa Adama", body="{{ note }}", seen=0, by=administrator)
    page = client.as_(coordinator).post(RETURNED, GOOD).content.decode()
    assert "Słowa Adama" in page
    assert "Do poprawy za {{ period }}" in page
    assert client.post(RETURNED, {**GOOD, "seen": "1"}).status_code == 302
    assert Wording.objects.get().subject == GOOD["subject"]


def test_the_default_is_restored_after_a_question(client: InspectingClient, coordinator: User) -> None:
    client.as_(coordinator).post(RETURNED, GOOD)
    page = client.page(f"{RETURNED}domyslny/")
    assert "Sprawozdanie za {{ period }} wymaga poprawy" in text_of(page.select_one(".card"))
    client.post(f"{RETURNED}domyslny/", {"seen": "1"})
    assert client.page(RETURNED).select_one("input[name=subject]")["value"] == (
        "Sprawozdanie za {{ period }} wymaga poprawy"
    )
    assert "Przywrócono domyślny wzór" in text_of(client.page(RETURNED).select_one("section[aria-labelledby=history]"))


def test_restoring_over_a_change_of_another_is_refused(client: InspectingClient, coordinator: User) -> None:
    client.as_(coordinator).post(RETURNED, GOOD)
    for seen in ("0", "x", "7"):
        client.post(f"{RETURNED}domyslny/", {"seen": seen})
    assert Wording.objects.get().subject == GOOD["subject"]


def test_an_unknown_kind_is_not_there(client: InspectingClient, coordinator: User) -> None:
    assert client.as_(coordinator).get(f"{LIST}reporting.unknown/").status_code == 404
