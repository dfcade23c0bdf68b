"""Every write of a review goes through here: it leaves on a stack what it replaced, and the last one can be taken back.

Corrections are seen as sections, each a map from keys to values. An act keeps, for the keys that it touched, the values
that stood there; taking it back puts them there again. Acts taken back stay in the house, marked.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.intake.events import Event
from bezpiecznik.intake.models import Intake, IntakeState, ReviewAct
from bezpiecznik.intake.refusals import NotInReview, Outdated

Sections = dict[str, dict[str, Any]]
MAPS = ("changes", "merged", "names", "doubts", "faults", "left")
WHOLE = "whole"
"""In an act that replaced the reading itself: everything as it stood before."""


def lock_in_review(intake: Intake) -> Intake:
    """The document for writing, others wait. Raises NotInReview unless it is being looked through."""
    locked = Intake.objects.select_for_update(of=("self",)).select_related("accepted_by").get(pk=intake.pk)
    if locked.state != IntakeState.REVIEW:
        raise NotInReview(locked)
    return locked


def sections_of(intake: Intake) -> Sections:
    """All that people changed, as maps; lists keep their order in them."""
    corrected = intake.corrected or {}
    return {
        **{name: dict(corrected.get(name, {})) for name in MAPS},
        "deleted": dict.fromkeys(corrected.get("deleted", ()), True),
        "added": {row["key"]: row for row in corrected.get("added", ())},
        "seen": dict.fromkeys(intake.accepted_areas, True),
    }


def put(intake: Intake, sections: Mapping[str, Mapping[str, Any]]) -> None:
    """Store the sections; empty ones leave no trace."""
    kept: dict[str, Any] = {name: dict(sections[name]) for name in MAPS}
    kept |= {"deleted": list(sections["deleted"]), "added": list(sections["added"].values())}
    intake.corrected = {name: section for name, section in kept.items() if section}
    intake.accepted_areas = list(sections["seen"])
    intake.version += 1
    intake.save(update_fields=("corrected", "accepted_areas", "version"))


def write(intake: Intake, event: Event, *, by: User, about: str = "", **sections: Mapping[str, Any]) -> None:
    """Replace these sections (given whole) in a locked document, and put the act on the stack."""
    was = sections_of(intake)
    before = {name: _differing(was[name], now) for name, now in sections.items()}
    before = {name: values for name, values in before.items() if values}
    if not before:
        return
    put(intake, {**was, **sections})
    push(intake, event, before, by=by, about=about)


def push(intake: Intake, event: Event, before: dict[str, Any], *, by: User, about: str = "") -> None:
    ReviewAct.objects.create(intake=intake, kind=event, about=about[:120], before=before, by=by, at=clock.now())


def _differing(was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """What stood under each key that changes; None where nothing did."""
    return {key: was.get(key) for key in {**was, **now} if was.get(key) != now.get(key)}


def last_act(intake: Intake) -> ReviewAct | None:
    """The act that „Cofnij” would take back, with who did it."""
    return intake.acts.standing().defer("before").select_related("by").first()


@transaction.atomic
def take_back(intake: Intake, *, act: int, by: User) -> ReviewAct:
    """Undo the last act, named by its key. Raises Outdated when somebody did or undid something since."""
    locked = lock_in_review(intake)
    last = locked.acts.standing().first()
    if last is None or last.pk != act:
        raise Outdated
    _restore(locked, last.before)
    last.undone_at, last.undone_by = clock.now(), by
    last.save(update_fields=("undone_at", "undone_by"))
    journal.record(Event.TAKEN_BACK, locked, by=by, act=str(last))
    return last


def _restore(intake: Intake, before: dict[str, Any]) -> None:
    if whole := before.get(WHOLE):
        intake.reading, intake.text_id, intake.ocr = whole["reading"], whole["text"], whole["ocr"]
        intake.save(update_fields=("reading", "text", "ocr", "search_text"))
        put(intake, whole["sections"])
        return
    sections = sections_of(intake)
    for name, values in before.items():
        for key, value in values.items():
            if value is None:
                sections[name].pop(key, None)
            else:
                sections[name][key] = value
    put(intake, sections)
