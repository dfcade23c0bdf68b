"""Notes, made by hand, that somebody signed a document."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither
from bezpiecznik.documents.models.register import Document


class SigningQuerySet(models.QuerySet["Signing"]):
    def in_force(self) -> "SigningQuerySet":
        """Notes that nobody took back."""
        return self.filter(undone_at=None)


class Signing(models.Model):
    """Who signed a document and when. Never changed: a mistake is taken back and noted anew."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="signings")
    signed_on = models.DateField(_("podpisano dnia"))
    signed_by = models.CharField(_("kto podpisał"), max_length=200)
    """The person and the post as text, for whoever signs need not have an account."""
    noted_at = models.DateTimeField(_("odnotowano"), default=clock.now)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("odnotował(a)"))
    undone_at = models.DateTimeField(_("cofnięto"), null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = SigningQuerySet.as_manager()

    class Meta:
        verbose_name = _("adnotacja o podpisaniu")
        verbose_name_plural = _("adnotacje o podpisaniu")
        ordering = ("pk",)
        constraints = (both_or_neither("undone_at", "undone_by", name="signing_undone_pair"),)

    def __str__(self) -> str:
        return f"{self.signed_by}, {self.signed_on:%d.%m.%Y}"
