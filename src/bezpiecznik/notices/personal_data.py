"""Messages to a person."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import REMOVED_DOMAIN, Row
from bezpiecznik.notices.kept import REMOVED
from bezpiecznik.notices.models import Message


def register() -> None:
    persons.part("messages", _("Wiadomości do tej osoby"), messages)
    persons.act(_("Z wiadomości do tej osoby znikną adres i treść; zostanie temat, rodzaj i data."), empty_messages)


def messages(person: User) -> Iterator[Row]:
    for message in Message.objects.filter(user=person):
        yield {
            _("przygotowano"): message.created_at,
            _("wysłano"): message.sent_at,
            _("adres"): message.address,
            _("temat"): message.subject,
            _("treść"): message.shown_body,  # a link that waits to be sent opens the account
            _("stan"): message.get_state_display(),
        }


def empty_messages(person: User) -> None:
    Message.objects.filter(user=person).update(address=f"osoba-{person.pk}@{REMOVED_DOMAIN}", body=REMOVED, url="")
