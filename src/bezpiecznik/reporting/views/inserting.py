"""The button on a card that puts activities of the institution into the report."""

from dataclasses import fields

from django.http import HttpResponse, QueryDict
from django.views.decorators.http import require_POST

from bezpiecznik.activities.models import Activity
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access
from bezpiecznik.reporting.entry_form import EntryForm, NumberRow
from bezpiecznik.reporting.feeding.inserting import Inserting, Row
from bezpiecznik.reporting.feeding.proposing import propose
from bezpiecznik.reporting.models import Entry
from bezpiecznik.reporting.queries import feeding
from bezpiecznik.reporting.views.entries import save_typed

_NAMES = tuple(field.name for field in fields(Row))


@require_POST
def insert(request: Request, pk: int) -> HttpResponse:
    """Save what is typed together with what the activities say; no word of the person is lost."""
    packet, entry = access.get_entry_to_edit(request.user, pk)
    rows = feeding.activities_for([entry], packet.period).get(entry.pk, [])
    form = EntryForm(_with_activities(request.POST, entry, rows))
    return save_typed(request, packet, entry, form, quoted=rows)


def _with_activities(data: QueryDict, entry: Entry, rows: list[Activity]) -> QueryDict:
    known = feeding.keys_quoted_in([entry]).get(entry.pk, set())
    inserting = Inserting(
        whole=propose(rows),
        quoted=propose(row for row in rows if row.pk in known),
        new=propose(row for row in rows if row.pk not in known),
    )
    typed = [_row(row) for row in EntryForm(data).rows if not row.is_blank]
    made = data.copy()
    for name in [name for name in made if name.partition("-")[0] in {*_NAMES, "proposed"} and "-" in name]:
        del made[name]
    made["text"] = inserting.text(data.get("text", ""))
    for no, row in enumerate(inserting.rows(typed)):
        for name in _NAMES:
            made[f"{name}-{no}"] = getattr(row, name)
    return made


def _row(row: NumberRow) -> Row:
    return Row(row.measure, row.value, row.share, row.coverage)
