"""Who stands behind each name: exact is taken, likeness is asked about, nothing is invented."""

import pytest
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.intake import corrections, services
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.review_page import review_of


@pytest.fixture
def desk(client: InspectingClient, coordinator: User) -> InspectingClient:
    return client.as_(coordinator)


def names_form(desk: InspectingClient, intake: Intake) -> dict[str, str]:
    page = desk.page(f"{intake.get_absolute_url()}podmioty/")
    form = page.select_one("#ustalenia")
    data = {f["name"]: f.get("value", "") for f in form.select("input[name]:not([type=checkbox])")}
    data |= {box["name"]: "on" for box in form.select("input[type=checkbox][checked]")}
    for choice in form.select("select[name]"):
        data[choice["name"]] = (choice.select_one("option[selected]") or choice.option)["value"]
    return data


def number_of(data: dict[str, str], key: str) -> str:
    return next(name.removeprefix("key-") for name, value in data.items() if name.startswith("key-") and value == key)


def test_a_name_may_be_another_name_of_a_body_in_the_document(
    desk: InspectingClient, in_review: Intake, coordinator: User
) -> None:
    data = names_form(desk, in_review)
    n = number_of(data, "psse")
    data |= {f"choice-{n}": "same", f"same-{n}": "straż miejska w zatorzynie"}
    desk.post(f"{in_review.get_absolute_url()}podmioty/", data)
    corrections.accept_all_parts(in_review, by=coordinator)
    programme = services.accept(in_review, by=coordinator)

    duties = programme.undertakings.get(area__no=1, no=2).responsibilities.order_by("role")
    assert [(duty.institution.abbr, duty.role) for duty in duties] == [
        ("SM", "lead"), ("KMP", "partner"), ("SM", "partner"),
    ]  # fmt: skip
    assert [alias.text for alias in Institution.objects.get(abbr="SM").aliases.all()] == ["PSSE"]


def test_a_collective_name_may_report_through_another(
    desk: InspectingClient, in_review: Intake, coordinator: User
) -> None:
    data = names_form(desk, in_review)
    n = number_of(data, "szkoly")
    assert (data[f"collective-{n}"], data[f"reporting-{n}"]) == ("on", "none")
    data |= {f"reporting-{n}": "through", f"through-{n}": "KMP"}
    desk.post(f"{in_review.get_absolute_url()}podmioty/", data)
    corrections.accept_all_parts(in_review, by=coordinator)
    services.accept(in_review, by=coordinator)

    schools = Institution.objects.get(name="Szkoły")
    assert schools.reporter == Institution.objects.get(abbr="KMP")


@pytest.mark.parametrize(
    ("through", "sentence"),
    [
        ("PSSE", "„Szkoły” ma sprawozdawać przez podmiot, który sam sprawozdań nie składa: wskaż inny."),
        ("SM", "„Szkoły” nie może sprawozdawać przez samego siebie."),
    ],
)
def test_whoever_answers_for_others_answers_for_itself(
    desk: InspectingClient, in_review: Intake, through: str, sentence: str
) -> None:
    """PSSE reports to nobody here; SM is said to be the same body as the one reporting through it."""
    data = names_form(desk, in_review)
    schools, inspectors, guards = (number_of(data, key) for key in ("szkoly", "psse", "sm"))
    data |= {f"reporting-{inspectors}": "none", f"choice-{guards}": "same", f"same-{guards}": "Szkoły"}
    data |= {f"reporting-{schools}": "through", f"through-{schools}": through}
    answer = desk.post(f"{in_review.get_absolute_url()}podmioty/", data, follow=True)
    assert sentence in text_of(soup(answer))


def test_a_name_that_nobody_bears_is_named_and_stays_open(desk: InspectingClient, in_review: Intake) -> None:
    data = names_form(desk, in_review)
    n = number_of(data, "psse")
    data |= {f"choice-{n}": "same", f"same-{n}": "Ktoś inny"}
    answer = desk.post(f"{in_review.get_absolute_url()}podmioty/", data, follow=True)
    words = text_of(soup(answer))
    assert "Nie ma podmiotu „Ktoś inny”, wskazanego przy „PSSE”: wybierz nazwę z listy." in words
    assert "Ustal, kim jest „PSSE”." in words


def test_decisions_of_two_people_meet_and_nothing_typed_is_lost(desk: InspectingClient, in_review: Intake) -> None:
    mine, theirs = names_form(desk, in_review), names_form(desk, in_review)
    address = f"{in_review.get_absolute_url()}podmioty/"
    desk.post(address, theirs)
    n = number_of(mine, "psse")
    answer = desk.post(address, {**mine, f"name-{n}": "Powiatowa Stacja"})
    assert answer.status_code == 409
    assert soup(answer).select_one(f"input[name=name-{n}]")["value"] == "Powiatowa Stacja"


def test_a_name_like_a_known_one_is_asked_about(desk: InspectingClient, in_review: Intake, coordinator: User) -> None:
    Institution.objects.create(name="Rady osiedla")
    data = names_form(desk, in_review)
    n = number_of(data, "rady osiedli")
    assert (data[f"choice-{n}"], data[f"same-{n}"]) == ("", "Rady osiedla")
    page = desk.page(f"{in_review.get_absolute_url()}podmioty/")
    assert "Podobna nazwa: „Rady osiedla” (zgodność 92%)." in text_of(page.select_one(f"#nazwa-{n}"))


def test_a_name_of_the_register_is_taken_for_it(desk: InspectingClient, in_review: Intake, police: Institution) -> None:
    data = names_form(desk, in_review)
    n = number_of(data, "kmp")
    assert (data[f"choice-{n}"], data[f"same-{n}"]) == ("same", police.name)


def test_a_body_that_left_the_register_is_asked_about_again(
    desk: InspectingClient, in_review: Intake, coordinator: User
) -> None:
    gone = Institution.objects.create(abbr="PSSE", name="Powiatowa Stacja")
    corrections.accept_all_parts(in_review, by=coordinator)
    gone.delete()
    in_review.refresh_from_db()
    assert [problem.sentence for problem in review_of(in_review).missing] == [
        "Podmiotu wskazanego przy „PSSE” nie ma już w rejestrze: wybierz inny."
    ]


def test_a_circle_of_names_is_named(desk: InspectingClient, in_review: Intake) -> None:
    data = names_form(desk, in_review)
    a, b = number_of(data, "psse"), number_of(data, "szkoly")
    data |= {f"choice-{a}": "same", f"same-{a}": "Szkoły", f"choice-{b}": "same", f"same-{b}": "PSSE"}
    answer = desk.post(f"{in_review.get_absolute_url()}podmioty/", data, follow=True)
    assert "„PSSE” wskazuje w kółko na siebie: wybierz inny podmiot." in text_of(soup(answer))


def test_two_new_bodies_of_one_name_are_named(desk: InspectingClient, in_review: Intake) -> None:
    data = names_form(desk, in_review)
    n = number_of(data, "psse")
    data |= {f"name-{n}": "Szkoły"}
    answer = desk.post(f"{in_review.get_absolute_url()}podmioty/", data, follow=True)
    assert "Dwa nowe podmioty mają nazwę „Szkoły”: wskaż, że to ten sam." in text_of(soup(answer))
