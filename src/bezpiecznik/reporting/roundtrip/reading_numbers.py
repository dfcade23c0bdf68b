"""The sheet of numbers, read: what was changed, added, or emptied for each action."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from bezpiecznik.reporting.roundtrip import answers
from bezpiecznik.reporting.roundtrip.answers import Unfit
from bezpiecznik.reporting.roundtrip.fields import Fields, number_name, numbers_in, plain
from bezpiecznik.reporting.roundtrip.filled import Filled, Problem
from bezpiecznik.reporting.roundtrip.grids import Kind
from bezpiecznik.reporting.roundtrip.rows import Named, Stray, entry_of
from bezpiecznik.reporting.roundtrip.shape import (
    COVERAGE,
    COVERAGES,
    KEY,
    LABEL,
    MAX_MEASURE,
    MEASURE,
    SHARE,
    SHARES,
    VALUE,
)
from bezpiecznik.reporting.states import Coverage, Share


def read_numbers(table: Iterable[Named], filled: Filled) -> None:
    """Add numbers and problems to what was read. A row that is not there at all changes nothing."""
    said: dict[int, Fields] = {}
    for row in table:
        if row[MEASURE].kind == row[VALUE].kind == Kind.BLANK and not row[KEY].text:
            continue
        entry: int | None = None
        try:
            entry, place = entry_of(row, filled.seal)
            _read_row(row, entry, place, filled, said.setdefault(entry, {}))
        except (Stray, Unfit) as fault:
            known = filled.seal.entries.get(entry) if entry else None
            written = " ".join(filter(None, (plain(row[MEASURE].text), plain(row[VALUE].text))))
            label = known.label if known else plain(row[LABEL].text)
            filled.problems.append(Problem(row.where, label, written[:200], str(fault), entry))
    for entry, fields in said.items():
        if fields:
            filled.theirs.setdefault(entry, {}).update(fields)


def _read_row(row: Named, entry: int, place: int | None, filled: Filled, said: Fields) -> None:
    stood = numbers_in(filled.seal.entries[entry].fields)
    before = number_name(stood[place][0]) if place is not None and place < len(stood) else ""
    measure, value = " ".join(plain(row[MEASURE].text).split()), answers.figure(row[VALUE])
    answers.refuse_odd(row[MEASURE], MEASURE)
    if before:
        said.setdefault(before, "")  # emptied or renamed, unless what follows says otherwise
    if not value:
        return
    if not measure:
        raise Unfit(_("Przy liczbie %(value)s prosimy napisać, czego dotyczy.") % {"value": value})
    if len(measure) > MAX_MEASURE:
        raise Unfit(_("Nazwa miernika może mieć najwyżej %(most)d znaków. Prosimy ją skrócić.") % {"most": MAX_MEASURE})
    name = number_name(measure)
    if said.get(name):
        raise Unfit(
            _("Miernik „%(measure)s” stoi przy tym działaniu dwa razy. Prosimy zostawić jeden.") % {"measure": measure}
        )
    share = answers.one_of(row[SHARE], SHARE, SHARES, blank=Share.OWN.value)
    coverage = answers.one_of(row[COVERAGE], COVERAGE, COVERAGES, blank=Coverage.UNIT.value)
    said[name] = (measure, value, share, coverage)
