"""How complete the programme is: what each undertaking and area should say, and does not.

Six questions of an undertaking and one of an area, after the steps that reviews of such programmes look for (Beccaria
standards; Communities That Care): who is responsible, by when or "continuously", what will be measured, for what money,
for whom, for which goal; and on which diagnosis an area rests. The score is answers given over questions asked, in per
cent, rounded down: 100 means that nothing is missing. It judges the document, never people or institutions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.polish import fold
from bezpiecznik.plans.models import Area, Programme, Responsibility, Undertaking
from bezpiecznik.plans.queries import with_leads


class Criterion(TextChoices):
    LEAD = "lead", _("podmiot odpowiedzialny")
    DEADLINE = "deadline", _("termin")
    MEASURE = "measure", _("miernik")
    MONEY = "money", _("finansowanie")
    AUDIENCE = "audience", _("odbiorcy")
    GOAL = "goal", _("cel programu")
    DIAGNOSIS = "diagnosis", _("diagnoza obszaru")


OF_UNDERTAKINGS = tuple(criterion for criterion in Criterion if criterion != Criterion.DIAGNOSIS)
_SAYS_NOTHING = frozenset(
    {"", "x", "brak", "nd", "n/d", "n.d", "jw", "j.w", "nie dotyczy", "nie okreslono", "do ustalenia"}
)


def is_said(text: str) -> bool:
    """Whether a text answers anything: dashes, "brak" and "nie dotyczy" do not."""
    return fold(text).strip(" .-–—_…") not in _SAYS_NOTHING


@dataclass(frozen=True)
class Answer:
    """What is said to one question. `by_office` tells a supplement from the wording of the resolution."""

    criterion: Criterion
    text: str
    by_office: bool = False

    @property
    def is_given(self) -> bool:
        return is_said(self.text)


@dataclass(frozen=True)
class Checked:
    """An undertaking with the answer to each question that is asked of it."""

    undertaking: Undertaking
    answers: tuple[Answer, ...]

    @property
    def missing(self) -> tuple[Criterion, ...]:
        return tuple(answer.criterion for answer in self.answers if not answer.is_given)


@dataclass(frozen=True)
class CheckedArea:
    """An area with its diagnosis and its actions."""

    area: Area
    diagnosis: Answer
    actions: tuple[Checked, ...]

    @property
    def score(self) -> "Score":
        return score([self.diagnosis, *(answer for action in self.actions for answer in action.answers)])


@dataclass(frozen=True)
class Score:
    """Answers given, of questions asked."""

    given: int
    asked: int

    @property
    def percent(self) -> int | None:
        return self.given * 100 // self.asked if self.asked else None

    @property
    def missing(self) -> int:
        return self.asked - self.given


def score(answers: Iterable[Answer]) -> Score:
    counted = [answer.is_given for answer in answers]
    return Score(sum(counted), len(counted))


@dataclass(frozen=True)
class Quality:
    """The whole programme under these questions."""

    areas: tuple[CheckedArea, ...]
    initiatives: tuple[Checked, ...]

    @cached_property
    def undertakings(self) -> tuple[Checked, ...]:
        """In the document's order."""
        return (*(action for area in self.areas for action in area.actions), *self.initiatives)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        of_undertakings = (answer for checked in self.undertakings for answer in checked.answers)
        return (*of_undertakings, *(area.diagnosis for area in self.areas))

    @property
    def score(self) -> Score:
        return score(self.answers)

    @property
    def by_criterion(self) -> list[tuple[Criterion, Score]]:
        """Each question that is asked at all, with its own score."""
        scores = ((one, score(answer for answer in self.answers if answer.criterion == one)) for one in Criterion)
        return [(criterion, found) for criterion, found in scores if found.asked]

    @property
    def next_step(self) -> tuple[Criterion, Score] | None:
        """The question with most answers missing, the first of them where equal; None when nothing is."""
        worst = max(self.by_criterion, key=lambda pair: pair[1].missing, default=None)
        return worst if worst and worst[1].missing else None


def quality_of(programme: Programme) -> Quality:
    """Ask everything of everything that is in force, in six queries however large the programme is."""
    has_goals = programme.goals.exists()
    found = with_leads(Undertaking.objects.in_force().filter(programme=programme)).in_document_order()
    checked = [check(undertaking, has_goals=has_goals) for undertaking in found]
    areas = programme.areas.prefetch_related("supplements")
    return Quality(
        tuple(_area(area, [one for one in checked if one.undertaking.area_id == area.pk]) for area in areas),
        tuple(one for one in checked if not one.undertaking.is_action),
    )


def _area(area: Area, actions: Sequence[Checked]) -> CheckedArea:
    said = "".join(supplement.text for supplement in area.supplements.all())
    return CheckedArea(area, _answer(Criterion.DIAGNOSIS, area.diagnosis, said), tuple(actions))


def check(undertaking: Undertaking, *, has_goals: bool) -> Checked:
    """Answers of one undertaking. A goal is asked for only where the programme has goals to choose from."""
    said = {supplement.kind: str(supplement) for supplement in undertaking.supplements.all()}
    official = official_answers(undertaking)
    asked = [one for one in OF_UNDERTAKINGS if one != Criterion.GOAL or has_goals or official[one]]
    return Checked(undertaking, tuple(_answer(one, official[one], said.get(one.value, "")) for one in asked))


def _answer(criterion: Criterion, official: str, supplement: str) -> Answer:
    return Answer(criterion, supplement, by_office=True) if supplement else Answer(criterion, official)


def official_answers(undertaking: Undertaking) -> dict[Criterion, str]:
    """What the resolution itself says, and who is named as lead (`leads` as `queries.with_duties` leaves them)."""
    leads: list[Responsibility] = getattr(undertaking, "leads", [])
    term = undertaking.term_raw or (_("bezterminowo") if undertaking.open_ended else "")
    return {
        Criterion.LEAD: ", ".join(duty.institution.short for duty in leads),
        Criterion.DEADLINE: str(term),
        Criterion.MEASURE: "; ".join(undertaking.measures),
        Criterion.MONEY: undertaking.funding,
        Criterion.AUDIENCE: undertaking.audience,
        Criterion.GOAL: undertaking.aim,
    }
