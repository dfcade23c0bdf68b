"""What pages read of the faults of a programme's document."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext as _

from bezpiecznik.core.search import matching
from bezpiecznik.core.worddiff import Piece, pieces
from bezpiecznik.plans.models import DocumentFinding, FindingSeverity, FindingState, Programme

WEIGHTS = (FindingSeverity.ERROR, FindingSeverity.WARNING, FindingSeverity.INFO)


def found(programme: Programme, wanted: dict[str, Any]) -> QuerySet[DocumentFinding]:
    """Faults that fit the filter's values (`q`, `kind`, `severity`, `state`), each with its `weight`, 0 the gravest."""
    rows = programme.findings.select_related("decided_by").annotate(weight=by_weight())
    fields = {"kind": "code", "severity": "severity", "state": "state"}
    rows = rows.filter(**{fields[name]: wanted[name] for name in fields if name in wanted})
    return matching(rows, wanted.get("q", ""))


def by_weight() -> Case:
    cases = (When(severity=severity, then=Value(number)) for number, severity in enumerate(WEIGHTS))
    return Case(*cases, default=Value(len(WEIGHTS)), output_field=IntegerField())


def counts(programme: Programme) -> dict[str, int]:
    """How many faults are in each state."""
    rows = programme.findings.order_by().values_list("state").annotate(n=Count("pk"))
    return dict.fromkeys(FindingState.values, 0) | dict(rows)


def open_count(programme: Programme) -> int:
    return programme.findings.filter(state=FindingState.OPEN).count()


@dataclass(frozen=True)
class Proposal:
    """What the reader would change at one place, word by word."""

    place: str
    """In words of a person."""
    pieces: tuple[Piece, ...]


def place_in_words(place: str) -> str:
    """A place as faults name it, as people would: `l.17` is a line of the document, `A1.3` an action."""
    if place.startswith("l."):
        return _("wiersz %(no)s") % {"no": place[2:]}
    return place


def proposals(finding: DocumentFinding) -> list[Proposal]:
    return [Proposal(place_in_words(row["place"]), pieces(row["was"], row["now"])) for row in finding.repairs]
