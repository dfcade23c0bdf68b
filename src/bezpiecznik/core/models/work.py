"""Jobs that run in the background, and settings changed on screen."""

import uuid
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of


class JobState(models.TextChoices):
    QUEUED = "queued", _("czeka w kolejce")
    RUNNING = "running", _("w toku")
    DONE = "done", _("zakończone")
    FAILED = "failed", _("nie udało się")
    CANCELLED = "cancelled", _("przerwane")


WITHOUT_RESULT = (JobState.FAILED, JobState.CANCELLED)
OVER = (JobState.DONE, *WITHOUT_RESULT)


class Job(models.Model):
    """Long work done outside a request: its stage and progress are seen by whoever started it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("rodzaj"), max_length=80)
    title = models.CharField(_("tytuł"), max_length=300)
    arguments = models.JSONField(_("dane"), default=dict)
    state = models.CharField(_("stan"), max_length=20, choices=JobState, default=JobState.QUEUED)
    stage = models.CharField(_("etap"), max_length=200, blank=True)
    percent = models.PositiveSmallIntegerField(_("procent"), default=0)
    attempts = models.PositiveSmallIntegerField(_("próby"), default=0)
    worker = models.CharField(_("wykonawca"), max_length=200, blank=True)
    beat_at = models.DateTimeField(_("ostatni znak życia"), null=True)
    error = models.TextField(_("co się nie udało"), blank=True)
    result_url = models.CharField(_("adres wyniku"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("zlecono"), default=clock.now)
    finished_at = models.DateTimeField(_("zakończono"), null=True)
    about_url = models.CharField(_("adres tego, czego dotyczy"), max_length=300, blank=True)
    owner_key = models.CharField(_("klucz zlecającego"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("zadanie w tle")
        verbose_name_plural = _("zadania w tle")
        ordering = ("-created_at",)
        constraints = (one_of("state", JobState.values, name="job_state_known"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("core:job", args=(self.pk,))

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def came_to_nothing(self) -> bool:
        """Over without a result, which `error` explains; it may be tried again."""
        return self.state in WITHOUT_RESULT

    def argument(self, name: str) -> Any:
        return self.arguments[name]


class OptionValue(models.Model):
    """The value of a setting changed on screen (`core.options`); one that was never changed has no row."""

    key = models.CharField(_("ustawienie"), max_length=80, primary_key=True)
    value = models.JSONField(_("wartość"))
    changed_at = models.DateTimeField(_("zmieniono"), default=clock.now)
    changed_by = models.CharField(_("kto zmienił"), max_length=200, blank=True)
    """The name as text: the row outlives accounts."""

    class Meta:
        verbose_name = _("ustawienie")
        verbose_name_plural = _("ustawienia")

    def __str__(self) -> str:
        return self.key


class Tick(models.Model):
    """When a piece of periodic work (`core.ticks`) was last done, how it went, and who does it now."""

    name = models.CharField(_("praca"), max_length=80, primary_key=True)
    began_at = models.DateTimeField(_("rozpoczęto"), null=True)
    finished_at = models.DateTimeField(_("zakończono"), null=True)
    due_at = models.DateTimeField(_("następny raz"), null=True)
    failed = models.BooleanField(_("nie udało się"), default=False)
    outcome = models.CharField(_("wynik"), max_length=500, blank=True)
    runs = models.PositiveIntegerField(_("ile razy"), default=0)
    held_by = models.CharField(_("wykonawca"), max_length=200, blank=True)
    held_at = models.DateTimeField(_("od kiedy"), null=True)

    class Meta:
        verbose_name = _("praca okresowa")
        verbose_name_plural = _("prace okresowe")

    def __str__(self) -> str:
        return self.name
