"""The rule that proposes a grade. Pure; its sentences are shown on screen and printed in the report.

Silence is not failure: who did not report neither did nor failed to do anything that we know of. Leads decide,
partners support: a partner's report can show that something was done, never that the whole action was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bezpiecznik.evaluation.facts import NO_FACTS, Facts
from bezpiecznik.evaluation.rule_config import DEFAULT, Halves, RuleConfig
from bezpiecznik.evaluation.rule_facts import facts_sentences, lowers
from bezpiecznik.evaluation.rule_words import how_we_grade
from bezpiecznik.evaluation.statements import Statement, by_duty
from bezpiecznik.evaluation.states import GradeValue

HOW_WE_GRADE = how_we_grade(DEFAULT)
"""„Jak liczymy” of the rule as it is when nobody has changed it."""


class Verdict(StrEnum):
    """What one institution's reports of the whole year come to."""

    DONE = "done"
    PARTIAL = "partial"
    ONGOING = "ongoing"
    NOTHING = "nothing_done"
    NOT_CONCERNED = "not_applicable"
    SKIPPED = "skipped"
    SILENT = "silent"
    NOT_ASKED = "not_asked"


V = Verdict
FACTS = frozenset({V.DONE, V.PARTIAL, V.ONGOING})
STRENGTH = (V.NOTHING, V.PARTIAL, V.ONGOING, V.DONE)
"""From the weakest: what an institution of two half-years may come to."""
UNHEARD = frozenset({V.SILENT, V.NOT_ASKED})
SET_ASIDE = frozenset({V.NOT_CONCERNED, V.SKIPPED})
"""The institution answered, and what it answered is no judgement on the year."""

WORDS = {
    V.DONE: "zrealizowano",
    V.PARTIAL: "zrealizowano częściowo",
    V.ONGOING: "w toku",
    V.NOTHING: "nic nie zrobiono",
    V.NOT_CONCERNED: "nie dotyczy",
    V.SKIPPED: "pominięto w tym okresie",
    V.SILENT: "brak sprawozdania",
    V.NOT_ASKED: "nie składa sprawozdań",
}
LEAD_SAID = {
    V.DONE: "zgłosił realizację|zgłosiły realizację",
    V.PARTIAL: "zgłosił realizację częściową|zgłosiły realizację częściową",
    V.ONGOING: "zgłosił działanie w toku|zgłosiły działanie w toku",
    V.NOTHING: "podał, że nic nie zrobiono|podały, że nic nie zrobiono",
    V.NOT_CONCERNED: "podał, że działanie go nie dotyczy|podały, że działanie ich nie dotyczy",
    V.SKIPPED: "podał, że w tym okresie pominął działanie|podały, że w tym okresie pominęły działanie",
    V.SILENT: "nie złożył sprawozdania|nie złożyły sprawozdań",
    V.NOT_ASKED: "nie składa sprawozdań|nie składają sprawozdań",
}

ONLY_PARTNERS = "Działania wykazali tylko partnerzy, dlatego ocena nie może być wyższa."
NOT_A_FAILURE = "Brak sprawozdania nie oznacza, że działania nie zrealizowano."
SKIPPED_ALL_YEAR = "Działanie pominięto przez cały rok z podanym powodem; nie jest to brak sprawozdania."
LOWERED = "Dlatego zamiast „zrealizowano” proponuje się „zrealizowano częściowo”."
PART_UNKNOWN = "Nie wiadomo, czy zrealizowano część, za którą odpowiada podmiot bez sprawozdania."


@dataclass(frozen=True)
class Proposal:
    """The proposed grade and the Polish sentence that says why."""

    value: GradeValue
    sentence: str


@dataclass(frozen=True)
class Voice:
    """One institution in one role: its verdict on the year, and its halves where they differ."""

    name: str
    verdict: Verdict
    halves: str = ""

    @property
    def words(self) -> str:
        return f"{WORDS[self.verdict]}{self.halves}"


def propose(statements: Sequence[Statement], facts: Facts = NO_FACTS, config: RuleConfig = DEFAULT) -> Proposal:
    """The grade that the year's statements and facts about one action point to, and why."""
    in_force = [statement for statement in statements if statement.in_force]
    if not in_force:
        return _without_duties(statements)
    halves = Halves(config.halves)
    leads = _voices([statement for statement in in_force if statement.is_lead], halves)
    partners = _voices([statement for statement in in_force if not statement.is_lead], halves)
    value, because = _decide(leads, partners, all_leads=config.all_leads)
    value, lowered = _beside_facts(value, facts, config)
    heard = "; ".join(filter(None, (_of_leads(leads), _of_partners(partners))))
    sentences = (f"{heard[0].upper()}{heard[1:]}.", because, *facts_sentences(facts, config), lowered)
    return Proposal(value, " ".join(filter(None, sentences)))


def _beside_facts(value: GradeValue, facts: Facts, config: RuleConfig) -> tuple[GradeValue, str]:
    """Facts lower only what was reported as done, and never below „in part”: they prove no failure."""
    if value is GradeValue.DONE and lowers(facts, config):
        return GradeValue.PARTIAL, LOWERED
    return value, ""


def _without_duties(withdrawn: Sequence[Statement]) -> Proposal:
    if not withdrawn:
        return Proposal(GradeValue.NO_REPORT, "Dla tego działania nie ustalono obowiązków sprawozdawczych.")
    reasons = "; ".join(dict.fromkeys(statement.withdrawn_because.rstrip(".") for statement in withdrawn))
    return Proposal(GradeValue.DROPPED, f"Wycofano wszystkie obowiązki sprawozdawcze: {reasons}.")


