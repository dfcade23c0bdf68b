"""Other spellings of a name: to whom each belongs, who added it, and when it may go."""

import pytest
from cast import MakeAction
from django.core.exceptions import ValidationError
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions import services
from bezpiecznik.institutions.models import Alias, Institution
from bezpiecznik.plans.models import Undertaking


def address(institution: Institution) -> str:
    return f"{institution.get_absolute_url()}pisownie/"


@pytest.mark.parametrize("text", ["KMP", "komenda miejska policji", "Policja"])
def test_a_conflict_names_the_owner(
    client: InspectingClient, coordinator: User, police: Institution, guard: Institution, text: str
) -> None:
    services.add_alias(police, text="policja", by=coordinator)
    answer = client.as_(coordinator).post(address(guard), {"text": text})
    assert text_of(soup(answer).select_one(".errors li")).endswith(
        f"„{text}” oznacza już podmiot „Komenda Miejska Policji”."
    )
    assert guard.aliases.count() == 0


def test_each_spelling_says_who_added_it(client: InspectingClient, coordinator: User, police: Institution) -> None:
    services.add_alias(police, text="Policja miejska", by=None)
    client.as_(coordinator).post(address(police), {"text": "Policja"})
    rows = [[text_of(cell) for cell in row("td")] for row in client.page(address(police)).select("tbody tr")]
    assert [(row[0], row[2]) for row in rows] == [
        ("Policja", "Krystyna Koordynatorska"), ("Policja miejska", "z uchwały lub wykazu"),
    ]  # fmt: skip


def test_a_spelling_nobody_needs_is_removed(client: InspectingClient, coordinator: User, police: Institution) -> None:
    alias = services.add_alias(police, text="Policja", by=coordinator)
    assert alias is not None
    client.as_(coordinator).post(f"/praca/podmioty/pisownie/{alias.pk}/usuniecie/")
    assert not police.aliases.exists()
    assert journal.about(police).first().sentence == "Usunięto inną pisownię nazwy podmiotu"


@pytest.mark.parametrize(
    ("raw", "is_used"), [("SM, Policja, PSP", True), ("policja", True), ("Policjanci", False), ("", False)]
)
def test_a_spelling_of_the_adopted_wording_stays(
    coordinator: User, police: Institution, make_action: MakeAction, raw: str, is_used: bool
) -> None:
    action = make_action(lead=police)
    Undertaking.objects.filter(pk=action.pk).update(leads_raw=raw)
    alias = services.add_alias(police, text="Policja", by=coordinator)
    assert alias is not None
    if is_used:
        with pytest.raises(ValidationError, match=r"używa jej brzmienie programu w: 1\.1\."):
            services.remove_alias(alias, by=coordinator)
    else:
        services.remove_alias(alias, by=coordinator)
    assert Alias.objects.exists() is is_used
