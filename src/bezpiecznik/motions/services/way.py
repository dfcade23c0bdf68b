"""The way of a motion: submitted, checked, seen by the Commission, decided, or withdrawn before that."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import Opinion
from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.institutions.access import stands_in_for
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Right
from bezpiecznik.motions import notices
from bezpiecznik.motions.content import NOTHING, About, Content, missing, words
from bezpiecznik.motions.events import Event
from bezpiecznik.motions.models import Motion, Step
from bezpiecznik.motions.options import EFFECT_MONTHS
from bezpiecznik.motions.refusals import Refused
from bezpiecznik.motions.services.holding import go, hold_towards, term_of
from bezpiecznik.motions.services.letters import draft_of
from bezpiecznik.motions.states import MotionState, Purpose
from bezpiecznik.motions.timing import days_left, months_later, resumed

S = MotionState
DECISIONS = {
    S.GRANTED: Event.GRANTED,
    S.GRANTED_PARTLY: Event.GRANTED_PARTLY,
    S.REFUSED: Event.REFUSED,
}


@transaction.atomic
def submit(motion: Motion, *, note: str = "", seen: int | None = None, by: User) -> Motion:
    """The head hands the motion in, for the first time or completed. Raises Refused with what is missing."""
    held = hold_towards(motion, S.SUBMITTED, seen=seen)
    if lacks := missing(held):
        raise Refused(*lacks)
    again = held.state == S.RETURNED
    due_on = None
    if again:
        due_on = resumed(held.days_left or 0, clock.today())
        held.days_left = None
    else:
        _number(held)
    institution = held.institution.name
    go(
        held, S.SUBMITTED, Event.COMPLETED if again else Event.SUBMITTED, by=by, note=note.strip(), due_on=due_on,
        on_behalf=_for_institution(held, by), institution=institution,
    )  # fmt: skip
    notices.submitted(held, by=by)
    return held


@transaction.atomic
def enter_paper(
    institution: Institution, content: Content, *, about: About = NOTHING, sign: str, dated_on: date, by: User
) -> Motion:
    """The office enters a motion that came on paper, naming the letter. Raises Refused for a letter from the future."""
    if dated_on > clock.today():
        raise Refused(_("Data pisma jest w przyszłości."))
    motion = Motion(
        institution=institution, made_by=by, paper_sign=sign.strip(), paper_on=dated_on, state=S.SUBMITTED,
        due_on=term_of(S.SUBMITTED), **words(content),
    )  # fmt: skip
    if lacks := missing(motion):
        raise Refused(*lacks)
    _number(motion)
    fieldhistory.sign(motion, by=by)
    motion.save()
    about.put(motion)
    paper = paper_of(motion)
    Step.objects.create(motion=motion, before="", after=S.SUBMITTED, by=by, on_behalf=institution.name, note=paper)
    journal.record(Event.ENTERED, motion, by=by, paper=paper, institution=institution.name, on_behalf=institution.name)
    return motion


def paper_of(motion: Motion) -> str:
    """`nr AB.1.2023 z 5.06.2023`."""
    day = f"z {motion.paper_on:%d.%m.%Y}" if motion.paper_on else ""
    return " ".join(part for part in (motion.paper_sign, day) if part)


def _number(motion: Motion) -> None:
    """The next number of the year; one at a time, as lines of the journal are."""
    journal.wait_for_turn()
    motion.year = clock.today().year
    motion.no = (Motion.objects.filter(year=motion.year).aggregate(last=Max("no"))["last"] or 0) + 1


@transaction.atomic
def return_motion(
    motion: Motion, *, lacking: str, checks: list[dict[str, Any]], seen: int | None = None, by: User
) -> Motion:
    """To be completed by the institution; the office's clock stands still, and a draft of the letter is ready."""
    held = hold_towards(motion, S.RETURNED, seen=seen)
    if not lacking.strip():
        raise Refused(_("Napisz, czego w tym wniosku brakuje."))
    held.days_left = days_left(held.due_on, clock.today()) if held.due_on else None
    go(held, S.RETURNED, Event.RETURNED, by=by, note=lacking.strip(), checks=checks, on_behalf=_office(by))
    draft_of(held, Purpose.RETURN, by=by)
    notices.returned(held)
    return held


