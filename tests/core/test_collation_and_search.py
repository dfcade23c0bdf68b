"""Polish order and Polish search, on both databases."""

import pytest
from cast import MakeAction

from bezpiecznik.core.search import matching
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking


def test_names_stand_in_polish_order(db: None) -> None:
    for name in ("Żłobek", "Zarząd dróg", "Łaźnia", "Lotnisko", "Ćwiczebnia", "Cech", "Źródło"):
        Institution.objects.create(name=name)

    in_order = [institution.name for institution in Institution.objects.in_polish_order()]

    assert in_order == ["Cech", "Ćwiczebnia", "Lotnisko", "Łaźnia", "Zarząd dróg", "Źródło", "Żłobek"]


def test_a_beginning_stands_first_and_digits_before_letters_in_their_order(db: None) -> None:
    names = ["1 Rota", "2 Rota", "Müller", "Munk", "Osiedle 1b", "Osiedle 2a", "Policja", "Policja drogowa"]
    for name in reversed(names):
        Institution.objects.create(name=name)

    in_order = [institution.name for institution in Institution.objects.in_polish_order()]

    assert in_order == names


@pytest.mark.parametrize(
    "query",
    ["zagrożenie", "zagrozen", "ZAGROŻENIA", "zagrożeniami powodziowe", "powodzi", "łódź", "lodzi", "monitorowania"],
)
def test_search_finds_other_inflected_forms_without_diacritics(make_action: MakeAction, query: str) -> None:
    wanted = make_action("Monitorowanie zagrożeń powodziowych łodziami patrolowymi.")
    make_action("Konkurs wiedzy dla uczniów.")

    assert list(matching(Undertaking.objects.all(), query)) == [wanted]


def test_every_word_of_the_query_must_be_there(make_action: MakeAction) -> None:
    make_action("Monitorowanie zagrożeń.")

    assert list(matching(Undertaking.objects.all(), "zagrożenia konkursowe")) == []
