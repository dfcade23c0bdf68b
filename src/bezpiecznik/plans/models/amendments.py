"""Changes of an adopted programme: dated, with a basis and a reason. Nothing is overwritten."""

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
