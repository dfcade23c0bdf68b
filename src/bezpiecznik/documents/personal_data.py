"""Documents that a person had made."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.documents.models import Document


def register() -> None:
    persons.part("documents", _("Sporządzone dokumenty"), documents)


def documents(person: User) -> Iterator[Row]:
    for document in Document.objects.filter(made_by=person).without_snapshot():
        yield {_("numer"): document.number, _("tytuł"): document.title, _("sporządzono"): document.made_at}
