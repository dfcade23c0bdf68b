from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.core.models import Job, JobState, JournalEntry
from bezpiecznik.documents import kinds
from bezpiecznik.documents.models import Document, DocumentKind

RequestDocument = Callable[..., Document]
LIST = reverse("documents:list")


@pytest.fixture
def made(request_document: RequestDocument) -> Document:
    """A document with its files."""
    document = request_document()
    jobs.run(str(document.job_id))
    return document


def numbers(page: Any) -> list[str]:
    return [text_of(cell) for cell in page.select("#rows tbody th")]


def test_the_empty_register_names_the_next_step(client: InspectingClient, coordinator: User, member: User) -> None:
    assert "Przejdź do oceny" in text_of(client.as_(coordinator).page(LIST))
    assert "Przejdź do oceny" not in text_of(client.as_(member).page(LIST))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["SR/2022/2", "SR/2022/1", "SR/2021/1"]),
        ({"sort": "number"}, ["SR/2021/1", "SR/2022/1", "SR/2022/2"]),
        ({"year": 2021}, ["SR/2021/1"]),
        ({"q": "sprawozdania próbnego"}, ["SR/2022/2", "SR/2022/1", "SR/2021/1"]),
        ({"q": "uchwała"}, []),
        ({"kind": "annual-report", "year": 1999}, ["SR/2022/2", "SR/2022/1", "SR/2021/1"]),
    ],
)
def test_the_register_is_searched_and_filtered_by_the_address(
    client: InspectingClient, coordinator: User, request_document: RequestDocument, query: Any, found: list[str]
) -> None:
    for year in (2021, 2022, 2022):
        request_document(year=year)
    assert numbers(client.as_(coordinator).page(LIST, **query)) == found


def test_htmx_gets_the_same_rows_as_a_reload(client: InspectingClient, coordinator: User, made: Document) -> None:
    whole = client.as_(coordinator).page(LIST).select_one("#rows")
    assert soup(client.get(LIST, headers={"HX-Request": "true"})).select_one("#rows") == whole


def test_the_register_is_a_file_too(client: InspectingClient, member: User, made: Document) -> None:
    answer = client.as_(member).get(LIST, {"export": "csv"})
    row = answer.content.decode("utf-8-sig").splitlines()[1].split(";")
    assert (row[0], row[8], row[9]) == ("SR/2022/1", made.snapshot_sha256, "docx, pdf")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_register_asks_the_database_equally_often(
    client: InspectingClient, coordinator: User, request_document: RequestDocument, rows: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    for _ in range(rows):
        jobs.run(str(request_document().job_id))
    client.as_(coordinator)
    with django_assert_num_queries(8):
        assert len(numbers(client.page(LIST))) == rows


def test_the_document_tells_its_number_date_hash_maker_and_sizes(
    client: InspectingClient, member: User, made: Document
) -> None:
    page = client.as_(member).page(made.get_absolute_url())
    told = text_of(page)
    assert text_of(page.h1) == "Dokument SR/2022/1"
    assert [fact in told for fact in ("20 lutego 2023", made.snapshot_sha256, "Krystyna Koordynatorska")] == [True] * 3
    assert [text_of(link).split(" (")[0] for link in page.select(".doors a")] == ["Pobierz DOCX", "Pobierz PDF"]
    assert not page.select("main form")


def test_a_file_is_downloaded_under_its_name_and_no_line_is_written(
    client: InspectingClient, member: User, made: Document
) -> None:
    lines = JournalEntry.objects.count()
    pdf = made.files.get(format="pdf")
    answer = client.as_(member).get(reverse("documents:file", args=(pdf.pk,)))
    assert b"".join(answer.streaming_content) == pdf.file.read()  # type: ignore[attr-defined]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{pdf.name}"'
    assert JournalEntry.objects.count() == lines


def test_checking_tells_that_the_document_is_the_same(
    client: InspectingClient, coordinator: User, made: Document
) -> None:
    answer = client.as_(coordinator).post(reverse("documents:check", args=(made.pk,)))
    assert answer["Location"] == made.get_absolute_url()
    assert "Dokument powstał ponownie co do bajta taki sam." in text_of(client.page(made.get_absolute_url()))
    assert JournalEntry.objects.get(event="documents.checked").data == {"same": {"docx": True, "pdf": True}}


def test_checking_tells_that_the_data_were_changed(client: InspectingClient, coordinator: User, made: Document) -> None:
    Document.objects.update(snapshot='{"words": "Inne."}')
    client.as_(coordinator).post(reverse("documents:check", args=(made.pk,)))
    told = text_of(client.page(made.get_absolute_url()))
    assert "Dane dokumentu nie zgadzają się ze skrótem. Zgłoś to administratorowi." in told


def test_checking_tells_that_the_programme_prints_otherwise_today(
    client: InspectingClient, coordinator: User, made: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = kinds.KINDS[DocumentKind.ANNUAL_REPORT]
    newer = replace(kind, build=lambda snapshot, meta: replace(kind.build(snapshot, meta), subtitle="Nowy układ"))
    monkeypatch.setitem(kinds.KINDS, DocumentKind.ANNUAL_REPORT, newer)
    client.as_(coordinator).post(reverse("documents:check", args=(made.pk,)))
    told = text_of(client.page(made.get_absolute_url()))
    assert "program składa je dziś inaczej: DOCX, PDF. Wiążący jest plik zachowany." in told


def test_work_that_failed_can_be_tried_again_under_the_same_number(
    client: InspectingClient, coordinator: User, request_document: RequestDocument
) -> None:
    document = request_document(snapshot_text="{}")
    jobs.run(str(document.job_id))
    assert Job.objects.get().state == JobState.FAILED
    page = client.as_(coordinator).page(document.get_absolute_url())
    assert "Pliki nie powstały" in text_of(page)
    answer = client.post(str(page.select_one("main form")["action"]))  # type: ignore[index]
    document.refresh_from_db()
    assert (answer["Location"], document.number) == (document.job.get_absolute_url(), "SR/2022/1")  # type: ignore[union-attr]


@pytest.mark.parametrize("is_made", [False, True])
def test_work_that_did_not_fail_is_not_begun_again(
    client: InspectingClient, coordinator: User, request_document: RequestDocument, is_made: bool
) -> None:
    document = request_document()
    if is_made:
        jobs.run(str(document.job_id))
    answer = client.as_(coordinator).post(reverse("documents:retry", args=(document.pk,)))
    assert answer["Location"] == document.job.get_absolute_url()  # type: ignore[union-attr]
    assert (Job.objects.count(), JournalEntry.objects.filter(event="documents.retried").count()) == (1, 0)


@pytest.mark.parametrize("person", ["reporter", "head", "administrator", "guest"])
def test_strangers_get_404(client: InspectingClient, made: Document, person: str, request: Any) -> None:
    client.as_(request.getfixturevalue(person))
    pdf = made.files.get(format="pdf")
    opened = [LIST, made.get_absolute_url(), reverse("documents:file", args=(pdf.pk,))]
    assert [client.get(address).status_code for address in opened] == [404, 404, 404]


def test_a_member_reads_but_makes_nothing(client: InspectingClient, made: Document, member: User) -> None:
    verbs = [reverse(f"documents:{verb}", args=(made.pk,)) for verb in ("check", "retry")]
    client.as_(member)
    assert [client.post(address).status_code for address in verbs] == [404, 404]
