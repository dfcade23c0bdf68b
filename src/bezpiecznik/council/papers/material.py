"""What the council's papers are made of: names and texts in force, frozen."""

import json
import re
from typing import Any

from django.utils.translation import gettext as _

from bezpiecznik.core.frozen import as_text
from bezpiecznik.core.polish import long_date
from bezpiecznik.council.models import Matter
from bezpiecznik.council.states import MatterKind
from bezpiecznik.documents import texts
from bezpiecznik.documents.kinds import Material
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.documents.vocabulary import WORDS, unit_of
from bezpiecznik.letters import options
from bezpiecznik.plans.models import Programme

SENT = {
    MatterKind.PROGRAMME_REPORT: "sprawozdanie roczne z realizacji programu za rok %s",
    MatterKind.COMMISSION_REPORT: "sprawozdanie z działalności Komisji Bezpieczeństwa i Porządku za rok %s",
    MatterKind.STATE_REPORT: "informację do raportu o stanie samorządu za rok %s",
    MatterKind.PROGRAMME: "projekt programu (rok %s)",
}
CONCERNS = {
    MatterKind.PROGRAMME_REPORT: "sprawozdania rocznego z realizacji programu za rok %s",
    MatterKind.COMMISSION_REPORT: "sprawozdania z działalności Komisji Bezpieczeństwa i Porządku za rok %s",
    MatterKind.STATE_REPORT: "informacji do raportu o stanie samorządu za rok %s",
    MatterKind.PROGRAMME: "projektu programu (rok %s)",
}
TITLES = {
    MatterKind.PROGRAMME_REPORT: "Projekt uchwały o sprawozdaniu rocznym za rok %s",
    MatterKind.COMMISSION_REPORT: "Projekt uchwały o sprawozdaniu Komisji za rok %s",
    MatterKind.PROGRAMME: "Projekt uchwały o programie (rok %s)",
}
NUMBER_TO_COME = "………"
COUNCIL = re.compile(r"Rada\b( Miejska\b)?")


def subject_of(matter: Matter) -> str:
    """What its papers bear as `Document.subject`."""
    return f"matter:{matter.pk}"


def resolution_material(matter: Matter, *, draft: bool = False) -> Material:
    """The draft resolution of the matter, in the texts that are in force now."""
    kind, words = MatterKind(matter.kind), _words(matter)
    own = texts.frozen(DocumentKind.DRAFT_RESOLUTION, **words)
    parts = {name: own[f"{kind}_{name}"] for name in ("subject", "basis", "decision")}
    content = {
        **_unit(matter.programme),
        "draft": draft,
        "kind": kind.value,
        "texts": {**parts, "execution": own["execution"], "in_force": own["in_force"]},
        "justification": matter.justification,
    }
    return Material(matter.year, as_text(content), TITLES[kind] % matter.year, subject=subject_of(matter))


def submission_material(matter: Matter, annexes: list[str]) -> Material:
    """The letter that goes with the matter; `annexes` are titles with numbers."""
    subject = SENT[MatterKind(matter.kind)] % matter.year
    words = {**_words(matter), "subject": subject}
    content = {
        **_unit(matter.programme),
        "sender": [line.strip() for line in options.SENDER.value().splitlines() if line.strip()],
        "place": options.PLACE.value(),
        "case_sign": "",
        "texts": texts.frozen(DocumentKind.SUBMISSION, **words),
        "annexes": annexes,
        "concerns": CONCERNS[MatterKind(matter.kind)] % matter.year,
    }
    title = _("Pismo do rady: %(subject)s") % {"subject": subject}
    return Material(matter.year, as_text(content), title, subject=subject_of(matter))


def state_material(evidence: str, *, matter: Matter | None = None) -> Material:
    """The chapter of the report on the state, out of the text of the year's evidence (or of its draft)."""
    content = json.loads(evidence)
    programme = content["programme"]
    words = {
        "council": programme["council"], "unit": programme["unit"], "programme": programme["title"],
        "act": programme["act_no"], "year": content["year"], "document": "",
    }  # fmt: skip
    snapshot = {
        "draft": bool(content.get("draft")),
        "texts": texts.frozen(DocumentKind.STATE_REPORT, **words),
        "evidence": _without_details(content),
    }
    title = f"Informacja o realizacji programu do raportu o stanie samorządu za rok {content['year']}"
    return Material(content["year"], as_text(snapshot), title, subject=subject_of(matter) if matter else "")


def _without_details(evidence: dict[str, Any]) -> dict[str, Any]:
    """Only what the chapter prints: a whole year of statements would be a megabyte more."""
    kept = ("made_up", "year", "programme", "labels", "n", "counts", "completeness", "recommendations", "finished")
    areas = [
        {
            **{name: area[name] for name in ("no", "name", "n", "counts")},
            "actions": [{name: action[name] for name in ("code", "wording", "given")} for action in area["actions"]],
        }
        for area in evidence["areas"]
    ]
    return {**{name: evidence.get(name) for name in kept}, "areas": areas}


def _words(matter: Matter) -> dict[str, str]:
    programme = matter.programme
    day = f" z dnia {long_date(programme.act_date)} r." if programme.act_date else ""
    return {
        "council": programme.council,
        "unit": programme.unit,
        "programme": programme.title,
        "act": f"{programme.act_no}{day}",
        "year": str(matter.year),
        "document": matter.report.number if matter.report else NUMBER_TO_COME,
    }


def _in_genitive(named: re.Match[str]) -> str:
    """„Rady”, „Rady Miejskiej”: what follows is in the genitive already, or a place."""
    return f"Rady{named[1][:-1]}iej" if named[1] else "Rady"


def _unit(programme: Programme) -> dict[str, Any]:
    """Names of the unit and its organs; the council in the genitive, as titles of resolutions have it."""
    named = WORDS[unit_of(programme.unit_kind)]
    council = programme.council or named["rada"]
    genitive = COUNCIL.sub(_in_genitive, council) if COUNCIL.match(council) else named["rady"]
    return {
        "unit": programme.unit,
        "council": council,
        "council_genitive": genitive,
        "signatory": named["organ"],
        "made_up": programme.made_up,
    }
