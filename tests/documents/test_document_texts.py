"""Fixed texts: declared by a room, worded by the office, frozen into each document."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.documents import services, texts
from bezpiecznik.documents.content import BulletList, Paragraph
from bezpiecznik.documents.models import DocumentKind, FixedText
from bezpiecznik.documents.prose import prose
from bezpiecznik.documents.texts import Text

pytestmark = pytest.mark.django_db
KIND = DocumentKind.PACKET  # of which no room declares texts
DEFAULT = "Program realizowano w roku {{ rok }}."


@pytest.fixture
def opening() -> Iterator[Text]:
    yield texts.declare(KIND, "proba", DEFAULT, title="Tekst próbny", placeholders={"rok": "rok sprawozdania"})
    del texts.TEXTS[KIND, "proba"]


@pytest.fixture
def page_of() -> str:
    return reverse("documents:text", args=(KIND, "proba"))


def save(text: Text, body: str, *, by: User, seen: int = 0) -> FixedText:
    return services.save_text(text, body=body, seen=seen, by=by)


def test_the_default_is_in_force_until_the_office_words_its_own(opening: Text, coordinator: User) -> None:
    assert texts.of(KIND, "proba", rok=2023) == "Program realizowano w roku 2023."
    save(opening, "W roku {{ rok }} działo się wiele.", by=coordinator)
    assert texts.of(KIND, "proba", rok=2023) == "W roku 2023 działo się wiele."
    assert texts.frozen(KIND, rok=2023, inne="x")["proba"] == "W roku 2023 działo się wiele."


def test_a_restored_text_says_the_default_and_keeps_its_history(opening: Text, coordinator: User) -> None:
    save(opening, "Własny", by=coordinator)
    services.restore_text(opening, seen=1, by=coordinator)
    assert texts.of(KIND, "proba", rok=2023) == "Program realizowano w roku 2023."
    assert [row.body for row in FixedText.objects.get().history.order_by("history_id")] == ["", "Własny", ""]
    assert [line.event for line in JournalEntry.objects.order_by("pk")] == [
        "documents.text_changed", "documents.text_restored",
    ]  # fmt: skip


def test_words_are_filled_in_once_and_never_read_as_placeholders(opening: Text) -> None:
    assert texts.of(KIND, "proba", rok="{{ inne }}") == "Program realizowano w roku {{ inne }}."


def test_a_word_that_nobody_gave_is_an_error(opening: Text) -> None:
    with pytest.raises(KeyError, match="rok"):
        texts.of(KIND, "proba")


def test_a_default_may_use_only_declared_placeholders() -> None:
    with pytest.raises(ValueError, match="nieznane"):
        texts.declare(KIND, "zly", "Rok {{ nieznane }}", title="Zły")


def test_who_saves_over_the_words_of_a_colleague_is_told(opening: Text, coordinator: User) -> None:
    save(opening, "Pierwszy", by=coordinator)
    with pytest.raises(services.ChangedMeanwhile):
        save(opening, "Drugi", by=coordinator)
    assert texts.of(KIND, "proba") == "Pierwszy"


def test_empty_lines_part_paragraphs_and_dashes_make_a_list() -> None:
    assert prose("Wstęp:\n- jeden\n– dwa\n\nKoniec\nw dwóch wierszach") == (
        Paragraph("Wstęp:"), BulletList(("jeden", "dwa")), Paragraph("Koniec\nw dwóch wierszach"),
    )  # fmt: skip


def test_the_office_words_a_text_on_its_page(
    client: InspectingClient, coordinator: User, opening: Text, page_of: str
) -> None:
    client.as_(coordinator)
    assert "Tekst próbny" in text_of(client.page(reverse("documents:texts")))
    previewed = client.post(page_of, {"body": "- w {{ rok }}", "seen": "0", "preview": "1"})
    assert "<li>w [rok sprawozdania]</li>" in previewed.content.decode()
    assert not FixedText.objects.exists()
    client.post(page_of, {"body": "W {{ rok }} r. zrobiono dużo.", "seen": "0"})
    page = text_of(client.page(page_of))
    assert texts.of(KIND, "proba", rok=2022) == "W 2022 r. zrobiono dużo."
    assert "Historia zmian" in page
    assert coordinator.get_full_name() in page


def test_unknown_placeholders_are_refused_in_plain_words(
    client: InspectingClient, coordinator: User, opening: Text, page_of: str
) -> None:
    answer = client.as_(coordinator).post(page_of, {"body": "W {{ miesiac }}", "seen": "0"})
    assert "Nie ma zmiennej {{ miesiac }}. Możesz użyć tylko tych z listy." in answer.content.decode()
    assert not FixedText.objects.exists()


def test_the_default_is_restored_after_a_question(
    client: InspectingClient, coordinator: User, opening: Text, page_of: str
) -> None:
    save(opening, "Własny", by=coordinator)
    address = reverse("documents:restore-text", args=(KIND, "proba"))
    assert "Program realizowano" in text_of(client.as_(coordinator).page(address))
    client.post(address, {"seen": "1"})
    assert texts.of(KIND, "proba", rok=2022) == "Program realizowano w roku 2022."


@pytest.mark.parametrize("person", ["member", "reporter", "administrator"])
def test_those_who_make_no_documents_find_no_texts(
    client: InspectingClient, opening: Text, page_of: str, person: str, request: Any
) -> None:
    client.as_(request.getfixturevalue(person))
    assert [client.get(address).status_code for address in (reverse("documents:texts"), page_of)] == [404, 404]
