"""A person's data: exported for whoever may ask, and made nameless when the person has gone."""

import io
import json
import zipfile
from datetime import timedelta
from decimal import Decimal

import pytest
from cast import mail_to, seat
from django.contrib.sessions.models import Session
from django.test import Client
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import PARTS, is_removed
from bezpiecznik.administration import persons
from bezpiecznik.administration.models import PersonExport
from bezpiecznik.core import clock, jobs
from bezpiecznik.core.keeping import KEPT
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.kept import without_post
from bezpiecznik.institutions.models import Holding, Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.notices.models import Message

LIST = "/administracja/dane-osob/"


@pytest.fixture
def leaver(guest: User, police: Institution) -> User:
    """Gustaw reported for the police until three years ago; his account is as old."""
    long_ago = clock.now() - timedelta(days=3 * 365)
    held = seat(guest, Role.REPORTER, police)
    held.until = long_ago.date()
    held.save()
    User.objects.filter(pk=guest.pk).update(created_at=long_ago - timedelta(days=100), function="specjalista")
    mail_to(guest, subject="Termin", body="Panie Gustawie…")
    guest.refresh_from_db()
    return guest


def gathered(person: User, *, by: User) -> PersonExport:
    export = persons.ask_for_export(person, by=by)
    jobs.run(str(export.job_id))
    export.refresh_from_db()
    return export


def unpacked(export: PersonExport) -> tuple[dict, str]:
    with zipfile.ZipFile(io.BytesIO(bytes(export.content))) as packed:
        return json.loads(packed.read("dane.json")), packed.read("dane.html").decode()


def test_an_export_holds_every_part_and_no_secret(leaver: User, administrator: User) -> None:
    data, page = unpacked(gathered(leaver, by=administrator))

    assert list(data["parts"]) == sorted(PARTS)
    assert (data["format"], data["person"]) == ("bezpiecznik/person-1", "Gustaw Gościnny")
    assert data["parts"]["account"][0]["adres e-mail"] == leaver.email
    assert data["parts"]["holdings"][0]["rola"] == "sprawozdawca"
    assert data["parts"]["messages"][0]["treść"] == "Panie Gustawie…"
    assert "Zlecono eksport danych osoby" in [line["co"] for line in data["parts"]["journal_about"]]
    assert leaver.password not in json.dumps(data) + page
    assert ("<h1>Dane osoby: Gustaw Gościnny</h1>" in page, "Panie Gustawie…" in page) == (True, True)


def test_an_export_tells_what_a_reporter_wrote(
    reporter: User, administrator: User, patrols, programme, coordinator
) -> None:
    from datetime import date

    from bezpiecznik.reporting import services
    from bezpiecznik.reporting.models import Entry
    from bezpiecznik.reporting.services import Number

    period = services.plan_period(
        programme, year=2022, part=0, opens_on=clock.today(), due_on=date(clock.today().year + 1, 1, 31), by=coordinator
    )
    services.open_period(period, by=coordinator)
    entry = Entry.objects.get(obligation__packet__institution__abbr="KMP")
    said = [Number("patrole", Decimal(2), "own", "unit")]
    services.save_entry(entry, by=reporter, version=0, outcome="done", text="Patrole.", reason="", numbers=said)
    data, _page = unpacked(gathered(reporter, by=administrator))

    assert [(row["działanie"], row["treść"]) for row in data["parts"]["entries"]] == [("1.1", "Patrole.")]
    assert len(data["parts"]["journal_by"]) == 1


def test_the_administrator_asks_takes_and_it_is_noted(
    client: InspectingClient, leaver: User, administrator: User
) -> None:
    client.as_(administrator)
    page = client.page(f"{LIST}{leaver.pk}/")
    assert text_of(page.h1) == "Dane osoby: Gustaw Gościnny"
    job = client.post(f"{LIST}{leaver.pk}/eksport/")
    export = PersonExport.objects.get()
    jobs.run(str(export.job_id))
    assert client.get(job["Location"])["Location"] == f"{LIST}{leaver.pk}/"
    assert "Pobierz eksport" in text_of(client.page(f"{LIST}{leaver.pk}/"))
    taken = client.post(f"{LIST}eksport/{export.pk}/")

    assert zipfile.is_zipfile(io.BytesIO(taken.content))
    assert (taken["Content-Disposition"], taken["Cache-Control"]) == (
        f'attachment; filename="dane-osoby-{leaver.pk}.zip"', "no-store",
    )  # fmt: skip
    assert [line.event for line in JournalEntry.objects.order_by("pk")] == [
        "administration.export_asked", "administration.export_taken",
    ]  # fmt: skip


