"""What of the proposing rule an office may reasonably choose, as one frozen thing. Pure.

Some things are not for choice: who answered nothing has not failed, partners decide of no whole action, and a person
has the last word.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Halves(models.TextChoices):
    """What two different half-years come to."""

    LATEST = "latest", _("rozstrzyga późniejsze półrocze")
    WEAKER = "weaker", _("rozstrzyga słabsze półrocze")
    STRONGER = "stronger", _("rozstrzyga lepsze półrocze")


class Effect(models.TextChoices):
    """What a fact beside the reports does to the proposal."""

    PARTLY = "partly", _("obniża „zrealizowano” do „zrealizowano częściowo”")
    MENTION = "mention", _("jest tylko wspomniany w uzasadnieniu")
    IGNORE = "ignore", _("nie jest brany pod uwagę")


@dataclass(frozen=True)
class RuleConfig:
    """`enough_percent`: how much of a number that was promised counts as reaching it."""

    all_leads: bool = True
    halves: str = Halves.LATEST.value
    below_target: str = Effect.PARTLY.value
    enough_percent: int = 100
    missed_milestone: str = Effect.PARTLY.value

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


DEFAULT = RuleConfig()
BEFORE = RuleConfig(below_target=Effect.IGNORE.value, missed_milestone=Effect.IGNORE.value)
"""The rule of evaluations begun before it could be configured: reports alone."""


def from_json(kept: Mapping[str, Any]) -> RuleConfig:
    """The configuration back from `as_json`; nothing kept is the rule as it was before it could be configured."""
    known = {field.name for field in fields(RuleConfig)}
    return RuleConfig(**{name: value for name, value in kept.items() if name in known}) if kept else BEFORE
