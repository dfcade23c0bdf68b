"""What residents would read of an evaluated year, and what in it looks like data of a person.

Each text has a place that stays the same (`grade-12-said-0`, `undertaking-5-method`), words that it shows, and an
address where the office sees it. Headings of areas and names of institutions are left out: they are the resolution's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.core.frozen import digest
from bezpiecznik.core.personal import Finding
from bezpiecznik.core.polish import forms
from bezpiecznik.core.privacy import Check
from bezpiecznik.evaluation.models import Evaluation, Grade, TextDecision, Verdict
from bezpiecznik.evaluation.statements import Statement
from bezpiecznik.plans.models import Goal, Programme, Undertaking

FIELDS_SHOWN = ("wording", "aim", "audience", "term_raw", "method", "leads_raw")
"""What the public pages show of an action or an initiative."""


@dataclass(frozen=True)
class PublicText:
    """One text: its place, what it is, its words, and where to see it; `code` is the action's or initiative's."""

    place: str
    label: str
    text: str
    url: str
    check: Check
    code: str = ""

    @cached_property
    def sha256(self) -> str:
        return digest(self.text)

    @cached_property
    def findings(self) -> list[Finding]:
        return self.check.findings(self.text)


@dataclass(frozen=True)
class Suspect:
    """A text with the decision about exactly these words, or None."""

    text: PublicText
    decision: TextDecision | None

    @property
    def waits(self) -> bool:
        return bool(self.text.findings) and self.decision is None


def place_of_words(grade: Grade, number: int) -> str:
    return f"grade-{grade.pk}-said-{number}"


def place_of_reason(grade: Grade) -> str:
    return f"grade-{grade.pk}-reason"


def place_of_field(owner: Undertaking | Goal | Programme, field: str) -> str:
    return f"{owner._meta.model_name}-{owner.pk}-{field}"


def words_shown(said: Statement) -> str:
    """What a resident reads of a statement."""
    return said.text or said.reason


def texts_of(evaluation: Evaluation) -> Iterator[PublicText]:
    """All texts that the publication of this year lets residents read, and those of the programme around them."""
    check = Check()
    yield from _of_grades(evaluation, check)
    yield from _of_programme(evaluation.programme, check)


def _of_grades(evaluation: Evaluation, check: Check) -> Iterator[PublicText]:
    grades = Grade.objects.filter(evaluation=evaluation).with_action().in_document_order()
    for grade in grades:
        url, code = grade.get_absolute_url(), grade.undertaking.code
        action = _("Działanie %(code)s") % {"code": code}
        if grade.is_changed:
            label = _("%(action)s, uzasadnienie oceny") % {"action": action}
            yield PublicText(place_of_reason(grade), label, grade.reason, url, check, code)
        for number, said in enumerate(grade.statements):
            if said.speaks:
                label = _("%(action)s, słowa: %(institution)s, %(period)s") % {
                    "action": action, "institution": said.short, "period": said.period,
                }  # fmt: skip
                yield PublicText(place_of_words(grade, number), label, words_shown(said), url, check, code)


def _of_programme(programme: Programme, check: Check) -> Iterator[PublicText]:
    url = reverse("plans:programme")
    yield PublicText(place_of_field(programme, "main_goal"), _("Cel główny programu"), programme.main_goal, url, check)
    for goal in programme.goals.all():
        label = _("Cel szczegółowy %(no)s") % {"no": goal.no}
        yield PublicText(place_of_field(goal, "text"), label, goal.text, url, check)
    for undertaking in Undertaking.objects.filter(programme=programme).select_related("area").order_by("kind", "pk"):
        for field in FIELDS_SHOWN:
            if text := getattr(undertaking, field):
                name = undertaking._meta.get_field(field).verbose_name  # type: ignore[union-attr]
                label = f"{undertaking.code}, {name}"
                yield PublicText(
                    place_of_field(undertaking, field),
                    label,
                    text,
                    undertaking.get_absolute_url(),
                    check,
                    undertaking.code,
                )


def suspects(evaluation: Evaluation, *, code: str = "") -> list[Suspect]:
    """Texts in which something was found or about which something was decided; with `code`, all of that action too."""
    decided = {(kept.place, kept.text_sha256): kept for kept in _decisions(evaluation.programme)}
    rows = ((text, decided.get((text.place, text.sha256))) for text in texts_of(evaluation))
    return [Suspect(text, kept) for text, kept in rows if kept or text.findings or (code and text.code == code)]


def _decisions(programme: Programme) -> Iterator[TextDecision]:
    yield from TextDecision.objects.filter(programme=programme).select_related("decided_by")


def text_at(evaluation: Evaluation, place: str) -> PublicText | None:
    return next((text for text in texts_of(evaluation) if text.place == place), None)


def missing_to_publish(evaluation: Evaluation) -> list[str]:
    """Why residents may not read the year yet, as sentences; empty when they may."""
    waiting = sum(suspect.waits for suspect in suspects(evaluation))
    if not waiting:
        return []
    words = forms(waiting, _("treść wygląda,treści wyglądają,treści wygląda"))
    told = _("%(n)d %(words)s na dane osoby. Rozstrzygnij o każdej, zanim opublikujesz ocenę.")
    return [told % {"n": waiting, "words": words}]


@dataclass(frozen=True)
class Veil:
    """What is hidden from residents: places with the hash of the words hidden there."""

    hidden: frozenset[tuple[str, str]]

    def over(self, place: str, text: str) -> str:
        """The text, or what stands instead of it."""
        if self.hidden and (place, digest(text)) in self.hidden:
            return _("(Treść ukryta ze względu na ochronę danych osób).")
        return text


def veil_of(programme: Programme) -> Veil:
    """One query."""
    withheld = TextDecision.objects.filter(programme=programme, verdict=Verdict.WITHHELD)
    return Veil(frozenset(withheld.values_list("place", "text_sha256")))
