"""What letters about a motion say before anybody changes them."""

from bezpiecznik.core.polish import long_date
from bezpiecznik.documents import office
from bezpiecznik.letters.templates import Wording
from bezpiecznik.motions.models import Motion, Step
from bezpiecznik.motions.states import MotionState, Purpose

DECIDED = {
    MotionState.GRANTED: "uwzględnił wniosek",
    MotionState.GRANTED_PARTLY: "uwzględnił wniosek częściowo",
    MotionState.REFUSED: "nie uwzględnił wniosku",
}


def wording(motion: Motion, purpose: Purpose, step: Step) -> Wording:
    """The letter by which the step is told to the institution."""
    return _of_return(motion, step) if purpose == Purpose.RETURN else _of_answer(motion, step)


def _named(motion: Motion) -> str:
    return f"wniosku nr {motion.number} „{motion.title}”{_by_paper(motion)}"


def _by_paper(motion: Motion) -> str:
    """An insertion that the sentence closes with a comma, where it goes on after it; it ends with a full stop."""
    if not motion.paper_on:
        return ""
    sign = f" nr {motion.paper_sign}" if motion.paper_sign else ""
    return f", złożonego pismem{sign} z {long_date(motion.paper_on)} r."


def _of_return(motion: Motion, step: Step) -> Wording:
    points = "\n".join(f"– {check['point']}: {'tak' if check['met'] else 'nie'}" for check in step.checks)
    thanks = f"Dziękujemy za złożenie {_named(motion).removesuffix('.')}."
    found = f" Wynik sprawdzenia:\n{points}" if points else ""
    body = f"{thanks}\n\nSprawdziliśmy go pod względem formalnym.{found}\n\nDo uzupełnienia:\n{step.note}"
    until = f" do {long_date(motion.due_on)} r." if motion.due_on else "."
    request = (
        f"Prosimy o uzupełnienie wniosku{until} Do tego czasu bieg terminu jego rozpatrzenia jest wstrzymany. "
        "Uzupełniony wniosek można złożyć w systemie albo na piśmie."
    )
    return Wording(f"uzupełnienia wniosku nr {motion.number}", body, request)


def _of_answer(motion: Motion, step: Step) -> Wording:
    said, comma = DECIDED[MotionState(step.after)], "," if motion.paper_on else ""
    body = (
        f"W odpowiedzi na złożenie {_named(motion)}{comma} informujemy, że {office.words()['organ']} {said}.\n\n"
        f"Powód rozstrzygnięcia:\n{motion.decision}"
    )
    if motion.task:
        body += f"\n\nWniosek będzie wykonany w ramach programu: {motion.task.code} {motion.task.wording}"
    elif motion.task_wording:
        body += f"\n\nProponujemy wpisać do programu nowe działanie: {motion.task_wording}"
    granted = step.after != MotionState.REFUSED
    request = "O tym, co wynikło z wniosku, poinformujemy po sprawdzeniu jego wykonania." if granted else ""
    return Wording(f"odpowiedzi na wniosek nr {motion.number}", body, request)
