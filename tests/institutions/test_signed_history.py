"""Whoever changes an institution stands in its history, also where no page was asked for it."""

from datetime import date

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import fieldhistory
from bezpiecznik.institutions import dissolution, merging, naming, services
from bezpiecznik.institutions.models import Institution, Reporting
from bezpiecznik.institutions.queries import fingerprint

pytestmark = pytest.mark.django_db


def last(institution: Institution, field: str) -> str:
    return fieldhistory.changes(institution, field)[0].who


def test_a_renaming_is_signed(police: Institution, coordinator: User) -> None:
    naming.rename(police, name="Komenda Powiatowa Policji", abbr="KPP", since=date(2022, 1, 1), by=coordinator)
    assert last(police, "name") == "Krystyna Koordynatorska"


def test_an_edit_and_a_dissolution_are_signed(police: Institution, guard: Institution, coordinator: User) -> None:
    services.edit_institution(police, seen=fingerprint(police), by=coordinator, abbr="KPP")
    services.report_through(guard, police, by=coordinator)
    assert (last(police, "abbr"), last(guard, "reporting")) == ("Krystyna Koordynatorska",) * 2

    other = services.create_institution(name="Ośrodek Pomocy", by=coordinator)
    dissolution.dissolve(other, day=date(2022, 1, 1), by=coordinator)
    assert last(other, "dissolved_on") == "Krystyna Koordynatorska"


def test_what_a_merge_changes_is_signed_on_every_row(police: Institution, coordinator: User) -> None:
    double = services.create_institution(name="KM Policji w mieście", by=coordinator)
    below = services.create_institution(name="Komisariat I", parent=double, by=coordinator)
    through = services.create_institution(
        name="Komisariat II", reporting=Reporting.THROUGH, reports_through=double, by=coordinator
    )
    Institution.history.all().delete()
    merging.merge(double, police, seen=merging.preview(double, police).seen, by=coordinator)

    assert last(double, "merged_into") == "Krystyna Koordynatorska"
    assert last(below, "parent") == "Krystyna Koordynatorska"
    assert last(through, "reports_through") == "Krystyna Koordynatorska"
    below.refresh_from_db()
    assert below.parent == police