def test_each_person_takes_their_own(client: InspectingClient, reporter: User) -> None:
    client.as_(reporter).post("/konto/moje-dane/eksport/")
    export = PersonExport.objects.get()
    jobs.run(str(export.job_id))
    assert Client().get("/konto/moje-dane/").status_code == 302
    assert "Pobierz eksport" in text_of(client.page("/konto/moje-dane/"))

    assert zipfile.is_zipfile(io.BytesIO(client.post(f"/konto/moje-dane/eksport/{export.pk}/").content))


def test_nobody_takes_what_another_asked_for(
    client: InspectingClient, reporter: User, administrator: User, neighbour: User
) -> None:
    of_reporter, of_administrator = gathered(reporter, by=reporter), gathered(reporter, by=administrator)
    answers = [
        client.as_(person).post(f"/konto/moje-dane/eksport/{export.pk}/").status_code
        for person, export in ((neighbour, of_reporter), (reporter, of_administrator), (administrator, of_reporter))
    ]

    assert answers == [404, 404, 404]


def test_one_who_no_longer_administers_takes_nothing(
    client: InspectingClient, reporter: User, administrator: User
) -> None:
    export = gathered(reporter, by=administrator)
    Holding.objects.filter(user=administrator).update(until=clock.today() - timedelta(days=1))

    assert client.as_(administrator).post(f"{LIST}eksport/{export.pk}/").status_code == 404


def test_an_expired_export_is_not_given_and_ends(client: InspectingClient, reporter: User) -> None:
    export = gathered(reporter, by=reporter)
    past = clock.now() - timedelta(days=8)
    PersonExport.objects.update(asked_at=past, expires_at=past + timedelta(days=7))

    assert client.as_(reporter).post(f"/konto/moje-dane/eksport/{export.pk}/").status_code == 404
    assert (KEPT["administration.exports"].remove_some(10), PersonExport.objects.count()) == (1, 0)


def test_an_export_that_ended_before_it_was_made_says_so(reporter: User) -> None:
    export = persons.ask_for_export(reporter, by=reporter)
    PersonExport.objects.all().delete()
    jobs.run(str(export.job_id))
    export.job.refresh_from_db()

    assert (export.job.state, export.job.error) == ("failed", "Ten eksport już usunięto. Zleć go jeszcze raz.")


# --- making nameless ------------------------------------------------------------------------------------------


def test_a_person_becomes_a_number_and_cannot_come_back(leaver: User, administrator: User) -> None:

    Client().force_login(leaver, backend="django.contrib.auth.backends.ModelBackend")
    User.objects.filter(pk=leaver.pk).update(last_login=None)
    gathered(leaver, by=administrator)
    persons.anonymise_person(leaver, by=administrator)
    leaver.refresh_from_db()

    assert leaver.get_full_name() == f"Osoba usunięta nr {leaver.pk}"
    assert (leaver.email, leaver.function) == (f"osoba-{leaver.pk}@osoba.invalid", "")
    assert (leaver.is_active, leaver.has_usable_password(), is_removed(leaver)) == (False, False, True)
    assert not leaver.check_password("hasło-na-próbę-1")
    assert not [s for s in Session.objects.all() if s.get_decoded().get("_auth_user_id") == str(leaver.pk)]
    assert not PersonExport.objects.exists()
    assert "Gustawie" not in Message.objects.get().body + Message.objects.get().address


def test_the_journal_of_it_bears_no_name(leaver: User, administrator: User) -> None:
    persons.anonymise_person(leaver, by=administrator)
    line = JournalEntry.objects.get(event="administration.person_removed")

    assert (line.object_label, line.actor_name) == (f"Osoba usunięta nr {leaver.pk}", "Adam Administratorski")
    assert "Gościnny" not in f"{line.object_label}{line.data}"


def test_frozen_words_and_days_of_posts_stay(leaver: User, administrator: User) -> None:
    persons.anonymise_person(leaver, by=administrator)

    assert Holding.objects.get(user=leaver).post.institution.abbr == "KMP"


def test_other_people_stay_as_they_are(leaver: User, administrator: User, reporter: User) -> None:
    Client().force_login(reporter, backend="django.contrib.auth.backends.ModelBackend")
    persons.anonymise_person(leaver, by=administrator)
    reporter.refresh_from_db()

    assert (reporter.get_full_name(), reporter.is_active) == ("Robert Raportowski", True)
    assert [s.get_decoded()["_auth_user_id"] for s in Session.objects.all()] == [str(reporter.pk)]


def refused(person: User, by: User, **words: str) -> tuple[str, ...]:
    with pytest.raises(persons.Refused) as refusal:
        persons.anonymise_person(person, by=by, **words)
    person.refresh_from_db()
    assert not person.email.endswith("osoba.invalid") or refusal.value.sentences[0].startswith("Dane tej osoby są już")
    return refusal.value.sentences


