"""What the desk says about mail that did not reach people, and about data that do not hold."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.administration.mail_access import may_manage_mail
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.models import Verification
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.access import administers
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


def data_not_holding(user: User) -> Iterator[Todo]:
    """The last check of journal, snapshots and files found faults: told until a later one finds none."""
    if not administers(user):
        return
    last = Verification.objects.first()
    if last and not last.holds:
        yield Todo(
            sentence=_("Sprawdzenie danych: %(summary)s") % {"summary": last.summary},
            url=last.get_absolute_url(),
            act=_("Zobacz, co się nie zgadza"),
            weight=Weight.TO_DECIDE,
            detail=_("Ktoś mógł zmienić dane poza systemem. Wyjaśnij to, zanim cokolwiek ogłosisz."),
        )
