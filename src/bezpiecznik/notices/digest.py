"""One message a day, or a week, out of those that could wait."""

from itertools import groupby

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.polish import forms
from bezpiecznik.notices import kinds
from bezpiecznik.notices.kinds import Kind, register
from bezpiecznik.notices.links import whole
from bezpiecznik.notices.models import Message, MessageState
from bezpiecznik.notices.services import words_in_force
from bezpiecznik.notices.wording import filled, one_line

DIGEST = register(
    Kind(
        name=kinds.DIGEST,
        title=_("Wiadomość zbiorcza"),
        audience=_("każdy, na kogo czekają mniej pilne wiadomości"),
        occasion=_("raz dziennie albo raz w tygodniu, jak kto wybrał"),
        subject=_("{{ number }} z systemu Bezpiecznik"),
        body=_("Dzień dobry,\n\noto, co wydarzyło się od poprzedniej wiadomości:\n\n{{ items }}"),
        variables={"number": _("liczba wiadomości ze słowem"), "items": _("kolejne wiadomości, każda z odnośnikiem")},
        examples={
            "number": _("2 wiadomości"),
            "items": _("1. Wpłynęło sprawozdanie: KMP, 2023\n\n2. Wpłynęło sprawozdanie: SM, 2023"),
        },
        required=("items",),
        act=_("Otwórz pulpit"),
        duty=False,
    )
)


def gather_due() -> int:
    """Make digests of what is due; returns how many messages went into them or, being alone, go by themselves."""
    due = Message.objects.to_gather(clock.now()).order_by("user_id", "pk").select_related("user")
    gathered = 0
    for _user, messages in groupby(list(due), key=lambda message: message.user_id):
        gathered += _gather([message.pk for message in messages])
    return gathered


@transaction.atomic
def _gather(keys: list[int]) -> int:
    """Again from the database: one that another gathering took, or the person declined meanwhile, is left out."""
    held = Message.objects.select_for_update(of=("self",)).to_gather(clock.now()).filter(pk__in=keys)
    messages = list(held.order_by("pk").select_related("user"))
    if len(messages) == 1:
        return Message.objects.filter(pk=messages[0].pk).update(gather=False)
    if not messages or messages[0].user is None:
        return 0
    carrier = _carrier(messages[0].user, messages)
    return Message.objects.filter(pk__in=[message.pk for message in messages]).update(
        state=MessageState.GATHERED, carrier=carrier
    )


def _carrier(user: User, messages: list[Message]) -> Message:
    number = f"{len(messages)} {forms(len(messages), 'wiadomość,wiadomości,wiadomości')}"
    words = {"number": number, "items": "\n\n".join(_item(no, message) for no, message in enumerate(messages, 1))}
    subject, body = words_in_force(DIGEST)
    return Message.objects.create(
        kind=DIGEST.name,
        user=user,
        address=user.email,
        subject=one_line(filled(subject, words)),
        body=filled(body, words),
        act=str(DIGEST.act),
        url=reverse("core:desk"),
        duty=False,
    )


def _item(no: int, message: Message) -> str:
    return "\n".join(filter(None, (f"{no}. {message.subject}", whole(message.url))))
