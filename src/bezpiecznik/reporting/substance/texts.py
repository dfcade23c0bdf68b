"""Checks of the text. Pure; each gives the doubts it has, most often none."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from bezpiecznik.core.polish import fold
from bezpiecznik.reporting.states import WITH_FACT
from bezpiecznik.reporting.substance.facts import DoubtCode, Facts, Finding, Neighbour, Thresholds
from bezpiecznik.reporting.substance.figures import QUOTED, figures, is_among, stem, without_counts, without_figures
from bezpiecznik.reporting.substance.phrases import is_no_fact, placeholder_in, says, words

LEAST_SAID = 2
"""Words that must be left beside empty turns, where the entry gives no figure."""
LEAST_OF_WORDING = 2
NEW_WORDS = 0.1
"""Of the words of a text, the share that may be its own while it still only repeats the official wording."""

_NOTHING = re.compile(
    r"""
    ^\W*(w\s[^,]{0,40}?\s)?
    (\w+\s+){0,2}
    ( nie\s+(z?realizowa|podejmowa|podjet|prowadz|przeprowadz|wykona|wykonywa|zorganizowa|organizowa|odbyl|odbywal|
             byl[oay]?\s+(z?realizowan|prowadzon|podejmowan|potrzeb|zgloszen|dzialan|takich|wykonywan))
    | brak\s+(dzialan|realizacji|zgloszen|potrzeb|inicjatyw|aktywnosci|zadan)
    | nie\s+dotyczy\b
    | nic\s+nie\s+(z?robion|zrobil|wykonan)
    | zadanie\s+niezrealizowane | niezrealizowan
    | nie\s+(zaszla|zaistniala|wystapila)\s+(taka\s+)?potrzeba
    )
    """,
    re.VERBOSE,
)
_ONLY_WHY = re.compile(
    r"\W*(powod|przyczyn|z powodu|z uwagi|ze wzgledu|z braku|wynika to|brak |planowan|planuje|przewidzian|bedzie|beda )"
)
_BUT = re.compile(r"\b(pozostal|natomiast|jednak|ale\b|mimo|zamiast|tylko|poza\b|oprocz|dopiero)")
"""Words after which the same sentence tells of something that was done."""
_SENTENCE = re.compile(r"[.!?;\n]+")


def copied(facts: Facts, limits: Thresholds) -> Iterator[Finding]:
    """The words of the period before, years and days aside.

    Changed figures, in the text or in the rows, make them news unless the settings say not.
    """
    before = facts.before
    if before is None or not _long_enough(facts.text, limits):
        return
    same_words = _alike(without_counts(facts.text), without_counts(before.text), limits)
    fresh = bool(facts.numbers) and set(facts.numbers) != set(before.numbers)
    if same_words and not fresh and _same_counts(facts.text, before.text):
        yield Finding(DoubtCode.COPIED, "", {"period": before.period, "only_figures": False})
    elif limits.ask_of_templates and _alike(without_figures(facts.text), without_figures(before.text), limits):
        yield Finding(DoubtCode.COPIED, "", {"period": before.period, "only_figures": True})


def _same_counts(text: str, other: str) -> bool:
    return [figure.value for figure in figures(text)] == [figure.value for figure in figures(other)]


def same_elsewhere(facts: Facts, limits: Thresholds) -> Iterator[Finding]:
    """The same words in another institution's report, or at another action where no number of its own stands by."""
    if not _long_enough(facts.text, limits):
        return
    own = without_counts(QUOTED.sub(" ", facts.text))
    in_packet = () if facts.numbers else facts.in_packet
    for code, neighbours in ((DoubtCode.SAME_IN_PACKET, in_packet), (DoubtCode.SAME_AS_OTHER, facts.others)):
        if where := [other.where for other in neighbours if _says_the_same(own, other, limits)]:
            yield Finding(code, "", {"where": where})


def _says_the_same(own: str, other: Neighbour, limits: Thresholds) -> bool:
    theirs = without_counts(QUOTED.sub(" ", other.text))
    return _alike(own, theirs, limits) and _same_counts(own, theirs)


def _long_enough(text: str, limits: Thresholds) -> bool:
    """Short sentences are alike without being copied."""
    return len(without_counts(QUOTED.sub(" ", text))) >= limits.shortest


def _alike(one: str, other: str, limits: Thresholds) -> bool:
    return bool(other) and fuzz.ratio(one, other, score_cutoff=limits.likeness) >= limits.likeness


def only_wording(facts: Facts, _limits: Thresholds) -> Iterator[Finding]:
    """The text repeats what the programme says of the action and adds no word and no figure of its own."""
    if _gives_figures(facts):
        return
    official = {stem(word) for word in words(facts.wording) if len(word) > 2}
    own = [word for word in says(facts.text) if len(word) > 2]
    repeated = sum(is_among(stem(word), official) for word in own)
    if repeated >= LEAST_OF_WORDING and len(own) - repeated <= NEW_WORDS * len(own):
        yield Finding(DoubtCode.OFFICIAL_WORDING)


def says_little(facts: Facts, _limits: Thresholds) -> Iterator[Finding]:
    """Turns that fit any action, and nothing beside them: no object, no place, no figure."""
    if facts.outcome not in WITH_FACT or is_no_fact(facts.text) or _gives_figures(facts):
        return
    if len(says(facts.text)) < LEAST_SAID:
        yield Finding(DoubtCode.SAYS_LITTLE)


def _gives_figures(facts: Facts) -> bool:
    return bool(facts.numbers) or any(True for _figure in figures(facts.text))


def placeholder(facts: Facts, _limits: Thresholds) -> Iterator[Finding]:
    if found := placeholder_in(facts.text):
        yield Finding(DoubtCode.PLACEHOLDER, "", {"found": found})


def nothing_happened(facts: Facts, _limits: Thresholds) -> Iterator[Finding]:
    """The outcome says that something was done, every sentence that nothing was, and no number says otherwise."""
    if facts.outcome not in WITH_FACT or any(number.value for number in facts.numbers):
        return
    sentences = [plain for part in _SENTENCE.split(fold(facts.text)) if (plain := part.strip())]
    if not sentences or not _NOTHING.match(sentences[0]) or any(True for _figure in figures(facts.text)):
        return
    if any(_BUT.search(sentence) for sentence in sentences):
        return
    if all(_NOTHING.match(sentence) or _explains(sentence) for sentence in sentences):
        yield Finding(DoubtCode.NOTHING_HAPPENED)


def _explains(sentence: str) -> bool:
    """„Powodem był brak środków”, „Planowane są na jesień”: a sentence that only says why, or what will come."""
    return bool(_ONLY_WHY.match(sentence))
