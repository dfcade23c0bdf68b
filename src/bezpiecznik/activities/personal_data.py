"""What a person entered and brought."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.activities.models import Activity, ActivityImport, Attachment, Joining, NotTheSame


def register() -> None:
    persons.part("activities", _("Wpisy działalności, które ta osoba dodała albo zmieniła ostatnio"), activities)
    persons.part("attachments", _("Zdjęcia i dokumenty dołączone do działalności"), attachments)
    persons.part("activity_imports", _("Pliki działalności, które ta osoba wczytała"), imports)
    persons.part("activity_joinings", _("Wpisy o tym samym wydarzeniu, które ta osoba połączyła"), joinings)
    persons.part("activities_apart", _("Wpisy, które ta osoba uznała za różne wydarzenia"), told_apart)


def activities(person: User) -> Iterator[Row]:
    entered = Activity.objects.filter(created_by=person) | Activity.objects.filter(updated_by=person)
    for activity in entered.distinct().select_related("institution").order_by("pk"):
        yield {
            _("co"): activity.title,
            _("podmiot"): activity.institution.name,
            _("dzień"): activity.starts_on,
            _("wpisano"): activity.created_at,
            _("zmieniono"): activity.updated_at,
        }


def attachments(person: User) -> Iterator[Row]:
    for attachment in Attachment.objects.filter(added_by=person).select_related("activity"):
        yield {
            _("plik"): attachment.name,
            _("działalność"): attachment.activity.title,
            _("dodano"): attachment.added_at,
        }


def imports(person: User) -> Iterator[Row]:
    for brought in ActivityImport.objects.filter(added_by=person).select_related("institution").defer("rows"):
        yield {
            _("plik"): brought.name,
            _("podmiot"): brought.institution.name,
            _("wczytano"): brought.added_at,
            _("zatwierdzono"): brought.applied_at,
        }


def joinings(person: User) -> Iterator[Row]:
    found = Joining.objects.filter(joined_by=person) | Joining.objects.filter(split_by=person)
    for joining in found.select_related("activity", "main").order_by("pk"):
        yield {
            _("wpis dołączony"): joining.activity.title,
            _("wpis główny"): joining.main.title,
            _("połączono"): joining.joined_at,
            _("rozłączono"): joining.split_at,
        }


def told_apart(person: User) -> Iterator[Row]:
    for said in NotTheSame.objects.filter(said_by=person).select_related("one", "other"):
        yield {_("jeden wpis"): said.one.title, _("drugi wpis"): said.other.title, _("stwierdzono"): said.said_at}
