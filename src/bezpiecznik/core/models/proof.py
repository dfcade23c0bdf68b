"""What proves that all holds: results of checks, and who read what."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock


class Verification(models.Model):
    """One check of the whole installation: who asked, when, and every sentence of what does not hold."""

    started_at = models.DateTimeField(_("rozpoczęto"))
    finished_at = models.DateTimeField(_("zakończono"))
    actor_key = models.CharField(_("klucz osoby"), max_length=80, blank=True)
    actor_name = models.CharField(_("kto"), max_length=200)
    faults = models.JSONField(_("co się nie zgadza"), default=list)
    """The first `core.verification.KEPT_FAULTS` sentences; `fault_count` tells how many there were."""
    fault_count = models.PositiveIntegerField(_("ile niezgodności"), default=0)
    notes = models.JSONField(_("uwagi"), default=list)
    summary = models.TextField(_("podsumowanie"))
    head_count = models.PositiveBigIntegerField(_("liczba wpisów dziennika"), default=0)
    head_hash = models.CharField(_("skrót ostatniego wpisu"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("sprawdzenie")
        verbose_name_plural = _("sprawdzenia")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.summary

    def get_absolute_url(self) -> str:
        return reverse("administration:verification", args=(self.pk,))

    @property
    def holds(self) -> bool:
        return not self.fault_count


class AccessEntry(models.Model):
    """Somebody opened a page that others would not like to be read unseen. Written by `core.reading` only."""

    at = models.DateTimeField(_("kiedy"), default=clock.now)
    actor_key = models.CharField(_("klucz osoby"), max_length=80)
    actor_name = models.CharField(_("kto"), max_length=200)
    page = models.CharField(_("co otwarto"), max_length=200)
    path = models.CharField(_("adres strony"), max_length=500)
    object_type = models.CharField(_("rodzaj obiektu"), max_length=80, blank=True)
    object_key = models.CharField(_("klucz obiektu"), max_length=80, blank=True)
    object_label = models.TextField(_("czego dotyczy"), blank=True)
    address = models.CharField(_("adres sieciowy"), max_length=60, blank=True)
    search_text = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("odczyt")
        verbose_name_plural = _("odczyty")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("actor_key", "actor_name"), name="access_actor"),
            models.Index(fields=("at",), name="access_at"),
        )

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.page}"
