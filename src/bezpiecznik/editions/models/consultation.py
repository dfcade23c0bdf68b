"""The draft before the people: its text frozen on the day of publication, their comments, and the answers."""

import json
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.editions.models.edition import Edition
from bezpiecznik.editions.states import Verdict, Who
from bezpiecznik.institutions.models import Institution


class Consultation(models.Model):
    """Days on which comments are taken, both included, and the paragraphs that are commented on."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="consultations")
    opens_on = models.DateField(_("od dnia"))
    closes_on = models.DateField(_("do dnia"))
    content = models.TextField(_("treść projektu (JSON)"))
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField(_("ogłoszono"), default=clock.now)
    published_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto ogłosił"))

    class Meta:
        verbose_name = _("konsultacje projektu")
        verbose_name_plural = _("konsultacje projektów")
        ordering = ("-opens_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(closes_on__gte=models.F("opens_on")),
                name="consultation_days_in_order",
                violation_error_message=_("Konsultacje nie mogą kończyć się przed swoim początkiem."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition.title}: {self.opens_on}–{self.closes_on}"

    def get_absolute_url(self) -> str:
        return reverse("editions:consultation", args=(self.pk,))

    @cached_property
    def paragraphs(self) -> list[dict[str, Any]]:
        """As `editions.paragraphs.paragraphs_of` froze them: anchor, label, part, text, sha256."""
        found: list[dict[str, Any]] = json.loads(self.content)["paragraphs"]
        return found

    @property
    def is_coming(self) -> bool:
        return clock.today() < self.opens_on

    @property
    def is_running(self) -> bool:
        return self.opens_on <= clock.today() <= self.closes_on

    @property
    def is_over(self) -> bool:
        return self.closes_on < clock.today()


class Comment(models.Model):
    """One comment on one paragraph, kept without any data of who wrote it; an institution signs with its name."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="comments")
    anchor = models.CharField(_("fragment"), max_length=40)
    paragraph_sha256 = models.CharField(max_length=64)
    text = models.TextField(_("uwaga"))
    who = models.CharField(_("w czyim imieniu"), max_length=20, choices=Who)
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, related_name="+", verbose_name=_("podmiot"))
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("kiedy"), default=clock.now)
    withheld_because = models.TextField(_("dlaczego ukryto"), blank=True)
    verdict = models.CharField(_("rozstrzygnięcie"), max_length=20, choices=Verdict, blank=True)
    answer = models.TextField(_("odpowiedź"), blank=True)
    answered_at = models.DateTimeField(_("odpowiedziano"), null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("uwaga w konsultacjach")
        verbose_name_plural = _("uwagi w konsultacjach")
        ordering = ("pk",)
        constraints = (
            one_of("who", Who.values, name="comment_who_known"),
            models.CheckConstraint(condition=Q(verdict__in=["", *Verdict.values]), name="comment_verdict_known"),
            both_or_neither("answered_at", "answered_by", name="comment_answered_pair"),
            models.CheckConstraint(
                condition=Q(verdict="", answered_at=None)
                | (~Q(verdict="") & ~Q(answer="") & Q(answered_at__isnull=False)),
                name="comment_answer_says_why",
                violation_error_message=_("Odpowiedź ma rozstrzygnięcie i uzasadnienie."),
            ),
            models.CheckConstraint(
                condition=Q(institution__isnull=True) | Q(who=Who.INSTITUTION), name="comment_of_an_institution"
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        return reverse("editions:comment", args=(self.pk,))

    @property
    def paragraph(self) -> dict[str, Any]:
        return next(one for one in self.consultation.paragraphs if one["anchor"] == self.anchor)

    @property
    def author(self) -> str:
        return self.institution.name if self.institution else self.get_who_display()