def test_whoever_holds_a_post_is_left(reporter: User, administrator: User) -> None:
    assert refused(reporter, administrator, reason="sprzeciw") == (
        "Zajmuje stanowisko: sprawozdawca, KMP. Najpierw je przekaż albo zwolnij.",
    )


def test_whoever_stands_in_is_left(leaver: User, reporter: User, administrator: User) -> None:
    Holding.objects.get(user=reporter).absences.create(deputy=leaver, since=clock.today())
    assert refused(leaver, administrator, reason="sprzeciw") == (
        "Zastępuje na stanowisku: sprawozdawca, KMP. Najpierw zakończ zastępstwo.",
    )


def test_before_the_period_is_over_a_reason_is_needed(guest: User, administrator: User) -> None:
    assert refused(guest, administrator) == ("Okres przechowywania jeszcze nie minął: podaj powód.",)
    persons.anonymise_person(guest, reason="uwzględniono sprzeciw", by=administrator)

    assert JournalEntry.objects.get().data == {"note": "uwzględniono sprzeciw", "period_over": False}


def test_nobody_removes_themselves_or_twice(leaver: User, administrator: User) -> None:
    assert refused(administrator, administrator)[0].startswith("Nie możesz zanonimizować własnego konta.")
    persons.anonymise_person(leaver, by=administrator)
    assert refused(leaver, administrator) == ("Dane tej osoby są już zanonimizowane.",)


def test_only_those_long_gone_are_due(leaver: User, reporter: User, administrator: User, member: User) -> None:
    assert list(without_post(clock.now() - timedelta(days=730))) == [leaver]
    assert KEPT["institutions.persons"].remove_some(10) == 0
    leaver.last_login = clock.now()
    leaver.save()
    assert list(without_post(clock.now() - timedelta(days=730))) == []


def test_the_page_says_what_goes_what_stays_and_why(
    client: InspectingClient, leaver: User, administrator: User
) -> None:
    page = client.as_(administrator).page(f"{LIST}{leaver.pk}/anonimizacja/")
    told = text_of(page)

    assert "Hasło, drugie składniki logowania i sesje zostaną usunięte." in told
    assert "ustawa o narodowym zasobie archiwalnym i archiwach" in told
    assert "Okres przechowywania danych tej osoby minął." in told


def test_the_name_has_to_be_typed(client: InspectingClient, leaver: User, administrator: User) -> None:
    address = f"{LIST}{leaver.pk}/anonimizacja/"
    answer = client.as_(administrator).post(address, {"typed": "Gustaw"})
    leaver.refresh_from_db()
    assert ("Przepisz je dokładnie." in answer.content.decode(), is_removed(leaver)) == (True, False)
    client.post(address, {"typed": "gustaw gościnny"})
    leaver.refresh_from_db()

    assert is_removed(leaver)
    assert "Dane tej osoby są już zanonimizowane." in text_of(client.page(f"{LIST}{leaver.pk}/"))


def test_the_reason_must_not_bear_the_name(client: InspectingClient, guest: User, administrator: User) -> None:
    address = f"{LIST}{guest.pk}/anonimizacja/"
    answer = client.as_(administrator).post(address, {"typed": "Gustaw Gościnny", "reason": "Pan Gościnny prosił"})

    assert "Nie wpisuj nazwiska" in answer.content.decode()


def test_the_list_is_searched_filtered_sorted_and_exported(
    client: InspectingClient, leaver: User, reporter: User, administrator: User
) -> None:
    def names(**query: str) -> list[str]:
        return [text_of(link) for link in client.page(LIST, **query).select("tbody a")]

    client.as_(administrator)
    assert names() == ["Administratorski Adam", "Gościnny Gustaw", "Raportowski Robert"]
    assert names(q="raport") == ["Raportowski Robert"]
    assert names(state="due") == ["Gościnny Gustaw"]
    assert names(state="removed") == []
    assert names(sort="-name")[0] == "Raportowski Robert"
    assert client.get(LIST, {"export": "csv"}).content.decode("utf-8-sig").count("\n") == 4


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_of_the_list_does_not_grow(
    client: InspectingClient, administrator: User, rows: int, django_assert_num_queries
) -> None:
    for n in range(rows):
        User.objects.create_user(f"osoba{n}@miasto.example", first_name="Osoba", last_name=f"Nr {n}")
    client.as_(administrator)
    with django_assert_num_queries(5):
        client.page(LIST)


def test_long_lists_are_counted_to_five_hundred(client: InspectingClient, leaver: User, administrator: User) -> None:
    for number in range(501):
        mail_to(leaver, subject=f"Temat {number}")

    page = text_of(client.as_(administrator).page(f"{LIST}{leaver.pk}/"))
    assert "Wiadomości do tej osoby ponad 500" in page
    assert "Zajmowane stanowiska 1 " in page
