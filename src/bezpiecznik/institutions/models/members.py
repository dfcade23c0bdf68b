"""Who stands behind a collective name, from one day to another."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.institutions.models.register import Institution


class CollectiveMemberQuerySet(models.QuerySet["CollectiveMember"]):
    def on(self, day: date) -> "CollectiveMemberQuerySet":
        return self.filter(Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day))


class CollectiveMember(models.Model):
    """A single body counted under a collective name („szkoły”), both days included. Ended, never deleted."""

    collective = models.ForeignKey(
        Institution, models.PROTECT, related_name="members", verbose_name=_("nazwa zbiorowa")
    )
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="collectives", verbose_name=_("podmiot"))
    since = models.DateField(_("od"), null=True, blank=True)
    """Empty: since ever."""
    until = models.DateField(_("do"), null=True, blank=True)

    objects = CollectiveMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("podmiot w nazwie zbiorowej")
        verbose_name_plural = _("podmioty w nazwach zbiorowych")
        constraints = (
            models.CheckConstraint(
                condition=~Q(collective=F("institution")),
                name="collective_member_is_another",
                violation_error_message=_("Nazwa zbiorowa nie może zawierać samej siebie."),
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")),
                name="collective_member_ends_after_start",
                violation_error_message=_("Koniec nie może być wcześniejszy niż początek."),
            ),
            models.UniqueConstraint(
                fields=("collective", "institution"),
                condition=Q(until=None),
                name="collective_member_once",
                violation_error_message=_("Ten podmiot już należy do tej nazwy zbiorowej."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.collective}: {self.institution}"
