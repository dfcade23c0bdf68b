"""The only door to motions. An institution sees its own; who reads all sees those that were submitted.

A stranger gets 404; who may read a motion and not act on it gets 403.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.institutions.access import Visitor, rights_of
from bezpiecznik.institutions.models import Institution, InstitutionQuerySet
from bezpiecznik.institutions.rights import Right
from bezpiecznik.motions.models import Motion, MotionFile, MotionQuerySet
from bezpiecznik.motions.states import MotionState


def may_enter(user: Visitor) -> bool:
    return reads_all(user) or bool(own_institutions(user))


def reads_all(user: Visitor) -> bool:
    return rights_of(user).has(Right.READ_MOTIONS)


def is_office(user: Visitor) -> bool:
    return rights_of(user).has(Right.MANAGE_MOTIONS)


def decides(user: Visitor) -> bool:
    return rights_of(user).has(Right.DECIDE_MOTIONS)


def own_institutions(user: Visitor) -> frozenset[int]:
    """Keys of institutions in whose name the person puts motions."""
    return rights_of(user).institutions(Right.WRITE_MOTION)


def motions_of(user: Visitor) -> MotionQuerySet:
    """Those that the person may read. Raises Http404 to a stranger."""
    if not may_enter(user):
        raise Http404
    readable = Q(institution__in=own_institutions(user))
    if reads_all(user):
        readable |= ~Q(state=MotionState.DRAFT)
    return Motion.objects.filter(readable)


def get_motion(user: Visitor, pk: int) -> Motion:
    """To read."""
    found = motions_of(user).select_related(
        "institution", "made_by", "decided_by", "task__area", "task_area", "opinion"
    )
    return get_object_or_404(found, pk=pk)


def writes(user: Visitor, motion: Motion) -> bool:
    """Whether the person speaks for the institution: its head; for what came on paper, the office as well."""
    return motion.institution_id in own_institutions(user) or bool(motion.paper_on and is_office(user))


def get_motion_to_write(user: Visitor, pk: int) -> Motion:
    """To change, submit or withdraw."""
    return _allowed(motion := get_motion(user, pk), may=writes(user, motion))


def get_motion_of_office(user: Visitor, pk: int) -> Motion:
    """To check, send on, and look after."""
    return _allowed(get_motion(user, pk), may=is_office(user))


def get_motion_to_send_on(user: Visitor, pk: int) -> Motion:
    """To the Commission: by the office, or by the president who wants an opinion first."""
    return _allowed(get_motion(user, pk), may=is_office(user) or decides(user))


def get_motion_to_decide(user: Visitor, pk: int) -> Motion:
    return _allowed(get_motion(user, pk), may=decides(user))


def _allowed(motion: Motion, *, may: bool) -> Motion:
    if not may:
        raise PermissionDenied
    return motion


def get_file(user: Visitor, pk: int) -> MotionFile:
    """A file beside a motion that the person may read."""
    beside = get_object_or_404(MotionFile.objects.select_related("motion__institution", "file"), pk=pk)
    if not motions_of(user).filter(pk=beside.motion_id).exists():
        raise Http404
    return beside


def get_file_to_write(user: Visitor, pk: int) -> MotionFile:
    beside = get_file(user, pk)
    if not writes(user, beside.motion):
        raise PermissionDenied
    return beside


def institution_to_write(user: Visitor) -> Institution:
    """In whose name a new motion is. Raises Http404 to a stranger, PermissionDenied to a reader."""
    own = own_institutions(user)
    if not own:
        raise PermissionDenied if may_enter(user) else Http404
    living = Institution.objects.living().in_polish_order().filter(pk__in=own)
    if (institution := living.first()) is None:
        raise PermissionDenied
    return institution


def institutions_on_paper(user: Visitor) -> InstitutionQuerySet:
    """From whom the office may enter a motion on paper. Raises Http404 to a stranger, PermissionDenied to a reader."""
    if not is_office(user):
        raise PermissionDenied if may_enter(user) else Http404
    return Institution.objects.living().in_polish_order()
