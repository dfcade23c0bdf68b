"""Documents that a person had made, and what they changed or noted of documents."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.documents.models import Document, FixedText, OfficeLook, Signing


def register() -> None:
    persons.part("documents", _("Sporządzone dokumenty"), documents)
    persons.part("document_templates", _("Wzory i wygląd dokumentów, które ta osoba zmieniła"), templates)
    persons.part("document_signings", _("Adnotacje o podpisaniu dokumentów, które ta osoba zapisała"), signings)


def documents(person: User) -> Iterator[Row]:
    for document in Document.objects.filter(made_by=person).without_snapshot():
        yield {_("numer"): document.number, _("tytuł"): document.title, _("sporządzono"): document.made_at}


def templates(person: User) -> Iterator[Row]:
    for text in FixedText.objects.filter(changed_by=person):
        yield {_("wzór"): str(text), _("zmieniono"): text.changed_at}
    for look in OfficeLook.objects.filter(made_by=person):
        yield {_("wzór"): str(look), _("zmieniono"): look.made_at}


def signings(person: User) -> Iterator[Row]:
    noted = Signing.objects.filter(noted_by=person) | Signing.objects.filter(undone_by=person)
    for signing in noted.select_related("document").defer("document__snapshot"):
        yield {
            _("dokument"): signing.document.number,
            _("podpisano"): signing.signed_on,
            _("odnotowano"): signing.noted_at,
            _("cofnięto"): signing.undone_at,
        }
