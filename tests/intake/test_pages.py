"""The pages of the intake: who sees them, what they show, what they do."""

import io

import pytest
from inspector import InspectingClient, soup, text_of
from pytest_django import DjangoAssertNumQueries

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.files.models import StoredFile
from bezpiecznik.institutions.models import Institution
from bezpiecznik.intake import corrections, services
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.todos import documents_to_review
from bezpiecznik.plans.models import Programme

LIST = "/praca/wczytanie/"


def file_of(data: bytes, name: str = "uchwala.txt") -> io.BytesIO:
    stream = io.BytesIO(data)
    stream.name = name
    return stream


@pytest.mark.parametrize("who", ["reporter", "head", "member", "administrator", "guest"])
@pytest.mark.parametrize(
    "path", ["", "{pk}/", "{pk}/podmioty/", "{pk}/przyjecie/", "{pk}/dokument/", "{pk}/porzucenie/"]
)
def test_a_stranger_gets_404(
    client: InspectingClient, in_review: Intake, request: pytest.FixtureRequest, who: str, path: str
) -> None:
    client.as_(request.getfixturevalue(who))
    assert client.get(LIST + path.format(pk=in_review.pk)).status_code == 404


@pytest.mark.parametrize("who", ["reporter", "member", "administrator", "guest"])
def test_a_stranger_cannot_upload(
    client: InspectingClient, small: bytes, request: pytest.FixtureRequest, who: str
) -> None:
    answer = client.as_(request.getfixturevalue(who)).post(f"{LIST}plik/", {"file": file_of(small)})
    assert (answer.status_code, Intake.objects.count()) == (404, 0)


def test_an_empty_list_explains_three_steps(client: InspectingClient, coordinator: User) -> None:
    page = client.as_(coordinator).page(LIST)
    assert len(page.select(".intake-steps li")) == 3


