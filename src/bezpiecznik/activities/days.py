"""Activities on the programme's calendar: to each person those that they may read."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from bezpiecznik.activities.access import activities_of, may_enter
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.states import ActivityState
from bezpiecznik.plans.timetable.marks import Mark, MarkKind, Question


def of_activities(asked: Question) -> Iterator[Mark]:
    """On their first day; those called off, and those joined into another, are left out."""
    if asked.user is None or not may_enter(asked.user):
        return
    rows = activities_of(asked.user).standing().exclude(state=ActivityState.CANCELLED)
    rows = rows.filter(starts_on__range=(asked.first, asked.last)).distinct()
    for row in rows.prefetch_related("bodies"):
        yield _mark(row)


def _mark(row: Activity) -> Mark:
    last = row.ends_on if row.ends_on and row.ends_on != row.starts_on else None
    words = (row.place, _("do %(day)s") % {"day": f"{last:%d.%m.%Y}"} if last else "")
    return Mark(
        key=f"activity-{row.pk}",
        day=row.starts_on,
        title=row.title,
        kind=MarkKind.ACTIVITY,
        url=row.get_absolute_url(),
        institutions=frozenset({row.institution_id, *(body.institution_id for body in row.bodies.all())}),
        detail=", ".join(word for word in words if word),
        is_done=row.state == ActivityState.HELD,
        revision=row.version,
        changed_at=row.updated_at,
    )
