"""What the pages of activities read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Exists, IntegerField, Max, OuterRef, Prefetch, Q, QuerySet, Sum, Value, When

from bezpiecznik.activities.models import Activity, ActivityBody, ActivityQuerySet, ActivityUndertaking, Attachment
from bezpiecznik.activities.states import ActivityKind, ActivityState, AttachmentKind
from bezpiecznik.core import clock
from bezpiecznik.core.search import matching
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.division import duties
from bezpiecznik.plans.models import Undertaking, UndertakingQuerySet

OVERDUE = "overdue"
"""In the filter by state: planned for a day that has passed."""
LAST_USED_DAYS = 400
"""How long a use of an undertaking keeps it first among those to choose."""


def with_links(activities: ActivityQuerySet) -> ActivityQuerySet:
    """Each with its institution, bodies, undertakings and how many photos it has; a constant number of queries."""
    bodies = ActivityBody.objects.select_related("institution")
    links = ActivityUndertaking.objects.select_related("undertaking__area", "undertaking__programme")
    return (
        activities.select_related("institution")
        .prefetch_related(Prefetch("bodies", bodies), Prefetch("undertakings", links))
        .annotate(pictures=Count("attachments", filter=Q(attachments__kind=AttachmentKind.PICTURE)))
    )


def chosen(activities: ActivityQuerySet, wanted: dict[str, Any]) -> ActivityQuerySet:
    """Those that fit the filter's cleaned values (see `forms.ActivityFilter`)."""
    found = activities
    if state := wanted.get("state"):
        today = clock.today()
        found = found.unanswered(today) if state == OVERDUE else found.filter(state=state)
    if kind := wanted.get("kind"):
        found = found.filter(kind=kind)
    if institution := wanted.get("institution"):
        found = found.filter(Exists(ActivityBody.objects.filter(activity=OuterRef("pk"), institution=institution)))
    if undertaking := wanted.get("undertaking"):
        links = ActivityUndertaking.objects.filter(activity=OuterRef("pk"), undertaking=undertaking)
        found = found.filter(Exists(links))
    if public := wanted.get("public"):
        found = found.filter(public=public == "public")
    found = found.between(wanted.get("since") or date.min, wanted.get("until") or date.max)
    return matching(found, wanted.get("q", ""))


def undertakings_for(institution: Institution) -> UndertakingQuerySet:
    """What the institution does by the programmes in force, the last used first, then in the document's order."""
    own = duties(institution).values("undertaking")
    since = clock.today() - timedelta(days=LAST_USED_DAYS)
    found = Undertaking.objects.in_force().filter(pk__in=own).select_related("area")
    used = Max("activities__activity__created_at", filter=Q(activities__activity__institution=institution)
               & Q(activities__activity__created_at__date__gte=since))  # fmt: skip
    rank = Case(When(used__isnull=False, then=Value(0)), default=Value(1), output_field=IntegerField())
    return found.annotate(used=used).annotate(rank=rank).order_by("rank", "-used", "kind", "area__no", "no")


def used_in(activities: ActivityQuerySet) -> UndertakingQuerySet:
    """Undertakings that these activities carry out, in the document's order: what a filter offers."""
    links = ActivityUndertaking.objects.filter(activity__in=activities.values("pk"))
    found = Undertaking.objects.filter(pk__in=links.values("undertaking")).select_related("area")
    return found.in_document_order()


@dataclass(frozen=True)
class Figures:
    """What activities add up to. `uncounted` of them, held, say no number of people: blank is not zero."""

    events: int
    participants: int
    uncounted: int
    found: int
    sanctioned: int


def figures(activities: ActivityQuerySet) -> Figures:
    """Sums over those that count; the same event entered by several bodies and joined counts once."""
    held = activities.counted()
    sums = held.aggregate(
        all_times=Sum("times", default=0),
        all_people=Sum("participants", default=0),
        all_found=Sum("found", default=0),
        all_sanctioned=Sum("sanctioned", default=0),
    )
    return Figures(
        events=sums["all_times"],
        participants=sums["all_people"],
        uncounted=held.filter(participants=None).count(),
        found=sums["all_found"],
        sanctioned=sums["all_sanctioned"],
    )


