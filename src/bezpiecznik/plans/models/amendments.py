"""Changes of an adopted programme: dated, with a basis and a reason. Nothing is overwritten."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock


class Amendment(models.Model):
    """One change of the programme by the council or by whoever it gave the power to. Never changed."""

    programme = models.ForeignKey("plans.Programme", models.PROTECT, related_name="amendments")
    basis = models.CharField(_("podstawa"), max_length=300)
    """The resolution or order, e.g. `uchwała nr LX/1200/2022`."""
    effective_on = models.DateField(_("obowiązuje od"))
    reason = models.TextField(_("powód"))
    at = models.DateTimeField(_("wpisano"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("zmiana programu")
        verbose_name_plural = _("zmiany programu")
        ordering = ("effective_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(basis=""),
                name="amendment_has_basis_and_reason",
                violation_error_message=_("Zmiana programu ma podstawę i powód."),
            ),
        )

    def __str__(self) -> str:
        return self.basis


class Rewording(models.Model):
    """Another wording of one field by an amendment: what stood there until its day, and what stands from then on."""

    amendment = models.ForeignKey(Amendment, models.PROTECT, related_name="rewordings")
    undertaking = models.ForeignKey("plans.Undertaking", models.PROTECT, null=True, related_name="rewordings")
    area = models.ForeignKey("plans.Area", models.PROTECT, null=True, related_name="rewordings")
    goal = models.ForeignKey("plans.Goal", models.PROTECT, null=True, related_name="rewordings")
    field = models.CharField(_("pole"), max_length=40)
    before = models.TextField(_("brzmienie dotychczasowe"), blank=True)
    after = models.TextField(_("nowe brzmienie"), blank=True)
    written_at = models.DateTimeField(_("wpisano do programu"), null=True)
    """None: the amendment's day has not come yet."""

    class Meta:
        verbose_name = _("nowe brzmienie")
        verbose_name_plural = _("nowe brzmienia")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(undertaking__isnull=False, area=None, goal=None)
                | Q(undertaking=None, area__isnull=False, goal=None)
                | Q(undertaking=None, area=None, goal__isnull=False),
                name="rewording_of_one_thing",
                violation_error_message=_("Nowe brzmienie dotyczy jednego miejsca programu."),
            ),
        )

    def __str__(self) -> str:
        return self.after

    @property
    def thing(self) -> Any:
        """The undertaking, the area or the goal."""
        return self.undertaking or self.area or self.goal
