"""What stands in the way of accepting a draft: sentences, each with the part where it is mended."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bezpiecznik.core.polish import fold
from bezpiecznik.institutions.matching import Register
from bezpiecznik.institutions.models import Reporting
from bezpiecznik.intake.draft import Draft, Kind, Row
from bezpiecznik.intake.names import NEW, UNDECIDED, Doubt, NameRow, doubts_of
from bezpiecznik.intake.parts import FRONT, INITIATIVES, NAMES, Part, area_key, part_of
from bezpiecznik.plans.models import Programme


@dataclass(frozen=True)
class Problem:
    sentence: str
    part: str


def of_everything(draft: Draft, parts: Iterable[Part], names: Sequence[NameRow], register: Register) -> list[Problem]:
    """All that stands between the draft and the plan; empty when it may be accepted."""
    return [*of_draft(draft), *of_parts(parts), *of_names(names, register, doubts_of(draft))]


def of_draft(draft: Draft) -> list[Problem]:
    """What the values themselves lack or contradict."""
    return [*_of_front(draft), *_of_numbers(draft), *_of_empty_rows(draft)]


def _of_front(draft: Draft) -> Iterator[Problem]:
    (meta,) = draft.of(Kind.META)
    years = meta.values["years_from"], meta.values["years_to"]
    if not meta.values["title"]:
        yield Problem(_("Podaj tytuł programu."), FRONT)
    if not meta.values["unit"]:
        yield Problem(_("Podaj nazwę miasta lub powiatu."), FRONT)
    if not all(years):
        yield Problem(_("Podaj pierwszy i ostatni rok programu."), FRONT)
    elif years[0] > years[1]:
        yield Problem(_("Program nie może kończyć się przed swoim początkiem."), FRONT)
    if not draft.living(Kind.AREA) and not draft.living(Kind.INITIATIVE):
        yield Problem(_("Program nie ma ani jednego działania: dopisz je lub wczytaj inny dokument."), FRONT)
    act_no = meta.values["act_no"]
    if act_no and Programme.objects.filter(act_no=act_no, unit=meta.values["unit"] or "").exists():
        yield Problem(_("Program z uchwały nr %(number)s jest już w rejestrze.") % {"number": act_no}, FRONT)


def _of_numbers(draft: Draft) -> Iterator[Problem]:
    areas = draft.living(Kind.AREA)
    for no in _twice(areas):
        yield Problem(_("Dwa obszary mają numer %(no)s: popraw jeden z nich.") % {"no": no}, area_key(areas[0]))
    for area in areas:
        for no in _twice(draft.living(Kind.ACTION, area.key)):
            sentence = _("W obszarze %(area)s dwa działania mają numer %(no)s: popraw jedno z nich.")
            yield Problem(sentence % {"area": area.values["no"], "no": no}, area_key(area))
    for no in _twice(draft.living(Kind.INITIATIVE)):
        yield Problem(_("Dwa programy jednostek mają numer %(no)s: popraw jeden z nich.") % {"no": no}, INITIATIVES)


def _twice(rows: Iterable[Row]) -> list[int]:
    return [no for no, count in Counter(row.values["no"] for row in rows).items() if count > 1]


def _of_empty_rows(draft: Draft) -> Iterator[Problem]:
    for row in draft.rows:
        if row.kind not in {Kind.META, Kind.MAIN_GOAL} and not row.deleted and not row.wording:
            yield Problem(_("Jedna z pozycji nie ma treści: uzupełnij ją albo usuń."), part_of(row, draft))


def of_names(rows: Sequence[NameRow], register: Register, doubts: Iterable[Doubt]) -> list[Problem]:
    """What the decisions about institutions lack or contradict. Only doubtful names wait for a person."""
    sentence = _("Ustal, co znaczy nazwa „%(name)s”, odczytana jako „%(resolved)s”.")
    asked = [
        Problem(sentence % {"name": doubt.name.text, "resolved": doubt.name.resolved}, NAMES) for doubt in _open(doubts)
    ]
    return [*asked, *of_decisions(rows, register)]


def _open(doubts: Iterable[Doubt]) -> list[Doubt]:
    return [doubt for doubt in doubts if doubt.is_open]


def of_decisions(rows: Sequence[NameRow], register: Register) -> list[Problem]:
    """What is wrong with the bodies behind the names, taking what is proposed for said."""
    known = {row.key: row for row in rows}
    new = [row for row in rows if row.decision.target == NEW]
    sentences = [
        *(_("Ustal, kim jest „%(name)s”.") % {"name": row.written} for row in rows if row.is_asked),
        *_of_lost(rows, register),
        *_of_circles(known),
        *_of_same_names(new, register),
        *(_of_reporting(row, known, register) for row in new),
    ]
    return [Problem(sentence, NAMES) for sentence in dict.fromkeys(sentences) if sentence]


def _of_lost(rows: Sequence[NameRow], register: Register) -> Iterator[str]:
    known = {f"i:{key}" for key in register.institutions}
    for row in rows:
        pointed = {row.decision.target, row.decision.through}
        if any(target.startswith("i:") and target not in known for target in pointed):
            yield _("Podmiotu wskazanego przy „%(name)s” nie ma już w rejestrze: wybierz inny.") % {"name": row.written}


def _of_circles(known: dict[str, NameRow]) -> Iterator[str]:
    for row in known.values():
        seen, target = {row.key}, row.decision.target
        while target.startswith("n:"):
            key = target.removeprefix("n:")
            if key in seen or key not in known:
                yield _("„%(name)s” wskazuje w kółko na siebie: wybierz inny podmiot.") % {"name": row.written}
                break
            seen.add(key)
            target = known[key].decision.target


def _of_same_names(new: Sequence[NameRow], register: Register) -> Iterator[str]:
    names = Counter(fold(row.decision.name) for row in new)
    abbreviations = Counter(row.decision.abbr for row in new if row.decision.abbr)
    taken = {fold(row.name) for row in register.institutions.values()}
    taken_abbreviations = {row.abbr for row in register.institutions.values() if row.abbr}
    for row in new:
        decision = row.decision
        if not decision.name:
            yield _("Podaj nazwę podmiotu „%(name)s”.") % {"name": row.written}
        elif names[fold(decision.name)] > 1:
            yield _("Dwa nowe podmioty mają nazwę „%(name)s”: wskaż, że to ten sam.") % {"name": decision.name}
        elif fold(decision.name) in taken:
            yield _("Podmiot „%(name)s” jest już w rejestrze: wskaż go.") % {"name": decision.name}
        if decision.abbr and (abbreviations[decision.abbr] > 1 or decision.abbr in taken_abbreviations):
            yield _("Skrót „%(abbr)s” ma już inny podmiot: zmień go albo wskaż ten podmiot.") % {"abbr": decision.abbr}


def _of_reporting(row: NameRow, known: dict[str, NameRow], register: Register) -> str:
    if row.decision.reporting != Reporting.THROUGH:
        return ""
    if not row.decision.through:
        return _("Wskaż, przez kogo sprawozdaje „%(name)s”.") % {"name": row.written}
    final = _end_of(row.decision.through, known)
    if final == f"n:{row.key}":
        return _("„%(name)s” nie może sprawozdawać przez samego siebie.") % {"name": row.written}
    if _reporting_of(final, known, register) != Reporting.ITSELF:
        return _("„%(name)s” ma sprawozdawać przez podmiot, który sam sprawozdań nie składa: wskaż inny.") % {
            "name": row.written
        }
    return ""


def _end_of(target: str, known: dict[str, NameRow]) -> str:
    """The body to which pointing comes at last: itself one of the names, or an institution of the register."""
    for _step in known:
        row = known.get(target.removeprefix("n:"))
        if row is None or row.decision.target in {NEW, UNDECIDED}:
            break
        target = row.decision.target
    return target


def _reporting_of(target: str, known: dict[str, NameRow], register: Register) -> str:
    """How the body reports; on its own where that is not known, for which there are other sentences."""
    if row := known.get(target.removeprefix("n:")):
        return row.decision.reporting
    institution = register.institutions.get(int(target[2:])) if target.startswith("i:") else None
    return institution.reporting if institution else Reporting.ITSELF


def of_parts(parts: Iterable[Part]) -> list[Problem]:
    """Parts that nobody has looked through yet: nothing enters the plan unseen."""
    sentence = _("Sprawdź część „%(title)s” i potwierdź ją przyciskiem „Sprawdzone”.")
    return [Problem(sentence % {"title": part.title}, part.key) for part in parts if not part.is_seen]
