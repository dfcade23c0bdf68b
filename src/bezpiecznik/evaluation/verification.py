"""Whether frozen evidence is what it was, and whether everything that it rests on and that rests on it agrees.

The hash betrays a changed text, the journal a text changed together with its hash. Beside that the evidence is compared
with the snapshots and the submitted reports that it names, and with the grades that stand in the tables.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.frozen import digest
from bezpiecznik.core.frozen_check import Frozen, frozen_problems
from bezpiecznik.core.verification import register
from bezpiecznik.evaluation.events import Event
from bezpiecznik.evaluation.models import Evaluation, Evidence, Grade
from bezpiecznik.evaluation.paragraph import Voice
from bezpiecznik.reporting.models import PacketVersion, Snapshot

CHUNK = 5
KEPT = ("proposed", "given", "rule", "reason")
Content = dict[str, Any]


def evidence() -> Iterator[str]:
    rows = Evidence.objects.select_related("evaluation").order_by("pk").iterator(CHUNK)
    return frozen_problems(
        (Frozen(str(kept.evaluation), str(kept.evaluation_id), kept.content, kept.sha256) for kept in rows),
        event=Event.FINISHED.value,
        changed=gettext_lazy("Materiał dowodowy oceny za rok %(name)s zmieniono po zakończeniu oceny."),
        unlike_journal=gettext_lazy(
            "Materiał dowodowy oceny za rok %(name)s nie jest tym, który zapisano w dzienniku."
        ),
    )


def agreement() -> Iterator[str]:
    """Evidence beside snapshots, submitted reports and grades."""
    for kept in Evidence.objects.select_related("evaluation__programme").order_by("pk").iterator(CHUNK):
        if digest(kept.content) != kept.sha256:
            continue  # `evidence` tells it
        content = json.loads(kept.content)
        yield from _snapshots(kept.evaluation, content)
        yield from _words(kept.evaluation, content)
        yield from _grades(kept.evaluation, content)
    for evaluation in Evaluation.objects.settled().filter(evidence=None).order_by("pk"):
        yield _("Ocena za rok %(year)s jest zakończona, a nie ma materiału dowodowego.") % {"year": evaluation}


def _snapshots(evaluation: Evaluation, content: Content) -> Iterator[str]:
    """Each period that the evidence names still has the snapshot with that hash, and the hash is that of its text."""
    found = Snapshot.objects.filter(period__programme=evaluation.programme_id, period__year=evaluation.year)
    standing = {digest(text) for text in found.values_list("content", flat=True)}
    for period in content.get("periods", ()):
        if period["sha256"] not in standing:
            yield _(
                "Ocena za rok %(year)s opiera się na migawce okresu %(period)s, której treść jest dziś inna."
            ) % {"year": evaluation, "period": period["label"]}  # fmt: skip


def _words(evaluation: Evaluation, content: Content) -> Iterator[str]:
    """Each sentence that is told as an institution's stands word for word in the report under its number."""
    sources = {source["no"]: source["sha256"] for source in content.get("sources", ()) if source["sha256"]}
    submitted = _submitted(set(sources.values()))
    for action, sentence in _quoted(content):
        texts = [submitted.get(sources[number]) for number in sentence["sources"] if number in sources]
        if any(told is None or sentence["text"] not in told for told in texts):
            yield _(
                "Ocena za rok %(year)s: zdania o działaniu %(code)s nie ma w sprawozdaniu, na które się powołuje."
            ) % {"year": evaluation, "code": action["code"]}  # fmt: skip


def _submitted(hashes: set[str]) -> dict[str, str]:
    """All words of submitted reports, by hash."""
    found: dict[str, str] = {}
    for sha256, content in PacketVersion.objects.filter(sha256__in=hashes).values_list("sha256", "content"):
        found[sha256] = "\n".join(f"{entry['text']}\n{entry['reason']}" for entry in content["entries"])
    return found


def _quoted(content: Content) -> Iterator[tuple[Content, Content]]:
    for area in content.get("areas", ()):
        for action in area["actions"]:
            kept = action.get("paragraph") or {"draft": [], "edited": []}
            for sentence in (*kept["draft"], *kept["edited"]):
                if sentence["voice"] in {Voice.WORDS, Voice.REASON}:
                    yield action, sentence


def _grades(evaluation: Evaluation, content: Content) -> Iterator[str]:
    """Grades of the tables are those of the evidence; so are the paragraphs that a person made."""
    frozen = {action["code"]: action for area in content.get("areas", ()) for action in area["actions"]}
    stored = {grade.undertaking.code: grade for grade in Grade.objects.filter(evaluation=evaluation).with_action()}
    for code in dict.fromkeys((*frozen, *stored)):
        if code not in frozen or code not in stored or _differ(frozen[code], stored[code]):
            yield _("Ocenę działania %(code)s za rok %(year)s zmieniono po zakończeniu oceny.") % {
                "code": code,
                "year": evaluation,
            }
        elif _paragraphs_differ(frozen[code], stored[code]):
            yield _("Opis działania %(code)s za rok %(year)s zmieniono po zakończeniu oceny.") % {
                "code": code,
                "year": evaluation,
            }


def _differ(action: Content, grade: Grade) -> bool:
    return any(action[name] != getattr(grade, name) for name in KEPT)


def _paragraphs_differ(action: Content, grade: Grade) -> bool:
    kept = action.get("paragraph")
    if kept is None:  # older evidence
        return grade.is_edited
    edited = [sentence.as_json() for sentence in grade.sentences] if grade.is_edited else []
    return bool(kept["edited"] != edited)


register(gettext_lazy("materiał dowodowy ocen"), evidence)
register(gettext_lazy("zgodność ocen ze sprawozdaniami"), agreement)