def test_an_upload_leads_to_the_progress_of_its_reading(
    client: InspectingClient, coordinator: User, small: bytes
) -> None:
    answer = client.as_(coordinator).post(f"{LIST}plik/", {"file": file_of(small)})
    intake = Intake.objects.get()
    assert intake.job is not None
    assert (answer.status_code, answer["Location"]) == (302, intake.job.get_absolute_url())

    jobs.run(str(intake.job.pk))
    assert client.get(answer["Location"])["Location"] == intake.get_absolute_url()
    assert text_of(client.page(intake.get_absolute_url()).h1) == "Sprawdź: Dane uchwały i cel główny"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Plik jest pusty: wybierz plik z treścią uchwały."),
        (b"{\\rtf1 Program}", "To jest plik RTF."),
        (b"\x00" * 99, "To nie jest dokument tekstowy."),
    ],
)
def test_a_bad_upload_gets_one_sentence(
    client: InspectingClient, coordinator: User, data: bytes, sentence: str
) -> None:
    answer = client.as_(coordinator).post(f"{LIST}plik/", {"file": file_of(data)})
    errors = [text_of(error) for error in soup(answer).select(".field-error")]
    assert answer.status_code == 422
    assert len(errors) == 1
    assert errors[0].startswith(sentence)
    assert (Intake.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_no_file_at_all_is_asked_for(client: InspectingClient, coordinator: User) -> None:
    answer = client.as_(coordinator).post(f"{LIST}plik/", {})
    assert [text_of(error) for error in soup(answer).select(".field-error")] == ["Wybierz plik z uchwałą."]


def test_a_body_too_big_is_refused_before_it_is_parsed(client: InspectingClient, coordinator: User) -> None:
    """No multipart inside: had it been parsed, the answer would speak of a missing file."""
    answer = client.as_(coordinator).generic(
        "POST", f"{LIST}plik/", b"a" * 20_500_000, content_type="multipart/form-data; boundary=x"
    )
    assert answer.status_code == 413
    assert [text_of(error) for error in soup(answer).select(".field-error")] == [
        "Plik jest za duży (najwyżej 20 MB): wczytaj sam tekst uchwały."
    ]
    assert StoredFile.objects.count() == 0


def test_an_upload_without_the_token_is_refused(coordinator: User, small: bytes) -> None:
    careful = InspectingClient(enforce_csrf_checks=True).as_(coordinator)
    assert careful.post(f"{LIST}plik/", {"file": file_of(small)}).status_code == 403


def test_the_same_file_leads_to_the_document_that_is_there(
    client: InspectingClient, coordinator: User, in_review: Intake, small: bytes
) -> None:
    answer = client.as_(coordinator).post(f"{LIST}plik/", {"file": file_of(small, "kopia.txt")}, follow=True)
    assert answer.redirect_chain == [(in_review.get_absolute_url(), 302)]
    assert "Ten sam plik jest już wczytany: oto on." in text_of(soup(answer))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    client: InspectingClient, coordinator: User, small: bytes, rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    for number in range(rows):
        services.upload(small + b"\n" * number, name=f"uchwała-{number}.txt", by=coordinator)
    client.as_(coordinator)
    with django_assert_num_queries(5):
        page = client.page(LIST)
    assert len(page.select("tbody tr")) == rows


def test_the_list_is_searched_filtered_and_exported(
    client: InspectingClient, coordinator: User, in_review: Intake, small: bytes
) -> None:
    services.upload(small + b"\n", name="Łódź.txt", by=coordinator)
    client.as_(coordinator)

    def shown(**query: str) -> list[str]:
        return [text_of(link) for link in client.page(LIST, **query).select("tbody th a")]

    assert shown(q="lodz") == ["Łódź.txt"]
    assert shown(q="przestępczości") == ["uchwala.txt"]
    assert shown(state="review") == ["uchwala.txt"]
    assert shown(sort="name") == ["uchwala.txt", "Łódź.txt"]
    assert shown(q="nic takiego") == []
    assert client.get(LIST, {"export": "csv"}).content.decode("utf-8-sig").splitlines()[0] == (
        "Dokument;Stan;Wczytano;Wczytał(a);Program"
    )


def test_htmx_gets_the_rows_alone(client: InspectingClient, coordinator: User, in_review: Intake) -> None:
    answer = client.as_(coordinator).get(LIST, {"q": "uchwala"}, headers={"HX-Request": "true"})
    assert answer.content.decode().strip().startswith('<div id="rows">')
    assert "HX-Request" in answer["Vary"]


def test_the_desk_names_the_first_step_and_then_the_review(coordinator: User, small: bytes, member: User) -> None:
    assert [todo.act for todo in documents_to_review(coordinator)] == ["Wczytaj uchwałę"]
    intake = services.read_now(services.upload(small, name="uchwala.txt", by=coordinator))
    assert [(todo.act, todo.url) for todo in documents_to_review(coordinator)] == [
        ("Sprawdź odczyt", intake.get_absolute_url())
    ]
    assert list(documents_to_review(member)) == []


def test_a_failed_reading_offers_another_try(client: InspectingClient, coordinator: User, uploaded: Intake) -> None:
    assert uploaded.job is not None
    uploaded.file.content.storage.delete(uploaded.file.content.name)
    jobs.run(str(uploaded.job.pk))
    page = client.as_(coordinator).page(uploaded.get_absolute_url())
    assert "Odczytaj jeszcze raz" in [text_of(button) for button in page.select("button")]

    answer = client.post(f"{uploaded.get_absolute_url()}odczyt/")
    uploaded.refresh_from_db()
    assert answer["Location"] == uploaded.job.get_absolute_url()


def test_an_abandoned_document_asks_first_and_is_then_put_aside(
    client: InspectingClient, coordinator: User, in_review: Intake
) -> None:
    url = f"{in_review.get_absolute_url()}porzucenie/"
    assert text_of(client.as_(coordinator).page(url).h1) == "Porzucić ten dokument?"
    client.post(url)
    in_review.refresh_from_db()
    assert in_review.state == IntakeState.ABANDONED


def test_the_document_stands_with_numbered_lines_and_can_be_downloaded(
    client: InspectingClient, coordinator: User, in_review: Intake, small: bytes
) -> None:
    page = client.as_(coordinator).page(f"{in_review.get_absolute_url()}dokument/")
    assert text_of(page.select_one("#w1")) == "1 UCHWAŁA NR X/12/2024"
    download = client.get(f"{in_review.get_absolute_url()}oryginal/")
    assert b"".join(download.streaming_content) == small


def test_the_whole_way_by_clicking(
    client: InspectingClient, coordinator: User, in_review: Intake, office: Institution
) -> None:
    """Every part is confirmed by the button of its page; the names are saved as proposed; then it is accepted."""
    client.as_(coordinator)
    url = in_review.get_absolute_url()
    for _part in range(20):
        page = client.page(url)
        form = next((f for f in page.select("main form") if "/sprawdzone/" in f["action"]), None)
        if form is None:
            break
        url = client.post(form["action"], fields(form))["Location"]
    assert url == f"{in_review.get_absolute_url()}podmioty/"

    names = client.page(url).select_one("#ustalenia")
    answer = client.post(url, fields(names))
    assert answer["Location"] == f"{in_review.get_absolute_url()}przyjecie/"

    accept = client.page(answer["Location"]).select_one("main form:has(input[name=version])")
    answer = client.post(accept["action"], fields(accept))
    programme = Programme.objects.get()
    assert answer["Location"] == f"/praca/program/?programme={programme.pk}"
    assert [(a.area.no, a.no) for a in programme.undertakings.select_related("area").order_by("area__no", "no")] == [
        (1, 1), (1, 2), (2, 1),
    ]  # fmt: skip

    told = client.post(accept["action"], fields(accept), follow=True)
    assert "przyjęto już do programu" in text_of(soup(told))
    assert Programme.objects.count() == 1


def fields(form) -> dict[str, str]:
    """What a browser would send from this form, untouched."""
    data = {field["name"]: field.get("value", "") for field in form.select("input[name]") if _is_sent(field)}
    for choice in form.select("select[name]"):
        chosen = choice.select_one("option[selected]") or choice.select_one("option")
        data[choice["name"]] = chosen["value"]
    return data


def _is_sent(field) -> bool:
    return field.get("type") != "checkbox" or field.has_attr("checked")


def test_the_last_page_names_what_is_missing(client: InspectingClient, coordinator: User, in_review: Intake) -> None:
    page = client.as_(coordinator).page(f"{in_review.get_absolute_url()}przyjecie/")
    figures = [text_of(figure) for figure in page.select(".figure")]
    assert figures[:3] == ["2 obszary", "3 działania", "0 programów jednostek"]
    assert len(page.select(".callout-warn li")) > 0
    assert page.select_one('input[name="version"]') is None


@pytest.mark.parametrize("version", ["0", "", "x"])
def test_accepting_an_old_page_is_told(
    client: InspectingClient, coordinator: User, in_review: Intake, version: str
) -> None:
    corrections.accept_all_parts(in_review, by=coordinator)
    url = f"{in_review.get_absolute_url()}przyjecie/"
    client.as_(coordinator)
    answer = client.post(url, {"version": version}, follow=True)
    assert "Odczyt zmienił się od otwarcia tej strony" in text_of(soup(answer))
    assert Programme.objects.count() == 0


def test_the_address_of_uploading_leads_to_the_list(client: InspectingClient, coordinator: User) -> None:
    assert client.as_(coordinator).get(f"{LIST}plik/")["Location"] == LIST
