"""The account: what it holds of a person, and how it is closed for good. Journal and jobs, from the room below, too."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import REMOVED_DOMAIN, Row
from bezpiecznik.core import clock, journal
from bezpiecznik.core.models import AccessEntry, Job, JournalEntry
from bezpiecznik.core.polish import search_text

OF_SIGN_IN = (
    ("account", "EmailAddress", {"adres e-mail": "email", "potwierdzony": "verified"}),
    ("mfa", "Authenticator", {"rodzaj": "type", "dodano": "created_at", "ostatnio użyto": "last_used_at"}),
    ("socialaccount", "SocialAccount", {"dostawca": "provider", "połączono": "date_joined"}),
    ("usersessions", "UserSession", {"adres sieciowy": "ip", "przeglądarka": "user_agent", "od": "created_at"}),
)
"""Models of the sign-in package where it is installed, with what of them is told: never a secret."""


def register() -> None:
    persons.part("account", _("Konto"), account)
    persons.part("sign_in", _("Sposoby logowania"), ways_to_sign_in)
    persons.part("sessions", _("Trwające sesje"), sessions)
    persons.part("jobs", _("Zadania w tle"), jobs)
    persons.part("journal_by", _("Dziennik: co zrobiła ta osoba"), journal_by)
    persons.part("journal_about", _("Dziennik: wpisy o tej osobie"), journal_about)
    persons.part("readings_by", _("Odczyty: co otworzyła ta osoba"), readings_by)
    persons.part("readings_about", _("Odczyty: kto otworzył dane tej osoby"), readings_about)
    persons.act(_("Hasło, drugie składniki logowania i sesje zostaną usunięte."), close_doors)
    persons.act(_("Imię i nazwisko zmienią się na „Osoba usunięta nr …”, zniknie adres e-mail i stanowisko."), unname)
    persons.act(
        _("Z wykazu odczytów znikną imię i nazwisko oraz adresy sieciowe tej osoby; zostanie numer."), unname_readings
    )
    persons.stay(
        _("Wpisy w dzienniku, które ta osoba zrobiła lub które jej dotyczą, z ówczesnym imieniem i nazwiskiem."),
        _("Rozliczalność działań: rozporządzenie o Krajowych Ramach Interoperacyjności; art. 17 ust. 3 lit. b RODO."),
    )
    persons.stay(
        _("Dawne brzmienia tekstów i wartości wraz z tym, kto je zmienił; zamiast nazwiska będzie numer."),
        _("Ustalenie, kto i co zmienił w aktach sprawy: art. 17 ust. 3 lit. b RODO."),
    )


def account(person: User) -> Iterator[Row]:
    yield {
        _("imię"): person.first_name,
        _("nazwisko"): person.last_name,
        _("stanowisko"): person.function,
        _("adres e-mail"): person.email,
        _("konto czynne"): person.is_active,
        _("utworzono"): person.created_at,
        _("ostatnie logowanie"): person.last_login,
    }


def ways_to_sign_in(person: User) -> Iterator[Row]:
    yield {_("rodzaj"): _("hasło"), _("ustawione"): person.has_usable_password()}
    for model, columns in _installed():
        for row in _of(model, person):
            yield {title: getattr(row, field) for title, field in columns.items()}


def _installed() -> Iterator[tuple[type[Model], dict[str, str]]]:
    for label, name, columns in OF_SIGN_IN:
        if apps.is_installed(f"allauth.{label}"):
            yield apps.get_model(label, name), columns


def _of(model: type[Model], person: User) -> QuerySet[Any]:
    return model._default_manager.filter(user=person)


def own_sessions(person: User) -> list[Session]:
    """Sessions not yet expired. Their content is read one by one, for the framework keeps no key of the person."""
    running = Session.objects.filter(expire_date__gte=clock.now())
    return [kept for kept in running.iterator() if str(kept.get_decoded().get("_auth_user_id")) == str(person.pk)]


def sessions(person: User) -> Iterator[Row]:
    for kept in own_sessions(person):
        yield {_("wygasa"): kept.expire_date}


def jobs(person: User) -> Iterator[Row]:
    for row in Job.objects.filter(owner_key=str(person.pk)):
        yield {_("zlecono"): row.created_at, _("tytuł"): row.title, _("stan"): row.get_state_display()}


def journal_by(person: User) -> Iterator[Row]:
    return _lines(JournalEntry.objects.filter(actor_key=str(person.pk)))


def journal_about(person: User) -> Iterator[Row]:
    return _lines(journal.about(person))


def _lines(entries: Iterable[JournalEntry]) -> Iterator[Row]:
    for entry in entries:
        yield {
            _("kiedy"): entry.at,
            _("co"): entry.sentence,
            _("czego dotyczy"): entry.object_label,
            _("kto"): entry.actor_name,
        }


def readings_by(person: User) -> Iterator[Row]:
    for entry in AccessEntry.objects.filter(actor_key=str(person.pk)):
        yield {
            _("kiedy"): entry.at,
            _("co otwarto"): entry.page,
            _("czego dotyczy"): entry.object_label,
            _("adres strony"): entry.path,
            _("adres sieciowy"): entry.address,
        }


def readings_about(person: User) -> Iterator[Row]:
    for entry in _readings_of(person):
        yield {_("kiedy"): entry.at, _("co otwarto"): entry.page, _("kto"): entry.actor_name}


def _readings_of(person: User) -> QuerySet[AccessEntry]:
    return AccessEntry.objects.filter(object_type=journal.type_of(person), object_key=str(person.pk))


def close_doors(person: User) -> None:
    """Nobody can sign in as the person any more."""
    for kept in own_sessions(person):
        kept.delete()
    for model, _columns in _installed():
        _of(model, person).delete()
    person.set_unusable_password()
    person.is_active = person.is_superuser = False
    person.save(update_fields=("password", "is_active", "is_superuser"))


def unname(person: User) -> None:
    """The number is the key of the row, to which journal and reports point."""
    person.first_name, person.last_name = "Osoba", f"usunięta nr {person.pk}"
    person.email, person.function = f"osoba-{person.pk}@{REMOVED_DOMAIN}", ""
    person.save(update_fields=("first_name", "last_name", "email", "function"))


def unname_readings(person: User) -> None:
    """Comes after `unname`: what was read by the person and about them stays, with the number."""
    name = person.get_full_name()
    for entry in AccessEntry.objects.filter(actor_key=str(person.pk)):
        entry.actor_name, entry.address = name, ""
        entry.search_text = search_text(name, entry.page, entry.object_label)
        entry.save(update_fields=("actor_name", "address", "search_text"))
    for entry in _readings_of(person):
        entry.object_label = str(person)
        entry.search_text = search_text(entry.actor_name, entry.page, entry.object_label)
        entry.save(update_fields=("object_label", "search_text"))
