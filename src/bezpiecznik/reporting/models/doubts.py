"""What looks doubtful in an entry: asked of the reporter first, settled by the coordinator."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.reporting.models.entries import Entry, RemarkField
from bezpiecznik.reporting.substance.facts import OF_NUMBERS, DoubtCode
from bezpiecznik.reporting.substance.sentences import sentence

OF_OUTCOME = frozenset({DoubtCode.NOTHING_HAPPENED})


class DoubtQuerySet(models.QuerySet["Doubt"]):
    def standing(self) -> "DoubtQuerySet":
        """Of entries that are still asked for."""
        return self.filter(entry__obligation__withdrawn_at=None)

    def unanswered(self) -> "DoubtQuerySet":
        """The reporter has neither answered nor corrected them."""
        return self.filter(answered_at=None, settled_at=None)

    def unsettled(self) -> "DoubtQuerySet":
        """The coordinator has not said that they are explained."""
        return self.filter(settled_at=None)


class Doubt(models.Model):
    """One question about one entry. It vanishes when what it asks about is corrected; the answer goes with it."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="doubts")
    code = models.CharField(_("rodzaj wątpliwości"), max_length=20, choices=DoubtCode)
    about = models.CharField(_("miernik"), max_length=200, blank=True)
    """Blank: the text."""
    detail = models.JSONField(_("szczegóły"), default=dict)
    found_at = models.DateTimeField(_("zauważono"), default=clock.now)
    answer = models.TextField(_("odpowiedź podmiotu"), blank=True)
    answered_at = models.DateTimeField(_("odpowiedziano"), null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(_("uznano za wyjaśnioną"), null=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = DoubtQuerySet.as_manager()

    class Meta:
        verbose_name = _("wątpliwość co do wpisu")
        verbose_name_plural = _("wątpliwości co do wpisów")
        ordering = ("pk",)
        constraints = (
            one_of("code", DoubtCode.values, name="doubt_code_known"),
            models.UniqueConstraint(fields=("entry", "code", "about"), name="doubt_once"),
            both_or_neither("answered_at", "answered_by", name="doubt_answered_pair"),
            both_or_neither("settled_at", "settled_by", name="doubt_settled_pair"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="doubt_answered_in_words",
                violation_error_message=_("Odpowiedź na pytanie wymaga kilku słów."),
            ),
        )

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """The question, as the reporter reads it."""
        return sentence(self.code, self.about, self.detail)

    @property
    def field(self) -> str:
        """Which field of the entry it speaks of, as remarks name fields."""
        if self.code in OF_NUMBERS:
            return RemarkField.NUMBERS.value
        return RemarkField.OUTCOME.value if self.code in OF_OUTCOME else RemarkField.TEXT.value

    @property
    def waits_for_answer(self) -> bool:
        return self.answered_at is None and self.settled_at is None
