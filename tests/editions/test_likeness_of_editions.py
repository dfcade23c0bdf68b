"""Which text a former text became: words in any order, endings aside; nothing proposed below the threshold."""

import pytest

from bezpiecznik.editions.likeness import Told, match

PATROLS = "Kierowanie dodatkowych patroli w miejsca zagrożone."


@pytest.mark.parametrize(
    ("former", "later", "sure", "same"),
    [
        (PATROLS, PATROLS, True, True),
        (PATROLS, "kierowanie dodatkowych patroli w miejsca zagrożone", True, True),
        (PATROLS, "W miejsca zagrożone kierowanie dodatkowych patroli", True, True),
        (PATROLS, "Kierowanie dodatkowych patroli nocnych w miejsca zagrożone przez wandali.", False, False),
    ],
)
def test_the_same_action_in_other_words(former: str, later: str, sure: bool, same: bool) -> None:
    proposal = match([Told(1, former)], [Told(2, later), Told(3, "Szczepienia psów.")])[1]
    assert (proposal.later, proposal.is_sure, proposal.same_words) == (2, sure, same)


def test_nothing_alike_is_proposed_nowhere() -> None:
    assert match([Told(1, PATROLS)], [Told(2, "Nadzór nad szczepieniami ochronnymi zwierząt.")]) == {}
    assert match([Told(1, PATROLS)], []) == {}


def test_an_action_is_never_matched_with_an_initiative() -> None:
    assert match([Told(1, PATROLS, "action")], [Told(2, PATROLS, "initiative")]) == {}


def test_of_two_that_are_equal_the_one_in_the_same_area_and_of_the_same_bodies_wins() -> None:
    police = frozenset({"KMP"})
    later = [Told(2, PATROLS, area="Drogi"), Told(3, PATROLS + " Też", area="Parki", bodies=police)]
    near = match([Told(1, PATROLS + " Oraz", area="parki", bodies=police)], later)[1]
    assert near.later == 3


def test_two_former_ones_may_become_one() -> None:
    proposals = match([Told(1, PATROLS), Told(2, PATROLS + " Stale.")], [Told(3, PATROLS)])
    assert {one.later for one in proposals.values()} == {3}
