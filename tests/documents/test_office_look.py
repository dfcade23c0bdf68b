"""The look of an office: chosen on one page, kept by version, frozen into each document."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import F
from django.urls import reverse
from inspector import InspectingClient, text_of
from made_up_report import content
from PIL import Image

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.documents import kinds, office, rendering, services, texts
from bezpiecznik.documents.content import DocumentContent, Signatory, Signatures
from bezpiecznik.documents.kinds import Kind, Meta, Wanted
from bezpiecznik.documents.logos import TALLEST, WIDEST, drawn
from bezpiecznik.documents.models import Document, DocumentKind, OfficeLook
from bezpiecznik.documents.verification import looks
from bezpiecznik.documents.vocabulary import WORDS, Unit, unit_of
from bezpiecznik.files.pictures import BadPicture

pytestmark = pytest.mark.django_db
PAGE = "/praca/dokumenty/wyglad/"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" fill="red"/>{}</svg>'


def png(width: int = 90, height: int = 60) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(written, "PNG")
    return written.getvalue()


def choose(coordinator: User, **changes: Any) -> OfficeLook:
    seen = getattr(office.in_force(), "pk", 0)
    chosen = {"header": "Urząd Miasta", "footer": "", "unit": "", "logo": None, "logo_alt": "", "drop_logo": False}
    return services.change_look(**{**chosen, **changes}, seen=seen, by=coordinator)


def test_a_document_keeps_the_look_of_its_day(request_document: Any, coordinator: User) -> None:
    bare = request_document()
    choose(coordinator, logo=drawn(png()), logo_alt="Herb")
    first = request_document()
    choose(coordinator, header="Nowy Urząd", drop_logo=True)
    for document in (bare, first):
        document.refresh_from_db()
    seen = [rendering.content_of(document).look for document in (bare, first, request_document())]
    assert [(look.header, look.logo and look.logo.alt) for look in seen] == [
        ((), None), (("Urząd Miasta",), "Herb"), (("Nowy Urząd",), None),
    ]  # fmt: skip


def test_files_are_made_again_the_same_after_a_new_logo(request_document: Any, coordinator: User) -> None:
    choose(coordinator, logo=drawn(png()), logo_alt="Herb")
    document = request_document()
    jobs.run(str(document.job_id))
    choose(coordinator, logo=drawn(png(60, 60)), logo_alt="Nowy herb", footer="Nowa stopka")
    assert set(services.check_rendering(Document.objects.get(), by=coordinator).values()) == {True}


def test_who_saves_over_the_look_of_a_colleague_is_told(coordinator: User) -> None:
    choose(coordinator)
    with pytest.raises(services.ChangedMeanwhile):
        services.change_signatories(None, [], seen=0, by=coordinator)


def signing(kind: DocumentKind) -> list[dict[str, str]]:
    return [{"post": one.post, "name": one.name} for one in office.signatories(office.in_force(), kind)]


def build_to_sign(snapshot: dict[str, Any], meta: Meta) -> DocumentContent:
    signed = Signatures((Signatory("Koordynator", "Krystyna Koordynatorska"),))
    return content(title=meta.title, number=meta.number, snapshot_sha256=meta.snapshot_sha256, blocks=(signed,))


def test_whom_the_office_named_signs_papers_made_from_then_on(
    request_document: Callable[..., Document], plain_kind: Kind, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(kinds.KINDS, DocumentKind.ANNUAL_REPORT, replace(plain_kind, build=build_to_sign))
    before = request_document()
    services.change_signatories(None, [{"post": "Prezydent", "name": "Jan Nowak"}], seen=0, by=coordinator)
    after = request_document(year=2023)
    assert [rendering.content_of(one).blocks for one in (before, after)] == [
        (Signatures((Signatory("Koordynator", "Krystyna Koordynatorska"),)),),
        (Signatures((Signatory("Prezydent", "Jan Nowak"),)),),
    ]


def test_signatories_of_a_kind_go_before_those_of_all_others(coordinator: User) -> None:
    mayor, chair = [{"post": "Prezydent", "name": ""}], [{"post": "Przewodniczący", "name": "Jan Nowak"}]
    seen = services.change_signatories(None, mayor, seen=0, by=coordinator).pk
    seen = services.change_signatories(DocumentKind.MINUTES, chair, seen=seen, by=coordinator).pk
    assert (signing(DocumentKind.MINUTES), signing(DocumentKind.OPINION)) == (chair, mayor)
    services.change_signatories(DocumentKind.MINUTES, [], seen=seen, by=coordinator)
    assert signing(DocumentKind.MINUTES) == mayor
    assert signing(DocumentKind.LETTER) == []


def test_a_row_changed_behind_the_back_is_found(coordinator: User) -> None:
    row = choose(coordinator)
    assert list(looks()) == []
    OfficeLook.objects.update(header="Podrobiony", made_at=F("made_at"))
    assert list(looks()) == [f"Wygląd dokumentów nr {row.pk} zmieniono po zapisaniu."]


@pytest.mark.parametrize(
    ("told", "unit"),
    [
        ("miasto na prawach powiatu", Unit.CITY),
        ("powiat", Unit.COUNTY),
        ("Powiat ziemski", Unit.COUNTY),
        ("", Unit.CITY),
    ],
)
def test_organs_are_called_as_the_programme_says(told: str, unit: Unit) -> None:
    assert unit_of(told) is unit
    assert set(WORDS[unit]) == set(office.MEANINGS)


def test_organs_are_called_as_the_office_chose_and_stand_in_texts(
    coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "UNIT_KINDS", [lambda: "", lambda: "powiat"])
    monkeypatch.setattr(texts, "TEXTS", {})
    texts.declare(DocumentKind.SUBMISSION, "do", "{{ organ }} przedkłada {{ radzie }}.", title="Do rady")
    assert texts.of(DocumentKind.SUBMISSION, "do") == "Starosta przedkłada Radzie Powiatu."
    choose(coordinator, unit="city")
    assert texts.of(DocumentKind.SUBMISSION, "do") == "Prezydent Miasta przedkłada Radzie Miasta."


@pytest.mark.parametrize("size", [(90, 60), (4000, 300), (50, 3000)])
def test_a_logo_is_kept_small_and_in_its_shape(size: tuple[int, int]) -> None:
    made = drawn(png(*size))
    assert made.width <= WIDEST
    assert made.height <= TALLEST
    assert made.width / made.height == pytest.approx(size[0] / size[1], rel=0.1)


def test_a_drawing_becomes_a_picture() -> None:
    made = drawn(SVG.format("").encode())
    with Image.open(io.BytesIO(made.data)) as picture:
        assert picture.convert("RGB").getpixel((5, 5)) == (255, 0, 0)
    assert made.width / made.height == pytest.approx(2, rel=0.01)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", '<image href="http://x.example/a.png"/>', '<use href="http://x.example/#a"/>',
        '<rect onload="x()"/>', '<rect fill="url(http://x.example/#a)"/>', "<foreignObject/>", "<style>@import</style>",
        "<use href='#a'/>" * 21,
    ],
)  # fmt: skip
def test_a_drawing_that_does_more_than_draw_is_refused(inside: str) -> None:
    with pytest.raises(BadPicture, match="skrypt"):
        drawn(SVG.format(inside).encode())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a", "PNG ani SVG"), (b"<html/>", "PNG ani SVG"), (b"\x89PNG broken", "nie jest"),
        (png(20, 20), "za małe"), (b"x" * 1_000_001, "za duży"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', "skrypt"),
    ],
)  # fmt: skip
def test_what_is_no_logo_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(BadPicture, match=said):
        drawn(data)


def test_the_office_chooses_its_look_on_one_page(client: InspectingClient, coordinator: User, plain_kind: Kind) -> None:
    client.as_(coordinator)
    assert "nie wskazano" in text_of(client.page(PAGE))
    logo = SimpleUploadedFile("herb.svg", SVG.format("").encode(), "image/svg+xml")
    sent = {"logo": logo, "header": "Urząd\nRynek 1", "footer": "Stopka", "unit": "county", "seen": "0"}
    assert "Opisz krótko, co przedstawia logo." in client.post(PAGE, sent).content.decode()
    logo.seek(0)
    answer = client.post(PAGE, {**sent, "logo_alt": "Herb powiatu"})
    assert answer["Location"] == PAGE
    page = client.page(PAGE)
    assert "W dokumentach stanie: Starosta, Rada Powiatu, Starostwo Powiatowe." in text_of(page)
    picture = page.select_one("img.logo-shown")
    assert picture is not None
    shown = client.get(str(picture["src"]))
    assert (shown["Content-Type"], b"".join(shown)[:4]) == ("image/png", b"\x89PNG")
    shown.close()
    assert client.get(reverse("documents:sample")).content.startswith(b"%PDF")


def test_who_signs_is_chosen_by_kind(client: InspectingClient, coordinator: User, plain_kind: Kind) -> None:
    address = reverse("documents:signatories", args=("annual-report",))
    client.as_(coordinator)
    assert "Podaj stanowisko tej osoby." in client.post(address, {"name_0": "Jan", "seen": "0"}).content.decode()
    client.post(address, {"post_0": "Prezydent", "name_0": "Jan Nowak", "post_2": "Skarbnik", "seen": "0"})
    assert signing(DocumentKind.ANNUAL_REPORT) == [
        {"post": "Prezydent", "name": "Jan Nowak"}, {"post": "Skarbnik", "name": ""},
    ]  # fmt: skip
    assert "Prezydent (Jan Nowak); Skarbnik" in text_of(client.page(PAGE))
    assert client.get(reverse("documents:signatories", args=("letter",))).status_code == 404


def test_a_reader_of_documents_does_not_change_their_look(client: InspectingClient, member: User) -> None:
    assert client.as_(member).get(PAGE).status_code == 404


def test_a_draft_has_the_look_but_no_code(plain_kind: Kind, coordinator: User) -> None:
    choose(coordinator)
    draft, _files = services.render_draft(DocumentKind.ANNUAL_REPORT, Wanted(2023), issued_on=date(2023, 5, 1))
    made = rendering.content_of(draft)
    assert (made.look.header, made.verify_url) == (("Urząd Miasta",), "")
