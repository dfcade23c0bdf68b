"""The yearly evaluation: a grade for each action, proposed by a visible rule, given by a person."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.evaluation import paragraph as paragraphs
from bezpiecznik.evaluation import rule_config
from bezpiecznik.evaluation.facts import Facts
from bezpiecznik.evaluation.facts import from_json as facts_from_json
from bezpiecznik.evaluation.paragraph import Sentence
from bezpiecznik.evaluation.statements import Statement, from_json
from bezpiecznik.evaluation.states import EvaluationState, GradeValue
from bezpiecznik.plans.models import Programme, Undertaking


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    def settled(self) -> "EvaluationQuerySet":
        """Those that others than the coordinator may read."""
        return self.exclude(state=EvaluationState.DRAFT)

    def published(self) -> "EvaluationQuerySet":
        return self.filter(state=EvaluationState.PUBLISHED)


class Evaluation(models.Model):
    """The evaluation of one year. Begun when the year's periods are closed; finishing freezes its evidence."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="evaluations")
    year = models.PositiveSmallIntegerField(_("rok"))
    state = models.CharField(_("stan"), max_length=10, choices=EvaluationState, default=EvaluationState.DRAFT)
    started_at = models.DateTimeField(_("rozpoczęto"), default=clock.now)
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(_("zakończono"), null=True)
    finished_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(_("opublikowano"), null=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    rule_json = models.JSONField(_("reguła"), default=dict)
    """The rule that proposed the grades, as `evaluation.rule_config` writes it; empty: before there was a choice."""

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("ocena roczna")
        verbose_name_plural = _("oceny roczne")
        ordering = ("-year",)
        constraints = (
            one_of("state", EvaluationState.values, name="evaluation_state_known"),
            models.UniqueConstraint(
                fields=("programme", "year"),
                name="evaluation_once",
                violation_error_message=_("Ocena tego roku już istnieje."),
            ),
            both_or_neither("finished_at", "finished_by", name="evaluation_finished_pair"),
            both_or_neither("published_at", "published_by", name="evaluation_published_pair"),
            models.CheckConstraint(
                condition=~Q(state=EvaluationState.PUBLISHED) | Q(published_at__isnull=False),
                name="evaluation_published_when",
            ),
        )

    def __str__(self) -> str:
        return str(self.year)

    def get_absolute_url(self) -> str:
        return reverse("evaluation:detail", args=(self.pk,))

    @property
    def rule(self) -> rule_config.RuleConfig:
        return rule_config.from_json(self.rule_json)

    @property
    def is_draft(self) -> bool:
        return self.state == EvaluationState.DRAFT

    @property
    def is_finished(self) -> bool:
        return self.state == EvaluationState.FINISHED

    @property
    def is_published(self) -> bool:
        return self.state == EvaluationState.PUBLISHED


class GradeQuerySet(models.QuerySet["Grade"]):
    def decided(self) -> "GradeQuerySet":
        return self.filter(decided_at__isnull=False)

    def undecided(self) -> "GradeQuerySet":
        return self.filter(decided_at=None)

    def in_document_order(self) -> "GradeQuerySet":
        return self.order_by("undertaking__area__no", "undertaking__no")

    def with_action(self) -> "GradeQuerySet":
        return self.select_related("undertaking__area", "decided_by")


class Grade(models.Model):
    """The grade of one action: what the rule proposed and why, what was given, and the reason where they differ."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="grades")
    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="grades")
    proposed = models.CharField(_("propozycja"), max_length=20, choices=GradeValue)
    rule = models.TextField(_("dlaczego"))
    statements_json = models.JSONField(_("sprawozdania"), default=list)
    """What institutions said of the action that year, copied from the frozen periods when the evaluation began."""
    facts_json = models.JSONField(_("fakty"), default=dict)
    """Milestones, numbers promised and open questions, as `evaluation.facts` writes them, as of the proposal."""
    given = models.CharField(_("ocena"), max_length=20, choices=GradeValue)
    reason = models.TextField(_("uzasadnienie zmiany"), blank=True)
    decided_at = models.DateTimeField(_("rozstrzygnięto"), null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    paragraph = models.TextField(_("opis w sprawozdaniu"), blank=True)
    """What a person made of the draft, one sentence a line; blank: the draft is used as it is."""
    paragraph_at = models.DateTimeField(_("opis zmieniono"), null=True)
    paragraph_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    search_text = models.TextField(editable=False, default="")
    """Code, wording and names of institutions, to be searched by `core.search.matching`."""

    objects = GradeQuerySet.as_manager()
    history = kept_history(
        _("historia oceny"), _("historie ocen"), without=("statements_json", "facts_json", "rule", "search_text")
    )

    class Meta:
        verbose_name = _("ocena działania")
        verbose_name_plural = _("oceny działań")
        constraints = (
            one_of("proposed", GradeValue.values, name="grade_proposed_known"),
            one_of("given", GradeValue.values, name="grade_given_known"),
            models.UniqueConstraint(fields=("evaluation", "undertaking"), name="grade_once"),
            both_or_neither("decided_at", "decided_by", name="grade_decided_pair"),
            both_or_neither("paragraph_at", "paragraph_by", name="grade_paragraph_pair"),
            models.CheckConstraint(
                condition=Q(given=models.F("proposed")) | ~Q(reason=""),
                name="grade_change_has_reason",
                violation_error_message=_("Zmiana proponowanej oceny wymaga uzasadnienia."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.undertaking.code}: {self.get_given_display()}"

    def get_absolute_url(self) -> str:
        return reverse("evaluation:grade", args=(self.pk,))

    @property
    def is_decided(self) -> bool:
        return self.decided_at is not None

    @property
    def stamp(self) -> str:
        """Changes with each decision: whoever decides over one they have not seen is told."""
        return self.decided_at.isoformat() if self.decided_at else ""

    @property
    def is_changed(self) -> bool:
        """Whether a person gave another grade than the rule proposed."""
        return self.given != self.proposed

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Leads first, then partners, each in order of period."""
        return tuple(from_json(kept) for kept in self.statements_json)

    @cached_property
    def facts(self) -> Facts:
        return facts_from_json(self.facts_json)

    @cached_property
    def draft(self) -> tuple[Sentence, ...]:
        """The paragraph made of the institutions' own words."""
        return paragraphs.draft(self.statements)

    @property
    def is_edited(self) -> bool:
        return bool(self.paragraph)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The paragraph that the report prints: a person's, where there is one."""
        return paragraphs.edited(self.paragraph, self.draft) if self.paragraph else self.draft

    @property
    def paragraph_stamp(self) -> str:
        return self.paragraph_at.isoformat() if self.paragraph_at else ""

    @property
    def partners_heard(self) -> dict[str, int]:
        """How many partners' reports were `asked` for and how many were `heard`."""
        asked = [said for said in self.statements if not said.is_lead and said.in_force and said.asked]
        return {"asked": len(asked), "heard": sum(said.speaks for said in asked)}


class Evidence(models.Model):
    """What the evaluation rests on, frozen when it is finished: self-contained JSON and its sha256."""

    evaluation = models.OneToOneField(Evaluation, models.PROTECT, related_name="evidence")
    content = models.TextField(_("treść (JSON)"))
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("materiał dowodowy")
        verbose_name_plural = _("materiały dowodowe")

    def __str__(self) -> str:
        return f"{self.evaluation} {self.sha256[:12]}"


class Verdict(models.TextChoices):
    WITHHELD = "withheld", _("ukryć na stronie publicznej")
    NOT_PERSONAL = "not_personal", _("to nie są dane osoby")


class TextDecision(models.Model):
    """What was decided about one text before residents may read it. It holds for exactly these words.

    `place` names the text as `evaluation.disclosure` does. The same for all years of a programme, so that a sentence of
    the resolution is asked about once.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="text_decisions")
    place = models.CharField(_("miejsce"), max_length=80)
    text_sha256 = models.CharField(max_length=64)
    verdict = models.CharField(_("rozstrzygnięcie"), max_length=20, choices=Verdict)
    reason = models.TextField(_("powód"))
    decided_at = models.DateTimeField(_("kiedy"), default=clock.now)
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto"))

    class Meta:
        verbose_name = _("rozstrzygnięcie o treści")
        verbose_name_plural = _("rozstrzygnięcia o treści")
        constraints = (
            one_of("verdict", Verdict.values, name="text_decision_verdict_known"),
            models.UniqueConstraint(fields=("programme", "place", "text_sha256"), name="text_decision_once"),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="text_decision_has_reason",
                violation_error_message=_("Podaj powód."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.place}: {self.get_verdict_display()}"
