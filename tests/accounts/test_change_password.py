"""Changing one's own password."""

import pytest
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal

PAGE = "/konto/haslo/"
OLD, NEW = "hasło-na-próbę-1", "zupełnie-nowe-hasło-2"


def test_a_new_password_opens_the_account_and_the_journal_knows(client: InspectingClient, reporter: User) -> None:
    answer = client.as_(reporter).post(PAGE, {"old_password": OLD, "new_password1": NEW, "new_password2": NEW})
    assert answer["Location"] == "/praca/"
    reporter.refresh_from_db()
    assert reporter.check_password(NEW)
    assert client.get("/praca/").status_code == 200
    line = journal.about(reporter).get()
    assert (line.sentence, line.data) == ("Zmieniono hasło", {})


@pytest.mark.parametrize(("old", "new"), [("nie to", NEW), (OLD, "krótkie"), (OLD, "robert.raportowski")])
def test_a_bad_password_changes_nothing(client: InspectingClient, reporter: User, old: str, new: str) -> None:
    answer = client.as_(reporter).post(PAGE, {"old_password": old, "new_password1": new, "new_password2": new})
    assert text_of(soup(answer).select_one(".errors h2")) == "Popraw, proszę:"
    reporter.refresh_from_db()
    assert reporter.check_password(OLD)
    assert journal.about(reporter).count() == 0


def test_a_visitor_is_asked_to_sign_in(client: InspectingClient) -> None:
    assert client.get(PAGE)["Location"] == f"/konto/logowanie/?next={PAGE}"
