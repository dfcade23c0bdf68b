"""People promised and money planned of an initiative: said beside the resolution, kept with history."""

from decimal import Decimal

import pytest
from inspector import InspectingClient, held_by_form, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans import funding
from bezpiecznik.plans.funding import Planned
from bezpiecznik.plans.models import Money, Programme, PromisedAudience, Undertaking


@pytest.fixture
def senior(programme: Programme) -> Undertaking:
    return Undertaking.objects.create(programme=programme, kind="initiative", no=1, wording="Senior bezpieczny")


def test_what_is_said_is_kept_once_and_can_be_taken_back(senior: Undertaking, coordinator: User) -> None:
    lines = [Planned(2022, "budżet", Decimal(100)), Planned(2023, "budżet", Decimal(0))]
    assert funding.promise(senior, people=300, basis="wniosek", planned=lines, by=coordinator)
    assert not funding.promise(senior, people=300, basis="wniosek", planned=lines, by=coordinator)
    assert sorted(senior.money.values_list("year", "amount")) == [(2022, Decimal(100)), (2023, Decimal(0))]
    assert journal.about(senior).count() == 1

    assert funding.promise(senior, people=None, planned=[Planned(2022, "budżet", Decimal(50))], by=coordinator)
    assert not PromisedAudience.objects.exists()
    assert [line.amount for line in Money.objects.all()] == [Decimal(50)]
    assert Money.history.filter(amount=Decimal(100)).exists()


@pytest.mark.parametrize(
    ("planned", "reason"),
    [
        ([Planned(2020, "", Decimal(1))], "lata 2021–2023"),
        ([Planned(2022, "a", Decimal(1)), Planned(2022, " a ", Decimal(2))], "dwa razy"),
        ([Planned(2022, "", Decimal(-1))], "ujemna"),
    ],
)
def test_nonsense_is_refused(senior: Undertaking, coordinator: User, planned: list[Planned], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        funding.promise(senior, people=1, planned=planned, by=coordinator)
    assert not PromisedAudience.objects.exists()


def test_actions_have_none(patrols: Undertaking, coordinator: User, client: InspectingClient) -> None:
    with pytest.raises(Refused):
        funding.promise(patrols, people=1, by=coordinator)
    assert (
        client.as_(coordinator).get(f"/praca/program/przedsiewziecie/{patrols.pk}/odbiorcy-i-pieniadze/").status_code
        == 404
    )


def test_the_office_types_it_in_and_reads_it_on_the_page(
    client: InspectingClient, senior: Undertaking, coordinator: User, reporter: User
) -> None:
    address = f"/praca/program/przedsiewziecie/{senior.pk}/odbiorcy-i-pieniadze/"
    kept = held_by_form(client.as_(coordinator).page(address), address)
    typed = {**kept, "people": "300", "amount-2022-0": "1500,50", "source-2022-0": "budżet"}
    assert client.post(address, typed).status_code == 302
    page = text_of(client.page(senior.get_absolute_url()))
    assert "300" in page
    assert "1500,50 zł, budżet" in page.replace("\xa0", "").replace("1 500", "1500")
    assert client.as_(reporter).get(address).status_code == 403
