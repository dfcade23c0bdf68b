"""For a county without a readable document: the template, out and in; and a reading as the same workbook."""

import io

import openpyxl
import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.intake import corrections
from bezpiecznik.intake.draft import draft_of
from bezpiecznik.intake.models import Intake
from bezpiecznik.resolution import read

LIST = "/praca/wczytanie/"


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def test_the_list_gives_the_template(desk: InspectingClient) -> None:
    link = next(link for link in desk.page(LIST).select("a") if text_of(link) == "Pobierz szablon XLSX")
    answer = desk.get(link["href"])
    assert answer["Content-Disposition"] == 'attachment; filename="szablon-programu.xlsx"'
    assert len(openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames) > 1


def test_a_review_gives_its_reading_with_corrections_and_it_reads_the_same(
    desk: InspectingClient, in_review: Intake, coordinator: User
) -> None:
    row = draft_of(in_review).row("areas:0:0")
    assert row is not None
    corrections.correct(in_review, row.key, {"text": "Kontrole nocne."}, stamp=row.stamp, by=coordinator)
    page = desk.page(in_review.get_absolute_url())
    link = next(link for link in page.select("a") if text_of(link) == "Pobierz odczyt jako XLSX")

    answer = desk.get(link["href"])

    assert answer["Content-Disposition"] == 'attachment; filename="uchwala-odczyt.xlsx"'
    actions = [(area.no, action.no, action.text) for area in read(answer.content).areas for action in area.actions]
    assert actions == [
        (1, 1, "Kontrole nocne."),
        (1, 2, "Spotkania z mieszkańcami o bezpieczeństwie."),
        (2, 1, "Wspólne patrole przy szkołach."),
    ]


@pytest.mark.parametrize("who", ["reporter", "member", "administrator", "guest"])
def test_strangers_get_neither(
    client: InspectingClient, in_review: Intake, request: pytest.FixtureRequest, who: str
) -> None:
    client.as_(request.getfixturevalue(who))
    for path in ("szablon/", f"{in_review.pk}/odczyt.xlsx"):
        assert client.get(LIST + path).status_code == 404
