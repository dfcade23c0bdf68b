"""The journal: its lines, where it ends, and what was lawfully taken from its beginning.

Triggers of the database (`core.triggers`) refuse to change lines and to remove those that no anchor has released.
"""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class JournalEntry(models.Model):
    """One line of the journal. Written only by `core.journal.record`; never changed. Keys are numbers without gaps.

    The object is named by label and key, not by a foreign key: the line outlives what it speaks of.
    """

    event = models.CharField(_("zdarzenie"), max_length=80)
    sentence = models.TextField(_("treść"))
    object_type = models.CharField(_("rodzaj obiektu"), max_length=80)
    object_key = models.CharField(_("klucz obiektu"), max_length=80)
    object_label = models.TextField(_("obiekt"))
    actor_key = models.CharField(_("klucz osoby"), max_length=80, blank=True)
    actor_name = models.CharField(_("kto"), max_length=200)
    at = models.DateTimeField(_("kiedy"))
    data = models.JSONField(_("szczegóły"), default=dict)
    previous_hash = models.CharField(_("skrót poprzedniego wpisu"), max_length=64)
    hash = models.CharField(_("skrót wpisu"), max_length=64, unique=True)

    class Meta:
        verbose_name = _("wpis dziennika")
        verbose_name_plural = _("dziennik")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("object_type", "object_key"), name="journal_object"),
            models.Index(fields=("actor_key", "actor_name"), name="journal_actor"),
            models.Index(fields=("at",), name="journal_at"),
            models.Index(fields=("event",), name="journal_event"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.sentence}"

    def get_absolute_url(self) -> str:
        return reverse("administration:journal-line", args=(self.pk,))


class JournalWords(models.Model):
    """The words by which a line is found. An index only: nothing is proved by it, it may be made anew."""

    entry = models.OneToOneField(JournalEntry, models.PROTECT, primary_key=True, related_name="words")
    search_text = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("słowa wpisu dziennika")
        verbose_name_plural = _("słowa wpisów dziennika")

    def __str__(self) -> str:
        return self.search_text


class JournalHead(models.Model):
    """Where the journal ends: one row, which grows by one with each line. So lines cut off the end are missed."""

    count = models.PositiveBigIntegerField(_("liczba wpisów"))
    """Lines ever written: the number of the last one."""
    hash = models.CharField(_("skrót ostatniego wpisu"), max_length=64)
    at = models.DateTimeField(_("chwila ostatniego wpisu"))

    class Meta:
        verbose_name = _("koniec dziennika")
        verbose_name_plural = _("końce dziennika")
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="journal_head_one"),)

    def __str__(self) -> str:
        return f"{self.count}: {self.hash}"


class JournalAnchor(models.Model):
    """From where the journal begins after retention: lines up to `up_to` stand in an archive file, no longer here."""

    up_to = models.PositiveBigIntegerField(_("ostatni usunięty wpis"), unique=True)
    hash = models.CharField(_("skrót ostatniego usuniętego wpisu"), max_length=64)
    removed = models.PositiveBigIntegerField(_("ile wpisów usunięto"))
    archive = models.CharField(_("plik archiwum"), max_length=200)
    archive_sha256 = models.CharField(_("skrót pliku archiwum"), max_length=64)
    at = models.DateTimeField(_("kiedy"))
    actor_key = models.CharField(_("klucz osoby"), max_length=80, blank=True)
    actor_name = models.CharField(_("kto"), max_length=200)
    previous_seal = models.CharField(_("pieczęć poprzedniej kotwicy"), max_length=64)
    seal = models.CharField(_("pieczęć"), max_length=64)
    """sha256 over the row and the seal before; the journal's line about the removal repeats it."""

    class Meta:
        verbose_name = _("kotwica dziennika")
        verbose_name_plural = _("kotwice dziennika")
        ordering = ("up_to",)

    def __str__(self) -> str:
        return f"…{self.up_to}"
