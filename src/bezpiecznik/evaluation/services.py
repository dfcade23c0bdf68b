"""Every write of the room. Grades are changed only while the evaluation is being worked on."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.core.polish import search_text
from bezpiecznik.evaluation import disclosure, options, queries, year
from bezpiecznik.evaluation.events import Event
from bezpiecznik.evaluation.evidence import assemble
from bezpiecznik.evaluation.gathering import Beside, beside
from bezpiecznik.evaluation.models import Evaluation, Evidence, Grade, TextDecision, Verdict
from bezpiecznik.evaluation.paragraph import as_lines
from bezpiecznik.evaluation.rule import propose
from bezpiecznik.evaluation.rule_config import RuleConfig
from bezpiecznik.evaluation.states import NEXT, EvaluationState, GradeValue
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting.queries import snapshots
from bezpiecznik.reporting.refusals import Refused


class DecidedMeanwhile(Refused):
    """Somebody else has decided on the grade; `grade` is how it stands now."""

    def __init__(self, grade: Grade) -> None:
        told = _(
            "W międzyczasie zapisano: „%(given)s” (%(who)s). Zapisz jeszcze raz, jeśli ma obowiązywać Twoja ocena."
        )
        super().__init__(told % {"given": grade.get_given_display(), "who": grade.decided_by})
        self.grade = grade


@transaction.atomic
def start_evaluation(programme: Programme, *, year: int, by: User) -> Evaluation:
    """Begin the evaluation of a year: a proposed grade for each action of its frozen periods.

    Raises Refused, with sentences, unless all periods of the year are closed and the year is not yet evaluated.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)
    if missing := queries.missing_to_start(programme, year):
        raise Refused(*missing)
    config = options.in_force()
    evaluation = Evaluation.objects.create(
        programme=programme, year=year, started_by=by, rule_json=config.as_json()
    )  # fmt: skip
    said = beside(programme, year)
    actions = _read(evaluation).actions()
    made = Grade.objects.bulk_create(_proposed(evaluation, action, said, config) for action in actions)
    journal.record(Event.STARTED, evaluation, by=by, actions=len(made))
    return evaluation


def _read(evaluation: Evaluation) -> year.Year:
    return year.read(snapshots(evaluation.programme, evaluation.year))


def _proposed(evaluation: Evaluation, action: year.ActionOfYear, said: Beside, config: RuleConfig) -> Grade:
    facts = said.facts(action.key, action.said)
    proposal = propose(action.statements, facts, config)
    return Grade(
        evaluation=evaluation,
        undertaking_id=action.key,
        proposed=proposal.value,
        rule=proposal.sentence,
        facts_json=facts.as_json(),
        given=proposal.value,
        statements_json=[statement.as_json() for statement in action.statements],
        search_text=search_text(action.code, action.wording, *action.names),
    )


@transaction.atomic
def propose_again(evaluation: Evaluation, *, by: User) -> int:
    """Put the rule, as it is set now, and today's milestones to the grades nobody has decided; how many changed.

    What a person decided stays, with the proposal they saw. Raises Refused when the evaluation is finished.
    """
    held = _hold_draft(evaluation)
    config, said = options.in_force(), beside(held.programme, held.year)
    evaluation.rule_json = held.rule_json = config.as_json()
    held.save(update_fields=("rule_json",))
    anew = {action.key: _proposed(held, action, said, config) for action in _read(held).actions()}
    waiting = list(held.grades.undecided())
    changed = [grade for grade in waiting if _take_proposal(grade, anew[grade.undertaking_id])]
    Grade.objects.bulk_update(waiting, ("proposed", "given", "rule", "facts_json", "statements_json"))
    journal.record(Event.PROPOSED_AGAIN, evaluation, by=by, actions=len(waiting), differing=len(changed))
    return len(changed)


def _take_proposal(grade: Grade, anew: Grade) -> bool:
    """Whether the proposal is another one than before."""
    before = grade.proposed
    grade.proposed, grade.given, grade.rule = anew.proposed, anew.given, anew.rule
    grade.facts_json, grade.statements_json = anew.facts_json, anew.statements_json
    return before != grade.proposed


@transaction.atomic
def save_paragraph(grade: Grade, *, text: str, seen: str | None = None, by: User) -> None:
    """Keep what a person made of the draft paragraph; a blank text, or the draft unchanged, means the draft.

    `seen` is the stamp of what the person saw. Raises Refused when another text was saved since, or when the
    evaluation is finished. Saving the same again changes nothing.
    """
    _hold_draft(grade.evaluation)
    current = Grade.objects.select_related("paragraph_by").get(pk=grade.pk)
    lines = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    kept = "" if lines == as_lines(current.draft) else lines
    if kept == current.paragraph:
        return
    if seen not in {None, current.paragraph_stamp}:
        raise Refused(
            _("W międzyczasie opis zmienił(a) %(who)s. Otwórz stronę jeszcze raz i porównaj.")
            % {"who": current.paragraph_by}
        )
    grade.paragraph, grade.paragraph_at, grade.paragraph_by = kept, clock.now(), by
    fieldhistory.sign(grade, by=by)
    grade.save(update_fields=("paragraph", "paragraph_at", "paragraph_by"))
    journal.record(Event.PARAGRAPH_EDITED if kept else Event.PARAGRAPH_DRAFTED, grade, by=by)


