"""The register of bodies that carry out the programme, with all spellings of their names."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.collation import polish
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of
from bezpiecznik.core.polish import fold, search_text


class Reporting(models.TextChoices):
    """How an institution answers for its actions."""

    ITSELF = "itself", _("składa sprawozdanie samodzielnie")
    THROUGH = "through", _("sprawozdaje przez inny podmiot")
    NONE = "none", _("nie składa sprawozdań")


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def in_polish_order(self) -> "InstitutionQuerySet":
        return self.order_by(polish("name"), "pk")


class Institution(models.Model):
    """A body named in the programme: a single one (a police command) or a collective name („szkoły”)."""

    abbr = models.CharField(_("skrót"), max_length=40, blank=True)
    name = models.CharField(_("pełna nazwa"), max_length=300, unique=True)
    collective = models.BooleanField(_("nazwa zbiorowa"), default=False)
    reporting = models.CharField(_("sposób sprawozdawania"), max_length=10, choices=Reporting, default=Reporting.ITSELF)
    reports_through = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reports_for",
        verbose_name=_("sprawozdaje przez"),
    )
    search_text = models.TextField(editable=False, default="")

    objects = InstitutionQuerySet.as_manager()
    history = kept_history(_("historia podmiotu"), _("historie podmiotów"), without=("search_text",))

    class Meta:
        verbose_name = _("podmiot")
        verbose_name_plural = _("podmioty")
        constraints = (
            one_of("reporting", Reporting.values, name="institution_reporting_known"),
            models.UniqueConstraint(
                fields=("abbr",),
                condition=~Q(abbr=""),
                name="institution_abbr_once",
                violation_error_message=_("Podmiot o tym skrócie już istnieje."),
            ),
            models.CheckConstraint(
                condition=Q(reporting=Reporting.THROUGH, reports_through__isnull=False)
                | (~Q(reporting=Reporting.THROUGH) & Q(reports_through__isnull=True)),
                name="institution_reports_through_named",
                violation_error_message=_("Wskaż podmiot, przez który składane jest sprawozdanie."),
            ),
            models.CheckConstraint(
                condition=Q(reports_through__isnull=True) | ~Q(reports_through=models.F("id")),
                name="institution_not_through_itself",
                violation_error_message=_("Podmiot nie może sprawozdawać przez samego siebie."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = search_text(self.abbr, self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("institutions:detail", args=(self.pk,))

    def clean(self) -> None:
        """One step, no more: whoever answers for others answers for itself."""
        through = self.reports_through
        if through and through.pk != self.pk and through.reporting != Reporting.ITSELF:
            sentence = _("„%(name)s” nie składa sprawozdań samodzielnie: wskaż podmiot, który je składa.")
            raise ValidationError({"reports_through": sentence % {"name": through.name}})
        if self.pk and self.reporting != Reporting.ITSELF and self.reports_for.exists():
            raise ValidationError({"reporting": _("Przez ten podmiot sprawozdają inne: najpierw zmień to u nich.")})

    @property
    def short(self) -> str:
        """The abbreviation where there is one, else the name."""
        return self.abbr or self.name

    @property
    def reporter(self) -> "Institution | None":
        """The institution that answers for this one, or None when nobody does."""
        if self.reporting == Reporting.NONE:
            return None
        return self.reports_through or self


class Alias(models.Model):
    """Another way in which documents write an institution's name; found again without regard to case or diacritics."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="aliases")
    text = models.CharField(_("inna pisownia"), max_length=300)
    folded = models.CharField(max_length=300, unique=True, editable=False)

    class Meta:
        verbose_name = _("inna pisownia nazwy")
        verbose_name_plural = _("inne pisownie nazw")

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = " ".join(fold(self.text).split())
        super().save(*args, **kwargs)
