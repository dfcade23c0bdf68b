"""What activities say together, as words and numbers of a report. Pure: rows in, a proposal out.

Sums are of numbers somebody counted; how many events nobody counted is said in words, for blank is not zero. What was
held with other bodies is a number of its own, marked as joint, so that it counts once over all institutions.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _

from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.states import ActivityKind
from bezpiecznik.core.polish import forms
from bezpiecznik.reporting.states import Coverage, Share

LISTED = 5
"""So many are listed one by one; of more only some are named."""
NAMED = 3
COUNTED = {
    ActivityKind.MEETING: ("spotkania", "spotkanie,spotkania,spotkań"),
    ActivityKind.TRAINING: ("szkolenia", "szkolenie,szkolenia,szkoleń"),
    ActivityKind.DRILL: (
        "ćwiczenia i pokazy",
        "pokaz lub ćwiczenia,pokazy lub ćwiczenia,pokazów lub ćwiczeń",
    ),
    ActivityKind.CONTEST: ("konkursy", "konkurs,konkursy,konkursów"),
    ActivityKind.INSPECTION: ("kontrole", "kontrola,kontrole,kontroli"),
    ActivityKind.PUBLICATION: ("publikacje", "publikacja,publikacje,publikacji"),
    ActivityKind.CAMPAIGN: ("kampanie", "kampania,kampanie,kampanii"),
    ActivityKind.SERVICE: ("dyżury i usługi", "dyżur lub usługa,dyżury lub usługi,dyżurów lub usług"),
    ActivityKind.OTHER: ("inne działania", "inne działanie,inne działania,innych działań"),
}
"""For each kind the name of its measure, and the forms of its counted noun."""


@dataclass(frozen=True)
class ProposedNumber:
    measure: str
    value: Decimal
    share: str
    coverage: str = Coverage.UNIT.value


@dataclass(frozen=True)
class Proposal:
    """Nothing when there are no activities."""

    text: str = ""
    numbers: tuple[ProposedNumber, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass
class _Sum:
    values: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))

    def add(self, measure: str, value: int | None, *, joint: bool) -> None:
        if value is not None:
            self.values[measure, Share.JOINT.value if joint else Share.OWN.value] += value


def is_joint(activity: Activity) -> bool:
    """Held by several bodies, or spoken of by rows of several. Prefetch `bodies` and `joined`."""
    return len(activity.bodies.all()) > 1 or bool(activity.joined.all())


def propose(activities: Iterable[Activity]) -> Proposal:
    """Activities held, in any order, none twice; with `bodies` and `joined` prefetched."""
    rows = sorted(activities, key=lambda activity: (activity.starts_on, activity.pk))
    if not rows:
        return Proposal()
    by_kind: dict[ActivityKind, list[Activity]] = defaultdict(list)
    for row in rows:
        by_kind[ActivityKind(row.kind)].append(row)
    paragraphs = [_paragraph(kind, by_kind[kind]) for kind in COUNTED if kind in by_kind]
    return Proposal("\n\n".join(paragraphs), tuple(_numbers(rows)))


def _numbers(rows: Sequence[Activity]) -> Iterable[ProposedNumber]:
    sums = _Sum()
    for row in rows:
        sums.add(COUNTED[ActivityKind(row.kind)][0], row.times, joint=is_joint(row))
    for row in rows:
        sums.add(_("uczestnicy"), row.participants, joint=is_joint(row))
        sums.add(_("stwierdzone nieprawidłowości"), row.found, joint=is_joint(row))
        sums.add(_("zastosowane sankcje"), row.sanctioned, joint=is_joint(row))
    for (measure, share), value in sums.values.items():
        name = _("%(measure)s (wspólne)") % {"measure": measure} if share == Share.JOINT else measure
        yield ProposedNumber(name, Decimal(value), share)


def _paragraph(kind: ActivityKind, rows: Sequence[Activity]) -> str:
    times = sum(row.times for row in rows)
    head = f"{times} {forms(times, COUNTED[kind][1])}{_people(rows)}{_findings(rows)}"
    if len(rows) > LISTED:
        most = sorted(rows, key=lambda row: -(row.participants or 0))[:NAMED]
        named = sorted(most, key=lambda row: (row.starts_on, row.pk))
        return _("%(head)s, m.in. %(named)s.") % {"head": head, "named": "; ".join(_named(row) for row in named)}
    if len(rows) == 1:
        return f"{head}: {_named(rows[0])}."
    return "\n".join([f"{head}:", *(f"– {_line(row)}" for row in rows)])


def _people(rows: Sequence[Activity]) -> str:
    counted = [row.participants for row in rows if row.participants is not None]
    if not counted:
        return ""
    total, missing = sum(counted), len(rows) - len(counted)
    people = f"{total} {_('uczestnik') if total == 1 else _('uczestników')}"
    said = _("łącznie %(people)s") % {"people": people} if len(rows) > 1 else people
    if missing:
        cases = _("w 1 przypadku") if missing == 1 else _("w %(n)d przypadkach") % {"n": missing}
        said = _("%(said)s; %(cases)s ich nie liczono") % {"said": said, "cases": cases}
    return f" ({said})"


def _findings(rows: Sequence[Activity]) -> str:
    parts = []
    found = [row.found for row in rows if row.found is not None]
    sanctioned = [row.sanctioned for row in rows if row.sanctioned is not None]
    if found:
        words = forms(sum(found), _("nieprawidłowość,nieprawidłowości,nieprawidłowości"))
        parts.append(_("stwierdzono %(n)d %(words)s") % {"n": sum(found), "words": words})
    if sanctioned:
        words = forms(sum(sanctioned), _("sankcję,sankcje,sankcji"))
        parts.append(_("zastosowano %(n)d %(words)s") % {"n": sum(sanctioned), "words": words})
    return f", {', '.join(parts)}" if parts else ""


def _named(row: Activity) -> str:
    """`„Spotkanie z seniorami” (12.10.2022, Klub, wspólnie z: SM)`."""
    return f"„{row.title}” ({', '.join(_circumstances(row))})"


def _line(row: Activity) -> str:
    """`12.10.2022: Spotkanie z seniorami, Klub, 30 os.`."""
    day, *rest = _circumstances(row)
    people = [] if row.participants is None else [_("%(n)d os.") % {"n": row.participants}]
    return f"{day}: {', '.join([row.title, *rest, *people])}"


def _circumstances(row: Activity) -> list[str]:
    others = [body.institution.short for body in row.bodies.all() if body.institution_id != row.institution_id]
    told = [f"{row.starts_on:%d.%m.%Y}"]
    told += [row.place] if row.place else []
    told += [_("wspólnie: %(names)s") % {"names": ", ".join([row.institution.short, *others])}] if others else []
    return told
