"""The register of bodies that carry out the programme, with all spellings of their names."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.collation import polish
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of
from bezpiecznik.core.polish import fold, search_text
from bezpiecznik.institutions.kinds import Kind


class Reporting(models.TextChoices):
    """How an institution answers for its actions."""

    ITSELF = "itself", _("składa sprawozdanie samodzielnie")
    THROUGH = "through", _("sprawozdaje przez inny podmiot")
    NONE = "none", _("nie składa sprawozdań")


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def in_polish_order(self) -> "InstitutionQuerySet":
        return self.order_by(polish("name"), "pk")

    def living(self) -> "InstitutionQuerySet":
        """Rows that stand for a body of their own: those merged into another one are left out."""
        return self.filter(merged_into=None)

    def active(self, day: date | None = None) -> "InstitutionQuerySet":
        """Bodies that exist on the day (today when not given)."""
        return self.living().exclude(dissolved_on__lte=day or clock.today())


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
    kind = models.CharField(_("rodzaj"), max_length=20, choices=Kind, default=Kind.OTHER)
    own = models.BooleanField(_("jednostka własna samorządu"), default=False)
    """The unit may tell its own bodies what to do; independent ones are asked."""
    supposed = models.BooleanField(default=False, editable=False)
    """Kind and `own` were supposed from the name alone; nobody has confirmed them yet."""
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("jednostka nadrzędna"),
    )
    dissolved_on = models.DateField(_("zniesiono z dniem"), null=True, blank=True)
    """The first day on which the body does not exist any more."""
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("następca"),
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="merged", verbose_name=_("połączono z")
    )
    """This row was a duplicate: whoever meets it is sent to that one. Always the last of a chain."""
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
            one_of("kind", Kind.values, name="institution_kind_known"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("id")),
                name="institution_not_its_own_parent",
                violation_error_message=_("Podmiot nie może być swoją jednostką nadrzędną."),
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | (Q(dissolved_on__isnull=False) & ~Q(successor=models.F("id"))),
                name="institution_successor_of_dissolved",
                violation_error_message=_("Następcę ma tylko zniesiony podmiot i jest nim inny podmiot."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
                name="institution_not_merged_into_itself",
                violation_error_message=_("Podmiotu nie można połączyć z nim samym."),
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
        """One step, no more: whoever answers for others answers for itself. Above nobody stands a body below them."""
        through = self.reports_through
        if through and through.pk != self.pk and through.reporting != Reporting.ITSELF:
            sentence = _("„%(name)s” nie składa sprawozdań samodzielnie: wskaż podmiot, który je składa.")
            raise ValidationError({"reports_through": sentence % {"name": through.name}})
        if self.pk and self.reporting != Reporting.ITSELF and self.reports_for.exists():
            raise ValidationError({"reporting": _("Przez ten podmiot sprawozdają inne: najpierw zmień to u nich.")})
        self._refuse_circle()

    def _refuse_circle(self) -> None:
        """Walks what is stored now, not what this object remembers."""
        if not self.pk or self.parent_id in {None, self.pk}:
            return
        parent = Institution.objects.get(pk=self.parent_id)
        if any(above.pk == self.pk for above in parent.ancestors()):
            sentence = _("„%(name)s” podlega temu podmiotowi, więc nie może stać nad nim.")
            raise ValidationError({"parent": sentence % {"name": parent.name}})

    def ancestors(self) -> "list[Institution]":
        """Bodies above this one, the nearest first. One query a step; a circle, which no service makes, is cut."""
        found: list[Institution] = []
        above = self.parent
        while above and above not in found:
            found.append(above)
            above = above.parent
        return found

    def exists_on(self, day: date) -> bool:
        return self.merged_into_id is None and (self.dissolved_on is None or day < self.dissolved_on)

    @property
    def is_dissolved(self) -> bool:
        """Does not exist today (Europe/Warsaw) any more."""
        return self.dissolved_on is not None and self.dissolved_on <= clock.today()

    @property
    def short(self) -> str:
        """The abbreviation where there is one, else the name."""
        return self.abbr or self.name

    @property
    def reporter(self) -> "Institution | None":
        """The institution that answers for this one today, or None when nobody does: the dissolved by a successor."""
        return self._reporter(set())

    def _reporter(self, met: set[int]) -> "Institution | None":
        if self.pk in met:
            return None  # two dissolved bodies that name each other
        met.add(self.pk)
        if self.is_dissolved:
            return self.successor._reporter(met) if self.successor else None
        if self.reporting == Reporting.NONE:
            return None
        return self.reports_through._reporter(met) if self.reports_through else self


class Alias(models.Model):
    """Another way in which documents write an institution's name; found again without regard to case or diacritics."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="aliases")
    text = models.CharField(_("inna pisownia"), max_length=300)
    folded = models.CharField(max_length=300, unique=True, editable=False)
    added_at = models.DateTimeField(_("dodano"), null=True, default=clock.now, editable=False)
    """None for those added before this was kept."""
    added_by = models.ForeignKey(User, models.PROTECT, null=True, editable=False, related_name="+")
    """None where the system read it out of a document."""

    class Meta:
        verbose_name = _("inna pisownia nazwy")
        verbose_name_plural = _("inne pisownie nazw")

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = " ".join(fold(self.text).split())
        super().save(*args, **kwargs)
