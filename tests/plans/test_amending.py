"""The council changes the programme: what is added, withdrawn, given and taken away, and what is refused."""

from datetime import date
from typing import Any

import pytest
from cast import MakeAction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans import amending
from bezpiecznik.plans.amending import AddAction, AddDuty, Change, EndDuty, Withdraw
from bezpiecznik.plans.models import (
    Amendment,
    Area,
    Programme,
    ProgrammeState,
    Responsibility,
    ResponsibilityRole,
    Undertaking,
)

LEAD, PARTNER = ResponsibilityRole.LEAD, ResponsibilityRole.PARTNER
MAY = date(2022, 5, 1)


@pytest.fixture
def amend(programme: Programme, coordinator: User) -> Any:
    """`amend(change, …, on=…)` by the second resolution of the invented town."""

    def make(*changes: Change, on: date = MAY) -> Amendment:
        return amending.amend(
            programme, basis="uchwała nr XX/2/2022", effective_on=on, reason="Wniosek komisji.", by=coordinator,
            changes=changes,
        )  # fmt: skip

    return make


def test_an_added_action_takes_the_next_number_and_names_its_amendment(
    patrols: Undertaking, area: Area, police: Institution, guard: Institution, amend: Any
) -> None:
    amendment = amend(AddAction(area, " Monitoring parków. ", leads=(guard,), partners=(police, police)))

    action = Undertaking.objects.get(area=area, no=2)
    assert (action.wording, action.added_by) == ("Monitoring parków.", amendment)
    duties = action.responsibilities.values_list("institution", "role", "since", "amendment")
    assert sorted(duties) == sorted(
        [(guard.pk, "lead", MAY, amendment.pk), (police.pk, "partner", MAY, amendment.pk)]
    )  # fmt: skip


def test_a_number_that_was_used_is_never_given_again(
    patrols: Undertaking, area: Area, police: Institution, amend: Any
) -> None:
    amend(Withdraw(patrols))
    amend(AddAction(area, "Nowe działanie.", leads=(police,)))
    assert [action.no for action in area.actions.order_by("no")] == [1, 2]
    with pytest.raises(Refused, match=r"jest już działanie 1\.1"):
        amend(AddAction(area, "Jeszcze jedno.", leads=(police,), no=1))


def test_a_withdrawn_action_stays_with_its_wording_and_its_duties_end(patrols: Undertaking, amend: Any) -> None:
    amendment = amend(Withdraw(patrols))

    patrols.refresh_from_db()
    assert (patrols.withdrawn_on, patrols.withdrawn_by) == (MAY, amendment)
    assert set(patrols.responsibilities.values_list("until", "ended_by")) == {(MAY, amendment.pk)}
    assert list(Undertaking.objects.in_force(date(2022, 4, 30))) == [patrols]
    assert not Undertaking.objects.in_force(MAY)


def test_duties_count_from_the_day_of_the_change(
    patrols: Undertaking, police: Institution, office: Institution, amend: Any
) -> None:
    amend(EndDuty(patrols, police, LEAD), AddDuty(patrols, office, LEAD))

    def leads(day: date) -> list[str]:
        found = Responsibility.objects.in_force(day).filter(role=LEAD)
        return list(found.values_list("institution__abbr", flat=True))

    assert (leads(date(2022, 4, 30)), leads(MAY)) == (["KMP"], ["BB"])


def test_who_left_can_come_back(patrols: Undertaking, guard: Institution, amend: Any) -> None:
    amend(EndDuty(patrols, guard, PARTNER))
    amend(AddDuty(patrols, guard, PARTNER), on=date(2022, 9, 1))

    assert patrols.responsibilities.filter(institution=guard).count() == 2


def test_one_amendment_is_one_line_of_the_journal(
    programme: Programme, patrols: Undertaking, police: Institution, guard: Institution, amend: Any
) -> None:
    amend(EndDuty(patrols, guard, PARTNER), Withdraw(patrols))

    line = journal.about(programme).get()
    assert (line.event, line.data["changes"]) == (
        "plans.amended", ["1.1: SM przestaje odpowiadać (partner)", "skreślono 1.1"],
    )  # fmt: skip


