"""Who runs this installation: words that documents, letters and messages sign themselves with."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare

GROUP = _("Jednostka samorządu i biuro")

UNIT_NAME = declare(
    Option(
        "core.unit_name",
        _("Nazwa jednostki samorządu"),
        default="",
        make=forms.CharField,
        help=_("Na przykład „Miasto Kielce” albo „Powiat zatorzyński”."),
        group=GROUP,
        arguments={"required": False, "max_length": 200},
    )
)
OFFICE_NAME = declare(
    Option(
        "core.office_name",
        _("Nazwa biura, które prowadzi program"),
        default="",
        make=forms.CharField,
        help=_("Tak ma być podpisane na stronach, w pismach i wiadomościach."),
        group=GROUP,
        arguments={"required": False, "max_length": 200},
    )
)
CONTACT_EMAIL = declare(
    Option(
        "core.contact_email",
        _("Adres e-mail biura"),
        default="",
        make=forms.EmailField,
        help=_("Tu piszą podmioty, gdy mają pytania."),
        group=GROUP,
        arguments={"required": False},
    )
)
