"""Fixed texts of documents as the office words them; what was never changed has no row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of
from bezpiecznik.documents.models.register import DocumentKind


class FixedText(models.Model):
    """The office's own words for one text of a kind of document; blank when the default is back in force."""

    kind = models.CharField(_("rodzaj dokumentu"), max_length=40, choices=DocumentKind)
    key = models.CharField(_("tekst"), max_length=80)
    body = models.TextField(_("treść"), blank=True)
    version = models.PositiveIntegerField(_("wersja"), default=1)
    changed_at = models.DateTimeField(_("zmieniono"), default=clock.now)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto zmienił"))

    history = kept_history(
        _("historia stałego tekstu"), _("historie stałych tekstów"), without=("version", "changed_at", "changed_by")
    )

    class Meta:
        verbose_name = _("stały tekst dokumentu")
        verbose_name_plural = _("stałe teksty dokumentów")
        constraints = (
            one_of("kind", DocumentKind.values, name="fixed_text_kind_known"),
            models.UniqueConstraint(fields=("kind", "key"), name="fixed_text_once"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.key}"
