"""Names of which the reader was not sure are asked about first; before a person answers nothing is accepted."""

from dataclasses import replace
from typing import Any

import pytest
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.intake import corrections, services, undoing
from bezpiecznik.intake.draft import draft_of
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.review_page import review_of
from bezpiecznik.resolution import Reading
from bezpiecznik.resolution.model import Name

SURE = Name("SM", "SM", 1.0)
DOUBTFUL = Name("Straż Miej.", "SM", 0.7)


@pytest.fixture
def doubtful(in_review: Intake) -> Intake:
    """The partner of the first action was written „Straż Miej.” and taken for SM."""
    reading = Reading.from_json(in_review.reading or {})
    first = replace(reading.areas[0].actions[0], partners_raw="Straż Miej., rady osiedli")
    areas = (replace(reading.areas[0], actions=(first, *reading.areas[0].actions[1:])), *reading.areas[1:])
    in_review.reading = replace(reading, areas=areas, names=(SURE, DOUBTFUL)).to_json()
    in_review.save(update_fields=("reading",))
    return in_review


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def form(desk: InspectingClient, intake: Intake, **said: str) -> dict[str, Any]:
    """What the page of names sends, with this said of the first doubt."""
    page = desk.page(f"{intake.get_absolute_url()}podmioty/").select_one("#ustalenia")
    data = {f["name"]: f.get("value", "") for f in page.select("input[type=hidden], input[type=text]")}
    data |= {box["name"]: "on" for box in page.select("input[type=checkbox][checked]")}
    for choice in page.select("select[name]"):
        data[choice["name"]] = (choice.select_one("option[selected]") or choice.option)["value"]
    return {**data, **{f"doubt-{name}-0": value for name, value in said.items()}}


def names_of(intake: Intake, key: str = "areas:0:0") -> list[str]:
    intake.refresh_from_db()
    row = draft_of(intake).row(key)
    assert row is not None
    return list(row.values["partners"])


def send(desk: InspectingClient, intake: Intake, **said: str) -> str:
    answer = desk.post(f"{intake.get_absolute_url()}podmioty/", form(desk, intake, **said), follow=True)
    return text_of(soup(answer))


def test_a_doubtful_name_stands_first_with_what_it_was_taken_for_and_where(
    desk: InspectingClient, doubtful: Intake
) -> None:
    page = desk.page(f"{doubtful.get_absolute_url()}podmioty/")
    first = page.select_one("#ustalenia .card")
    assert text_of(first.h3) == "Co znaczy „Straż Miej.”?"
    assert "Odczytano jako „SM” (pewność 70%). Miejsca: 1.1" in text_of(first)
    assert not first.select("input[checked]")
    assert "open" not in page.select_one("#ustalenia details").attrs
    assert page.select_one("#ustalenia details").select("#nazwa-0")


def test_nothing_is_accepted_before_it_is_said(doubtful: Intake, desk: InspectingClient, coordinator: User) -> None:
    asked = "Ustal, co znaczy nazwa „Straż Miej.”, odczytana jako „SM”."
    assert asked in [problem.sentence for problem in review_of(doubtful).missing]
    assert "Co znaczy „Straż Miej.”?" in send(desk, doubtful)
    send(desk, doubtful, said="right")
    doubtful.refresh_from_db()
    assert asked not in [problem.sentence for problem in review_of(doubtful).missing]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"said": "right"}, ["SM", "rady osiedli"]),
        ({"said": "other", "body": " Straż  Graniczna "}, ["Straż Graniczna", "rady osiedli"]),
        ({"said": "new"}, ["Straż Miej.", "rady osiedli"]),
    ],
)
def test_what_is_said_stands_in_the_duties_where_it_was_written_so(
    desk: InspectingClient, doubtful: Intake, said: dict[str, str], expected: list[str]
) -> None:
    send(desk, doubtful, **said)
    assert names_of(doubtful) == expected
    assert names_of(doubtful, "areas:1:0")[0] == "SM"


def test_another_body_must_be_named(desk: InspectingClient, doubtful: Intake) -> None:
    assert "Wpisz, jaki podmiot znaczy „Straż Miej.”." in send(desk, doubtful, said="other", body=" ")
    assert names_of(doubtful)[0] == "SM"


def test_what_was_said_can_be_taken_back(desk: InspectingClient, doubtful: Intake, coordinator: User) -> None:
    send(desk, doubtful, said="new")
    act = undoing.last_act(doubtful)
    assert act is not None
    undoing.take_back(doubtful, act=act.pk, by=coordinator)
    assert names_of(doubtful)[0] == "SM"


def test_a_name_written_plainly_beside_it_stays(desk: InspectingClient, doubtful: Intake) -> None:
    reading = doubtful.reading or {}
    reading["areas"][0]["actions"][0]["partners_raw"] = "SM, Straż Miej., rady osiedli"
    doubtful.save(update_fields=("reading",))
    send(desk, doubtful, said="new")
    assert names_of(doubtful) == ["SM", "Straż Miej.", "rady osiedli"]


def test_two_people_who_say_at_once_meet(desk: InspectingClient, doubtful: Intake) -> None:
    mine = form(desk, doubtful, said="new")
    send(desk, doubtful, said="right")
    answer = desk.post(f"{doubtful.get_absolute_url()}podmioty/", mine)
    assert answer.status_code == 409
    assert soup(answer).select_one("input[name=doubt-said-0][value=new]").has_attr("checked")
    assert names_of(doubtful)[0] == "SM"


def test_sure_names_wait_for_nobody(in_review: Intake, coordinator: User) -> None:
    assert not [problem for problem in review_of(in_review).missing if problem.part == "podmioty"]


def test_at_the_command_line_a_doubtful_name_is_what_the_reader_took_it_for(
    doubtful: Intake, coordinator: User
) -> None:
    corrections.accept_all_parts(doubtful, by=coordinator)
    programme = services.accept(doubtful, by=coordinator)
    first = programme.undertakings.get(area__no=1, no=1)
    assert [duty.institution.short for duty in first.responsibilities.order_by("role", "place")][:2] == ["KMP", "SM"]
