"""Names that the document's list does not have, brought to the document's own usual form.

The form is always one that the document uses. What is joined is told with a score: letters and capitals cost nothing,
another case of the same words hardly anything, and two names that only the whole country takes for one body are below
what may pass without a question.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bezpiecznik.resolution.abbreviations import key_of
from bezpiecznik.resolution.bodies import Body, nation_wide
from bezpiecznik.resolution.declension import nominative
from bezpiecznik.resolution.inflection import is_oblique, is_plural, key, without_seat
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.units import DOUBTFUL, Unit

_ANOTHER_CASE, _KNOWN_FORM = 0.95, 0.9
_FEMININE, _CONSONANT = re.compile(r"\w+a\b"), re.compile(r"\w+[^\Waeiouyąęó]\b")
_MOST_FORMS = 50
Key = tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """One spelling of a name, how often it is used, and the town it adds."""

    text: str
    count: int
    seat: str


class Spelling:
    """The usual forms of one document's names."""

    def __init__(self, units: Counter[Unit], elsewhere: Iterable[str] = ()) -> None:
        """The units with the number of their uses; `elsewhere` are short texts, where nominatives may stand."""
        self._spelled = _usual_spelling(units)
        self._with_town = {unit.text: unit.without_seat for unit in units if unit.seat}
        counts: Counter[str] = Counter()
        for unit, uses in units.items():
            counts[self._spelled[_plain_key(unit)]] += uses
        in_case = {unit.text for unit in units if _is_oblique(unit)}
        straight = {self._spelled[_plain_key(unit)] for unit in units if not unit.oblique and unit.text not in in_case}
        self._forms: defaultdict[Key, list[Form]] = defaultdict(list)
        self._seated: defaultdict[str, list[Form]] = defaultdict(list)
        for text, count in counts.items():
            if text in straight:
                bare, seat = self._without_seat(text)
                form = Form(text, count, seat)
                self._seated[fold(bare)].append(form)
                if len(self._forms[key(bare)]) < _MOST_FORMS:
                    self._forms[key(bare)].append(form)
        oblique = {key(without_seat(text)[0]) for text in in_case} - self._forms.keys()
        self._elsewhere = _nominatives(elsewhere, oblique) if oblique else {}
        self._same_body = _same_bodies(self._forms)
        self._of_one = _of_one(in_case, counts)

    def usual(self, unit: Unit) -> tuple[str, float]:
        """The document's form of this name, and how sure it is that this is the same name."""
        text = self._spelled[_plain_key(unit)]
        oblique = _is_oblique(unit) or self._is_of_a_masculine(text)
        if single := self._single(text):
            return single, DOUBTFUL
        text, score = self._nominative(text) if oblique else self._one_seat(text)
        if text in self._same_body:
            return self._same_body[text], min(score, DOUBTFUL)
        return text, score

    def _without_seat(self, text: str) -> tuple[str, str]:
        return self._with_town.get(text) or without_seat(text)

    def _is_of_a_masculine(self, text: str) -> bool:
        """ "Ośrodka Kultury", where the document also has "Ośrodek Kultury"."""
        forms = self._forms.get(key(without_seat(text)[0]), ()) if _FEMININE.match(text) else ()
        return any(_CONSONANT.match(form.text) for form in forms)

    def _single(self, text: str) -> str | None:
        """ "Rady Seniorów" is of one council where the document speaks of "Radą Seniorów" as often."""
        single, uses = self._of_one.get(key(without_seat(text)[0]), ("", 0))
        forms = self._forms.get(key(without_seat(text)[0]), ())
        plain = [form for form in forms if not _ends_as_many(form.text) or form.count > uses]
        return single if single and not plain and text.split(maxsplit=1)[0] != single.split()[0] else None

    def _nominative(self, text: str) -> tuple[str, float]:
        bare, seat = without_seat(text)
        forms = [form for form in self._forms.get(key(bare), ()) if not seat or form.seat in ("", seat)]
        forms = [form for form in forms if form.text != text] or forms
        if forms:
            many = is_plural(text)
            best = max(forms, key=lambda form: (_ends_as_many(form.text) == many, form.count, form.text))
            alike = [form for form in forms if _ends_as_many(form.text) == _ends_as_many(best.text)]
            return self._one_seat(best.text)[0], _ANOTHER_CASE if len(alike) == 1 or seat else _KNOWN_FORM
        if found := self._elsewhere.get(key(bare)):
            return found, _KNOWN_FORM
        known = nation_wide().nominative(text) or nominative(text)
        return (known, _KNOWN_FORM) if known else (text, DOUBTFUL)

    def _one_seat(self, text: str) -> tuple[str, float]:
        """ "Sąd" and "Sąd w Lipnie" are one where the document has no such body in another town."""
        bare, _ = self._without_seat(text)
        forms = self._seated[fold(bare)]
        if not 1 < len(forms) < _MOST_FORMS or len({form.seat for form in forms if form.seat}) != 1:
            return text, 1.0
        best = max(forms, key=lambda form: (form.count, not form.seat, form.text)).text
        return best, 1.0 if best == text else _KNOWN_FORM


