"""The pages of letters, as the coordinator walks through them without JavaScript."""

import io
import zipfile
from typing import Any

import pytest
from inspector import InspectingClient, soup, text_of
from letter_acts import WORDS, draft, note, number
from pypdf import PdfReader

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.core.models import Job
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import services, templates
from bezpiecznik.letters.models import Letter, Series
from bezpiecznik.letters.templates import Wording

pytestmark = pytest.mark.django_db
LIST = "/praca/pisma/"
COMMON = {name: WORDS[name] for name in ("place", "signatory", "signatory_function")}


@pytest.fixture
def office_client(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def fields_of(client: InspectingClient, url: str) -> dict[str, str]:
    """What the one POST form of the page with fields holds now."""
    page = client.page(url)
    form = next(form for form in page("form") if form.find(["textarea", "select"]) and form.get("method") == "post")
    values = {field["name"]: field.get("value", "") for field in form("input")}
    values |= {field["name"]: field.text.strip("\n") for field in form("textarea")}
    return {name: value for name, value in values.items() if name != "csrfmiddlewaretoken"}


def run_jobs() -> None:
    for job in Job.objects.filter(state="queued"):
        jobs.run(str(job.pk))


def test_from_a_draft_to_a_sent_letter(office_client: InspectingClient, police: Institution) -> None:
    begin = f"{LIST}nowe/?institution={police.pk}&template="
    typed = {**fields_of(office_client, begin), **WORDS}
    response = office_client.post(begin, typed, follow=True)
    assert "Zapisano projekt pisma." in text_of(soup(response))
    letter = Letter.objects.get()

    preview = office_client.get(f"{LIST}{letter.pk}/podglad.pdf")
    assert preview.content[:5] == b"%PDF-"

    response = office_client.post(f"{LIST}{letter.pk}/numer/", {"dated_on": "2026-03-10"})
    run_jobs()
    page = soup(office_client.get(response["Location"], follow=True))
    assert "Pismo P/2026/1" in text_of(page)
    assert "Pobierz PDF" in text_of(page)

    office_client.post(
        f"{LIST}{letter.pk}/wyslanie/", {"channel": "post", "sent_on": "2026-03-10", "reference": "R-77"}
    )
    assert "R-77" in text_of(office_client.page(f"{LIST}{letter.pk}/"))

    office_client.post(f"{LIST}{letter.pk}/wyslanie/cofniecie/")
    page = office_client.page(f"{LIST}{letter.pk}/")
    assert "Cofnięto adnotację o wysłaniu." in text_of(page)
    assert "Jeszcze nie odnotowano" in text_of(page)


def test_the_address_of_electronic_delivery_is_checked(office_client: InspectingClient, police: Institution) -> None:
    begin = f"{LIST}nowe/?institution={police.pk}"
    response = office_client.post(begin, {**WORDS, "e_delivery": "kmp@policja.example"})
    assert "ma postać AE:PL-12345-67890-ABCDE-12" in text_of(soup(response))
    assert not Letter.objects.exists()


def test_a_preview_keeps_nothing(office_client: InspectingClient, letter: Letter) -> None:
    office_client.get(f"{LIST}{letter.pk}/podglad.pdf")
    letter.refresh_from_db()
    assert (letter.state, letter.document) == ("draft", None)


def test_a_draft_is_deleted_after_a_question(office_client: InspectingClient, letter: Letter) -> None:
    assert "Tego nie da się cofnąć" in text_of(office_client.page(f"{LIST}{letter.pk}/usuniecie/"))
    assert Letter.objects.count() == 1
    office_client.post(f"{LIST}{letter.pk}/usuniecie/")
    assert not Letter.objects.exists()


@pytest.mark.parametrize("part", ["zmiana/", "numer/", "podglad.pdf", "usuniecie/"])
def test_pages_of_drafts_know_no_numbered_letter(office_client: InspectingClient, numbered: Letter, part: str) -> None:
    assert office_client.get(f"{LIST}{numbered.pk}/{part}").status_code == 404


@pytest.mark.parametrize("part", ["anulowanie/", "wyslanie/"])
def test_a_draft_is_neither_sent_nor_cancelled(office_client: InspectingClient, letter: Letter, part: str) -> None:
    assert office_client.get(f"{LIST}{letter.pk}/{part}").status_code == 404


def test_whoever_saves_over_a_colleague_is_told(
    office_client: InspectingClient, letter: Letter, coordinator: User
) -> None:
    typed = fields_of(office_client, f"{LIST}{letter.pk}/zmiana/")
    services.change_draft(letter, seen=1, by=coordinator, body="Zmiana koleżanki.")

    response = office_client.post(f"{LIST}{letter.pk}/zmiana/", {**typed, "body": "Moja zmiana."})
    page = soup(response)
    assert "W międzyczasie ktoś zmienił ten projekt." in text_of(page)
    again = {field["name"]: field.get("value", "") for field in page.main("input")}
    office_client.post(f"{LIST}{letter.pk}/zmiana/", {**typed, "body": "Moja zmiana.", "version": again["version"]})
    letter.refresh_from_db()
    assert letter.body == "Moja zmiana."


def test_the_list_is_searched_and_filtered(
    office_client: InspectingClient, numbered: Letter, guard: Institution, coordinator: User
) -> None:
    draft(guard, by=coordinator, subject="zupełnie czego innego", addressee="Straż Miejska")

    def found(**wanted: Any) -> list[str]:
        page = office_client.page(LIST, **wanted)
        return [text_of(row.th) for row in page("tr") if row.th and row.th.get("scope") == "row"]

    assert len(found()) == 2
    assert len(found(q="patroli policja")) == 1
    assert len(found(q="BBiZK")) == 1
    assert len(found(state="draft")) == 1
    assert len(found(institution=guard.pk)) == 1
    assert len(found(since="2026-03-01", until="2026-03-31")) == 1
    assert found(since="2026-04-01") == []
    assert "Nic nie pasuje do filtrów" in text_of(office_client.page(LIST, q="nieistniejące"))


def test_the_list_is_exported(office_client: InspectingClient, numbered: Letter, coordinator: User) -> None:
    note(numbered, by=coordinator)
    text = office_client.get(LIST, {"export": "csv"}).content.decode("utf-8-sig")
    assert "P/2026/1;BBiZK.5511.1.2026;2026-03-10" in text
    assert "poczta" in text


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("sort", ["made", "-number", "institution", "dated", "-sent"])
def test_the_list_asks_the_database_equally_often(
    office_client: InspectingClient, police: Institution, coordinator: User, rows: int, sort: str,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    letters = [draft(police, by=coordinator) for _ in range(rows)]
    number(*letters, by=coordinator)
    with django_assert_num_queries(6):
        office_client.page(LIST, sort=sort)


def test_a_series_goes_from_choice_to_one_pdf_and_a_zip(
    office_client: InspectingClient, police: Institution, guard: Institution
) -> None:
    new = f"{LIST}serie/nowa/"
    words = {name: WORDS[name] for name in ("subject", "body", "request", "annexes")}
    office_client.post(new, {**words, **COMMON, "institutions": [police.pk, guard.pk]})
    series = Series.objects.get()
    here = f"{LIST}serie/{series.pk}/"
    assert "Komenda Miejska Policji" in text_of(office_client.page(here))
    assert office_client.get(f"{here}druk.pdf").status_code == 404

    assert "2 projekty dostaną" in text_of(office_client.page(f"{here}numery/"))
    office_client.post(f"{here}numery/", {"dated_on": "2026-03-10"})
    run_jobs()
    assert {letter.case.sign for letter in Letter.objects.all() if letter.case} == {"BBiZK.5511.1.2026"}

    together = PdfReader(io.BytesIO(office_client.get(f"{here}druk.pdf").content))
    assert len(together.pages) == 2
    packed = zipfile.ZipFile(io.BytesIO(office_client.get(f"{here}pisma.zip").content))
    assert packed.namelist() == ["pismo-p-2026-1.pdf", "pismo-p-2026-2.pdf"]

    office_client.post(f"{here}wyslanie/", {"channel": "post", "sent_on": "2026-03-10"})
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


def test_a_series_of_drafts_is_deleted_whole(office_client: InspectingClient, police: Institution) -> None:
    words = {name: WORDS[name] for name in ("subject", "body")}
    office_client.post(f"{LIST}serie/nowa/", {**words, **COMMON, "institutions": [police.pk]})
    here = f"{LIST}serie/{Series.objects.get().pk}/usuniecie/"
    assert "Zniknie 1 projekt." in text_of(office_client.page(here))
    office_client.post(here)
    assert (Series.objects.count(), Letter.objects.count()) == (0, 0)


def test_a_series_with_numbers_is_not_deleted(
    office_client: InspectingClient, police: Institution, coordinator: User
) -> None:
    series = services.draft_series([police], template=None, wording=Wording("x", "y"), by=coordinator, **COMMON)
    number(*series.letters.all(), by=coordinator, series=series)
    response = office_client.post(f"{LIST}serie/{series.pk}/usuniecie/", follow=True)
    assert "Nie można tego zrobić" in text_of(soup(response))
    assert Letter.objects.count() == 1


def test_a_series_asks_for_an_institution(office_client: InspectingClient) -> None:
    response = office_client.post(f"{LIST}serie/nowa/", {**COMMON, "subject": "x", "body": "y"})
    assert "Wybierz co najmniej jeden podmiot." in text_of(soup(response))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_series_asks_the_database_equally_often(
    office_client: InspectingClient, police: Institution, coordinator: User, rows: int, django_assert_num_queries: Any
) -> None:
    series = services.draft_series([police] * rows, template=None, wording=Wording("x", "y"), by=coordinator, **COMMON)
    with django_assert_num_queries(6):
        office_client.page(f"{LIST}serie/{series.pk}/")


def test_letters_stand_on_the_page_of_the_institution(
    office_client: InspectingClient, numbered: Letter, police: Institution
) -> None:
    page = office_client.page(f"/praca/podmioty/{police.pk}/")
    assert "P/2026/1: przekazania danych o patrolach" in text_of(page)
    assert page.find("a", href=f"{LIST}nowe/?institution={police.pk}")


def test_letters_are_not_in_the_list_of_documents(
    client: InspectingClient, numbered: Letter, member: User, coordinator: User
) -> None:
    """The commission reads reports to the council; the office's correspondence is not theirs."""
    assert numbered.document is not None
    document = f"/praca/dokumenty/{numbered.document.pk}/"
    assert "Pismo" not in text_of(client.as_(member).page("/praca/dokumenty/").main)
    assert client.get(document).status_code == 404
    assert client.get(f"/praca/dokumenty/plik/{numbered.document.files.get(format='pdf').pk}/").status_code == 404
    assert client.as_(coordinator).get(document).status_code == 200


def test_the_desk_reminds_of_letters_not_noted_as_sent(
    office_client: InspectingClient, numbered: Letter, coordinator: User
) -> None:
    told = "1 pismo czeka na odnotowanie wysłania."
    assert told in text_of(office_client.page("/praca/"))
    note(numbered, by=coordinator)
    assert told not in text_of(office_client.page("/praca/"))


def test_a_template_that_is_gone_is_as_if_none_were_chosen() -> None:
    assert templates.find("nobody.knows") is None
