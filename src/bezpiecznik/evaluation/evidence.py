"""What a finished evaluation rests on, frozen: self-contained, with names as text.

The stored text is canonical JSON as `core.frozen.as_text` writes it; the sha256 is taken over exactly that text.
A document is made from it alone, so later renames change nothing.

    {"format": "bezpiecznik/evidence-1", "year": 2022, "made_up": false,
     "programme": {"title", "unit", "unit_kind", "council", "act_no", "act_date" | null, "legal_basis": [str],
                   "main_goal", "goals": [str], "year_from", "year_to"},
     "rule": [paragraph of „Jak liczymy”, …], "rule_config": {as `evaluation.rule_config.RuleConfig`},
     "labels": {"mark": {"done": "zrealizowano", …}, "outcome": {…}, "share": {…}, "coverage": {…}},
     "periods": [{"label", "part", "starts_on", "ends_on", "due_on", "closed_at", "sha256"}, …],
     "areas": [{"no", "name", "official_name", "n": 9, "counts": {mark: number, …},
        "actions": [{"code", "wording", "leads": [Body], "partners": [Body], "proposed": mark, "given": mark,
                     "rule": sentence, "reason", "decided_by", "decided_at", "statements": [Statement, …], "goal": "",
                     "facts": {as `evaluation.facts.Facts`}, "paragraph": {"draft": [Sentence], "edited": [Sentence],
                     "by", "at"}}]}],                            an empty "edited": the draft stands
     "n": 110, "counts": {mark: number, …},
     "initiatives": [{"code", "name", "aim", "executors": [Body], "partners": [Body], "executors_raw", "audience",
                      "term", "method", "funding", "promised": 300 | null, "planned": [{"year", "source", "amount"}],
                      "statements": [Statement, …], "figures": [{"institution", "short", "period", "audience",
                      "planned", "granted", "spent", "source"}], "state": mark | "", "rule"}],
                                            from "promised" on absent in older evidence
     "sources": [as `evaluation.sources.SourceReport`, …],         numbers that sentences carry
     "former": null | as `evidence_beside.former`, "recommendations": […], "observations": […],
     "completeness": [{"period": label, "institution": Body, "expected", "received", "complete": numbers of duties,
                       "on_time": bool, "submitted_at" | null, "signatory", "signatory_function", "state"}],
     "without_reporter": [{"period": label, "obligations": 3}],
     "finished": {"at", "by", "function"}}

    Body as in `reporting.closing`; Statement and Sentence as in `evaluation.statements` and `evaluation.paragraph`.
    Keys added since the first evidence was frozen: rule_config, goal, facts, paragraph, state, sources, former,
    recommendations, observations. Readers do without each of them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from bezpiecznik.accounts.models import User
from bezpiecznik.evaluation import evidence_beside
from bezpiecznik.evaluation.gathering import Beside, beside, goals_of
from bezpiecznik.evaluation.models import Evaluation, Grade
from bezpiecznik.evaluation.rule import propose
from bezpiecznik.evaluation.rule_config import RuleConfig
from bezpiecznik.evaluation.rule_words import how_we_grade
from bezpiecznik.evaluation.statements import in_order
from bezpiecznik.evaluation.states import GradeValue
from bezpiecznik.evaluation.year import ActionOfYear, AreaOfYear, InitiativeOfYear, Year
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, ResponsibilityRole, Undertaking
from bezpiecznik.reporting.closing import Content, Count
from bezpiecznik.reporting.states import Coverage, Outcome, Share

FORMAT = "bezpiecznik/evidence-1"


def assemble(evaluation: Evaluation, year: Year, *, by: User, at: datetime) -> dict[str, Any]:
    """The evidence of an evaluation whose grades are all decided; `at` is the moment of finishing."""
    grades = {grade.undertaking_id: grade for grade in _grades(evaluation)}
    programme, goals = evaluation.programme, goals_of(evaluation.programme)
    said, rule = beside(programme, evaluation.year), evaluation.rule
    areas = [_area(area, grades, goals) for area in year.areas.values()]
    return {
        "format": FORMAT,
        "year": evaluation.year,
        "made_up": programme.made_up,
        "programme": _programme(programme),
        "rule": list(how_we_grade(rule)),
        "rule_config": rule.as_json(),
        "labels": _labels(),
        "periods": [_period(content, sha256) for content, sha256 in year.periods],
        "areas": areas,
        "n": sum(area["n"] for area in areas),
        "counts": count(grade.given for grade in grades.values()),
        "initiatives": [
            {**_initiative(initiative), **_reported(year.initiatives.get(initiative.pk), said, rule)}
            for initiative in _initiatives(programme, evaluation.year)
        ],
        "sources": [source.as_json() for source in year.sources],
        "former": evidence_beside.former(evaluation),
        "recommendations": evidence_beside.recommendations(programme, evaluation.year),
        "observations": evidence_beside.observations(programme, evaluation.year),
        "completeness": [line for content, _sha256 in year.periods for line in _completeness(content)],
        "without_reporter": [_without_reporter(content) for content, _sha256 in year.periods],
        "finished": {"at": at.isoformat(), "by": by.get_full_name(), "function": by.function},
    }


def _grades(evaluation: Evaluation) -> Iterable[Grade]:
    return evaluation.grades.select_related("decided_by", "paragraph_by")


def count(marks: Iterable[str]) -> dict[str, int]:
    """How many of each of the six marks; a mark nobody was given counts 0."""
    counted = Counter(marks)
    return {mark.value: counted[mark.value] for mark in GradeValue}


def _labels() -> dict[str, dict[str, str]]:
    tables = {"mark": GradeValue, "outcome": Outcome, "share": Share, "coverage": Coverage}
    return {name: {value: str(label) for value, label in table.choices} for name, table in tables.items()}


def _programme(programme: Programme) -> dict[str, Any]:
    return {
        "title": programme.title,
        "unit": programme.unit,
        "unit_kind": programme.unit_kind,
        "council": programme.council,
        "act_no": programme.act_no,
        "act_date": programme.act_date.isoformat() if programme.act_date else None,
        "legal_basis": list(programme.legal_basis),
        "main_goal": programme.main_goal,
        "goals": [goal.text for goal in programme.goals.all()],
        "year_from": programme.year_from,
        "year_to": programme.year_to,
    }


def _period(content: Content, sha256: str) -> dict[str, Any]:
    period = content["period"]
    return {
        "label": period["label"],
        "part": period["part"],
        "starts_on": period["starts_on"],
        "ends_on": period["ends_on"],
        "due_on": period["due_on"],
        "closed_at": period["closed_at"],
        "sha256": sha256,
    }


def _area(area: AreaOfYear, grades: dict[int, Grade], goals: dict[int, str]) -> dict[str, Any]:
    actions = [_action(action, grades[action.key], goals.get(action.key, "")) for action in area.actions.values()]
    return {
        "no": area.no,
        "name": area.name,
        "official_name": area.official_name,
        "n": len(actions),
        "counts": count(action["given"] for action in actions),
        "actions": actions,
    }


def _action(action: ActionOfYear, grade: Grade, goal: str) -> dict[str, Any]:
    return {
        "code": action.code,
        "wording": action.wording,
        "leads": action.leads,
        "partners": action.partners,
        "proposed": grade.proposed,
        "given": grade.given,
        "rule": grade.rule,
        "reason": grade.reason,
        "decided_by": str(grade.decided_by),
        "decided_at": grade.decided_at.isoformat() if grade.decided_at else "",
        "statements": grade.statements_json,
        "goal": goal,
        "facts": grade.facts_json,
        "paragraph": _paragraph(grade),
    }


def _paragraph(grade: Grade) -> dict[str, Any]:
    """The draft, and what a person made of it; an empty list of theirs means that the draft stands."""
    return {
        "draft": [sentence.as_json() for sentence in grade.draft],
        "edited": [sentence.as_json() for sentence in grade.sentences] if grade.is_edited else [],
        "by": str(grade.paragraph_by) if grade.is_edited else "",
        "at": grade.paragraph_at.isoformat() if grade.is_edited and grade.paragraph_at else "",
    }


def _initiatives(programme: Programme, year: int) -> Sequence[Undertaking]:
    """Those that were in the programme on some day of the year."""
    found = programme.undertakings.initiatives().exclude(withdrawn_on__lte=date(year, 1, 1)).order_by("no")
    found = found.exclude(added_by__effective_on__gt=date(year, 12, 31))
    return list(found.prefetch_related("responsibilities__institution"))


def _initiative(initiative: Undertaking) -> dict[str, Any]:
    duties = [duty for duty in initiative.responsibilities.all() if duty.until is None]

    def bodies(role: ResponsibilityRole) -> list[dict[str, str]]:
        return [_body(duty.institution) for duty in duties if duty.role == role]

    return {
        "code": initiative.code,
        "name": initiative.wording,
        "aim": initiative.aim,
        "executors": bodies(ResponsibilityRole.LEAD),
        "partners": bodies(ResponsibilityRole.PARTNER),
        "executors_raw": initiative.leads_raw,
        "audience": initiative.audience,
        "term": initiative.term_raw,
        "method": initiative.method,
        "funding": initiative.funding,
    }


def _reported(initiative: InitiativeOfYear | None, said: Beside, rule: RuleConfig) -> dict[str, Any]:
    """What the year's frozen periods say of it, and what the rule of actions makes of that; nobody decides over it."""
    if initiative is None:
        return {"promised": None, "planned": [], "statements": [], "figures": [], "state": "", "rule": ""}
    proposal = propose(in_order(initiative.said), said.facts_of_initiative(initiative), rule)
    return {
        "state": proposal.value.value,
        "rule": proposal.sentence,
        "promised": initiative.promised,
        "planned": initiative.money,
        "statements": [said.as_json() for said in in_order(initiative.said)],
        "figures": initiative.figures,
    }


def _body(institution: Institution) -> dict[str, str]:
    return {"abbr": institution.abbr, "name": institution.name, "short": institution.short}


def _completeness(content: Content) -> Iterable[dict[str, Any]]:
    for packet in content["packets"]:
        duties = _together(packet["obligations"], packet.get("initiatives"))
        yield {
            "period": content["period"]["label"],
            "institution": packet["institution"],
            "expected": duties["expected"],
            "received": duties["received"],
            "complete": duties["complete"],
            "on_time": packet["on_time"],
            "submitted_at": packet["submitted_at"],
            "signatory": packet["signatory"],
            "signatory_function": packet["signatory_function"],
            "state": packet["state"],
        }


def _together(actions: Count, initiatives: Count | None) -> dict[str, int]:
    """Duties of both kinds; older copies have actions alone."""
    other = initiatives or {"expected": 0, "received": 0, "complete": 0}
    return {name: actions[name] + other[name] for name in ("expected", "received", "complete")}


def _without_reporter(content: Content) -> dict[str, Any]:
    of_initiatives = content.get("initiatives_completeness", {}).get("without_reporter", 0)
    silent = content["completeness"]["without_reporter"] + of_initiatives
    return {"period": content["period"]["label"], "obligations": silent}
