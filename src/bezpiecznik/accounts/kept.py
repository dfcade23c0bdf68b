"""What the room keeps of failed sign-ins."""

from axes.models import AccessAttempt
from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, delete_from, register
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP

ATTEMPT_DAYS = declare(
    Option(
        "accounts.keep_attempts",
        _("Nieudane logowania: ile dni"),
        default=30,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 1, "max_value": 730},
    )
)


def register_kept() -> None:
    register(
        Kept(
            name="accounts.attempts",
            title=_("Nieudane logowania"),
            holds=_("Wpisany adres e-mail, adres sieciowy i przeglądarka."),
            basis=_("art. 32 RODO: bezpieczeństwo kont"),
            ending=Ending.DELETED,
            period=ATTEMPT_DAYS,
            count=AccessAttempt.objects.count,
            due=lambda before: AccessAttempt.objects.filter(attempt_time__lt=before),
            remove=delete_from(AccessAttempt),
        )
    )
