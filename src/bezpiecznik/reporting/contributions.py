"""On the cards of a report: what members of a collective name added, and how it is taken over into the entry."""

from collections.abc import Sequence

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.panels import Panel
from bezpiecznik.documents.wording import quoted
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.models import Contribution, Entry, Packet
from bezpiecznik.reporting.wording import figure


def panels(packet: Packet, entries: Sequence[Entry]) -> dict[int, Panel]:
    """Beside the field: how many answered, their words and numbers, who has not answered. Two queries at most."""
    asked = {key: bodies for key, bodies in queries.contributors_of(packet, entries).items() if bodies}
    if not asked:
        return {}
    added = queries.contributions_to([entry for entry in entries if entry.pk in asked])
    found = {}
    for entry in entries:
        if bodies := asked.get(entry.pk):
            given = added.get(entry.pk, [])
            answered = {one.institution_id for one in given}
            context = {
                "entry": entry.pk,
                "given": given,
                "asked": len(bodies),
                "silent": [body for key, body in bodies.items() if key not in answered],
                "sums": queries.sums(given),
            }
            found[entry.pk] = Panel(_("Wkłady"), "reporting/_contributions.html", context, weight=5)
    return found


def with_quote(data: QueryDict, contribution: Contribution) -> QueryDict:
    """The form with the contribution's words after what is there, in quotation marks and with the name; once."""
    filled = data.copy()
    quote = f"{contribution.institution.name}: {quoted(contribution.text)}"
    text = filled.get("text", "").rstrip()
    if quote not in text:
        filled["text"] = f"{text}\n{quote}".lstrip()
    return filled


def with_sum(data: QueryDict, total: queries.Sum) -> QueryDict:
    """The form with the total in the row of its measure, or in the first row that is free."""
    filled = data.copy()
    no = 0
    while f"measure-{no}" in filled and not _is_for(filled, no, total.measure):
        no += 1
    filled[f"measure-{no}"], filled[f"value-{no}"] = total.measure, figure(total.value)
    for name, usual in {"share": "own", "coverage": "unit"}.items():
        filled.setdefault(f"{name}-{no}", usual)
    return filled


def _is_for(data: QueryDict, no: int, measure: str) -> bool:
    there = " ".join(data.get(f"measure-{no}", "").split()).casefold()
    return there in {"", measure.casefold()}