@transaction.atomic
def override_grade(grade: Grade, *, value: GradeValue, reason: str = "", seen: str | None = None, by: User) -> None:
    """Decide the grade of one action. The proposal stays beside it; a different grade needs a reason.

    `seen` is the stamp of what the person saw. Raises DecidedMeanwhile when something else was decided since, Refused
    without the reason, or when the evaluation is finished. Deciding the same again changes nothing.
    """
    _hold_draft(grade.evaluation)
    differs = value != grade.proposed
    if differs and not reason.strip():
        raise Refused(_("Zmiana proponowanej oceny wymaga uzasadnienia."))
    given, why = value, reason.strip() if differs else ""
    current = Grade.objects.select_related("decided_by").get(pk=grade.pk)
    if current.is_decided and (current.given, current.reason) == (given, why):
        return
    if seen not in {None, current.stamp}:
        raise DecidedMeanwhile(current)
    grade.given, grade.reason = given, why
    fieldhistory.sign(grade, by=by)
    grade.decided_at, grade.decided_by = clock.now(), by
    grade.save(update_fields=("given", "reason", "decided_at", "decided_by"))
    journal.record(
        Event.OVERRIDDEN if differs else Event.DECIDED, grade, by=by, note=grade.reason,
        proposed=grade.proposed, given=grade.given,
    )  # fmt: skip


@transaction.atomic
def confirm_grades(grades: Iterable[Grade], *, by: User) -> int:
    """Give the proposed grade to each of these that nobody has decided yet; the number of them.

    All must belong to one evaluation. Raises Refused when it is finished.
    """
    chosen = [grade for grade in grades if not grade.is_decided]
    if not chosen:
        return 0
    evaluation = _hold_draft(chosen[0].evaluation)
    waiting = evaluation.grades.undecided().filter(pk__in=[grade.pk for grade in chosen])
    keys = list(waiting.values_list("pk", flat=True))
    waiting.update(decided_at=clock.now(), decided_by=by)
    confirmed = evaluation.grades.filter(pk__in=keys).in_document_order().select_related("undertaking__area")
    codes = [grade.undertaking.code for grade in confirmed]
    journal.record(Event.CONFIRMED, evaluation, by=by, actions=codes)
    return len(codes)


@transaction.atomic
def finish_evaluation(evaluation: Evaluation, *, by: User) -> Evidence:
    """Close the evaluation and freeze what it rests on. Raises Refused while anything is undecided."""
    held = _hold_draft(evaluation)
    if missing := queries.missing_to_finish(held):
        raise Refused(*missing)
    at = clock.now()
    content = as_text(assemble(held, _read(held), by=by, at=at))
    evidence = Evidence.objects.create(evaluation=held, content=content, sha256=digest(content), made_at=at)
    evaluation.finished_at, evaluation.finished_by = at, by
    _advance(evaluation, EvaluationState.FINISHED, "finished_at", "finished_by")
    journal.record(Event.FINISHED, evaluation, by=by, sha256=evidence.sha256)
    return evidence


@transaction.atomic
def publish_evaluation(evaluation: Evaluation, *, by: User) -> None:
    """Let residents read the grades.

    Raises Refused unless the evaluation is finished, not yet published, and nothing in it that looks like data of a
    person waits for a decision.
    """
    held = _hold(evaluation, EvaluationState.PUBLISHED)
    if missing := disclosure.missing_to_publish(held):
        raise Refused(*missing)
    evaluation.published_at, evaluation.published_by = clock.now(), by
    _advance(evaluation, EvaluationState.PUBLISHED, "published_at", "published_by")
    journal.record(Event.PUBLISHED, evaluation, by=by)


@transaction.atomic
def decide_text(
    evaluation: Evaluation, *, place: str, sha256: str, verdict: Verdict, reason: str, by: User
) -> TextDecision:
    """Withhold one text of the evaluation from residents, or confirm that it names nobody; may be decided anew.

    Raises Refused without a reason, or when other words stand in that place than those that were seen.
    """
    text = disclosure.text_at(evaluation, place)
    if text is None or text.sha256 != sha256:
        raise Refused(_("Ta treść zmieniła się w międzyczasie. Przeczytaj ją jeszcze raz."))
    if not reason.strip():
        raise Refused(_("Podaj powód: zostanie w dzienniku."))
    decision, _new = TextDecision.objects.update_or_create(
        programme=evaluation.programme, place=place, text_sha256=sha256,
        defaults={"verdict": verdict, "reason": reason.strip(), "decided_at": clock.now(), "decided_by": by},
    )  # fmt: skip
    event = Event.TEXT_WITHHELD if verdict == Verdict.WITHHELD else Event.TEXT_CONFIRMED
    found = [f"{finding.kind.value}: {finding.excerpt}" for finding in text.findings]
    journal.record(event, evaluation, by=by, note=decision.reason, place=text.label, found=found)
    return decision


def _hold_draft(evaluation: Evaluation) -> Evaluation:
    return _hold(evaluation, EvaluationState.FINISHED)


def _hold(evaluation: Evaluation, towards: EvaluationState) -> Evaluation:
    """The evaluation locked until the end of the transaction, if it may still come to that state."""
    held = Evaluation.objects.select_for_update(of=("self",)).select_related("programme").get(pk=evaluation.pk)
    if towards not in NEXT[EvaluationState(held.state)]:
        raise Refused(
            _("Ocena za rok %(year)s jest w stanie „%(state)s” i nie można jej już tak zmienić.")
            % {"year": held.year, "state": held.get_state_display()}
        )
    return held


def _advance(evaluation: Evaluation, state: EvaluationState, *moments: str) -> None:
    evaluation.state = state
    evaluation.save(update_fields=("state", *moments))
