"""What a motion says: drafted, changed, thrown away while nobody else has seen it."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import fieldhistory, journal
from bezpiecznik.files.services import discard_unreferenced
from bezpiecznik.institutions.models import Institution
from bezpiecznik.motions.content import NOTHING, About, Content, words
from bezpiecznik.motions.events import Event
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.refusals import Refused
from bezpiecznik.motions.services.holding import hold, save
from bezpiecznik.motions.states import MotionState


@transaction.atomic
def draft_motion(institution: Institution, content: Content, *, about: About = NOTHING, by: User) -> Motion:
    """A draft that only its institution sees."""
    motion = Motion(institution=institution, made_by=by, **words(content))
    fieldhistory.sign(motion, by=by)
    motion.save()
    about.put(motion)
    journal.record(Event.DRAFTED, motion, by=by, institution=institution.name)
    return motion


@transaction.atomic
def change_motion(
    motion: Motion, content: Content, *, about: About = NOTHING, seen: int | None = None, by: User
) -> Motion:
    """Other words, in a draft or when returned. Saving the same changes nothing. Raises Refused, MotionChanged."""
    held = hold(motion, seen=seen)
    _refuse_unwritable(held)
    fresh = words(content)
    changed = [name for name, value in fresh.items() if getattr(held, name) != value]
    if not changed and not about.differs(held):
        return held
    for name in changed:
        setattr(held, name, fresh[name])
    about.put(held)
    save(held, by=by)
    journal.record(Event.CHANGED, held, by=by)
    return held


@transaction.atomic
def delete_draft(motion: Motion, *, by: User) -> None:
    """Throw a draft away with its files. Raises Refused once it was submitted."""
    held = hold(motion)
    if held.state != MotionState.DRAFT:
        raise Refused(_("Złożonego wniosku się nie usuwa. Można go wycofać."))
    journal.record(Event.DELETED, held, by=by, institution=held.institution.name)
    beside = list(held.files.select_related("file"))
    for one in beside:
        one.delete()
    held.delete()
    discard_unreferenced(one.file for one in beside)


def _refuse_unwritable(motion: Motion) -> None:
    if not motion.is_writable:
        raise Refused(_("Treść można zmieniać w projekcie i we wniosku zwróconym do uzupełnienia."))
