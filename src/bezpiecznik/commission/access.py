"""The only door to the Commission. Members and the president read, the office reads and writes; a stranger gets 404.

Whoever may read and not write gets 403.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.commission.meeting_states import OVER
from bezpiecznik.commission.models import (
    AgendaItem,
    AgendaPaper,
    Attendance,
    Commission,
    CommissionReport,
    InformationRequest,
    Meeting,
    MeetingQuerySet,
    Membership,
    Opinion,
    OpinionQuerySet,
    RequestFile,
    Task,
    TaskQuerySet,
    Term,
    Vote,
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


def meetings_of(user: Visitor) -> MeetingQuerySet:
    """Meetings that the person may read: the office all, others from the invitation on. Strangers get Http404."""
    require_reader(user)
    found = Meeting.objects.select_related("commission", "term")
    return found if may_manage(user) else found.announced()


def get_meeting(user: Visitor, pk: int) -> Meeting:
    return get_object_or_404(meetings_of(user), pk=pk)


def get_meeting_to_manage(user: Visitor, pk: int) -> Meeting:
    require_manager(user)
    return get_meeting(user, pk)


def get_held_meeting(user: Visitor, pk: int) -> Meeting:
    """To read what was said: the office from the session on, others once it is over."""
    meeting = get_meeting(user, pk)
    if not (meeting.is_over or (meeting.is_written and may_manage(user))):
        raise Http404
    return meeting


def get_item_to_manage(user: Visitor, pk: int) -> AgendaItem:
    require_manager(user)
    return get_object_or_404(AgendaItem.objects.select_related("meeting__commission", "meeting__term"), pk=pk)


def get_paper(user: Visitor, pk: int) -> AgendaPaper:
    """An uploaded paper of a meeting that the person may read."""
    found = AgendaPaper.objects.select_related("item__meeting", "file").exclude(file=None)
    return get_object_or_404(found, pk=pk, item__meeting__in=meetings_of(user))


def get_paper_to_manage(user: Visitor, pk: int) -> AgendaPaper:
    require_manager(user)
    return get_object_or_404(AgendaPaper.objects.select_related("item__meeting"), pk=pk)


def get_place_to_answer(user: Visitor, pk: int) -> Attendance:
    """A place on the list: one's own, or any for the office. Others who read get 403."""
    found = Attendance.objects.select_related("meeting", "membership")
    place = get_object_or_404(found, pk=pk, meeting__in=meetings_of(user))
    own = place.membership is not None and place.membership.user_id == user.pk
    if not (own or may_manage(user)):
        raise PermissionDenied
    return place


def get_place_to_manage(user: Visitor, pk: int) -> Attendance:
    require_manager(user)
    return get_object_or_404(Attendance.objects.select_related("meeting"), pk=pk)


def opinions_of(user: Visitor) -> OpinionQuerySet:
    """Opinions that the person may read: the office all, others those of meetings that are over."""
    require_reader(user)
    found = Opinion.objects.all()
    return found if may_manage(user) else found.filter(item__meeting__state__in=OVER)


def get_opinion(user: Visitor, pk: int) -> Opinion:
    found = opinions_of(user).select_related("item__meeting__commission", "vote", "document", "given_by")
    return get_object_or_404(found, pk=pk)


def get_opinion_to_manage(user: Visitor, pk: int) -> Opinion:
    require_manager(user)
    return get_opinion(user, pk)


def get_vote_to_manage(user: Visitor, pk: int) -> Vote:
    require_manager(user)
    return get_object_or_404(Vote.objects.select_related("item__meeting"), pk=pk)


def tasks_of(user: Visitor) -> TaskQuerySet:
    """Tasks that the person may read: the office all, others those of meetings that are over."""
    require_reader(user)
    return Task.objects.all() if may_manage(user) else Task.objects.filter(item__meeting__state__in=OVER)


def get_task_to_manage(user: Visitor, pk: int) -> Task:
    require_manager(user)
    return get_object_or_404(Task.objects.select_related("item__meeting", "institution", "membership"), pk=pk)
