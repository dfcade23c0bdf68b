"""The page of the programme: its own text, editions, and the document it comes from."""

import pytest
from bs4 import Tag
from cast import MakeAction
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.files.services import store
from bezpiecznik.plans.models import Goal, Programme, ProgrammeState, Provision, Undertaking

PAGE = "/praca/program/"


@pytest.fixture
def with_source(programme: Programme) -> Programme:
    programme.source = store("UCHWAŁA NR X/1/2021\n\nCel: mniej wykroczeń".encode(), media_type="text/plain")
    programme.source_name = "uchwała.txt"
    programme.main_goal, programme.main_goal_line = "Mniej wykroczeń.", 3
    programme.save()
    return programme


def heading(page: Tag, identifier: str) -> Tag:
    found = page.find(id=identifier)
    assert isinstance(found, Tag)
    assert isinstance(found.parent, Tag)
    return found.parent


def test_the_programme_speaks_in_its_own_words(
    client: InspectingClient, member: User, with_source: Programme, patrols: Undertaking
) -> None:
    Goal.objects.create(programme=with_source, no=1, text="Ograniczenie kradzieży", source_line=3)
    for no, kind in enumerate(("form", "participant", "commission_task"), start=1):
        Provision.objects.create(programme=with_source, kind=kind, no=no, text=f"Postanowienie {kind}")
    page = client.as_(member).page(PAGE)
    assert text_of(heading(page, "main-goal").blockquote) == "Mniej wykroczeń. wiersz 3 uchwały"
    assert [text_of(item) for item in heading(page, "goals")("li")] == ["Ograniczenie kradzieży wiersz 3 uchwały"]
    assert [text_of(item) for item in heading(page, "tasks")("li")] == ["Postanowienie commission_task"]
    assert [text_of(door) for door in heading(page, "areas")("a")] == [
        "1. Bezpieczeństwo w miejscach publicznych 1 działanie",
        "Programy realizowane przez jednostki 0 programów",
    ]


def test_the_edition_in_force_is_shown_first(client: InspectingClient, member: User, programme: Programme) -> None:
    newer = Programme.objects.create(title="Nowszy", unit="Zatorzyn", year_from=2024, year_to=2026)
    client.as_(member)
    assert text_of(client.page(PAGE).select(".tabs [aria-current]")[0]) == "2024–2026"
    newer.state = ProgrammeState.ENDED
    newer.save()
    assert text_of(client.page(PAGE).select(".tabs [aria-current]")[0]) == "2021–2023"
    assert text_of(client.page(PAGE, programme=newer.pk).select(".tabs [aria-current]")[0]) == "2024–2026"


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_the_text(
    client: InspectingClient, member: User, make_action: MakeAction, programme: Programme, rows: int,
    django_assert_num_queries,
) -> None:  # fmt: skip
    for no in range(1, rows + 1):
        make_action()
        Goal.objects.create(programme=programme, no=no, text="Cel")
    client.as_(member).page(PAGE)
    with django_assert_num_queries(11):
        client.page(PAGE)


def test_lines_of_the_document_can_be_pointed_to(
    client: InspectingClient, member: User, with_source: Programme
) -> None:
    page = client.as_(member).page(f"{PAGE}{with_source.pk}/uchwala/")
    assert [(line["id"], text_of(line)) for line in page.select(".source li")] == [
        ("w1", "1 UCHWAŁA NR X/1/2021"), ("w2", "2"), ("w3", "3 Cel: mniej wykroczeń"),
    ]  # fmt: skip


def test_the_original_is_downloaded_byte_for_byte(
    client: InspectingClient, member: User, with_source: Programme
) -> None:
    response = client.as_(member).get(f"{PAGE}{with_source.pk}/uchwala/plik/")
    assert b"".join(response.streaming_content) == "UCHWAŁA NR X/1/2021\n\nCel: mniej wykroczeń".encode()
    assert response["Content-Disposition"].startswith("attachment")


def test_a_programme_without_a_document_says_so(client: InspectingClient, member: User, programme: Programme) -> None:
    page = client.as_(member).page(f"{PAGE}{programme.pk}/uchwala/")
    assert text_of(page.select_one(".empty")) == "Ten program nie ma dokumentu w postaci tekstu."
    assert client.get(f"{PAGE}{programme.pk}/uchwala/plik/").status_code == 404


@pytest.mark.parametrize("address", ["", "{pk}/uchwala/", "{pk}/uchwala/plik/"])
def test_a_person_without_a_role_gets_404(
    client: InspectingClient, guest: User, with_source: Programme, address: str
) -> None:
    assert client.as_(guest).get(PAGE + address.format(pk=with_source.pk)).status_code == 404
