"""What the threat assessment is made of: figures, signals, grades and the Commission's own opinions, frozen by area."""

import json
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from bezpiecznik.commission.meeting_states import OpinionKind
from bezpiecznik.commission.models import Opinion
from bezpiecznik.core.frozen import as_text
from bezpiecznik.council.papers import texts
from bezpiecznik.documents.kinds import Material, NotReady, Wanted
from bezpiecznik.evaluation.models import Evidence
from bezpiecznik.indicators import queries as indicators
from bezpiecznik.indicators.comparison import plain
from bezpiecznik.indicators.models import Indicator
from bezpiecznik.indicators.queries import Line
from bezpiecznik.indicators.states import Half
from bezpiecznik.observations.queries import of_year
from bezpiecznik.plans.models import Programme

TITLE = "Ocena zagrożeń porządku publicznego i bezpieczeństwa obywateli za rok %s"


def find_threats(wanted: Wanted) -> Material:
    """The assessment of a year whose evaluation is finished. Raises NotReady, with a sentence, before that."""
    programme = _programme(wanted)
    evidence = _evidence(programme, wanted.year)
    if evidence is None:
        raise NotReady(_("Ocena za rok %(year)s nie jest zakończona.") % {"year": wanted.year})
    return _material(programme, wanted.year, evidence)


def draft_of_threats(wanted: Wanted) -> Material:
    """The same out of what is known today; grades only where the evaluation is finished."""
    programme = _programme(wanted)
    return _material(programme, wanted.year, _evidence(programme, wanted.year), draft=True)


def _programme(wanted: Wanted) -> Programme:
    found = Programme.objects.filter(year_from__lte=wanted.year, year_to__gte=wanted.year)
    if wanted.programme:
        found = found.filter(pk=wanted.programme)
    programme = found.newest_first().first()
    if programme is None:
        raise NotReady(_("W roku %(year)s nie obowiązywał żaden program.") % {"year": wanted.year})
    return programme


def _evidence(programme: Programme, year: int) -> dict[str, Any] | None:
    found = Evidence.objects.filter(evaluation__programme=programme, evaluation__year=year).first()
    content: dict[str, Any] | None = json.loads(found.content) if found else None
    return content


def _material(programme: Programme, year: int, evidence: dict[str, Any] | None, *, draft: bool = False) -> Material:
    lines = indicators.lines(list(Indicator.objects.active()), year, Half.YEAR)
    signals = of_year(programme, year)
    content = {
        "draft": draft,
        "year": year,
        "unit": programme.unit,
        "programme": programme.title,
        "made_up": programme.made_up,
        "texts": texts.frozen_for(texts.THREATS, programme, year),
        "evaluated": evidence is not None,
        "figures": [_figure(line) for line in lines if line.indicator.area_id is None],
        "areas": [
            {
                "no": area.no,
                "name": area.name,
                "figures": [_figure(line) for line in lines if line.indicator.area_id == area.pk],
                "signals": [_signal(one) for one in signals if area.no in one["areas"]],
                **_graded(evidence, area.no),
            }
            for area in programme.areas.all()
        ],
        "signals": [_signal(one) for one in signals if not one["areas"]],
        "opinions": [_opinion(one) for one in _opinions(year)],
    }
    return Material(year, as_text(content), TITLE % year, subject=f"programme:{programme.pk}")


def _figure(line: Line) -> dict[str, Any]:
    return {
        "name": line.indicator.name,
        "source": line.indicator.source,
        "now": plain(line.now.amount) if line.now else None,
        "before": plain(line.before.amount) if line.before else None,
        "sentence": line.compared.sentence,
    }


def _signal(one: dict[str, Any]) -> dict[str, Any]:
    kept = ("kind_label", "title", "source", "happened_on", "outcome_label", "answer")
    return {name: one[name] for name in kept}


def _graded(evidence: dict[str, Any] | None, no: int) -> dict[str, Any]:
    area = next((area for area in evidence["areas"] if area["no"] == no), None) if evidence else None
    if area is None:
        return {"counts": {}, "trouble": []}
    trouble = [action for action in area["actions"] if action["given"] in {"not_done", "no_report"}]
    named = [{name: action[name] for name in ("code", "wording", "given")} for action in trouble]
    return {"counts": area["counts"], "trouble": named}


def _opinions(year: int) -> list[Opinion]:
    """What the Commission said of the year's threats: from April on, until the end of the next March.

    Figures of a year are known in January and discussed in February or March, so an opinion given then speaks of the
    year before.
    """
    given = (date(year, 4, 1), date(year + 1, 3, 31))
    found = Opinion.objects.filter(kind=OpinionKind.THREATS, given_on__range=given)
    return list(found.order_by("given_on", "pk"))


def _opinion(one: Opinion) -> dict[str, Any]:
    return {
        "subject": one.subject,
        "text": one.text,
        "position": str(one.get_position_display()),
        "given_on": one.given_on.isoformat(),
    }
