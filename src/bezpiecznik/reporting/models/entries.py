"""What an institution says on one obligation."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.reporting.models.packets import Obligation
from bezpiecznik.reporting.states import (
    EDITABLE,
    WITH_FACT,
    WITH_REASON,
    Coverage,
    Outcome,
    PeriodState,
    Share,
)
from bezpiecznik.reporting.substance.phrases import is_no_fact


class WithNumbers(models.Model):
    """A column of the history of entries: the numbers that stood with the words, as `versions.number_content` gives."""

    numbers = models.JSONField(_("liczby"), default=list)
    figures = models.JSONField(_("odbiorcy i pieniądze"), default=dict)
    """Of initiatives, as `versions.figures_content` gives."""

    class Meta:
        abstract = True


class EntryQuerySet(models.QuerySet["Entry"]):
    def fresh(self) -> "EntryQuerySet":
        """Open to writing, and no person has saved anything in them: words there, if any, were only proposed."""
        return self.filter(
            version=0,
            obligation__withdrawn_at=None,
            obligation__period__state=PeriodState.OPEN,
            obligation__packet__state__in=EDITABLE,
        )


class Entry(models.Model):
    """What the institution says on one obligation. `version` grows with each save: who saves an old one is told."""

    obligation = models.OneToOneField(Obligation, models.PROTECT, related_name="entry")
    outcome = models.CharField(_("stan realizacji"), max_length=20, choices=Outcome, blank=True)
    text = models.TextField(_("co zrobiono"), blank=True)
    reason = models.TextField(_("powód"), blank=True)
    version = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(_("zapisano"), null=True)
    updated_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    fed_at = models.DateTimeField(_("uzupełniono z działalności"), null=True, editable=False)
    """When the words were put together from activities, and no person has saved anything since: a proposal, no more."""

    objects = EntryQuerySet.as_manager()
    history = kept_history(_("historia wpisu"), _("historie wpisów"), bases=(WithNumbers,), without=("fed_at",))
    """Kept by `services.entries`, which saves past `save()`."""

    class Meta:
        verbose_name = _("wpis sprawozdania")
        verbose_name_plural = _("wpisy sprawozdań")
        constraints = (
            one_of("outcome", ["", *Outcome.values], name="entry_outcome_known"),
            both_or_neither("updated_at", "updated_by", name="entry_updated_pair"),
            models.CheckConstraint(
                condition=models.Q(fed_at=None) | models.Q(version=0, outcome=""),
                name="entry_fed_is_proposal",
                violation_error_message=_("Z działalności uzupełnia się tylko wpis, którego nikt jeszcze nie zapisał."),
            ),
        )

    def __str__(self) -> str:
        return str(self.obligation)

    @property
    def is_blank(self) -> bool:
        """Nothing was said. Reads the numbers: fetch them along."""
        return not (self.outcome or self.text or self.reason or self.numbers.all())

    @property
    def is_complete(self) -> bool:
        """Substance: a fact, or an explicit „nothing done”, „not applicable” or „skipped” with a reason.

        Blank is not zero, and neither „-” nor „brak” is a fact or a reason. `queries.reading.COMPLETE` is the same rule
        in the database.
        """
        if self.outcome in WITH_FACT:
            return not is_no_fact(self.text)
        return self.outcome in WITH_REASON and not is_no_fact(self.reason)


class EntryNumber(models.Model):
    """A number given with an entry: of what, whether own or joint, and for which territory."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="numbers")
    measure = models.CharField(_("miernik"), max_length=200)
    value = models.DecimalField(_("wartość"), max_digits=16, decimal_places=2)
    share = models.CharField(_("czyja"), max_length=10, choices=Share, default=Share.OWN)
    coverage = models.CharField(_("obszar"), max_length=10, choices=Coverage, default=Coverage.UNIT)

    class Meta:
        verbose_name = _("liczba")
        verbose_name_plural = _("liczby")
        ordering = ("pk",)
        constraints = (
            one_of("share", Share.values, name="entry_number_share_known"),
            one_of("coverage", Coverage.values, name="entry_number_coverage_known"),
            models.UniqueConstraint(
                fields=("entry", "measure"),
                name="entry_number_once",
                violation_error_message=_("Ten miernik jest już podany."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.measure}: {self.value}"


class InitiativeFigures(models.Model):
    """What the executor says of an initiative in numbers: people reached, money. Empty: not said, which is not zero."""

    entry = models.OneToOneField(Entry, models.PROTECT, related_name="figures")
    audience = models.PositiveIntegerField(_("do ilu osób dotarto"), null=True)
    planned = models.DecimalField(_("środki zaplanowane"), max_digits=14, decimal_places=2, null=True)
    granted = models.DecimalField(_("środki przyznane"), max_digits=14, decimal_places=2, null=True)
    spent = models.DecimalField(_("środki wydane"), max_digits=14, decimal_places=2, null=True)
    source = models.CharField(_("źródło finansowania"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("odbiorcy i pieniądze programu jednostki")
        verbose_name_plural = _("odbiorcy i pieniądze programów jednostek")
        constraints = tuple(
            models.CheckConstraint(
                condition=Q(**{name: None}) | Q(**{f"{name}__gte": 0}),
                name=f"initiative_{name}_not_negative",
                violation_error_message=_("Kwota nie może być ujemna."),
            )
            for name in ("planned", "granted", "spent")
        )

    def __str__(self) -> str:
        return str(self.entry)


class RemarkField(models.TextChoices):
    OUTCOME = "outcome", _("stan realizacji")
    TEXT = "text", _("co zrobiono")
    REASON = "reason", _("powód")
    NUMBERS = "numbers", _("liczby")


class Remark(models.Model):
    """What the reviewer asks to be corrected in an entry or a field of it.

    The institution may answer it. It stands until the reviewer settles it, or accepts the packet.
    """

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="remarks")
    field = models.CharField(_("pole"), max_length=10, choices=RemarkField, blank=True)
    """Blank: the entry as a whole."""
    text = models.TextField(_("uwaga"))
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    answer = models.TextField(_("odpowiedź"), blank=True)
    """How the institution took it into account, or why not."""
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    """None with a moment: settled before it was written down by whom."""

    class Meta:
        verbose_name = _("uwaga do wpisu")
        verbose_name_plural = _("uwagi do wpisów")
        ordering = ("pk",)
        constraints = (
            one_of("field", ["", *RemarkField.values], name="remark_field_known"),
            both_or_neither("answered_at", "answered_by", name="remark_answered_pair"),
            models.CheckConstraint(
                condition=Q(settled_by=None) | Q(settled_at__isnull=False),
                name="remark_settled_moment",
                violation_error_message=_("Uwaga uznana za załatwioną musi mieć chwilę, w której to się stało."),
            ),
        )

    def __str__(self) -> str:
        return self.text
