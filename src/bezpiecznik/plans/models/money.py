"""What the office says of an initiative in numbers beside the resolution's wording: for how many people, what money."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.plans.models.programme import Undertaking


class PromisedAudience(models.Model):
    """How many people the initiative promises to reach, and by what that is known. Blank is not zero: then no row."""

    undertaking = models.OneToOneField(Undertaking, models.PROTECT, related_name="promised")
    people = models.PositiveIntegerField(_("liczba osób, do których ma dotrzeć"))
    basis = models.CharField(_("skąd ta liczba"), max_length=300, blank=True)

    history = kept_history(_("historia liczby odbiorców"), _("historie liczb odbiorców"))

    class Meta:
        verbose_name = _("zapowiedziana liczba odbiorców")
        verbose_name_plural = _("zapowiedziane liczby odbiorców")

    def __str__(self) -> str:
        return str(self.people)


class Money(models.Model):
    """Money planned for an undertaking in one year from one source, in złote with two places."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="money")
    year = models.PositiveSmallIntegerField(_("rok"))
    source = models.CharField(_("źródło"), max_length=200, blank=True)
    amount = models.DecimalField(_("kwota"), max_digits=14, decimal_places=2, validators=[MinValueValidator(0)])

    history = kept_history(_("historia planu finansowego"), _("historie planów finansowych"))

    class Meta:
        verbose_name = _("zaplanowane środki")
        verbose_name_plural = _("zaplanowane środki")
        ordering = ("year", "source", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("undertaking", "year", "source"),
                name="money_once",
                violation_error_message=_("To źródło ma już kwotę w tym roku."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="money_not_negative",
                violation_error_message=_("Kwota nie może być ujemna."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.year}: {self.amount}"
