"""Settings of the public pages that the city's IT changes on screen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare

SECURITY_CONTACT = declare(
    Option(
        "portal.security_contact",
        _("Adres do zgłaszania słabości zabezpieczeń"),
        default="",
        make=forms.EmailField,
        help=_("Ogłaszany w pliku /.well-known/security.txt. Puste pole: pliku nie ma."),
        group=_("Bezpieczeństwo"),
        arguments={"required": False},
    )
)