def _decide(leads: list[Voice], partners: list[Voice], *, all_leads: bool) -> tuple[GradeValue, str]:
    """The grade, and a second sentence where the first does not explain it by itself."""
    partners_did = any(partner.verdict in FACTS for partner in partners)
    if leads and all(lead.verdict in SET_ASIDE for lead in leads):
        return _when_leads_set_it_aside(partners_did, skipped=any(lead.verdict is V.SKIPPED for lead in leads))
    deciding = {lead.verdict for lead in leads} - UNHEARD - SET_ASIDE
    if not deciding:
        return _when_leads_are_silent(bool(leads), partners_did)
    if deciding == {V.NOTHING}:
        return _when_leads_did_nothing(partners_did)
    one_is_silent = all_leads and any(lead.verdict in UNHEARD for lead in leads)
    return _when_leads_did_something(deciding, one_is_silent=one_is_silent)


def _when_leads_set_it_aside(partners_did: bool, *, skipped: bool) -> tuple[GradeValue, str]:
    if partners_did:
        return GradeValue.PARTIAL, ONLY_PARTNERS
    return GradeValue.DROPPED, SKIPPED_ALL_YEAR if skipped else ""


def _when_leads_are_silent(has_leads: bool, partners_did: bool) -> tuple[GradeValue, str]:
    named = "" if has_leads else "Program nie wskazuje podmiotu odpowiedzialnego. "
    if partners_did:
        return GradeValue.PARTIAL, f"{named}{ONLY_PARTNERS}"
    return GradeValue.NO_REPORT, f"{named}{NOT_A_FAILURE}"


def _when_leads_did_nothing(partners_did: bool) -> tuple[GradeValue, str]:
    if partners_did:
        return GradeValue.PARTIAL, ONLY_PARTNERS
    return GradeValue.NOT_DONE, ""


def _when_leads_did_something(deciding: set[Verdict], *, one_is_silent: bool) -> tuple[GradeValue, str]:
    if deciding == {V.DONE}:
        if one_is_silent:
            return GradeValue.PARTIAL, PART_UNKNOWN
        return GradeValue.DONE, ""
    if deciding <= {V.DONE, V.ONGOING}:
        return GradeValue.ONGOING, ""
    return GradeValue.PARTIAL, ""


# --- voices -----------------------------------------------------------------------------------------------


def _voices(statements: Sequence[Statement], halves: Halves) -> list[Voice]:
    return [Voice(said[0].short, combine(said, halves), _halves(said)) for said in by_duty(statements)]


def combine(said: Sequence[Statement], halves: Halves = Halves.LATEST) -> Verdict:
    """One verdict from an institution's statements on one action, in order of time: by default the latest decides.

    A half without a report changes nothing, and neither does a skipped one: the other half decides, be it silent.
    A half that did not concern the institution counts only if both did not. Something done first and nothing later is
    done in part.
    """
    if not any(statement.asked for statement in said):
        return V.NOT_ASKED
    spoken = [Verdict(statement.outcome) for statement in said if statement.speaks]
    if not spoken:
        return V.SILENT
    if V.SKIPPED in spoken:
        return _beside_skipped(said, halves)
    concerned = [verdict for verdict in spoken if verdict is not V.NOT_CONCERNED]
    if not concerned:
        return V.NOT_CONCERNED
    chosen = _of_halves(concerned, halves)
    return V.PARTIAL if chosen is V.NOTHING and FACTS.intersection(concerned) else chosen


def _of_halves(concerned: Sequence[Verdict], halves: Halves) -> Verdict:
    match halves:
        case Halves.LATEST:
            return concerned[-1]
        case Halves.WEAKER:
            return min(concerned, key=STRENGTH.index)
        case Halves.STRONGER:
            return max(concerned, key=STRENGTH.index)


def _beside_skipped(said: Sequence[Statement], halves: Halves) -> Verdict:
    """What the halves that were not skipped come to; skipped only when all of the year was."""
    others = [one for one in said if one.in_force and not (one.speaks and one.outcome == V.SKIPPED)]
    return combine(others, halves) if others else V.SKIPPED


def _halves(said: Sequence[Statement]) -> str:
    """„ (I półrocze 2022: nic nie zrobiono, II półrocze 2022: w toku)” where the halves differ."""
    verdicts = [combine([statement]) for statement in said]
    if len(set(verdicts)) < 2:
        return ""
    halves = ", ".join(f"{s.period}: {WORDS[verdict]}" for s, verdict in zip(said, verdicts, strict=True))
    return f" ({halves})"


# --- sentences --------------------------------------------------------------------------------------------


def _of_leads(leads: list[Voice]) -> str:
    if len({(lead.verdict, lead.halves) for lead in leads}) == 1:
        one, many = LEAD_SAID[leads[0].verdict].split("|")
        names = ", ".join(lead.name for lead in leads)
        said = f"{one if len(leads) == 1 else many}{leads[0].halves}"
        return f"{'podmiot odpowiedzialny' if len(leads) == 1 else 'podmioty odpowiedzialne'} ({names}) {said}"
    return f"podmioty odpowiedzialne: {_list(leads)}" if leads else ""


def _of_partners(partners: list[Voice]) -> str:
    if len(partners) == 1:
        return f"partner {partners[0].name} – {partners[0].words}"
    return f"partnerzy: {_list(partners)}" if partners else ""


def _list(voices: list[Voice]) -> str:
    """„SM, MOPR – w toku, PSSE – brak sprawozdania”: names with the same words stand together."""
    grouped: dict[str, list[str]] = {}
    for voice in voices:
        grouped.setdefault(voice.words, []).append(voice.name)
    return ", ".join(f"{', '.join(names)} – {words}" for words, names in grouped.items())
