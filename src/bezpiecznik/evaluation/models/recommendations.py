"""What the evaluation of a year asks somebody to do, and what became of it."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.evaluation.states import Addressee, RecommendationState
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme, Undertaking


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def still_open(self) -> "RecommendationQuerySet":
        return self.filter(state=RecommendationState.OPEN)

    def overdue(self, today: date) -> "RecommendationQuerySet":
        return self.still_open().filter(due_on__lt=today)

    def with_subject(self) -> "RecommendationQuerySet":
        return self.select_related("programme", "area", "undertaking__area", "institution")


class Recommendation(models.Model):
    """A recommendation of one year's evaluation; `no` counts within the year of a programme."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="recommendations", verbose_name=_("program"))
    year = models.PositiveSmallIntegerField(_("rok oceny"))
    no = models.PositiveSmallIntegerField(_("nr"))
    text = models.TextField(_("treść zalecenia"))
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("obszar"))
    undertaking = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, blank=True, related_name="recommendations", verbose_name=_("działanie")
    )
    addressee = models.CharField(_("do kogo"), max_length=20, choices=Addressee, default=Addressee.OFFICE)
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="recommendations", verbose_name=_("podmiot")
    )
    due_on = models.DateField(_("termin"), null=True, blank=True)
    state = models.CharField(
        _("stan"), max_length=10, choices=RecommendationState, default=RecommendationState.OPEN
    )  # fmt: skip
    outcome = models.TextField(_("co się stało"), blank=True)
    closed_on = models.DateField(_("zakończono dnia"), null=True, blank=True)
    closed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kto zakończył")
    )
    made_at = models.DateTimeField(_("wpisano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto wpisał"))
    search_text = models.TextField(editable=False, default="")

    objects = RecommendationQuerySet.as_manager()
    history = kept_history(_("historia zalecenia"), _("historie zaleceń"), without=("search_text",))

    class Meta:
        verbose_name = _("zalecenie")
        verbose_name_plural = _("zalecenia")
        ordering = ("-year", "no")
        constraints = (
            one_of("state", RecommendationState.values, name="recommendation_state_known"),
            one_of("addressee", Addressee.values, name="recommendation_addressee_known"),
            models.UniqueConstraint(fields=("programme", "year", "no"), name="recommendation_no_once"),
            models.CheckConstraint(
                condition=Q(addressee=Addressee.INSTITUTION, institution__isnull=False)
                | (~Q(addressee=Addressee.INSTITUTION) & Q(institution=None)),
                name="recommendation_names_its_institution",
                violation_error_message=_("Wskaż podmiot, do którego kierujesz zalecenie."),
            ),
            both_or_neither("closed_on", "closed_by", name="recommendation_closed_pair"),
            models.CheckConstraint(
                condition=(Q(state=RecommendationState.OPEN) & Q(closed_on=None))
                | (~Q(state=RecommendationState.OPEN) & Q(closed_on__isnull=False) & ~Q(outcome="")),
                name="recommendation_ends_with_outcome",
                violation_error_message=_("Napisz, co stało się z zaleceniem."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.no}/{self.year}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.fill_search_text()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("evaluation:recommendation", args=(self.pk,))

    def fill_search_text(self) -> None:
        """What the list is searched by."""
        subject = self.undertaking.code if self.undertaking else ""
        self.search_text = search_text(str(self), self.text, self.outcome, subject, str(self.area or ""), self.whom)

    @property
    def stamp(self) -> str:
        """Changes with each change of what is recommended: whoever saves over words they have not seen is told."""
        said = [self.text, self.undertaking_id, self.area_id, self.addressee, self.institution_id, str(self.due_on)]
        return stamp_of(said)

    @property
    def whom(self) -> str:
        """The addressee as text."""
        return self.institution.name if self.institution else str(Addressee(self.addressee).label)

    @property
    def subject(self) -> str:
        """„działanie 1.2”, „Obszar I…”; blank where it speaks of the whole programme."""
        if self.undertaking:
            return str(_("działanie %s") % self.undertaking.code)
        return str(self.area or "")

    @property
    def is_open(self) -> bool:
        return self.state == RecommendationState.OPEN

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.due_on is not None and self.due_on < clock.today()


class RecommendationNote(models.Model):
    """What was found out about a recommendation on a day. Never changed."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="notes")
    on = models.DateField(_("dzień"))
    text = models.TextField(_("co ustalono"))
    at = models.DateTimeField(_("wpisano"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto wpisał"))

    class Meta:
        verbose_name = _("notatka o zaleceniu")
        verbose_name_plural = _("notatki o zaleceniach")
        ordering = ("on", "pk")

    def __str__(self) -> str:
        return f"{self.recommendation}, {self.on}"
