"""Drafts of letters to the institution about its motion; the room of letters numbers and sends them."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.letters import options as signed
from bezpiecznik.letters import services as letters
from bezpiecznik.letters.addressing import addressee_of, e_delivery_of
from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.states import LetterState
from bezpiecznik.motions.events import Event
from bezpiecznik.motions.letter_words import wording
from bezpiecznik.motions.models import Motion, MotionLetter
from bezpiecznik.motions.refusals import Refused
from bezpiecznik.motions.services.holding import hold
from bezpiecznik.motions.states import DECIDED, MotionState, Purpose


@transaction.atomic
def draft_letter(motion: Motion, *, by: User) -> Letter:
    """The letter that the motion's state calls for. Raises Refused where it calls for none, or one is there already."""
    held = hold(motion)
    purpose = purpose_now(held)
    if purpose is None:
        raise Refused(_("W tym stanie wniosku nie piszemy do podmiotu."))
    if known := standing(held, purpose).first():
        raise Refused(_("Pismo jest już przygotowane: %(letter)s.") % {"letter": known.letter})
    return draft_of(held, purpose, by=by)


def wanted_now(motion: Motion) -> Purpose | None:
    """The letter that the motion's state calls for and that nobody has prepared."""
    purpose = purpose_now(motion)
    return purpose if purpose and not standing(motion, purpose).exists() else None


def standing(motion: Motion, purpose: Purpose) -> QuerySet[MotionLetter]:
    """Letters of this purpose that hold; of a motion returned again, those written since its last return."""
    found = motion.letters.filter(purpose=purpose).exclude(letter__state=LetterState.CANCELLED)
    if purpose != Purpose.RETURN:
        return found
    last = motion.steps.filter(after=MotionState.RETURNED).latest("pk")
    return found.filter(letter__made_at__gte=last.at)


def purpose_now(motion: Motion) -> Purpose | None:
    """About what the institution is to be written to, by the state of its motion."""
    if motion.state == MotionState.RETURNED:
        return Purpose.RETURN
    return Purpose.ANSWER if motion.is_decided else None


def draft_of(motion: Motion, purpose: Purpose, *, by: User) -> Letter:
    """The draft itself, tied to the motion; within the caller's transaction."""
    wanted = [MotionState.RETURNED] if purpose == Purpose.RETURN else [*DECIDED]
    step = motion.steps.filter(after__in=wanted).exclude(before__in=DECIDED).order_by("-pk")[0]
    said, institution = wording(motion, purpose, step), motion.institution
    letter = letters.draft_letter(
        institution, addressee=addressee_of(institution), e_delivery=e_delivery_of(institution),
        subject=said.subject, body=said.body, request=said.request, annexes="\n".join(said.annexes),
        place=signed.PLACE.value(), signatory=signed.SIGNATORY.value(),
        signatory_function=signed.SIGNATORY_FUNCTION.value(), by=by,
    )  # fmt: skip
    MotionLetter.objects.create(motion=motion, letter=letter, purpose=purpose)
    journal.record(Event.LETTER_DRAFTED, motion, by=by, purpose=purpose)
    return letter
