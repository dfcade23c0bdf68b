"""Settings on screen: each with its default, validated, never saved over a colleague's change unseen, journaled."""

from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import options
from bezpiecznik.core.identity import CONTACT_EMAIL, OFFICE_NAME, UNIT_NAME
from bezpiecznik.core.models import JournalEntry, OptionValue
from bezpiecznik.core.options import OPTIONS
from bezpiecznik.core.retention import JOURNAL_DAYS

SETTINGS = "/administracja/ustawienia/"


def address(option: options.Option[str] | options.Option[int]) -> str:
    return f"{SETTINGS}{option.key}/"


def test_all_settings_are_listed_with_their_defaults(client: InspectingClient, administrator: User) -> None:
    page = text_of(client.as_(administrator).page(SETTINGS))

    for option in OPTIONS.values():
        assert str(option.title) in page
    assert "nie zmieniano" in page


def test_a_setting_is_changed_and_the_journal_tells_from_what_to_what(
    client: InspectingClient, administrator: User
) -> None:
    answer = client.as_(administrator).post(address(OFFICE_NAME), {"value": "Biuro Bezpieczeństwa", "seen": ""})
    line = JournalEntry.objects.get()

    assert answer["Location"] == SETTINGS
    assert OFFICE_NAME.value() == "Biuro Bezpieczeństwa"
    assert line.data["changed"] == {str(OFFICE_NAME.title): ["", "Biuro Bezpieczeństwa"]}
    assert "Adam Administratorski" in text_of(client.page(SETTINGS))


def test_a_value_that_makes_no_sense_is_refused(client: InspectingClient, administrator: User) -> None:
    client.as_(administrator)
    for option, value in ((JOURNAL_DAYS, "729"), (JOURNAL_DAYS, "dwa lata"), (CONTACT_EMAIL, "biuro")):
        answer = client.post(address(option), {"value": value, "seen": ""})
        assert answer.status_code == 200
        assert value in answer.content.decode()

    assert (OptionValue.objects.count(), JournalEntry.objects.count()) == (0, 0)


def test_saving_the_same_changes_nothing(client: InspectingClient, administrator: User) -> None:
    client.as_(administrator).post(address(JOURNAL_DAYS), {"value": JOURNAL_DAYS.default, "seen": ""})

    assert (OptionValue.objects.count(), JournalEntry.objects.count()) == (0, 0)


def test_who_saves_over_a_change_of_another_is_told(
    client: InspectingClient, administrator: User, coordinator: User
) -> None:
    options.change(UNIT_NAME, "Miasto Zatorzyn", seen="", by=coordinator)
    client.as_(administrator)
    first = client.post(address(UNIT_NAME), {"value": "Zatorzyn", "seen": ""})

    assert "Teraz obowiązuje: Miasto Zatorzyn" in first.content.decode()
    assert UNIT_NAME.value() == "Miasto Zatorzyn"
    client.post(address(UNIT_NAME), {"value": "Zatorzyn", "seen": options.stamp(UNIT_NAME)})
    assert UNIT_NAME.value() == "Zatorzyn"


def test_back_to_the_default(client: InspectingClient, administrator: User, coordinator: User) -> None:
    options.change(JOURNAL_DAYS, 900, seen="", by=coordinator)
    client.as_(administrator).post(f"{address(JOURNAL_DAYS)}domyslna/", {"seen": "stary"})
    assert JOURNAL_DAYS.value() == 900

    client.post(f"{address(JOURNAL_DAYS)}domyslna/", {"seen": options.stamp(JOURNAL_DAYS)})
    assert JOURNAL_DAYS.value() == JOURNAL_DAYS.default
    assert JournalEntry.objects.latest("pk").data["changed"] == {str(JOURNAL_DAYS.title): [900, 1826]}


def test_an_unknown_setting_is_not_there(client: InspectingClient, administrator: User) -> None:
    assert client.as_(administrator).get(f"{SETTINGS}core.nothing/").status_code == 404
