"""Rows of several bodies that speak of one event: which were joined, and which a person found to be different."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.activities.models.activities import Activity
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither


class Joining(models.Model):
    """One act of joining, with all that is needed to undo it. `Activity.joined_into` says how things stand now."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="joinings", verbose_name=_("wpis dołączony"))
    main = models.ForeignKey(Activity, models.PROTECT, related_name="joinings_here", verbose_name=_("wpis główny"))
    counts = models.JSONField(default=dict)
    """{field of the main row: [before, after]} for counts that were taken from the row given up."""
    bodies = models.JSONField(default=list)
    """Keys of institutions that came to the main row by this."""
    undertakings = models.JSONField(default=list)
    """Keys of undertakings that came to the main row by this."""
    followers = models.JSONField(default=list)
    """Keys of rows that were joined into the row given up, and point to the main one since."""
    joined_at = models.DateTimeField(_("połączono"), default=clock.now)
    joined_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("połączył(a)"))
    split_at = models.DateTimeField(_("rozłączono"), null=True)
    split_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("rozłączył(a)"))

    class Meta:
        verbose_name = _("połączenie wpisów działalności")
        verbose_name_plural = _("połączenia wpisów działalności")
        ordering = ("pk",)
        constraints = (
            both_or_neither("split_at", "split_by", name="joining_split_pair"),
            models.CheckConstraint(condition=~Q(activity=F("main")), name="joining_of_two"),
            models.UniqueConstraint(
                fields=("activity",),
                condition=Q(split_at=None),
                name="joining_once",
                violation_error_message=_("Ten wpis jest już połączony z innym."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.activity} – {self.main}"

    def get_absolute_url(self) -> str:
        return reverse("activities:split", args=(self.activity_id,))


class NotTheSame(models.Model):
    """A person said that two rows are different events: the pair is not proposed again."""

    one = models.ForeignKey(Activity, models.PROTECT, related_name="+")
    """The one with the lower key."""
    other = models.ForeignKey(Activity, models.PROTECT, related_name="+")
    said_at = models.DateTimeField(_("stwierdzono"), default=clock.now)
    said_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("stwierdził(a)"))

    class Meta:
        verbose_name = _("różne wydarzenia")
        verbose_name_plural = _("różne wydarzenia")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="not_the_same_in_order"),
            models.UniqueConstraint(fields=("one", "other"), name="not_the_same_once"),
        )

    def __str__(self) -> str:
        return f"{self.one} ≠ {self.other}"
