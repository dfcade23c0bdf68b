"""The check of free text with the settings of this unit: which domains and lines belong to institutions."""

from collections.abc import Iterable

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


def findings(text: str) -> list[personal.Finding]:
    """What in the text names a person. Settings are read only when there is something to ask them about."""
    if not personal.find(text):
        return []
    domains = [domain.lower().lstrip("@") for domain in MAIL_DOMAINS.value().split()]
    return personal.find(text, mail_domains=domains, phones=_lines(PHONES.value()))


def findings_in(texts: Iterable[str]) -> list[personal.Finding]:
    """The same over several texts; places are those of each text."""
    return [finding for text in texts if text for finding in findings(text)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
