"""The only door to the ladder: those who plan periods. A stranger gets 404, a reader of reports 403."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import scope_of
from bezpiecznik.reporting.access import get_period_to_manage, periods_of
from bezpiecznik.reporting.models import LadderPause, LadderStep, Packet, PacketQuerySet, Period
from bezpiecznik.reporting.states import PeriodState

__all__ = [
    "get_pause", "get_period_to_manage", "get_step", "may_change_steps", "open_periods", "packets_to_remind", "steps",
    "steps_to_change",
]  # fmt: skip


def steps(user: Visitor) -> QuerySet[LadderStep]:
    require(user, Right.MANAGE_PERIODS)
    return LadderStep.objects.all()


def steps_to_change(user: Visitor) -> QuerySet[LadderStep]:
    """Steps are alike for all programmes: who plans the periods of some of them reads, and gets PermissionDenied."""
    found = steps(user)
    if not may_change_steps(user):
        raise PermissionDenied
    return found


def may_change_steps(user: Visitor) -> bool:
    return rights_of(user).has_in_all_programmes(Right.MANAGE_PERIODS)


def get_step(user: Visitor, pk: int) -> LadderStep:
    return get_object_or_404(steps_to_change(user), pk=pk)


def open_periods(user: User) -> QuerySet[Period]:
    """Open periods in which the person may remind. Raises Http404 to a stranger."""
    return periods_of(user, Right.MANAGE_PERIODS).filter(state=PeriodState.OPEN)


def packets_to_remind(user: Visitor) -> PacketQuerySet:
    """Packets of open periods of which the person may remind. Raises Http404 to a stranger."""
    require(user, Right.MANAGE_PERIODS)
    found = Packet.objects.waiting_for_institution().asked().select_related("period__programme", "institution")
    return scope_of(user, Right.MANAGE_PERIODS).narrow(found, "period__programme")


def get_pause(user: Visitor, pk: int) -> LadderPause:
    require(user, Right.MANAGE_PERIODS)
    found = LadderPause.objects.filter(ended_at=None).select_related("period", "packet__institution", "packet__period")
    return get_object_or_404(scope_of(user, Right.MANAGE_PERIODS).narrow(found, "period__programme"), pk=pk)
