"""All rules, in the order in which a person would want to read what they find."""

from __future__ import annotations

from itertools import islice

from bezpiecznik.resolution.document import Document
from bezpiecznik.resolution.lint import (
    abbreviations,
    actions,
    areas,
    bodies,
    counts,
    initiatives,
    law,
    letters,
    lists,
    misprints,
    numbering,
    phrases,
    sentences,
    similar,
    terms,
    title,
    wholes,
)
from bezpiecznik.resolution.lint.subject import Subject
from bezpiecznik.resolution.model import Finding, Reading

RULES = (
    title.cover,
    title.statutory_words,
    title.learned_stems,
    title.order_of_words,
    abbreviations.undefined,
    abbreviations.repeated,
    abbreviations.unused,
    bodies.variants,
    bodies.wrong_name,
    bodies.name_cut,
    bodies.office_case,
    bodies.two_names,
    bodies.offices,
    bodies.commission,
    bodies.not_among_participants,
    actions.duplicated,
    similar.similar,
    similar.contained,
    actions.lead_is_partner,
    actions.partner_repeated,
    actions.empty_cell,
    counts.mismatch,
    areas.announced,
    areas.named_otherwise,
    areas.without_actions,
    areas.contents,
    numbering.gaps_and_repeats,
    initiatives.same_name,
    initiatives.copied_text,
    initiatives.without_aim,
    initiatives.without_money,
    terms.outside_years,
    terms.ends_early,
    terms.open_ended,
    terms.reversed_years,
    terms.impossible_dates,
    law.references,
    law.council_competence,
    law.citations,
    law.mixed_terms,
    law.changed_words,
    wholes.goals,
    wholes.goals_twice,
    wholes.diagnosis,
    wholes.missing_columns,
    wholes.timetable,
    wholes.annexes,
    sentences.cut,
    sentences.stop_missing,
    lists.endings,
    sentences.doubled_words,
    sentences.unit_twice,
    sentences.repeated_part,
    sentences.unbalanced,
    letters.foreign_letters,
    letters.digits_in_words,
    letters.number_heading,
    letters.markup,
    misprints.likely,
    misprints.strange_roots,
    phrases.enacting,
    phrases.comma_of_enacting,
    phrases.case_of_town,
    phrases.fixed_phrases,
    phrases.compounds,
    phrases.capital_after_comma,
    phrases.strange_starts,
    phrases.stray_headings,
    wholes.examined_partly,
)


MOST_OF_ONE_RULE = 1_000
"""More findings of one kind tell nobody anything."""


def lint(reading: Reading, document: Document, source: str = "") -> tuple[Finding, ...]:
    """Every finding of every rule; `source` is the text whose lines the places count."""
    subject = Subject(reading, document, source)
    return tuple(found for rule in RULES for found in islice(rule(subject), MOST_OF_ONE_RULE))
