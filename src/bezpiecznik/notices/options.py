"""What the office chooses on screen about its messages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.models import OptionValue
from bezpiecznik.core.options import Option, declare
from bezpiecznik.notices.quiet import Hours

GROUP = _("Wiadomości")
HOUR = {"min_value": 0, "max_value": 23}

UNIT = declare(
    Option(
        "notices.unit", _("Nazwa jednostki w stopce wiadomości"), default="", make=forms.CharField, group=GROUP,
        help=_("Na przykład „Urząd Miasta Kielce, Biuro Bezpieczeństwa i Zarządzania Kryzysowego”."),
        arguments={"max_length": 200, "required": False},
    )
)  # fmt: skip
REPLY_TO = declare(
    Option(
        "notices.reply_to", _("Adres do odpowiedzi"), default="", make=forms.EmailField, group=GROUP,
        help=_("Tu trafią odpowiedzi na wiadomości systemu. Bez niego wracają na adres nadawcy."),
        arguments={"required": False},
    )
)  # fmt: skip
QUIET_FROM = declare(
    Option(
        "notices.quiet_from", _("Cisza od godziny"), default=20, make=forms.IntegerField, group=GROUP, arguments=HOUR,
        help=_("W tym czasie wychodzą tylko wiadomości pilne, na przykład o haśle."),
    )
)  # fmt: skip
QUIET_UNTIL = declare(
    Option(
        "notices.quiet_until", _("Cisza do godziny"), default=7, make=forms.IntegerField, group=GROUP, arguments=HOUR,
        help=_("Ta sama godzina w obu polach wyłącza ciszę nocną."),
    )
)  # fmt: skip
DAYS_OFF = declare(
    Option(
        "notices.days_off", _("Cisza w soboty, niedziele i święta"), default=True, make=forms.BooleanField,
        group=GROUP, arguments={"required": False},
    )
)  # fmt: skip
DIGEST_AT = declare(
    Option(
        "notices.digest_at", _("Godzina wiadomości zbiorczej"), default=8, make=forms.IntegerField, group=GROUP,
        arguments=HOUR, help=_("Mniej pilne wiadomości zbierają się do tej godziny w jedną."),
    )
)  # fmt: skip
OF_HOURS = (QUIET_FROM, QUIET_UNTIL, DAYS_OFF, DIGEST_AT)


def hours() -> Hours:
    """The hours in force now. One query."""
    keys = [option.key for option in OF_HOURS]
    kept = dict(OptionValue.objects.filter(key__in=keys).values_list("key", "value"))
    return Hours(*(kept.get(option.key, option.default) for option in OF_HOURS))
