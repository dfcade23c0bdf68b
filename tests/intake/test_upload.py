"""A document comes in: good ones once, bad ones not at all."""

import io
import zipfile
from urllib.parse import unquote

import pytest
from inspector import InspectingClient

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs, journal
from bezpiecznik.core.models import Job, JobState
from bezpiecznik.files.models import StoredFile
from bezpiecznik.intake import services
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.refusals import AlreadyUploaded, NotInReview, PutAside
from bezpiecznik.resolution import MAX_BYTES, UnreadableDocument

OPEN_XML = "application/vnd.openxmlformats-officedocument"


def packed(*parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return stream.getvalue()


BAD = {
    "empty": (b"", "Plik jest pusty"),
    "binary": (b"\x00\x01\x02\x03" * 50, "To nie jest dokument tekstowy"),
    "too big": (b"a" * (MAX_BYTES + 1), "Plik jest za duży"),
    "old Word": (b"\xd0\xcf\x11\xe0" + bytes(600), "dawnego Worda"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "obraz PNG"),
    "cut archive": (b"PK\x03\x04" + bytes(50), "uszkodzony"),
    "archive of something": (packed("zdjęcia/1.jpg"), "archiwum ZIP"),
}
"""What the first bytes tell; all else is told by the job."""
KINDS = {
    "tekst.txt": (b"Program", "text/plain", "tekst.txt"),
    "notatki.md": (b"# Program", "text/plain", "notatki.md"),
    "bez-końcówki": (b"Program", "text/plain", "bez-końcówki.txt"),
    "uchwała.PDF": (b"%PDF-1.7", "application/pdf", "uchwała.PDF"),
    "skan.txt": (b"%PDF-1.4 x", "application/pdf", "skan.txt.pdf"),
    "a.docx": (packed("word/document.xml"), f"{OPEN_XML}.wordprocessingml.document", "a.docx"),
    "b.docm": (packed("word/document.xml", "b"), "application/vnd.ms-word.document.macroEnabled.12", "b.docm"),
    "c.xlsx": (packed("xl/workbook.xml"), f"{OPEN_XML}.spreadsheetml.sheet", "c.xlsx"),
    "d.odt": (packed("content.xml"), "application/vnd.oasis.opendocument.text", "d.odt"),
    "strona.html": (packed("content.xml", "d"), "application/vnd.oasis.opendocument.text", "strona.html.odt"),
}


@pytest.mark.parametrize(("data", "sentence"), BAD.values(), ids=BAD)
def test_a_bad_document_gets_one_sentence_and_is_not_stored(data: bytes, sentence: str, coordinator: User) -> None:
    with pytest.raises(UnreadableDocument, match=sentence):
        services.upload(data, name="plik.txt", by=coordinator)
    assert [model.objects.count() for model in (Intake, StoredFile, Job)] == [0, 0, 0]


def test_a_good_document_waits_for_its_reading(uploaded: Intake, coordinator: User, small: bytes) -> None:
    assert (uploaded.state, uploaded.file.read(), uploaded.reading) == (IntakeState.READING, small, None)
    assert uploaded.job is not None
    assert (uploaded.job.kind, uploaded.job.arguments) == ("intake.read", {"intake": uploaded.pk})
    assert [line.sentence for line in journal.about(uploaded)] == ["Wczytano dokument uchwały"]


def test_the_same_bytes_are_told_where_they_are(uploaded: Intake, small: bytes, neighbour: User) -> None:
    with pytest.raises(AlreadyUploaded) as refusal:
        services.upload(small, name="inna-nazwa.txt", by=neighbour)
    assert refusal.value.intake == uploaded
    assert Intake.objects.get() == uploaded


@pytest.mark.parametrize(("name", "data", "media_type", "downloaded"), [(n, *k) for n, k in KINDS.items()], ids=KINDS)
def test_the_original_leaves_under_its_true_type_and_a_name_that_fits(
    client: InspectingClient, coordinator: User, name: str, data: bytes, media_type: str, downloaded: str
) -> None:
    intake = services.upload(data, name=name, by=coordinator)

    answer = client.as_(coordinator).get(f"{intake.get_absolute_url()}oryginal/")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (media_type, "nosniff")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert unquote(answer["Content-Disposition"]).strip('"').endswith(downloaded)
    assert b"".join(answer.streaming_content) == data  # type: ignore[attr-defined]


def test_nothing_is_opened_when_a_document_comes_in(coordinator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a table of contents of half a million parts, nor anything that would unpack or parse."""
    monkeypatch.setattr("zipfile.ZipFile.__init__", lambda *_: pytest.fail("opened in the web process"))
    monkeypatch.setattr(
        "bezpiecznik.resolution.formats.opening._opener", lambda _kind: pytest.fail("opened in the web process")
    )
    services.upload(KINDS["a.docx"][0], name="a.docx", by=coordinator)
    services.upload(b"zwyczajny tekst", name="a.txt", by=coordinator)
    assert Intake.objects.count() == 2


def test_an_abandoned_document_is_recognised_and_offered(uploaded: Intake, small: bytes, coordinator: User) -> None:
    services.abandon(uploaded, by=coordinator)
    with pytest.raises(PutAside) as refusal:
        services.upload(small, name="inna-nazwa.txt", by=coordinator)
    assert refusal.value.intake == uploaded
    assert Intake.objects.count() == 1


def test_an_abandoned_review_comes_back_with_its_corrections(in_review: Intake, coordinator: User) -> None:
    Intake.objects.filter(pk=in_review.pk).update(corrected={"deleted": ["goals:0"]}, accepted_areas=["front"])
    services.abandon(in_review, by=coordinator)

    back = services.bring_back(in_review, by=coordinator)
    assert (back.pk, back.state, back.corrected) == (in_review.pk, IntakeState.REVIEW, {"deleted": ["goals:0"]})
    assert journal.about(back).first().sentence == "Przywrócono porzucony dokument"  # type: ignore[union-attr]


def test_it_can_be_read_from_the_beginning_instead(in_review: Intake, coordinator: User) -> None:
    services.abandon(in_review, by=coordinator)

    anew = services.bring_back(in_review, anew=True, by=coordinator)
    assert anew.pk != in_review.pk
    assert (anew.file, anew.state, anew.reading) == (in_review.file, IntakeState.READING, None)
    with pytest.raises(AlreadyUploaded):
        services.bring_back(in_review, by=coordinator)


def test_what_was_abandoned_before_it_was_read_is_read(uploaded: Intake, coordinator: User) -> None:
    services.abandon(uploaded, by=coordinator)
    before = uploaded.job_id

    back = services.bring_back(uploaded, by=coordinator)
    assert (back.state, back.job_id == before) == (IntakeState.READING, False)


def test_only_what_was_abandoned_is_brought_back(uploaded: Intake, coordinator: User) -> None:
    assert services.bring_back(uploaded, anew=True, by=coordinator) == uploaded
    assert Intake.objects.count() == 1


def test_abandoning_cancels_the_reading(uploaded: Intake, coordinator: User) -> None:
    services.abandon(uploaded, by=coordinator)
    assert uploaded.job is not None
    uploaded.job.refresh_from_db()
    assert uploaded.job.state == JobState.CANCELLED
    jobs.run(str(uploaded.job.pk))
    uploaded.refresh_from_db()
    assert (uploaded.state, uploaded.reading) == (IntakeState.ABANDONED, None)


def test_the_same_file_again_leads_to_a_page_that_offers_it_back(
    client: InspectingClient, coordinator: User, in_review: Intake, small: bytes
) -> None:
    services.abandon(in_review, by=coordinator)
    stream = io.BytesIO(small)
    stream.name = "kopia.txt"
    answer = client.as_(coordinator).post("/praca/wczytanie/plik/", {"file": stream})
    assert answer["Location"] == in_review.get_absolute_url()

    page = client.page(in_review.get_absolute_url())
    form = page.find("button", string="Przywróć").find_parent("form")
    assert page.find("button", string="Odczytaj od nowa")["name"] == "anew"
    assert client.post(form["action"])["Location"] == in_review.get_absolute_url()
    in_review.refresh_from_db()
    assert in_review.state == IntakeState.REVIEW


def test_a_document_is_abandoned_once(uploaded: Intake, coordinator: User) -> None:
    services.abandon(uploaded, by=coordinator)
    with pytest.raises(NotInReview, match="porzucono"):
        services.abandon(uploaded, by=coordinator)
