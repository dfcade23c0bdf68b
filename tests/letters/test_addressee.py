"""To whom a letter is addressed, as far as it is known."""

from types import SimpleNamespace
from typing import Any

import pytest

from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.addressing import addressee_of, e_delivery_of


def known(**contact: str) -> Any:
    return SimpleNamespace(name="Komenda Miejska Policji", contact=SimpleNamespace(**contact))


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("ul. Zmyślona 1, 25-000 Kielce", ["ul. Zmyślona 1", "25-000 Kielce"]),
        ("ul. Zmyślona 1, lok. 2, 25-000 Kielce", ["ul. Zmyślona 1, lok. 2", "25-000 Kielce"]),
        ("ul. Zmyślona 1\n25-000 Kielce", ["ul. Zmyślona 1", "25-000 Kielce"]),
        ("Kielce", ["Kielce"]),
        ("", []),
    ],
)
def test_the_address_is_divided_into_lines(address: str, lines: list[str]) -> None:
    assert addressee_of(known(address=address)).splitlines() == ["Komenda Miejska Policji", *lines]


def test_electronic_delivery_is_taken_where_it_is_known() -> None:
    assert e_delivery_of(known(e_delivery="AE:PL-12345-67890-ABCDE-12")) == "AE:PL-12345-67890-ABCDE-12"


@pytest.mark.django_db
def test_an_institution_without_contact_is_addressed_by_name(police: Institution) -> None:
    assert (addressee_of(police), e_delivery_of(police)) == ("Komenda Miejska Policji", "")
