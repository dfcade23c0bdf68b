"""What the server already did for a sending: a browser on a bad line sends again, and the work is done once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of


class Act(models.TextChoices):
    SAVE = "save", _("zapisanie wpisu")
    CONTRIBUTE = "contribute", _("zapisanie wkładu")
    HAND_OVER = "hand_over", _("przekazanie do podpisu")
    SUBMIT = "submit", _("złożenie")
    SIGN = "sign", _("podpisanie")


class Receipt(models.Model):
    """One sending that was carried out. `key` is drawn by the page, `about` is the key of the thing it wrote."""

    act = models.CharField(_("czynność"), max_length=12, choices=Act)
    about = models.PositiveBigIntegerField(_("klucz rzeczy"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto"))
    key = models.UUIDField(_("klucz wysłania"))
    digest = models.CharField(_("skrót wysłanej treści"), max_length=64)
    version = models.PositiveIntegerField(_("wersja, która powstała"), default=0)
    at = models.DateTimeField(_("kiedy"), default=clock.now)

    class Meta:
        verbose_name = _("potwierdzenie wysłania")
        verbose_name_plural = _("potwierdzenia wysłania")
        constraints = (
            one_of("act", Act.values, name="receipt_act_known"),
            models.UniqueConstraint(fields=("act", "about", "by", "key", "digest"), name="receipt_once"),
        )
        indexes = (models.Index(fields=("at",), name="receipt_at"),)

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.about}"
