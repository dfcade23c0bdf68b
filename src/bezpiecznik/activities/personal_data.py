"""What a person entered and brought."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.activities.models import Activity, Attachment


def register() -> None:
    persons.part("activities", _("Wpisy działalności, które ta osoba dodała albo zmieniła ostatnio"), activities)
    persons.part("attachments", _("Zdjęcia i dokumenty dołączone do działalności"), attachments)


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
