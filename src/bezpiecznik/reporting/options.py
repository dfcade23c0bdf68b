from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare

DUE_DAYS = declare(
    Option(
        "reporting.due_days",
        _("Ile dni roboczych po końcu okresu mija termin składania"),
        14,
        forms.IntegerField,
        help=_("Tyle podpowiada formularz okresu; w okresie można ustalić inaczej."),
        group=_("Sprawozdania"),
        arguments={"min_value": 1, "max_value": 60},
    )
)
GRACE_DAYS = declare(
    Option(
        "reporting.grace_days",
        _("Ile dni roboczych po terminie sprawozdanie liczy się jeszcze jako złożone w terminie"),
        3,
        forms.IntegerField,
        help=_("0: termin jest ostateczny. Tyle podpowiada formularz okresu."),
        group=_("Sprawozdania"),
        arguments={"min_value": 0, "max_value": 20},
    )
)
LOCK_DAYS = declare(
    Option(
        "reporting.lock_days",
        _("Po ilu dniach roboczych od terminu zaczyna się blokada"),
        15,
        forms.IntegerField,
        help=_("0: bez blokady, podmioty piszą do zamknięcia okresu. Tyle podpowiada formularz okresu."),
        group=_("Sprawozdania"),
        arguments={"min_value": 0, "max_value": 120},
    )
)
CORRECTION_DAYS = declare(
    Option(
        "reporting.correction_days",
        _("Ile dni roboczych na poprawę ma podmiot, gdy okres jest zablokowany"),
        5,
        forms.IntegerField,
        help=_("Zwrot do poprawy otwiera sprawozdanie na tyle dni; przy zwrocie można podać inny dzień."),
        group=_("Sprawozdania"),
        arguments={"min_value": 1, "max_value": 30},
    )
)
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
