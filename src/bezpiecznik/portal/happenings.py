"""Public events: what institutions and the office show of their activities. Nothing internal passes through here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.activities.models import (
    Activity,
    ActivityBody,
    ActivityQuerySet,
    ActivityUndertaking,
    Attachment,
)
from bezpiecznik.activities.states import ActivityKind, ActivityState, AttachmentKind
from bezpiecznik.core.forms import Filter
from bezpiecznik.files.models import StoredFile
from bezpiecznik.plans.models import Area, Programme

SMALL = 5
"""Numbers of people below it, and above nought, are not told exactly: a few may be known by name."""
MOST_COMING = 200
FEED_DAYS_BACK = 31


class EventFilter(Filter):
    kind = forms.ChoiceField(
        label=gettext_lazy("Rodzaj"), required=False, choices=[("", gettext_lazy("każdy")), *ActivityKind.choices]
    )
    area = forms.ModelChoiceField(
        label=gettext_lazy("Obszar"),
        required=False,
        queryset=Area.objects.none(),
        to_field_name="no",
        empty_label=gettext_lazy("wszystkie"),
    )

    def __init__(self, *args: Any, programme: Programme | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if programme:
            areas: Any = self.fields["area"]
            areas.queryset = programme.areas.all()


@dataclass(frozen=True)
class MonthOfEvents:
    first: date
    events: list[Activity]


def shown(wanted: dict[str, Any]) -> ActivityQuerySet:
    """What residents may see, of this kind and area; each with its bodies."""
    found = Activity.objects.shown()
    if kind := wanted.get("kind"):
        found = found.filter(kind=kind)
    if area := wanted.get("area"):
        links = ActivityUndertaking.objects.filter(activity=OuterRef("pk"), undertaking__area=area)
        found = found.filter(Exists(links))
    return found.select_related("institution").prefetch_related("bodies__institution")


def coming(events: ActivityQuerySet, today: date) -> list[MonthOfEvents]:
    """From today on, also those called off, which people should know; the nearest first."""
    rows = events.between(today, date.max).order_by("starts_on", "starts_at", "pk")[:MOST_COMING]
    return by_month(rows)


def past(events: ActivityQuerySet, today: date) -> ActivityQuerySet:
    """Those held that are over."""
    over = events.filter(state=ActivityState.HELD, starts_on__lt=today)
    return over.exclude(ends_on__gte=today)


def by_month(events: Iterable[Activity]) -> list[MonthOfEvents]:
    """In the order given, month by month."""
    months = groupby(events, key=lambda event: event.starts_on.replace(day=1))
    return [MonthOfEvents(first, list(rows)) for first, rows in months]


def get_event(pk: int) -> Activity:
    """Raises Http404 for what is internal: nobody learns that it is there."""
    return get_object_or_404(shown({}), pk=pk)


def organisers(event: Activity) -> QuerySet[ActivityBody]:
    return event.bodies.select_related("institution")


def pictures_shown(event: Activity) -> QuerySet[Attachment]:
    """Photos of a public event on which nobody can be recognised, and which are described."""
    found = event.attachments.filter(kind=AttachmentKind.PICTURE, shows_people=False).exclude(description="")
    return found.select_related("thumbnail", "file")


def get_picture(event: Activity, pk: int) -> StoredFile:
    """The light copy of a photo that residents may see."""
    picture = get_object_or_404(pictures_shown(event), pk=pk)
    if picture.thumbnail is None:
        raise Http404
    return picture.thumbnail


def people_in_words(number: int | None) -> str:
    """How many took part, as residents read it; blank where nobody counted."""
    if number is None:
        return ""
    return _("mniej niż %(n)d") % {"n": SMALL} if 0 < number < SMALL else f"{number}"


def feed_events(today: date) -> ActivityQuerySet:
    """What the calendar feed holds: from a month ago on."""
    return shown({}).between(today - timedelta(days=FEED_DAYS_BACK), date.max).order_by("starts_on", "pk")