@transaction.atomic
def admit(motion: Motion, *, checks: list[dict[str, Any]], note: str = "", seen: int | None = None, by: User) -> Motion:
    """It is in order. Raises Refused while a point of the check is not met."""
    held = hold_towards(motion, S.ADMITTED, seen=seen)
    if unmet := [check["point"] for check in checks if not check["met"]]:
        points = "; ".join(unmet)
        raise Refused(_("Nie wszystkie punkty są spełnione: %(points)s. Zwróć wniosek do uzupełnienia.")
                      % {"points": points})  # fmt: skip
    go(held, S.ADMITTED, Event.ADMITTED, by=by, note=note.strip(), checks=checks, on_behalf=_office(by))
    notices.admitted(held)
    return held


@transaction.atomic
def send_to_commission(motion: Motion, *, note: str = "", seen: int | None = None, by: User) -> Motion:
    """For an opinion before the decision."""
    held = hold_towards(motion, S.AT_COMMISSION, seen=seen)
    go(held, S.AT_COMMISSION, Event.SENT_TO_COMMISSION, by=by, note=note.strip(), on_behalf=_office(by))
    return held


@transaction.atomic
def lay_before_president(
    motion: Motion, *, opinion: Opinion | None = None, note: str = "", seen: int | None = None, by: User
) -> Motion:
    """It waits for the decision from now on, with the Commission's opinion or the reason why there is none."""
    held = hold_towards(motion, S.BEFORE_PRESIDENT, seen=seen)
    if held.state == S.AT_COMMISSION and not (opinion or note.strip()):
        raise Refused(_("Wskaż opinię Komisji albo napisz, dlaczego jej nie ma."))
    told: dict[str, Any] = {"opinion": opinion.subject} if opinion else {}
    held.opinion = opinion or held.opinion
    go(held, S.BEFORE_PRESIDENT, Event.LAID, by=by, note=note.strip(), on_behalf=_office(by), **told)
    notices.laid(held)
    return held


@transaction.atomic
def decide(motion: Motion, *, outcome: MotionState, reason: str, seen: int | None = None, by: User) -> Motion:
    """The president's decision, with its reason in own words. Nothing changes it afterwards."""
    if outcome not in DECISIONS:
        raise Refused(_("Wybierz, jak rozstrzygasz wniosek."))
    held = hold_towards(motion, outcome, seen=seen)
    if not reason.strip():
        raise Refused(_("Napisz powód rozstrzygnięcia: podmiot przeczyta go w odpowiedzi."))
    held.decision, held.decided_at, held.decided_by = reason.strip(), clock.now(), by
    granted = outcome != S.REFUSED
    look_on = months_later(clock.today(), EFFECT_MONTHS.value()) if granted else None
    go(
        held, outcome, DECISIONS[outcome], by=by, note=reason.strip(), due_on=look_on,
        on_behalf=_standing(stands_in_for(by, Right.DECIDE_MOTIONS)),
    )  # fmt: skip
    notices.decided(held)
    return held


@transaction.atomic
def withdraw(motion: Motion, *, note: str = "", seen: int | None = None, by: User) -> Motion:
    """The institution takes it back, at any time before the decision."""
    held = hold_towards(motion, S.WITHDRAWN, seen=seen)
    held.days_left = None
    go(held, S.WITHDRAWN, Event.WITHDRAWN, by=by, note=note.strip(), on_behalf=_for_institution(held, by))
    notices.withdrawn(held, by=by)
    return held


def _for_institution(motion: Motion, by: User) -> str:
    name = motion.institution.name
    absent = stands_in_for(by, Right.WRITE_MOTION, motion.institution_id)
    return f"{name} ({_standing(absent)})" if absent else name


def _office(by: User) -> str:
    return _standing(stands_in_for(by, Right.MANAGE_MOTIONS))


def _standing(absent: str) -> str:
    return _("w zastępstwie: %(name)s") % {"name": absent} if absent else ""
