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

FEED_BY_ITSELF = declare(
    Option(
        "reporting.feed_by_itself",
        _("Uzupełniaj sprawozdania z działalności"),
        default=True,
        make=forms.BooleanField,
        help=_(
            "Wpisy, których nikt jeszcze nie zapisał, dostają propozycję tekstu i liczb z działalności podmiotu. "
            "Gotowe są dopiero, gdy podmiot je sprawdzi i zapisze. Wyłączone: podmiot wstawia je przyciskiem."
        ),
        group=_("Sprawozdania"),
        arguments={"required": False},
    )
)
