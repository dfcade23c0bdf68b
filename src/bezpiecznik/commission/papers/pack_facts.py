"""The meeting pack as plain data: agenda, former minutes, exceptions, papers with the snapshots they are made of."""

import json
from typing import Any

from django.urls import reverse

from bezpiecznik.commission import pack_parts
from bezpiecznik.commission.models import AgendaItem, AgendaPaper, Meeting
from bezpiecznik.commission.opinion_kinds import basis_of
from bezpiecznik.commission.papers.exceptions import exceptions
from bezpiecznik.commission.papers.freezing import heading_of, minutes_facts
from bezpiecznik.commission.queries.meetings import items_of, to_adopt
from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text
from bezpiecznik.documents.kinds import Material
from bezpiecznik.notices.links import whole


def pack_material(meeting: Meeting) -> Material:
    """Of what stands in the house now; once a pack is issued, its own snapshot is what counts."""
    title = f"Materiały na posiedzenie Komisji nr {meeting.number}"
    return Material(meeting.year, as_text(pack_facts(meeting)), title, subject=meeting.subject)


def pack_facts(meeting: Meeting) -> dict[str, Any]:
    return {
        **heading_of(meeting),
        "items": [_item(item) for item in items_of(meeting)],
        "minutes": [minutes_facts(former, None) for former in to_adopt(meeting.commission, meeting)],
        "exceptions": exceptions(min(clock.today(), clock.day_of(meeting.starts_at))),
        "tasks": _open_tasks(meeting),
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "no": item.no,
        "title": item.title,
        "why": item.why,
        "referent": item.referent,
        "opinion": basis_of(item.opinion_kind).name if item.opinion_kind else "",
        "summary": pack_parts.summary_of(item.source_key),
        "papers": [_paper(paper) for paper in item.papers.all()],
    }


def _paper(paper: AgendaPaper) -> dict[str, Any]:
    if document := paper.document:
        return {
            "name": document.title,
            "kind": document.kind,
            "number": document.number,
            "issued_on": document.issued_on.isoformat(),
            "sha256": document.snapshot_sha256,
            "snapshot": json.loads(document.snapshot),
        }
    size = paper.file.size if paper.file else 0
    url = whole(reverse("commission:paper", args=(paper.pk,)))
    return {"name": paper.name, "url": url, "size": size, "sha256": paper.file.sha256 if paper.file else ""}


def _open_tasks(meeting: Meeting) -> list[dict[str, Any]]:
    """Tasks of earlier meetings that nobody has closed yet."""
    found = meeting.commission.tasks.open().filter(item__meeting__starts_at__lt=meeting.starts_at)
    return [
        {"text": task.text, "owner": task.owner, "due_on": task.due_on.isoformat(), "late": task.is_overdue}
        for task in found.select_related("institution", "membership")
    ]
