"""Addresses under which calendars of other programs read our dates."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def standing(self) -> "CalendarFeedQuerySet":
        """Not revoked, of people who may work."""
        return self.filter(revoked_at=None, user__is_active=True)


class CalendarFeed(models.Model):
    """A calendar that one person subscribes to: all their dates, or those of one institution.

    The secret of its address is not kept: it is a signature over the key and `serial` (`plans.feeds`). Renewing counts
    the serial up, so that older addresses open nothing.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="calendar_feeds", verbose_name=_("osoba"))
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, related_name="calendar_feeds", verbose_name=_("podmiot")
    )
    """None: everything that the person may see."""
    serial = models.PositiveIntegerField(_("numer adresu"), default=1)
    made_at = models.DateTimeField(_("utworzono"), default=clock.now)
    revoked_at = models.DateTimeField(_("unieważniono"), null=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("kalendarz do subskrypcji")
        verbose_name_plural = _("kalendarze do subskrypcji")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "institution"),
                name="calendar_feed_once",
                violation_error_message=_("Ta osoba ma już kalendarz tego podmiotu."),
            ),
            models.UniqueConstraint(
                fields=("user",),
                condition=Q(institution=None),
                name="calendar_feed_of_person_once",
                violation_error_message=_("Ta osoba ma już swój kalendarz."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.institution.short}" if self.institution else str(self.user)
