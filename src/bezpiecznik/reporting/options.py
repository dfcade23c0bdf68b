from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare

LINK_DAYS = declare(
    Option(
        "reporting.link_days",
        _("Ile dni ważne jest łącze jednorazowe"),
        14,
        forms.IntegerField,
        help=_("Od wysłania. Każde otwarcie zużywa łącze; nowe można dostać na ten sam adres e-mail."),
        group=_("Sprawozdania"),
        arguments={"min_value": 1, "max_value": 60},
    )
)
