"""Photos lose their hidden data, files are what their bytes say, and nobody downloads what they may not read."""

import io
import zipfile
from typing import Any

import pytest
from activities.activity_acts import enter, photo
from django.core.files.uploadedfile import SimpleUploadedFile
from inspector import InspectingClient, text_of
from PIL import Image

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import services
from bezpiecznik.activities.models import Activity, Attachment
from bezpiecznik.activities.refusals import Refused
from bezpiecznik.activities.services import attachments
from bezpiecznik.files.models import StoredFile
from bezpiecznik.institutions.models import Institution


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def add(activity: Activity, data: bytes, *, by: User, name: str = "plik", **said: Any) -> Attachment:
    return services.add_file(activity, by=by, data=data, name=name, **said)


def test_a_photo_is_kept_without_hidden_data_and_with_a_light_copy(meeting: Activity, reporter: User) -> None:
    kept = add(meeting, photo(exif=True), by=reporter, name="C:\\zdjęcia\\sala.jpg", shows_people=True)
    assert (kept.name, kept.kind, kept.shows_people) == ("sala.jpg", "picture", True)
    assert b"Aparat Tajny" not in kept.file.read()
    assert kept.thumbnail is not None
    with Image.open(io.BytesIO(kept.thumbnail.read())) as light:
        assert light.size == (640, 480)
    assert kept.thumbnail.size < kept.file.size


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.7 x", "application/pdf"),
        (packed("word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (packed("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("Zażółć gęślą jaźń".encode(), "text/plain"),
        ("Zażółć gęślą jaźń".encode("cp1250"), "text/plain"),
    ],
)
def test_documents_are_known_by_their_bytes(meeting: Activity, reporter: User, data: bytes, media_type: str) -> None:
    kept = add(meeting, data, by=reporter, name="bez-rozszerzenia", shows_people=True)
    assert (kept.kind, kept.file.media_type, kept.thumbnail, kept.shows_people) == ("document", media_type, None, False)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Plik „plik” jest pusty."),
        (b"<html><script>", "nie jest zdjęciem"),
        (b"MZ\x00\x01\x02", "nie jest zdjęciem"),
        (packed("word/document.xml", "word/vbaProject.bin"), "nie jest zdjęciem"),
        (packed("cos.exe"), "nie jest zdjęciem"),
        (b"PK\x03\x04 urwany", "nie jest zdjęciem"),
        (photo()[:300], "Plik ze zdjęciem jest uszkodzony"),
        (b"a" * (attachments.MOST_BYTES + 1), "jest za duży: może mieć najwyżej 15 MB"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(
    meeting: Activity, reporter: User, data: bytes, told: str
) -> None:
    with pytest.raises(Refused, match=told):
        add(meeting, data, by=reporter)
    assert not Attachment.objects.exists()
    assert not StoredFile.objects.exists()


def test_the_same_file_twice_is_told_of_and_not_doubled(meeting: Activity, reporter: User) -> None:
    add(meeting, photo(), by=reporter, name="a.jpg")
    with pytest.raises(Refused, match=r"Plik „b\.jpg” jest już dołączony"):
        add(meeting, photo(), by=reporter, name="b.jpg")
    assert meeting.attachments.count() == 1


def test_there_is_an_end_to_files(meeting: Activity, reporter: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_FILES", 1)
    add(meeting, b"jeden", by=reporter)
    with pytest.raises(Refused, match="najwyżej 1 plików"):
        add(meeting, b"dwa", by=reporter)


def test_a_removed_file_leaves_the_disk_unless_another_row_names_it(
    meeting: Activity, reporter: User, police: Institution, django_capture_on_commit_callbacks: Any
) -> None:
    other = enter(police, by=reporter, title="Inne")
    mine, theirs = add(meeting, b"protokol", by=reporter), add(other, b"protokol", by=reporter)
    services.remove_attachment(mine, by=reporter)
    assert StoredFile.objects.filter(pk=theirs.file_id).exists()
    with django_capture_on_commit_callbacks(execute=True):
        services.remove_attachment(theirs, by=reporter)
    assert not StoredFile.objects.exists()


def test_files_come_with_the_form_and_a_bad_one_stops_nothing(
    client: InspectingClient, reporter: User, meeting: Activity
) -> None:
    good, bad = SimpleUploadedFile("sala.jpg", photo()), SimpleUploadedFile("zly.exe", b"MZ\x00\x01")
    client.as_(reporter).post(
        f"{meeting.get_absolute_url()}pliki/", {"attached": [good, bad], "description": "Pusta sala"}
    )
    page = client.page(meeting.get_absolute_url())
    words = text_of(page.main)
    assert "Dołączono plik „sala.jpg”." in words
    assert "Plik „zly.exe” nie jest zdjęciem" in words
    picture = page.select_one("img.photo")
    assert picture is not None
    assert picture["alt"] == "Pusta sala"
    shown = client.get(str(picture["src"]))
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    shown.getvalue()  # type: ignore[attr-defined]


def test_a_description_is_changed_and_a_file_removed_after_a_question(
    client: InspectingClient, reporter: User, meeting: Activity
) -> None:
    kept = add(meeting, photo(), by=reporter, name="sala.jpg")
    address = f"/praca/dzialalnosc/plik/{kept.pk}/"
    client.as_(reporter).page(f"{address}opis/")
    client.post(f"{address}opis/", {"description": "Pusta sala", "shows_people": "on"})
    kept.refresh_from_db()
    assert (kept.description, kept.shows_people) == ("Pusta sala", True)
    assert "nie da się potem odzyskać" in text_of(client.page(f"{address}usun/").main)
    client.post(f"{address}usun/")
    assert not Attachment.objects.exists()


def test_a_neighbour_does_not_learn_of_a_file(
    client: InspectingClient, reporter: User, neighbour: User, meeting: Activity
) -> None:
    kept = add(meeting, photo(), by=reporter)
    for what in ("", "miniatura/", "opis/", "usun/"):
        assert client.as_(neighbour).get(f"/praca/dzialalnosc/plik/{kept.pk}/{what}").status_code == 404
