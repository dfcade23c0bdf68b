"""Numbers, signs of cases, files; what may no longer change, and how a letter is cancelled."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from letter_acts import draft, note, number

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry, OptionValue
from bezpiecznik.documents.queries import snapshot_holds, verify
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import services
from bezpiecznik.letters.models import Case, Letter
from bezpiecznik.letters.refusals import ChangedMeanwhile, Refused

pytestmark = pytest.mark.django_db


def signs() -> list[str]:
    return list(Case.objects.order_by("pk").values_list("sign", flat=True))


def test_a_numbered_letter_has_number_sign_date_and_both_files(numbered: Letter) -> None:
    assert numbered.document is not None
    assert numbered.case is not None
    assert (numbered.state, numbered.document.number) == ("numbered", "P/2026/1")
    assert (numbered.case.sign, numbered.dated_on) == ("BBiZK.5511.1.2026", date(2026, 3, 10))
    assert sorted(file.format for file in numbered.document.files.all()) == ["docx", "pdf"]
    assert snapshot_holds(numbered.document)
    assert verify() == []


def test_cases_are_counted_by_year(police: Institution, coordinator: User) -> None:
    for day in (date(2026, 3, 10), date(2026, 3, 11), date(2027, 1, 4)):
        number(draft(police, by=coordinator), by=coordinator, dated_on=day)

    assert signs() == ["BBiZK.5511.1.2026", "BBiZK.5511.2.2026", "BBiZK.5511.1.2027"]
    numbers = Letter.objects.order_by("pk").values_list("document__number", flat=True)
    assert list(numbers) == ["P/2026/1", "P/2026/2", "P/2027/1"]


def test_the_sign_is_made_of_settings(letter: Letter, coordinator: User) -> None:
    for key, value in (("letters.symbol", "WZK"), ("letters.jrwa", "5330"), ("letters.first_case", 41)):
        OptionValue.objects.create(key=key, value=value)
    number(letter, by=coordinator)

    assert signs() == ["WZK.5330.41.2026"]


def test_letters_of_one_case_share_its_sign(numbered: Letter, guard: Institution, coordinator: User) -> None:
    second = draft(guard, by=coordinator)
    number(second, by=coordinator, case=numbered.case)

    assert (second.case, signs()) == (numbered.case, ["BBiZK.5511.1.2026"])


def test_a_sign_given_by_another_system_is_taken_and_stepped_over(police: Institution, coordinator: User) -> None:
    number(draft(police, by=coordinator), by=coordinator, sign="BBiZK.5511.1.2026")
    number(draft(police, by=coordinator), by=coordinator)

    assert signs() == ["BBiZK.5511.1.2026", "BBiZK.5511.2.2026"]


def test_a_sign_in_use_is_refused(numbered: Letter, guard: Institution, coordinator: User) -> None:
    with pytest.raises(Refused, match="już jest"):
        number(draft(guard, by=coordinator), by=coordinator, sign="BBiZK.5511.1.2026")


def test_a_letter_is_numbered_once(numbered: Letter, coordinator: User) -> None:
    with pytest.raises(Refused, match="do wysłania"):
        services.number_letters([numbered], dated_on=date(2026, 3, 10), by=coordinator)


def test_a_numbered_letter_is_neither_changed_nor_deleted(numbered: Letter, coordinator: User) -> None:
    with pytest.raises(Refused):
        services.change_draft(numbered, seen=numbered.version, by=coordinator, body="Inaczej.")
    with pytest.raises(Refused):
        services.delete_draft(numbered, by=coordinator)


def test_the_work_done_twice_makes_the_same_files(numbered: Letter) -> None:
    assert numbered.document is not None
    before = list(numbered.document.files.values_list("pk", "file__sha256"))
    services.keep_files(numbered)

    assert list(numbered.document.files.values_list("pk", "file__sha256")) == before


def test_later_settings_do_not_change_what_a_letter_said(numbered: Letter) -> None:
    OptionValue.objects.create(key="letters.sender", value="Inny Urząd")
    assert numbered.document is not None
    assert "Inny Urząd" not in numbered.document.snapshot


def test_a_letter_is_cancelled_with_a_reason_and_keeps_its_number(numbered: Letter, coordinator: User) -> None:
    services.cancel_letter(numbered, reason=" Zły adresat. ", by=coordinator)
    numbered.refresh_from_db()

    assert (numbered.state, numbered.cancelled_because) == ("cancelled", "Zły adresat.")
    assert numbered.document is not None
    assert JournalEntry.objects.filter(event="letters.cancelled", data__note="Zły adresat.").count() == 1


def test_cancelling_asks_why(numbered: Letter, coordinator: User) -> None:
    with pytest.raises(Refused, match="dlaczego"):
        services.cancel_letter(numbered, reason="  ", by=coordinator)


def test_what_was_sent_is_not_cancelled(numbered: Letter, coordinator: User) -> None:
    note(numbered, by=coordinator)
    with pytest.raises(Refused, match="wysłane"):
        services.cancel_letter(numbered, reason="Pomyłka", by=coordinator)


def test_a_draft_changed_by_a_colleague_is_not_saved_over(letter: Letter, coordinator: User) -> None:
    services.change_draft(letter, seen=1, by=coordinator, body="Pierwsza zmiana.")
    with pytest.raises(ChangedMeanwhile):
        services.change_draft(letter, seen=1, by=coordinator, body="Druga zmiana.")
    letter.refresh_from_db()
    assert (letter.body, letter.version) == ("Pierwsza zmiana.", 2)


def test_saving_the_same_words_changes_nothing(letter: Letter, coordinator: User) -> None:
    services.change_draft(letter, seen=1, by=coordinator, body=letter.body)
    letter.refresh_from_db()
    assert letter.version == 1


def test_a_deleted_draft_leaves_a_line_in_the_journal(letter: Letter, coordinator: User) -> None:
    services.delete_draft(letter, by=coordinator)

    assert not Letter.objects.exists()
    assert JournalEntry.objects.filter(event="letters.deleted").count() == 1


def test_the_database_keeps_drafts_without_numbers(letter: Letter) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(state="sent")


def test_the_database_keeps_no_cancelled_letter_without_a_reason(numbered: Letter) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=numbered.pk).update(state="cancelled")
