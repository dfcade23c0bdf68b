"""What the room keeps of messages: who was told what and when stays, the words go."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, register
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP
from bezpiecznik.notices.models import Message, MessageState

BODY_DAYS = declare(
    Option(
        "notices.keep_bodies",
        _("Treść wysłanych wiadomości: ile dni"),
        default=365,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 90, "max_value": 3650},
    )
)
REMOVED = "(treść usunięto po upływie okresu przechowywania)"


def due(before: datetime) -> QuerySet[Message]:
    over = Message.objects.filter(created_at__lt=before).exclude(state=MessageState.WAITING)
    return over.exclude(body=REMOVED)


def empty(keys: Sequence[Any]) -> int:
    return Message.objects.filter(pk__in=keys).update(body=REMOVED, url="")


def register_kept() -> None:
    register(
        Kept(
            name="notices.messages",
            title=_("Wysłane wiadomości"),
            holds=_("Adres, temat i treść wiadomości do osoby."),
            basis=_("art. 5 ust. 1 lit. e RODO; dowód powiadomienia zostaje bez treści"),
            ending=Ending.EMPTIED,
            why=_("Zostaje, do kogo, kiedy i w jakiej sprawie napisano."),
            period=BODY_DAYS,
            count=Message.objects.exclude(body=REMOVED).count,
            due=due,
            remove=empty,
        )
    )
