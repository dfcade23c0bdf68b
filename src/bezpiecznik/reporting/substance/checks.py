"""All checks of one entry, with the weaker doubt left out where a stronger one says the same. Pure."""

from collections.abc import Callable, Iterator

from bezpiecznik.reporting.states import WITH_FACT
from bezpiecznik.reporting.substance import numbers, texts
from bezpiecznik.reporting.substance.facts import DoubtCode, Facts, Finding, Thresholds

USUAL = Thresholds()

Check = Callable[[Facts, Thresholds], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    texts.placeholder,
    texts.nothing_happened,
    texts.copied,
    texts.same_elsewhere,
    texts.only_wording,
    texts.says_little,
    numbers.rows,
    numbers.against_past,
    numbers.figures_in_text,
    numbers.parts,
    numbers.measures,
    numbers.coverage,
)

C = DoubtCode
SAID_BY = {
    C.SAYS_LITTLE: frozenset({C.PLACEHOLDER, C.NOTHING_HAPPENED, C.OFFICIAL_WORDING}),
    C.OFFICIAL_WORDING: frozenset({C.NOTHING_HAPPENED}),
    C.COPIED: frozenset({C.PLACEHOLDER, C.NOTHING_HAPPENED, C.OFFICIAL_WORDING}),
    C.SAME_IN_PACKET: frozenset({C.PLACEHOLDER, C.COPIED, C.SAME_AS_OTHER}),
    C.MEASURE_MISSING: frozenset({C.NOTHING_HAPPENED}),
}
"""A doubt on the left is not raised beside one on the right: one question is enough."""


def doubts_of(facts: Facts, limits: Thresholds = USUAL) -> list[Finding]:
    """What is doubtful in the entry, each once, in the order of the checks.

    An entry that says „nothing done”, „not applicable” or „skipped” gives a reason, not facts: only its numbers, if it
    has any, are looked at.
    """
    asked = CHECKS if facts.outcome in WITH_FACT else (numbers.rows, numbers.parts)
    found: dict[tuple[DoubtCode, str], Finding] = {}
    for check in asked:
        for finding in check(facts, limits):
            found.setdefault((finding.code, finding.about), finding)
    raised = {code for code, _about in found}
    return [finding for finding in found.values() if not SAID_BY.get(finding.code, frozenset()) & raised]
