"""The notice of art. 13 RODO: what only the unit knows is filled in on the page of settings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP, LINES

CONTROLLER = declare(
    Option(
        "portal.controller",
        _("Administrator danych osobowych"),
        default="",
        make=forms.CharField,
        group=GROUP,
        help=_("Nazwa, siedziba i kontakt, np. Prezydent Miasta …, ul. …, adres e-mail."),
        arguments={"required": False, "max_length": 1000, "widget": LINES},
    )
)
OFFICER = declare(
    Option(
        "portal.data_officer",
        _("Inspektor ochrony danych"),
        default="",
        make=forms.CharField,
        group=GROUP,
        help=_("Kontakt: adres e-mail, telefon, adres do listów."),
        arguments={"required": False, "max_length": 1000, "widget": LINES},
    )
)
PROCESSORS = declare(
    Option(
        "portal.data_processors",
        _("Odbiorcy danych"),
        default="",
        make=forms.CharField,
        group=GROUP,
        help=_(
            "Kto prowadzi serwer i pocztę na podstawie umowy powierzenia (art. 28 RODO) i czy dane wychodzą poza EOG."
        ),
        arguments={"required": False, "max_length": 1000, "widget": LINES},
    )
)


def filled_in() -> dict[str, str]:
    """What the unit filled in; blank where it has not."""
    return {
        "controller": CONTROLLER.value().strip(),
        "officer": OFFICER.value().strip(),
        "processors": PROCESSORS.value().strip(),
    }
