"""The check of free text with the settings of this unit: which domains and lines belong to institutions."""

from functools import cached_property

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import personal
from bezpiecznik.core.options import Option, declare

GROUP = _("Ochrona danych")
LINES = forms.Textarea(attrs={"rows": 4})

MAIL_DOMAINS = declare(
    Option(
        "core.office_mail_domains",
        _("Domeny poczty instytucji"),
        default="",
        make=forms.CharField,
        help=_("Po jednej w wierszu, np. um.miasto.pl. Adresów w tych domenach nie uznaje się za dane osoby."),
        group=GROUP,
        arguments={"required": False, "widget": LINES, "max_length": 4000},
    )
)
PHONES = declare(
    Option(
        "core.office_phones",
        _("Publiczne numery telefonów instytucji"),
        default="",
        make=forms.CharField,
        help=_("Po jednym w wierszu, np. 41 344 12 34. Tych numerów nie uznaje się za dane osoby."),
        group=GROUP,
        arguments={"required": False, "widget": LINES, "max_length": 4000},
    )
)


class Check:
    """The check for the length of one answer: settings are read once, and only when something was found."""

    @cached_property
    def _domains(self) -> list[str]:
        return [domain.lower().lstrip("@") for domain in MAIL_DOMAINS.value().split()]

    @cached_property
    def _phones(self) -> list[str]:
        return [line.strip() for line in PHONES.value().splitlines() if line.strip()]

    def findings(self, text: str) -> list[personal.Finding]:
        """What in the text names a person."""
        if not personal.find(text):
            return []
        return personal.find(text, mail_domains=self._domains, phones=self._phones)
