"""The only door to the Commission. Members and the president read, the office reads and writes; a stranger gets 404.

Whoever may read and not write gets 403.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.commission.models import (
    Commission,
    CommissionReport,
    InformationRequest,
    Membership,
    RequestFile,
    Term,
)
from bezpiecznik.commission.states import RequestState
from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.rights import Right

# --- common -----------------------------------------------------------------------------------------------


def may_manage(user: Visitor) -> bool:
    """Whether the person works for the Commission, so that buttons are shown."""
    return rights_of(user).has(Right.MANAGE_COMMISSION)


def require_reader(user: Visitor) -> None:
    """Raise Http404 unless the person may read matters of the Commission."""
    require(user, Right.READ_COMMISSION)


def require_manager(user: Visitor) -> None:
    """Raise Http404 to a stranger, PermissionDenied to a reader."""
    require_reader(user)
    if not may_manage(user):
        raise PermissionDenied


# --- composition ------------------------------------------------------------------------------------------


def find_commission(user: Visitor) -> Commission | None:
    """The Commission of the house: the last one created; None before the office entered it. Raises Http404."""
    require_reader(user)
    return Commission.objects.order_by("-created_on", "-pk").first()


def get_commission(user: Visitor) -> Commission:
    """The same where there has to be one."""
    if found := find_commission(user):
        return found
    raise Http404


def get_commission_to_manage(user: Visitor) -> Commission:
    require_manager(user)
    return get_commission(user)


def get_term_to_manage(user: Visitor, pk: int) -> Term:
    require_manager(user)
    return get_object_or_404(Term.objects.select_related("commission"), pk=pk)


def get_member(user: Visitor, pk: int) -> Membership:
    """A seat with its history, to read."""
    require_reader(user)
    found = Membership.objects.select_related("term__commission", "institution", "user", "follows")
    return get_object_or_404(found, pk=pk)


def get_member_to_manage(user: Visitor, pk: int) -> Membership:
    member = get_member(user, pk)
    require_manager(user)
    return member


def requests_of(user: Visitor) -> QuerySet[InformationRequest]:
    """Requests for information: members see what was asked, drafts are the office's. Raises Http404."""
    require_reader(user)
    found = InformationRequest.objects.all()
    return found if may_manage(user) else found.exclude(state=RequestState.DRAFT)


def get_request(user: Visitor, pk: int) -> InformationRequest:
    found = requests_of(user).select_related("institution", "document", "commission", "made_by")
    return get_object_or_404(found, pk=pk)


def get_request_to_manage(user: Visitor, pk: int) -> InformationRequest:
    request = get_request(user, pk)
    require_manager(user)
    return request


def get_request_file(user: Visitor, pk: int) -> RequestFile:
    """A file of an answer that the person may read."""
    found = RequestFile.objects.select_related("file", "request").filter(request__in=requests_of(user))
    return get_object_or_404(found, pk=pk)


def get_request_file_to_manage(user: Visitor, pk: int) -> RequestFile:
    file = get_request_file(user, pk)
    require_manager(user)
    return file


def get_report(user: Visitor, pk: int) -> CommissionReport:
    require_reader(user)
    return get_object_or_404(CommissionReport.objects.select_related("commission", "document", "made_by"), pk=pk)


def get_report_to_manage(user: Visitor, pk: int) -> CommissionReport:
    report = get_report(user, pk)
    require_manager(user)
    return report


# --- meetings ---------------------------------------------------------------------------------------------
