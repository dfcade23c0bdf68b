"""What becomes of each undertaking of the former programme."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.fields import both_or_neither
from bezpiecznik.editions.models.edition import DraftItem, Edition
from bezpiecznik.editions.states import FateKind
from bezpiecznik.plans.models import Undertaking


class FateQuerySet(models.QuerySet["Fate"]):
    def decided(self) -> "FateQuerySet":
        return self.exclude(kind="")

    def undecided(self) -> "FateQuerySet":
        return self.filter(kind="")

    def in_document_order(self) -> "FateQuerySet":
        return self.order_by("undertaking__kind", "undertaking__area__no", "undertaking__no")

    def with_undertaking(self) -> "FateQuerySet":
        return self.select_related("undertaking__area", "item__area", "successor__area", "decided_by")


class Fate(models.Model):
    """One undertaking of the former programme on its way to the next; blank kind: not decided yet.

    While the next programme is a draft, `item` is what it becomes there; in an adopted one, `successor` is.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="fates")
    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="fates")
    kind = models.CharField(_("los"), max_length=20, choices=FateKind, blank=True)
    item = models.ForeignKey(
        DraftItem, models.PROTECT, null=True, related_name="fates", verbose_name=_("pozycja projektu")
    )
    successor = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, related_name="origins", verbose_name=_("pozycja nowego programu")
    )
    reason = models.TextField(_("powód"), blank=True)
    proposed = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, related_name="+", verbose_name=_("proponowany odpowiednik")
    )
    score = models.PositiveSmallIntegerField(_("podobieństwo"), null=True)
    batch = models.CharField(_("decyzja zbiorcza"), max_length=32, blank=True, db_index=True)
    decided_at = models.DateTimeField(_("rozstrzygnięto"), null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("kto"))

    objects = FateQuerySet.as_manager()

    class Meta:
        verbose_name = _("los działania")
        verbose_name_plural = _("losy działań")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=["", *FateKind.values]), name="fate_kind_known"),
            models.UniqueConstraint(fields=("edition", "undertaking"), name="fate_once"),
            both_or_neither("decided_at", "decided_by", name="fate_decided_pair"),
            models.CheckConstraint(
                condition=Q(kind="", decided_at=None) | (~Q(kind="") & Q(decided_at__isnull=False)),
                name="fate_decided_when",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[FateKind.DROPPED, FateKind.WITHDRAWN])
                | (~Q(reason="") & Q(item=None, successor=None)),
                name="fate_ends_with_reason",
                violation_error_message=_("Rezygnacja z działania wymaga powodu."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.undertaking.code}: {self.get_kind_display() or _('nierozstrzygnięte')}"

    def get_absolute_url(self) -> str:
        return reverse("editions:fate", args=(self.pk,))

    @property
    def is_decided(self) -> bool:
        return bool(self.kind)

    @property
    def stamp(self) -> str:
        """Changes with each decision: whoever decides over one they have not seen is told."""
        return self.decided_at.isoformat() if self.decided_at else ""
