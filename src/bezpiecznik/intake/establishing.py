"""Decisions about names turned into institutions. Called by `intake.services`, inside its transaction."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError

from bezpiecznik.core.journal import Person
from bezpiecznik.institutions import services as institutions
from bezpiecznik.institutions.models import Institution, Reporting
from bezpiecznik.intake.names import NEW, NameRow


def establish(rows: Iterable[NameRow], *, by: Person | None) -> dict[str, Institution]:
    """The institution for each key of the rows: found, or created with the ways the document writes it.

    Every row must be decided and point nowhere in a circle: `problems.of_names` says so beforehand.
    """
    known = {row.key: row for row in rows}
    made = {key: _create(row, by=by) for key, row in known.items() if row.decision.target == NEW}
    made = {key: _body(key, known, made) for key in known}
    for row in known.values():
        if row.decision.target == NEW and row.decision.reporting == Reporting.THROUGH:
            institutions.report_through(made[row.key], _pointed(row.decision.through, made), by=by)
        _remember_spellings(row, made[row.key], by=by)
    return made


def _create(row: NameRow, *, by: Person | None) -> Institution:
    decision = row.decision
    reporting = Reporting(decision.reporting)
    return institutions.create_institution(
        name=decision.name,
        abbr=decision.abbr,
        collective=decision.collective,
        # Whom it reports through may be created only after it.
        reporting=Reporting.NONE if reporting == Reporting.THROUGH else reporting,
        by=by,
    )


def _body(key: str, known: Mapping[str, NameRow], made: Mapping[str, Institution]) -> Institution:
    while key not in made:
        target = known[key].decision.target
        if target.startswith("i:"):
            return Institution.objects.get(pk=int(target[2:]))
        key = target.removeprefix("n:")
    return made[key]


def _pointed(target: str, made: Mapping[str, Institution]) -> Institution:
    return Institution.objects.get(pk=int(target[2:])) if target.startswith("i:") else made[target.removeprefix("n:")]


def _remember_spellings(row: NameRow, institution: Institution, *, by: Person | None) -> None:
    read = row.entry.values["aliases"] if row.entry else ()
    own = [row.entry.values["name"]] if row.entry else []
    for text in dict.fromkeys([row.written, *row.spellings, *own, *read]):
        try:
            institutions.add_alias(institution, text=text, by=by)
        except ValidationError:
            # The spelling already means another body; whoever writes it again will be asked.
            continue
