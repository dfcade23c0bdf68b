"""Letters that ask for reports: whom they are for, and what they say. Their wording is a setting."""

import pytest
from reporting_acts import send

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import OptionValue
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import templates
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Packet, Period

pytestmark = pytest.mark.django_db


def template(kind: str, period: Period) -> templates.Template:
    found = templates.find(f"reporting.{kind}.{period.pk}")
    assert found is not None
    return found


def test_a_request_is_for_all_who_are_asked(period: Period, police: Institution, guard: Institution) -> None:
    assert set(template("request", period).institutions()) == {police.pk, guard.pk}


def test_a_second_request_is_for_those_who_are_silent(period: Period, sent: Packet, guard: Institution) -> None:
    assert list(template("again", period).institutions()) == [guard.pk]


def test_the_request_names_programme_term_and_number_of_actions(period: Period, police: Institution) -> None:
    words = template("request", period).wording(police)

    assert words.subject == "sprawozdania za rok 2022"
    assert "Program bezpieczeństwa Zatorzyna (uchwała nr X/1/2021)" in words.body
    assert "1 działanie" in words.body
    assert words.request.replace("\u00a0", " ").endswith(
        "prosimy o przekazanie sprawozdania za rok 2022 w terminie do 20 stycznia 2023 r."
    )


def test_nothing_is_left_unfilled(period: Period, police: Institution) -> None:
    for kind in ("request", "again"):
        words = template(kind, period).wording(police)
        assert "{{" not in words.body + words.request + words.subject
        assert "prosimy" in words.request


def test_the_office_words_its_letters_itself(period: Period, police: Institution) -> None:
    OptionValue.objects.create(key="reporting.letter_request_body", value="Dla {{ podmiot }}: {{ nieznane }}.")
    assert template("request", period).wording(police).body == "Dla Komenda Miejska Policji: {{ nieznane }}."


def test_a_closed_period_offers_no_letters(period: Period, coordinator: User, packet: Packet, reporter: User) -> None:
    send(packet, by=reporter)
    services.close_period(period, by=coordinator)
    assert templates.templates() == []
