"""Names of an institution over time, for those that were renamed or will be."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models.register import Institution


class Name(models.Model):
    """A name in force from a day on, until the next one. `since` is empty for the first name that is known.

    The name of today stands in `Institution.name` as well. Institutions never renamed have no rows here.
    """

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="names", verbose_name=_("podmiot"))
    name = models.CharField(_("nazwa"), max_length=300)
    abbr = models.CharField(_("skrót"), max_length=40, blank=True)
    since = models.DateField(_("od dnia"), null=True)
    basis = models.CharField(_("podstawa zmiany"), max_length=300, blank=True)
    added_at = models.DateTimeField(_("zapisano"), default=clock.now, editable=False)
    added_by = models.ForeignKey(User, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        verbose_name = _("nazwa w czasie")
        verbose_name_plural = _("nazwy w czasie")
        constraints = (
            models.UniqueConstraint(
                fields=("institution", "since"),
                name="institution_name_once_a_day",
                violation_error_message=_("Od tego dnia obowiązuje już inna nazwa."),
            ),
            models.UniqueConstraint(
                fields=("institution",), condition=models.Q(since=None), name="institution_first_name_once"
            ),
        )

    def __str__(self) -> str:
        return self.name
