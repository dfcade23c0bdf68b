"""Rules of the Commission's own by-laws, which the statute leaves open: changed on the page of settings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.options import Option, declare

GROUP = _("Komisja")
HALF, MORE_THAN_HALF, TWO_THIRDS = "half", "more_than_half", "two_thirds"
RULES = (
    (HALF, _("co najmniej połowa osób z prawem głosu")),
    (MORE_THAN_HALF, _("ponad połowa osób z prawem głosu")),
    (TWO_THIRDS, _("co najmniej dwie trzecie osób z prawem głosu")),
)

QUORUM = declare(
    Option(
        "commission.quorum",
        _("Kworum Komisji"),
        HALF,
        forms.ChoiceField,
        help=_("Obowiązuje posiedzenia otwarte po zmianie."),
        group=GROUP,
        arguments={"choices": RULES},
    )
)
QUORUM_SOURCE = declare(
    Option(
        "commission.quorum_source",
        _("Z czego wynika kworum"),
        "regulamin Komisji; ustawa o samorządzie powiatowym nie określa kworum",
        forms.CharField,
        help=_("Tekst, który stoi przy kworum w protokole. Obowiązuje posiedzenia otwarte po zmianie."),
        group=GROUP,
        arguments={"max_length": 300},
    )
)
INVITE_DAYS = declare(
    Option(
        "commission.invite_days",
        _("Ile dni przed posiedzeniem zaprasza się członków"),
        7,
        forms.IntegerField,
        help=_("Ustawa nie wyznacza tego terminu; wyznacza go regulamin Komisji. Krótszy termin wymaga powodu."),
        group=GROUP,
        arguments={"min_value": 0, "max_value": 60},
    )
)
SUBSTITUTES_COUNT = declare(
    Option(
        "commission.substitutes_count",
        _("Osoba, która zastępuje członka, liczy się do kworum i głosuje"),
        False,
        forms.BooleanField,
        help=_(
            "Ustawa nie zna zastępstwa na jednym posiedzeniu; zaznacz tylko, jeśli dopuszcza je regulamin. "
            "Obowiązuje posiedzenia otwarte po zmianie."
        ),
        group=GROUP,
        arguments={"required": False},
    )
)
BUDGET_FROM = declare(
    Option(
        "commission.budget_from",
        _("Od którego miesiąca proponować opinię o projekcie budżetu"),
        10,
        forms.IntegerField,
        help=_("Projekt budżetu przedstawia się radzie do 15 listopada (art. 238 ustawy o finansach publicznych)."),
        group=GROUP,
        arguments={"min_value": 1, "max_value": 12},
    )
)
SERVICES_UNTIL = declare(
    Option(
        "commission.services_until",
        _("Do którego miesiąca proponować omówienie ubiegłego roku"),
        4,
        forms.IntegerField,
        help=_("Komisje omawiają pracę służb w ubiegłym roku zwykle w lutym albo marcu."),
        group=GROUP,
        arguments={"min_value": 1, "max_value": 12},
    )
)