def _is_oblique(unit: Unit) -> bool:
    if unit.is_abbreviation:
        return False
    told = unit.oblique or is_oblique(unit.text) or nation_wide().is_genitive(unit.text)
    return told or nominative(unit.text) is not None


def _plain_key(unit: Unit) -> str:
    """The same for spellings that differ in letters' size and marks; of an abbreviation in stops and spaces too."""
    return "=" + key_of(unit.text) if unit.is_abbreviation else fold(unit.text)


def _ends_as_many(text: str) -> bool:
    """Does a name in the nominative look like a plural: "szkoły", "organizacje"?"""
    return text.split(maxsplit=1)[0].casefold().endswith(("y", "i", "e")) if text else False


def _usual_spelling(units: Counter[Unit]) -> dict[str, str]:
    """For each name the spelling used most, with a capital where equally usual; "Komendą" is no spelling of it."""
    counts: Counter[tuple[str, str]] = Counter()
    for unit, uses in units.items():
        counts[_plain_key(unit), unit.text] += uses
    best: dict[str, tuple[bool, int, bool, str]] = {}
    for (plain, text), count in counts.items():
        rank = (not is_oblique(text), count, text[:1].isupper(), text)
        if plain not in best or rank > best[plain]:
            best[plain] = rank
    return {plain: rank[-1] for plain, rank in best.items()}


def _of_one(in_case: Iterable[str], counts: Counter[str]) -> dict[Key, tuple[str, int]]:
    """Nominatives, by grammar, of names that stand in a case of the singular, with the number of their uses."""
    found: dict[Key, tuple[str, int]] = {}
    for text in in_case:
        own = key(without_seat(text)[0])
        if text.split(maxsplit=1)[0].endswith("ą") and (single := nominative(text)):
            found[own] = (single, found.get(own, ("", 0))[1] + max(counts.get(text, 0), 1))
    return found


def _nominatives(texts: Iterable[str], wanted: set[Key]) -> dict[Key, str]:
    """Of the wanted names those that stand in the nominative outside the cells."""
    found: dict[Key, str] = {}
    for text in texts:
        name = text.strip(" .,;")
        if name and not is_oblique(name) and (own := key(without_seat(name)[0])) in wanted:
            found.setdefault(own, name)
    return found


def _same_bodies(forms: dict[Key, list[Form]]) -> dict[str, str]:
    """Names of one body of the whole country, each with the one of them that the document uses most."""
    named: defaultdict[int, list[Form]] = defaultdict(list)
    short: list[tuple[Form, tuple[Body, ...]]] = []
    for form in (form for group in forms.values() for form in group):
        if bodies := nation_wide().abbreviated(form.text):
            short.append((form, bodies))
        elif body := nation_wide().named(form.text):
            named[body.no].append(form)
    for form, bodies in short:
        present = [body.no for body in bodies if body.no in named]
        if len(present) == 1:
            named[present[0]].append(form)
        elif len(bodies) == 1 and not present:
            named[bodies[0].no].append(form)
    return {
        form.text: best
        for group in named.values()
        if len({form.seat for form in group if form.seat}) < 2
        and (best := max(group, key=lambda form: (form.count, form.text.isupper(), form.text)).text)
        for form in group
        if form.text != best and not _one_name(form.text, best)
    }


def _one_name(one: str, other: str) -> bool:
    """Singular and plural of one name stay two names of the document."""
    return key(without_seat(one)[0]) == key(without_seat(other)[0])
