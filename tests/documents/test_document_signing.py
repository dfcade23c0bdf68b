"""The page of a document: how it is made, what it looks like, who signed it."""

import io
from typing import Any

import pytest
from django.urls import reverse
from inspector import InspectingClient, text_of
from PIL import Image

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.core.models import Job, JobState
from bezpiecznik.documents.models import Document, Signing

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(request_document: Any) -> Document:
    document = request_document()
    jobs.run(str(document.job_id))
    return document


def test_the_page_follows_the_making_of_the_files(
    client: InspectingClient, coordinator: User, request_document: Any
) -> None:
    document = request_document()
    Job.objects.update(state=JobState.RUNNING, stage="Składam plik PDF", percent=55)
    part = client.as_(coordinator).get(document.get_absolute_url(), headers={"HX-Request": "true"})
    assert "Składam plik PDF" in part.content.decode()
    assert "<h1" not in part.content.decode()
    Job.objects.update(state=JobState.DONE)
    over = client.get(document.get_absolute_url(), headers={"HX-Request": "true"})
    assert over["HX-Redirect"] == document.get_absolute_url()


def test_pages_are_seen_one_by_one(client: InspectingClient, member: User, made: Document) -> None:
    page = client.as_(member).page(f"{made.get_absolute_url()}?strona=99")
    picture = page.select_one("img.sheet")
    assert picture is not None
    assert "strona 1 z 1" in text_of(page)
    with Image.open(io.BytesIO(client.get(str(picture["src"])).content)) as drawn:
        assert (drawn.format, drawn.size) == ("PNG", (794, 1123))
    assert client.get(reverse("documents:page", args=(made.pk, 2))).status_code == 404


def test_the_page_leads_to_the_page_of_verification(client: InspectingClient, member: User, made: Document) -> None:
    assert made.verify_url in text_of(client.as_(member).page(made.get_absolute_url()))


def test_a_signature_is_noted_and_taken_back(client: InspectingClient, coordinator: User, made: Document) -> None:
    client.as_(coordinator)
    address = reverse("documents:note-signing", args=(made.pk,))
    late = client.post(address, {"signed_on": "2999-01-01", "signed_by": "Jan Nowak"}).content.decode()
    assert "Ten dzień jeszcze nie nadszedł." in late
    client.post(address, {"signed_on": "2023-02-21", "signed_by": "Jan Nowak, Prezydent Miasta"})
    page = client.page(made.get_absolute_url())
    assert "21 lutego 2023, Jan Nowak, Prezydent Miasta" in text_of(page)
    client.post(reverse("documents:undo-signing", args=(Signing.objects.get().pk,)))
    assert "cofnięto:" in text_of(client.page(made.get_absolute_url()))
    assert (Signing.objects.count(), Signing.objects.in_force().count()) == (1, 0)
    assert client.post(reverse("documents:undo-signing", args=(Signing.objects.get().pk,))).status_code == 404


def test_who_only_reads_notes_no_signatures(client: InspectingClient, member: User, made: Document) -> None:
    client.as_(member)
    assert "Odnotuj podpisanie" not in text_of(client.page(made.get_absolute_url()))
    assert client.get(reverse("documents:note-signing", args=(made.pk,))).status_code == 404
