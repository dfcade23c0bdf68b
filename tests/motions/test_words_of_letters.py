"""What letters about a motion say: whole sentences, of the system or on paper, in a city or a county."""

from datetime import date

import pytest
from motion_acts import FULL, met

from bezpiecznik.accounts.models import User
from bezpiecznik.documents.models import OfficeLook
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.models import Letter
from bezpiecznik.motions import services
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.states import MotionState as S


@pytest.fixture
def on_paper(police: Institution, coordinator: User) -> Motion:
    return services.enter_paper(police, FULL, sign="A.1", dated_on=date(2023, 6, 1), by=coordinator)


def answered(motion: Motion, coordinator: User, president: User) -> str:
    """The first sentence of the answer."""
    services.admit(motion, checks=[], by=coordinator)
    services.lay_before_president(motion, by=coordinator)
    services.decide(motion, outcome=S.GRANTED, reason="Tak trzeba.", by=president)
    return paragraphs(services.draft_letter(motion, by=coordinator))[0]


def paragraphs(letter: Letter) -> list[str]:
    return letter.body.replace("\xa0", " ").split("\n\n")


def returned(motion: Motion, coordinator: User, checks: list[dict[str, object]]) -> list[str]:
    services.return_motion(motion, lacking="Podaj koszt.", checks=checks, by=coordinator)
    return paragraphs(motion.letters.get().letter)


def test_thanks_for_a_motion_of_the_system_are_a_whole_sentence(submitted: Motion, coordinator: User) -> None:
    thanks, found, _lacking = returned(submitted, coordinator, met(True))

    assert thanks == f"Dziękujemy za złożenie wniosku nr W/1/2023 „{FULL.title}”."
    assert found.startswith("Sprawdziliśmy go pod względem formalnym. Wynik sprawdzenia:\n– punkt 1: tak")


def test_thanks_for_a_motion_on_paper_have_one_full_stop(on_paper: Motion, coordinator: User) -> None:
    thanks, found, _lacking = returned(on_paper, coordinator, [])

    assert thanks.endswith(f"„{FULL.title}”, złożonego pismem nr A.1 z 1 czerwca 2023 r.")
    assert found == "Sprawdziliśmy go pod względem formalnym."


def test_the_answer_closes_the_insertion_with_a_comma(on_paper: Motion, coordinator: User, president: User) -> None:
    told = answered(on_paper, coordinator, president)

    assert told.endswith("złożonego pismem nr A.1 z 1 czerwca 2023 r., informujemy, że Prezydent Miasta uwzględnił "
                         "wniosek.")  # fmt: skip


@pytest.fixture
def in_a_county(coordinator: User) -> None:
    OfficeLook.objects.create(unit="county", made_by=coordinator)


def test_in_a_county_the_starost_decided(
    submitted: Motion, coordinator: User, president: User, in_a_county: None
) -> None:
    told = answered(submitted, coordinator, president)

    assert told.endswith(f"„{FULL.title}” informujemy, że Starosta uwzględnił wniosek.")
