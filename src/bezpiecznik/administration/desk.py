"""What the desk says about mail that did not reach people."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.administration.mail_access import may_manage_mail
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms
from bezpiecznik.notices.models import Message, MessageState
from bezpiecznik.notices.queries import TROUBLE

RECENT = timedelta(days=30)


def mail_in_trouble(user: User) -> Iterator[Todo]:
    """Addresses from which mail comes back, and messages that were not sent or may not have been."""
    if not may_manage_mail(user):
        return
    if failing := Message.objects.failing().values("address").distinct().count():
        words = _("adres nie działa: poczta wraca,adresy nie działają: poczta wraca,adresów nie działa: poczta wraca")
        yield Todo(
            sentence=f"{failing} {forms(failing, words)}",
            url=f"{reverse('administration:mail')}?state={MessageState.BOUNCED}",
            act=_("Sprawdź adresy"),
            weight=Weight.TO_SET_UP,
            detail=_("Popraw adres osoby albo powiadom ją inaczej. Znika, gdy następna wiadomość zostanie przyjęta."),
        )
    lost = Message.objects.in_trouble().exclude(state=MessageState.BOUNCED).filter(created_at__gt=clock.now() - RECENT)
    if number := lost.count():
        words = _("wiadomość nie wyszła,wiadomości nie wyszły,wiadomości nie wyszło")
        yield Todo(
            sentence=f"{number} {forms(number, words)}",
            url=f"{reverse('administration:mail')}?state={TROUBLE}",
            act=_("Pokaż pocztę"),
            weight=Weight.TO_SET_UP,
            detail=_("Każdą można wysłać ponownie po usunięciu przyczyny."),
        )
