"""The rule that proposes grades, as the office set it on the page of settings. A year keeps the rule it began with."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.models import OptionValue
from bezpiecznik.core.options import Option, declare
from bezpiecznik.evaluation.rule_config import DEFAULT, Effect, Halves, RuleConfig

GROUP = _("Ocena roczna")
KEPT = _("Rozpoczęta ocena zachowuje regułę, z którą ją rozpoczęto; propozycje można przeliczyć na jej stronie.")


def _choice(name: str, title: Any, choices: Any, help_text: Any = "") -> Option[str]:
    return declare(
        Option(
            f"evaluation.rule_{name}", title, getattr(DEFAULT, name), forms.ChoiceField,
            help=help_text, group=GROUP, arguments={"choices": choices},
        )
    )  # fmt: skip


ALL_LEADS = declare(
    Option(
        "evaluation.rule_all_leads",
        _("Na „zrealizowano” muszą złożyć sprawozdania wszystkie podmioty odpowiedzialne"),
        DEFAULT.all_leads,
        forms.BooleanField,
        help=KEPT,
        group=GROUP,
        arguments={"required": False},
    )
)
HALVES = _choice("halves", _("Gdy dwa półrocza się różnią"), Halves.choices)
BELOW_TARGET = _choice("below_target", _("Liczba mniejsza od zapowiedzianej w programie"), Effect.choices)
ENOUGH_PERCENT = declare(
    Option(
        "evaluation.rule_enough_percent",
        _("Ile procent zapowiedzianej liczby wystarcza"),
        DEFAULT.enough_percent,
        forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 1, "max_value": 100},
    )
)
MISSED_MILESTONE = _choice(
    "missed_milestone", _("Kamień milowy, którego termin minął bez odnotowanego osiągnięcia"), Effect.choices
)


RULE: dict[str, Option[Any]] = {
    "all_leads": ALL_LEADS,
    "halves": HALVES,
    "below_target": BELOW_TARGET,
    "enough_percent": ENOUGH_PERCENT,
    "missed_milestone": MISSED_MILESTONE,
}
"""Each choice of `RuleConfig` with the setting that keeps it."""


def in_force() -> RuleConfig:
    """The rule as it is set now. One query."""
    keys = {option.key: name for name, option in RULE.items()}
    kept = OptionValue.objects.filter(key__in=keys).values_list("key", "value")
    return replace(DEFAULT, **{keys[key]: value for key, value in kept})
