"""Made-up messages of the demonstration: those of the years lived through, and one of each state to look at."""

from datetime import timedelta
from typing import Any

from django.urls import reverse

from bezpiecznik.accounts.demo import DOMAIN
from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.notices import services
from bezpiecznik.notices.links import whole
from bezpiecznik.notices.models import BounceKind, Message, MessageState
from bezpiecznik.reporting.models import Packet

PAST = timedelta(days=2)
RESET = (
    "Dzień dobry,\n\nktoś poprosił o nowe hasło do Twojego konta. Jeśli to Ty, otwórz:\n\n{url}\n\n"
    "Jeśli nie, nic nie rób: hasło się nie zmieni."
)


def settle(coordinator: User) -> None:
    """Messages of past years are shown as kept; a few of the present period get the states of real life."""
    Message.objects.update(made_up=True)
    past = Message.objects.filter(state=MessageState.WAITING, created_at__lt=clock.now() - PAST)
    past.update(state=MessageState.KEPT, gather=False)
    if packet := Packet.objects.filter(institution__abbr="KMP").order_by("-period__year", "-period__part").first():
        _one_of_each_state(packet, coordinator)


def _one_of_each_state(packet: Packet, coordinator: User) -> None:
    now = clock.now()
    jan = User.objects.get(email=f"jan.dzielnicowy@{DOMAIN}")
    ewa = User.objects.get(email=f"ewa.pomocna@{DOMAIN}")
    words = {"institution": packet.institution.short, "period": str(packet.period), "fields": ""}
    note = "Proszę podać, ilu osób dotyczyły działania."
    _made("reporting.returned", jan, words | {"note": note}, state=MessageState.SENT, sent_at=now, attempts=1)
    lost: dict[str, Any] = {"failed_at": now, "attempts": 1}
    _made(
        "reporting.to_sign", User.objects.get(email=f"maria.komendancka@{DOMAIN}"), words | {"due": "20 stycznia"},
        **lost, state=MessageState.UNSURE, reason="TimeoutError: timed out",
    )  # fmt: skip
    _made(
        "reporting.returned", ewa, words | {"institution": "MOPR", "note": note}, **lost,
        state=MessageState.FAILED, reason="550 5.7.1 message refused",
    )  # fmt: skip
    other = User.objects.filter(email__endswith=f"@podmioty.{DOMAIN}").order_by("pk").first()
    if other:
        _made(
            "reporting.opened", other, words | {"institution": other.last_name, "due": "20 stycznia"},
            state=MessageState.BOUNCED, sent_at=now, bounced_at=now, bounce=BounceKind.HARD, attempts=1,
            reason="5.1.1 smtp; 550 5.1.1 user unknown",
        )  # fmt: skip
    _made(
        "reporting.returned", jan, words | {"note": note}, attempts=2, due_at=now + timedelta(days=1),
        reason="451 4.7.1 try again later",
    )  # fmt: skip
    _made("reporting.accepted", ewa, words | {"institution": "MOPR"}, state=MessageState.DECLINED, gather=False)
    _digest(coordinator, words)
    url = whole(reverse("accounts:password"))
    mail = services.keep_mail(address=jan.email, subject="Nowe hasło", body=RESET.format(url=url))
    Message.objects.filter(pk=mail.pk).update(made_up=True)


def _made(kind: str, to: User, words: dict[str, str], **how: Any) -> Message:
    message = services.send(kind, to=to, url=reverse("core:desk"), **words)
    Message.objects.filter(pk=message.pk).update(made_up=True, **how)
    return message


def _digest(coordinator: User, words: dict[str, str]) -> None:
    for abbr in ("SM", "MOPR"):
        _made("reporting.submitted", coordinator, words | {"institution": abbr}, due_at=clock.now())
