"""The only door to indicators: who reads reports reads them, the office keeps them."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from bezpiecznik.indicators.models import Indicator, IndicatorQuerySet
from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.rights import Right


def indicators_of(user: Visitor) -> IndicatorQuerySet:
    """All of them, for those who read reports. Raises Http404 to others."""
    require(user, Right.READ_REPORTS)
    return Indicator.objects.all()


def get_indicator(user: Visitor, pk: int) -> Indicator:
    return get_object_or_404(indicators_of(user).select_related("institution", "area"), pk=pk)


def may_manage(user: Visitor) -> bool:
    return rights_of(user).has_in_all_programmes(Right.MANAGE_INDICATORS)


def require_managing(user: Visitor) -> None:
    """A reader gets 403, a stranger 404."""
    indicators_of(user)
    if not may_manage(user):
        raise PermissionDenied


def get_indicator_to_manage(user: Visitor, pk: int) -> Indicator:
    found = get_indicator(user, pk)
    require_managing(user)
    return found