def test_a_preview_tells_and_leaves_nothing(programme: Programme, patrols: Undertaking, coordinator: User) -> None:
    found = amending.preview(
        programme, basis="uchwała", effective_on=MAY, reason="…", by=coordinator, changes=[Withdraw(patrols)]
    )

    assert found.told == ("skreślono 1.1",)
    patrols.refresh_from_db()
    assert (patrols.withdrawn_on, Amendment.objects.count(), journal.about(programme).count()) == (None, 0, 0)


@pytest.mark.parametrize(
    ("on", "reason"),
    [(date(2024, 1, 1), "lata 2021–2023"), (date(2020, 12, 31), "lata 2021"), (date(2021, 3, 17), "przyjęto program")],
)
def test_a_day_outside_the_programme_is_refused(patrols: Undertaking, amend: Any, on: date, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        amend(Withdraw(patrols), on=on)
    assert not Amendment.objects.exists()


def test_nothing_is_withdrawn_twice(patrols: Undertaking, amend: Any) -> None:
    amend(Withdraw(patrols))
    with pytest.raises(Refused, match=r"1\.1 skreślono już .* \(uchwała nr XX/2/2022\)"):
        amend(Withdraw(patrols))
    with pytest.raises(Refused, match="skreślono już"):
        amend(Withdraw(patrols), on=date(2023, 1, 1))


def test_a_duty_that_is_not_there_cannot_end_nor_one_that_is_there_begin(
    patrols: Undertaking, police: Institution, office: Institution, amend: Any
) -> None:
    for change, reason in (
        (EndDuty(patrols, office, LEAD), "nie ma w"),
        (EndDuty(patrols, police, PARTNER), "nie ma w"),
        (AddDuty(patrols, police, LEAD), "ma już w"),
    ):
        with pytest.raises(Refused, match=reason):
            amend(change)


def test_what_is_refused_undoes_the_changes_before_it(patrols: Undertaking, office: Institution, amend: Any) -> None:
    with pytest.raises(Refused):
        amend(AddDuty(patrols, office, PARTNER), EndDuty(patrols, office, LEAD))
    assert not Amendment.objects.exists()
    assert not patrols.responsibilities.filter(institution=office).exists()


def test_an_added_action_cannot_be_touched_before_it_was_there(area: Area, police: Institution, amend: Any) -> None:
    amend(AddAction(area, "Nowe.", leads=(police,)))
    with pytest.raises(Refused, match="dopiero od"):
        amend(Withdraw(Undertaking.objects.get()), on=date(2022, 4, 1))


def test_a_body_that_will_be_gone_is_given_nothing(
    patrols: Undertaking, area: Area, office: Institution, amend: Any
) -> None:
    Institution.objects.filter(pk=office.pk).update(dissolved_on=MAY)
    office.refresh_from_db()
    with pytest.raises(Refused, match="tego podmiotu nie będzie"):
        amend(AddDuty(patrols, office, LEAD))


def test_things_of_another_programme_and_programmes_that_ended_are_left_alone(
    programme: Programme, make_action: MakeAction, police: Institution, coordinator: User, amend: Any
) -> None:
    action = make_action(lead=police)
    other = Programme.objects.create(title="Inny", unit="Inne", year_from=2021, year_to=2023)
    with pytest.raises(Refused, match="innego programu"):
        amending.amend(
            other, basis="uchwała", effective_on=MAY, reason="…", by=coordinator, changes=[Withdraw(action)]
        )  # fmt: skip
    Programme.objects.filter(pk=programme.pk).update(state=ProgrammeState.ENDED)
    with pytest.raises(Refused, match="zakończony"):
        amend(Withdraw(action))


@pytest.mark.parametrize(("basis", "reason"), [(" ", "Powód"), ("Podstawa", "")])
def test_a_change_has_a_basis_and_a_reason(
    programme: Programme, patrols: Undertaking, coordinator: User, basis: str, reason: str
) -> None:
    with pytest.raises(Refused, match="podstawę i powód"):
        amending.amend(
            programme, basis=basis, effective_on=MAY, reason=reason, by=coordinator, changes=[Withdraw(patrols)]
        )
