"""The draft of the next programme as frozen JSON: names as text, numbers given in order. Reads; writes nothing."""

import re
from collections import Counter
from typing import Any

from bezpiecznik.editions.models import DraftItem, Edition, Fate
from bezpiecznik.editions.states import FateKind
from bezpiecznik.plans.models import ResponsibilityRole
from bezpiecznik.plans.quality import Answer, Criterion, score

Text = dict[str, Any]
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def draft_of(edition: Edition) -> Text:
    """The whole draft, in eight queries however large it is."""
    fates = list(edition.fates.with_undertaking().in_document_order())
    came: dict[int, list[Fate]] = {}
    for fate in fates:
        came.setdefault(fate.item_id or 0, []).append(fate)
    items = list(edition.items.select_related("area").prefetch_related("duties__institution"))
    areas = [
        {
            "no": area.no,
            "name": area.name,
            "diagnosis": area.diagnosis,
            "actions": _numbered([item for item in items if item.area_id == area.pk], came, f"{area.no}."),
        }
        for area in edition.areas.all()
    ]
    initiatives = _numbered([item for item in items if not item.is_action], came, "P")
    return {
        "title": edition.title,
        "year_from": edition.year_from,
        "year_to": edition.year_to,
        "unit": edition.former.unit,
        "council": edition.former.council,
        "legal_basis": list(edition.former.legal_basis),
        "made_up": edition.former.made_up,
        "former": {"title": edition.former.title, "act_no": edition.former.act_no},
        "main_goal": edition.main_goal,
        "goals": edition.goals,
        "forms": edition.forms,
        "participants": edition.participants,
        "commission_tasks": edition.commission_tasks,
        "areas": areas,
        "initiatives": initiatives,
        "justification": edition.justification,
        "fates": _fates(fates),
        "quality": _quality(areas, initiatives, has_goals=bool(edition.goals)),
        "past_terms": past_terms(areas, initiatives, edition.year_from),
    }


def _numbered(items: list[DraftItem], came: dict[int, list[Fate]], prefix: str) -> list[Text]:
    return [_item(item, no, f"{prefix}{no}", came.get(item.pk, [])) for no, item in enumerate(items, start=1)]


def _item(item: DraftItem, no: int, code: str, fates: list[Fate]) -> Text:
    bodies = [(duty.role, duty.institution.short) for duty in item.duties.all()]
    return {
        "key": item.pk,
        "no": no,
        "code": code,
        "wording": item.wording,
        "aim": item.aim,
        "audience": item.audience,
        "term_raw": item.term_raw,
        "method": item.method,
        "funding": item.funding,
        "measures": list(item.measures),
        "leads": [name for role, name in bodies if role == ResponsibilityRole.LEAD],
        "partners": [name for role, name in bodies if role == ResponsibilityRole.PARTNER],
        "from": [{"code": fate.undertaking.code, "kind": fate.kind} for fate in fates],
    }


def _fates(fates: list[Fate]) -> Text:
    """How many became what, and what was given up and why: the material of the justification."""
    counts = Counter(fate.kind for fate in fates)
    return {
        "counts": {kind.value: counts[kind.value] for kind in FateKind},
        "undecided": counts[""],
        "n": len(fates),
        "dropped": [
            {"code": fate.undertaking.code, "wording": fate.undertaking.wording, "reason": fate.reason}
            for fate in fates
            if fate.kind == FateKind.DROPPED
        ],
    }


def past_terms(areas: list[Text], initiatives: list[Text], year_from: int) -> list[str]:
    """Codes of items whose term names only years before the new programme: carried over and not looked at again."""
    every = [*(action for area in areas for action in area["actions"]), *initiatives]
    return [item["code"] for item in every if (named := YEAR.findall(item["term_raw"])) and int(max(named)) < year_from]


def _quality(areas: list[Text], initiatives: list[Text], *, has_goals: bool) -> Text:
    """The seven questions of `plans.quality`, asked of the draft."""
    actions = [action for area in areas for action in area["actions"]]
    answers = [answer for item in (*actions, *initiatives) for answer in _answers(item, has_goals=has_goals)]
    answers += [Answer(Criterion.DIAGNOSIS, area["diagnosis"]) for area in areas]
    of = {one: score(answer for answer in answers if answer.criterion == one) for one in Criterion}
    whole = score(answers)
    return {
        "percent": whole.percent,
        "given": whole.given,
        "asked": whole.asked,
        "rows": [
            {"label": str(one.label), "given": found.given, "asked": found.asked}
            for one, found in of.items()
            if found.asked
        ],
    }


def _answers(item: Text, *, has_goals: bool) -> list[Answer]:
    said = {
        Criterion.LEAD: ", ".join(item["leads"]),
        Criterion.DEADLINE: item["term_raw"],
        Criterion.MEASURE: "; ".join(item["measures"]),
        Criterion.MONEY: item["funding"],
        Criterion.AUDIENCE: item["audience"],
        Criterion.GOAL: item["aim"],
    }
    return [Answer(one, text) for one, text in said.items() if one != Criterion.GOAL or has_goals or text]