def of_undertaking(activities: ActivityQuerySet, undertaking: Undertaking) -> ActivityQuerySet:
    return activities.filter(pk__in=ActivityUndertaking.objects.filter(undertaking=undertaking).values("activity"))


def of_institution(activities: ActivityQuerySet, institution: Institution) -> ActivityQuerySet:
    """Its own and those held with others."""
    return activities.filter(pk__in=ActivityBody.objects.filter(institution=institution).values("activity"))


@dataclass(frozen=True)
class MonthOfService:
    """Output of one month: how many times, for how many people."""

    month: date
    times: int
    participants: int


def by_month(activities: ActivityQuerySet) -> list[MonthOfService]:
    """What was held, month by month, the newest first."""
    sums: dict[date, list[int]] = {}
    for day, times, people in activities.counted().values_list("starts_on", "times", "participants"):
        held = sums.setdefault(day.replace(day=1), [0, 0])
        held[0] += times
        held[1] += people or 0
    return [MonthOfService(month, *sums[month]) for month in sorted(sums, reverse=True)]


@dataclass(frozen=True)
class Day:
    """A square of the calendar; `other` belongs to the month before or after."""

    day: date
    other: bool
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True)
class Month:
    """A month in whole weeks, from Monday."""

    first: date
    weeks: tuple[tuple[Day, ...], ...]

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        return (self.first + timedelta(days=32)).replace(day=1)

    @property
    def busy(self) -> list[Day]:
        """Days of the month on which something is: the list on a phone."""
        return [day for week in self.weeks for day in week if day.activities and not day.other]


def month_of(activities: ActivityQuerySet, first: date) -> Month:
    """Activities laid over the month's weeks; one of several days stands on each of them. One set of queries."""
    begin = first - timedelta(days=first.weekday())
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    end = last + timedelta(days=6 - last.weekday())
    rows = list(with_links(activities.between(begin, end)).order_by("starts_on", "starts_at", "pk"))
    days = [begin + timedelta(days=n) for n in range((end - begin).days + 1)]
    made = [Day(day, day.month != first.month, tuple(_on(rows, day))) for day in days]
    return Month(first, tuple(tuple(made[n : n + 7]) for n in range(0, len(made), 7)))


def _on(rows: Iterable[Activity], day: date) -> Iterable[Activity]:
    return (row for row in rows if row.starts_on <= day <= row.last_day)


def inspections(activities: ActivityQuerySet) -> ActivityQuerySet:
    """Planned and done, without those joined and cancelled."""
    found = activities.standing().filter(kind=ActivityKind.INSPECTION)
    return found.exclude(state=ActivityState.CANCELLED)


def pictures(activity: Activity) -> QuerySet[Attachment]:
    return _beside(activity).filter(kind=AttachmentKind.PICTURE).select_related("file", "thumbnail")


def documents(activity: Activity) -> QuerySet[Attachment]:
    return _beside(activity).filter(kind=AttachmentKind.DOCUMENT).select_related("file")


def _beside(activity: Activity) -> QuerySet[Attachment]:
    """Its own files and those of rows for which it speaks."""
    return Attachment.objects.filter(Q(activity=activity) | Q(activity__joined_into=activity)).order_by("pk")


def bodies_in(activities: ActivityQuerySet) -> QuerySet[Any, int]:
    """Keys of bodies that held any of these."""
    return ActivityBody.objects.filter(activity__in=activities.values("pk")).values_list("institution", flat=True)


@dataclass(frozen=True)
class PlanOfInspections:
    """How the plan goes: counts are of inspections (`times`), `late` of rows nobody has answered about."""

    planned: int
    done: int
    late: int
    found: int
    sanctioned: int


def plan_of(activities: ActivityQuerySet) -> PlanOfInspections:
    """Of inspections as `inspections` gives them."""
    held = Q(state=ActivityState.HELD)
    sums = activities.aggregate(
        planned=Sum("times", filter=Q(state=ActivityState.PLANNED), default=0),
        done=Sum("times", filter=held, default=0),
        all_found=Sum("found", filter=held, default=0),
        all_sanctioned=Sum("sanctioned", filter=held, default=0),
    )
    return PlanOfInspections(
        planned=sums["planned"],
        done=sums["done"],
        late=activities.unanswered(clock.today()).count(),
        found=sums["all_found"],
        sanctioned=sums["all_sanctioned"],
    )
