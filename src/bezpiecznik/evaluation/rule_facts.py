"""What milestones, promised numbers and open questions add to a proposal: whether they lower it, and their words."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from babel.numbers import format_decimal

from bezpiecznik.core.polish import forms
from bezpiecznik.evaluation.facts import Facts, MilestoneFact, TargetFact
from bezpiecznik.evaluation.rule_config import Effect, RuleConfig


def lowers(facts: Facts, config: RuleConfig) -> bool:
    """Whether the facts make „done” into „done in part”."""
    missed = any(one.missed for one in facts.milestones)
    below = any(one.below(config.enough_percent) for one in facts.targets)
    return (missed and config.missed_milestone == Effect.PARTLY) or (below and config.below_target == Effect.PARTLY)


def facts_sentences(facts: Facts, config: RuleConfig) -> Iterator[str]:
    """What stands in the programme and beside the reports, one sentence for each kind; nothing where it has nothing."""
    if facts.targets and config.below_target != Effect.IGNORE:
        yield f"Liczby zapowiedziane: {'; '.join(_target(one, config) for one in facts.targets)}."
    if facts.milestones and config.missed_milestone != Effect.IGNORE:
        yield f"Kamienie milowe roku: {'; '.join(_milestone(one) for one in facts.milestones)}."
    if facts.doubts:
        told = forms(facts.doubts, "pytanie,pytania,pytań")
        yield f"Bez odpowiedzi podmiotu: {facts.doubts} {told} do treści sprawozdań; nie wpływa to na propozycję."


def _target(one: TargetFact, config: RuleConfig) -> str:
    promised = f"{one.measure} – zapowiedziano {_number(one.promised)}"
    if not one.reached:
        return f"{promised}, w sprawozdaniach liczby nie podano"
    compared = ", mniej niż zapowiedziano" if one.below(config.enough_percent) else ""
    return f"{promised}, podano {_number(one.reached)}{compared}"


def _milestone(one: MilestoneFact) -> str:
    name = f"„{one.name.rstrip('.')}”"
    if one.dropped_because:
        return f"{name} – zrezygnowano ({one.dropped_because.rstrip('.')})"
    if one.missed:
        return f"{name} – termin {_day(one.due_on)} minął, osiągnięcia nie odnotowano"
    return f"{name} – osiągnięto {_day(one.done_on)}{', po terminie' if one.late else ''}"


def _day(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d.%m.%Y")


def _number(value: str) -> str:
    return format_decimal(Decimal(value), locale="pl")
