"""How people come to posts: invitations to the system, and hand-overs from one holder to the next."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither
from bezpiecznik.institutions.models.posts import Holding


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def pending(self) -> "InvitationQuerySet":
        """Neither accepted nor revoked; those whose link has expired too."""
        return self.filter(accepted_at=None, revoked_at=None)


class Invitation(models.Model):
    """One link by which a person sets the first password. Sending again revokes the link sent before."""

    user = models.ForeignKey(User, models.PROTECT, related_name="invitations", verbose_name=_("osoba"))
    sent_at = models.DateTimeField(_("wysłano"), default=clock.now)
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("zaprosił(a)"))
    expires_at = models.DateTimeField(_("ważne do"))
    accepted_at = models.DateTimeField(_("przyjęto"), null=True)
    revoked_at = models.DateTimeField(_("cofnięto"), null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("zaproszenie")
        verbose_name_plural = _("zaproszenia")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("user",),
                condition=Q(accepted_at=None, revoked_at=None),
                name="invitation_one_pending",
                violation_error_message=_("Ta osoba ma już zaproszenie, na które nie odpowiedziała."),
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                name="invitation_accepted_or_revoked",
                violation_error_message=_("Przyjętego zaproszenia nie można cofnąć."),
            ),
        )

    def __str__(self) -> str:
        return str(self.user)

    @property
    def is_pending(self) -> bool:
        return self.accepted_at is None and self.revoked_at is None

    @property
    def is_expired(self) -> bool:
        return self.is_pending and self.expires_at <= clock.now()

    @property
    def is_open(self) -> bool:
        """Whether its link still lets the person set a password."""
        return self.is_pending and not self.is_expired


class Handover(models.Model):
    """A post passed from one holder to the next: what was left, and whether the next one has read it.

    The note of the one who leaves stands with their holding (`Holding.handover_note`).
    """

    before = models.OneToOneField(Holding, models.PROTECT, related_name="handed_over", verbose_name=_("poprzednik"))
    after = models.OneToOneField(Holding, models.PROTECT, related_name="taken_over", verbose_name=_("następca"))
    until_before = models.DateField(_("poprzedni koniec"), null=True)
    """The end that the former holding had until then; comes back when the hand-over is undone."""
    made_at = models.DateTimeField(_("przekazano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("przekazał(a)"))
    read_at = models.DateTimeField(_("przeczytano"), null=True)
    read_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("przeczytał(a)"))

    class Meta:
        verbose_name = _("przekazanie stanowiska")
        verbose_name_plural = _("przekazania stanowisk")
        constraints = (both_or_neither("read_at", "read_by", name="handover_read_pair"),)

    def __str__(self) -> str:
        return f"{self.before.user} → {self.after}"

    @property
    def day(self) -> date:
        """The first day of the next holder."""
        return self.after.since

    @property
    def can_be_undone(self) -> bool:
        """On the day on which it was made (Europe/Warsaw), and no later."""
        return clock.day_of(self.made_at) == clock.today()
