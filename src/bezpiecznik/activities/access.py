"""The only door to activities. Own people write, the office reads and writes all, the commission reads.

A stranger gets 404; who may read and not write gets 403. A post limited to some programmes reaches, of activities that
carry out undertakings, those of its programmes; of others only those of its own institution.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.activities import queries
from bezpiecznik.activities.models import Activity, ActivityBody, ActivityQuerySet, ActivityUndertaking, Attachment
from bezpiecznik.institutions.access import Visitor, rights_of
from bezpiecznik.institutions.models import Institution, InstitutionQuerySet
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import UndertakingQuerySet
from bezpiecznik.plans.scopes import Scope, scope_of

OWN = (Right.WRITE_REPORT, Right.SIGN_REPORT)
OFFICE = Right.REVIEW_REPORTS
NONE = Q(pk__in=())
ALL = ~NONE
"""Not `Q()`, which vanishes beside another condition in an „or”."""


def may_enter(user: Visitor) -> bool:
    """Whether the room is open to the person at all: it is to whoever reads reports or writes them."""
    rights = rights_of(user)
    return rights.has(Right.READ_REPORTS) or bool(rights.institutions(*OWN))


def is_office(user: Visitor) -> bool:
    """Whether the person looks after activities of all institutions."""
    return rights_of(user).has(OFFICE)


def reads_all(user: Visitor) -> bool:
    """Whether lists hold more than one's own."""
    return rights_of(user).has(Right.READ_REPORTS)


def activities_of(user: Visitor) -> ActivityQuerySet:
    """Those that the person may read. Raises Http404 to a stranger."""
    if not may_enter(user):
        raise Http404
    return Activity.objects.filter(_own(user, through_bodies=True) | _general(user, Right.READ_REPORTS))


def writable(user: Visitor) -> ActivityQuerySet:
    """Those that the person may change: of their institution, or any for the office. Raises Http404 to a stranger."""
    if not may_enter(user):
        raise Http404
    return Activity.objects.filter(_own(user, through_bodies=False) | _general(user, OFFICE))


def _own(user: Visitor, *, through_bodies: bool) -> Q:
    """Rows of own institutions and of those that report through them; with bodies, also those held together."""
    wanted = NONE
    for key in rights_of(user).institutions(*OWN):
        answered = Institution.objects.filter(Q(pk=key) | Q(reports_through=key)).values("pk")
        whose = Q(institution__in=answered)
        if through_bodies:
            whose |= Q(pk__in=ActivityBody.objects.filter(institution__in=answered).values("activity"))
        wanted |= whose & _in_reach(_scope(user, key), also_of_none=True)
    return wanted


def _scope(user: Visitor, institution: int) -> Scope:
    """Where the person's own rights over the institution reach, taken together."""
    scopes = [scope_of(user, right, institution) for right in OWN]
    keys = frozenset[int]().union(*(scope.keys for scope in scopes))
    return Scope(everything=any(scope.everything for scope in scopes), keys=keys)


def _general(user: Visitor, right: Right) -> Q:
    if not rights_of(user).has(right):
        return NONE
    return _in_reach(scope_of(user, right), also_of_none=False)


def _in_reach(scope: Scope, *, also_of_none: bool) -> Q:
    if scope.everything:
        return ALL
    linked = ActivityUndertaking.objects.filter(undertaking__programme__in=scope.keys)
    reach = Q(pk__in=linked.values("activity"))
    return reach | Q(undertakings=None) if also_of_none else reach


def get_activity(user: Visitor, pk: int) -> Activity:
    """To read."""
    found = activities_of(user).select_related("institution", "joined_into", "updated_by")
    return get_object_or_404(found, pk=pk)


def may_write(user: Visitor, activity: Activity) -> bool:
    return writable(user).filter(pk=activity.pk).exists()


def get_activity_to_write(user: Visitor, pk: int) -> Activity:
    """To change; whoever may only read it gets 403."""
    activity = get_activity(user, pk)
    if not may_write(user, activity):
        raise PermissionDenied
    return activity


def get_activity_of_office(user: Visitor, pk: int) -> Activity:
    """To take back from residents, or to let be shown again: for the office alone."""
    activity = get_activity(user, pk)
    if not (is_office(user) and may_write(user, activity)):
        raise PermissionDenied
    return activity


def institutions_to_write(user: Visitor) -> InstitutionQuerySet:
    """In whose name the person may enter activities: own ones first come from the caller. Raises Http404 to others."""
    rights = rights_of(user)
    if rights.has(OFFICE):
        return Institution.objects.living().in_polish_order()
    own = rights.institutions(*OWN)
    if not own:
        raise Http404 if not may_enter(user) else PermissionDenied
    return Institution.objects.living().filter(Q(pk__in=own) | Q(reports_through__in=own)).in_polish_order()


def undertakings_to_choose(user: Visitor, institution: Institution) -> UndertakingQuerySet:
    """What activities of the institution may carry out, the last used first, in programmes that the person reaches."""
    return _choosing_scope(user, institution).narrow(queries.undertakings_for(institution))


def must_choose_undertaking(user: Visitor, institution: Institution) -> bool:
    """Whoever looks after some programmes only enters for other bodies what carries out something of those."""
    return not (_answers_for(user, institution) or _choosing_scope(user, institution).everything)


def _choosing_scope(user: Visitor, institution: Institution) -> Scope:
    keys = _answers_for(user, institution)
    return _scope(user, next(iter(keys))) if keys else scope_of(user, OFFICE)


def _answers_for(user: Visitor, institution: Institution) -> frozenset[int]:
    """Own institutions of the person that answer for this one: itself, or the one through which it reports."""
    return rights_of(user).institutions(*OWN) & {institution.pk, institution.reports_through_id}


def own_institutions(user: Visitor) -> frozenset[int]:
    """Keys of institutions in which the person writes or signs by a post."""
    return rights_of(user).institutions(*OWN)


def institution_to_write(user: Visitor, asked: str | None) -> Institution | None:
    """The one named by its key, else the person's own; None where the office has to choose first."""
    possible = institutions_to_write(user)
    if asked:
        if not asked.isdecimal():
            raise Http404
        return get_object_or_404(possible, pk=int(asked))
    return possible.filter(pk__in=own_institutions(user)).first()


def get_attachment(user: Visitor, pk: int) -> Attachment:
    """A file beside an activity that the person may read."""
    found = Attachment.objects.select_related("activity__institution", "file", "thumbnail")
    attachment = get_object_or_404(found, pk=pk)
    speaks = (attachment.activity_id, attachment.activity.joined_into_id)
    if not activities_of(user).filter(pk__in=[key for key in speaks if key]).exists():
        raise Http404
    return attachment


def get_attachment_to_write(user: Visitor, pk: int) -> Attachment:
    attachment = get_attachment(user, pk)
    if not may_write(user, attachment.activity):
        raise PermissionDenied
    return attachment
