"""What letters about a motion say before anybody changes them."""

from bezpiecznik.core.polish import long_date
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
    paper = ""
    if motion.paper_on:
        sign = f" nr {motion.paper_sign}" if motion.paper_sign else ""
        paper = f", złożonego pismem{sign} z {long_date(motion.paper_on)} r."
    return f"wniosku nr {motion.number} „{motion.title}”{paper}"


def _of_return(motion: Motion, step: Step) -> Wording:
    points = "\n".join(f"– {check['point']}: {'tak' if check['met'] else 'nie'}" for check in step.checks)
    body = f"Dziękujemy za złożenie {_named(motion)}\n\nSprawdziliśmy go pod względem formalnym. Wynik sprawdzenia:"
    body += f"\n{points}" if points else ""
    body += f"\n\nDo uzupełnienia:\n{step.note}"
    until = f" do {long_date(motion.due_on)} r." if motion.due_on else ""
    request = (
        f"Prosimy o uzupełnienie wniosku{until} Do tego czasu bieg terminu jego rozpatrzenia jest wstrzymany. "
        "Uzupełniony wniosek można złożyć w systemie albo na piśmie."
    )
    return Wording(f"uzupełnienia wniosku nr {motion.number}", body, request)


def _of_answer(motion: Motion, step: Step) -> Wording:
    said = DECIDED[MotionState(step.after)]
    body = (
        f"W odpowiedzi na złożenie {_named(motion)} informujemy, że Prezydent Miasta {said}.\n\n"
        f"Powód rozstrzygnięcia:\n{motion.decision}"
    )
    if motion.task:
        body += f"\n\nWniosek będzie wykonany w ramach programu: {motion.task.code} {motion.task.wording}"
    elif motion.task_wording:
        body += f"\n\nProponujemy wpisać do programu nowe działanie: {motion.task_wording}"
    granted = step.after != MotionState.REFUSED
    request = "O tym, co wynikło z wniosku, poinformujemy po sprawdzeniu jego wykonania." if granted else ""
    return Wording(f"odpowiedzi na wniosek nr {motion.number}", body, request)
