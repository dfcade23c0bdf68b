"""What institutions did or plan to do: when, where, for whom, how many people, with whom. Counts, never persons."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities.states import MARKS, ActivityKind, ActivityState, AttachmentKind, BodyRole
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.files.models import StoredFile
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking


class ActivityQuerySet(models.QuerySet["Activity"]):
    def counted(self) -> "ActivityQuerySet":
        """Those that count: held, and not joined into another row that speaks of the same event."""
        return self.filter(state=ActivityState.HELD, joined_into=None)

    def standing(self) -> "ActivityQuerySet":
        """Rows that speak for themselves: those joined into another one are left out."""
        return self.filter(joined_into=None)

    def between(self, first: date, last: date) -> "ActivityQuerySet":
        """Those of which at least one day lies between these two."""
        ends = Q(ends_on__gte=first) | Q(ends_on=None, starts_on__gte=first)
        return self.filter(ends, starts_on__lte=last)

    def shown(self) -> "ActivityQuerySet":
        """What residents may see."""
        return self.standing().filter(public=True)

    def unanswered(self, today: date) -> "ActivityQuerySet":
        """Planned for days that have passed."""
        over = Q(ends_on__lt=today) | Q(ends_on=None, starts_on__lt=today)
        return self.standing().filter(over, state=ActivityState.PLANNED)


class Activity(models.Model):
    """One event, or several alike entered together (`times`). Days and hours are those of Europe/Warsaw."""

    kind = models.CharField(_("rodzaj"), max_length=20, choices=ActivityKind)
    state = models.CharField(_("stan"), max_length=10, choices=ActivityState, default=ActivityState.HELD)
    title = models.CharField(_("co"), max_length=300)
    description = models.TextField(_("opis"), blank=True)
    place = models.CharField(_("miejsce"), max_length=300, blank=True)
    starts_on = models.DateField(_("dzień"))
    starts_at = models.TimeField(_("godzina"), null=True, blank=True)
    ends_on = models.DateField(_("ostatni dzień"), null=True, blank=True)
    """Empty: the same day."""
    audience = models.CharField(_("dla kogo"), max_length=300, blank=True)
    times = models.PositiveIntegerField(_("ile razy"), default=1)
    participants = models.PositiveIntegerField(_("ile osób"), null=True, blank=True)
    """All of them together; empty: nobody counted. Blank is not zero."""
    found = models.PositiveIntegerField(_("stwierdzone nieprawidłowości"), null=True, blank=True)
    """Of inspections."""
    sanctioned = models.PositiveIntegerField(_("zastosowane sankcje"), null=True, blank=True)
    """Of inspections: fines, orders, motions to a court."""
    cancelled_because = models.CharField(_("dlaczego odwołana"), max_length=500, blank=True)
    public = models.BooleanField(_("widoczna dla mieszkańców"), default=False)
    withheld_because = models.CharField(_("dlaczego biuro ją ukryło"), max_length=500, blank=True)
    """The office took it back from residents; blank: it did not."""
    cleared_words = models.CharField(max_length=64, blank=True, editable=False)
    """sha256 of the words of which somebody said that they name no person, whatever the check finds."""
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="activities", verbose_name=_("podmiot, który ją wpisał")
    )
    """Whose row it is; others who took part stand in `bodies`."""
    joined_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="joined", verbose_name=_("ta sama co")
    )
    """Another row speaks of the same event and counts for it. Always the last of a chain."""
    source_key = models.CharField(max_length=300, blank=True, editable=False)
    """What tells the row in the file or calendar it came from, so that bringing the file again doubles nothing."""
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("wpisano"), default=clock.now)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(_("zmieniono"), default=clock.now)
    updated_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    search_text = models.TextField(editable=False, default="")

    objects = ActivityQuerySet.as_manager()
    history = kept_history(_("historia działalności"), _("historie działalności"), without=("search_text",))

    class Meta:
        verbose_name = _("działalność")
        verbose_name_plural = _("działalność")
        constraints = (
            one_of("kind", ActivityKind.values, name="activity_kind_known"),
            one_of("state", ActivityState.values, name="activity_state_known"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="activity_ends_after_start",
                violation_error_message=_("Ostatni dzień nie może być wcześniejszy niż pierwszy."),
            ),
            models.CheckConstraint(
                condition=Q(times__gte=1),
                name="activity_happened_once",
                violation_error_message=_("Działalność odbyła się co najmniej raz."),
            ),
            models.CheckConstraint(
                condition=Q(kind=ActivityKind.INSPECTION) | Q(found=None, sanctioned=None),
                name="activity_findings_of_inspection",
                violation_error_message=_("Nieprawidłowości i sankcje podaje się tylko przy kontroli."),
            ),
            models.CheckConstraint(
                condition=Q(joined_into=None) | ~Q(joined_into=F("id")),
                name="activity_joined_into_another",
                violation_error_message=_("Działalności nie można połączyć z nią samą."),
            ),
            models.CheckConstraint(
                condition=Q(state=ActivityState.CANCELLED) | Q(cancelled_because=""),
                name="activity_reason_of_cancelled",
                violation_error_message=_("Powód odwołania ma tylko działalność odwołana."),
            ),
            models.CheckConstraint(
                condition=Q(withheld_because="") | Q(public=False),
                name="activity_withheld_not_public",
                violation_error_message=_("Działalność ukryta przez biuro nie jest widoczna dla mieszkańców."),
            ),
            models.UniqueConstraint(
                fields=("institution", "source_key"),
                condition=~Q(source_key=""),
                name="activity_source_once",
                violation_error_message=_("Ten wiersz pliku jest już wczytany."),
            ),
        )
        indexes = (models.Index(fields=("starts_on",), name="activity_by_day"),)

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_search_text()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("activities:detail", args=(self.pk,))

    def fill_search_text(self) -> None:
        """Store the words by which the row is found; to be called by hand only before `bulk_create`."""
        self.search_text = search_text(self.title, self.place, self.audience, self.description)

    @property
    def last_day(self) -> date:
        return self.ends_on or self.starts_on

    @property
    def when(self) -> str:
        """`12.10.2022, godz. 17:00` or `12.10.2022–14.10.2022`."""
        days = dict.fromkeys((self.starts_on, self.last_day))
        told = "–".join(f"{day:%d.%m.%Y}" for day in days)
        return (
            gettext("%(days)s, godz. %(hour)s") % {"days": told, "hour": f"{self.starts_at:%H:%M}"}
            if self.starts_at
            else told
        )

    @property
    def is_overdue(self) -> bool:
        """Planned for a day that has passed: nobody has said yet whether it was held."""
        return self.state == ActivityState.PLANNED and self.last_day < clock.today()

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return "overdue" if self.is_overdue else MARKS[ActivityState(self.state)]


class ActivityBody(models.Model):
    """An institution that held the activity, alone or with others. The one that entered it is always among them."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="bodies")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="shared_activities")
    role = models.CharField(_("rola"), max_length=20, choices=BodyRole, default=BodyRole.ORGANISER)

    class Meta:
        verbose_name = _("podmiot działalności")
        verbose_name_plural = _("podmioty działalności")
        ordering = ("-role", "pk")
        constraints = (
            one_of("role", BodyRole.values, name="activity_body_role_known"),
            models.UniqueConstraint(
                fields=("activity", "institution"),
                name="activity_body_once",
                violation_error_message=_("Ten podmiot jest już wpisany."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.institution.short}: {self.get_role_display()}"


class ActivityUndertaking(models.Model):
    """Which action or initiative the activity carries out; it feeds the report on that one."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="undertakings")
    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="activities")

    class Meta:
        verbose_name = _("działanie, którego dotyczy działalność")
        verbose_name_plural = _("działania, których dotyczy działalność")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("activity", "undertaking"), name="activity_undertaking_once"),)

    def __str__(self) -> str:
        return f"{self.activity} – {self.undertaking}"


class Attachment(models.Model):
    """A photo (without its hidden data) or a document beside an activity."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="attachments")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("plik"))
    kind = models.CharField(_("rodzaj"), max_length=10, choices=AttachmentKind)
    name = models.CharField(_("nazwa pliku"), max_length=200)
    description = models.CharField(_("co przedstawia"), max_length=300, blank=True)
    """Read aloud in place of the picture."""
    shows_people = models.BooleanField(_("widać osoby, które można rozpoznać"), default=False)
    """Such a picture is never public: consent is outside this system."""
    thumbnail = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("miniatura"))
    """Of a picture: what lists and pages show, so that they stay light."""
    added_at = models.DateTimeField(_("dodano"), default=clock.now)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("załącznik")
        verbose_name_plural = _("załączniki")
        ordering = ("pk",)
        constraints = (
            one_of("kind", AttachmentKind.values, name="attachment_kind_known"),
            models.UniqueConstraint(
                fields=("activity", "file"),
                name="attachment_once",
                violation_error_message=_("Ten plik jest już dołączony."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.kind == AttachmentKind.PICTURE
