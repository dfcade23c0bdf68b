"""The only door to a programme and to what it holds: whoever may read the plan; a stranger gets 404."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import Visitor, get_institution, require, require_administrator, rights_of
from bezpiecznik.institutions.models import Institution, InstitutionQuerySet, Post
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans import division
from bezpiecznik.plans.feeds import feed_of
from bezpiecznik.plans.models import (
    Amendment,
    Area,
    CalendarFeed,
    CalendarFeedQuerySet,
    DocumentFinding,
    Milestone,
    Programme,
    ProgrammeQuerySet,
    ProgrammeState,
    ResponsibilityQuerySet,
    StatutoryDate,
    StatutoryDateQuerySet,
    Undertaking,
)
from bezpiecznik.plans.scopes import scope_of


@dataclass(frozen=True)
class Edition:
    """The programme that a page speaks of (None while the house has none), among all its editions."""

    programme: Programme | None
    editions: tuple[Programme, ...]


def choose_edition(user: Visitor, asked: str | None) -> Edition:
    """The edition named in the address by its key; without one, the newest that is in force, else the newest.

    Raises Http404 to a stranger and for a key that no edition has.
    """
    editions = tuple(_programmes(user).newest_first())
    if asked:
        return Edition(_named(asked, editions), editions)
    in_force = (edition for edition in editions if edition.state == ProgrammeState.IN_FORCE)
    return Edition(next(in_force, editions[0] if editions else None), editions)


def _named(asked: str, editions: tuple[Programme, ...]) -> Programme:
    for edition in editions:
        if str(edition.pk) == asked:
            return edition
    raise Http404


def _programmes(user: Visitor) -> ProgrammeQuerySet:
    """Those that the person may read. Raises Http404 to a stranger."""
    require(user, Right.READ_PLAN)
    return scope_of(user, Right.READ_PLAN).narrow(Programme.objects.select_related("source"), "pk")


def get_programme(user: Visitor, pk: int) -> Programme:
    return get_object_or_404(_programmes(user), pk=pk)


def get_post_to_limit(user: Visitor, pk: int) -> Post:
    """A post whose reach is set: for the administrator alone, as it gives and takes rights."""
    require_administrator(user)
    return get_object_or_404(Post.objects.existing().select_related("institution"), pk=pk)


def get_amendment(user: Visitor, pk: int) -> Amendment:
    """A change of a programme that the person may read; a stranger gets 404."""
    require(user, Right.READ_PLAN)
    rows = Amendment.objects.select_related("programme", "by")
    return get_object_or_404(scope_of(user, Right.READ_PLAN).narrow(rows), pk=pk)


def get_undertaking(user: Visitor, pk: int) -> Undertaking:
    """An action or an initiative, with its area and programme."""
    require(user, Right.READ_PLAN)
    found = scope_of(user, Right.READ_PLAN).narrow(
        Undertaking.objects.select_related("area", "programme", "added_by", "withdrawn_by", "promised")
    )
    return get_object_or_404(found, pk=pk)


def get_programme_to_manage(user: Visitor, pk: int) -> Programme:
    """A programme whose document the person keeps in order; a stranger gets 404."""
    require(user, Right.MANAGE_PLAN)
    return get_object_or_404(scope_of(user, Right.MANAGE_PLAN).narrow(Programme.objects.all(), "pk"), pk=pk)


def get_finding(user: Visitor, pk: int) -> DocumentFinding:
    """A fault of the document of a programme that the person manages."""
    require(user, Right.MANAGE_PLAN)
    rows = DocumentFinding.objects.select_related("programme", "decided_by")
    return get_object_or_404(scope_of(user, Right.MANAGE_PLAN).narrow(rows), pk=pk)


OWN = (Right.WRITE_REPORT, Right.SIGN_REPORT)


def may_divide(user: Visitor, institution: Institution) -> bool:
    """Whose duties these are decides who of them leads which: the clerk, the head; and the office for them."""
    rights = rights_of(user)
    return rights.has(Right.MANAGE_PLAN) or institution.pk in rights.institutions(*OWN)


def duties_to_divide(user: Visitor, institution: Institution) -> ResponsibilityQuerySet:
    """Those of `get_institution_to_divide` that lie in programmes which the person's post reaches."""
    found = division.duties(institution)
    scopes = [scope_of(user, right, institution.pk) for right in OWN]
    if rights_of(user).has(Right.MANAGE_PLAN) or any(scope.everything for scope in scopes):
        return found
    return found.filter(undertaking__programme__in=frozenset[int]().union(*(scope.keys for scope in scopes)))


def get_institution_to_divide(user: Visitor, pk: int) -> Institution:
    """An institution whose duties the person may divide between its posts; a reader of the plan gets 403."""
    institution = get_institution(user, pk)
    if not may_divide(user, institution):
        raise PermissionDenied
    return institution


def may_fill(user: Visitor, programme: Programme) -> bool:
    """Whether the person says beside the resolution what it does not say."""
    return scope_of(user, Right.MANAGE_PLAN).holds(programme.pk)


def get_undertaking_to_fill(user: Visitor, pk: int) -> Undertaking:
    """An undertaking to supplement; a reader of the plan gets 403, a stranger 404."""
    found = get_undertaking(user, pk)
    _require_filling(user, found.programme)
    return found


def get_area_to_fill(user: Visitor, pk: int) -> Area:
    require(user, Right.READ_PLAN)
    found = scope_of(user, Right.READ_PLAN).narrow(Area.objects.select_related("programme"))
    area = get_object_or_404(found, pk=pk)
    _require_filling(user, area.programme)
    return area


def get_programme_to_fill(user: Visitor, pk: int) -> Programme:
    programme = get_programme(user, pk)
    _require_filling(user, programme)
    return programme


def _require_filling(user: Visitor, programme: Programme) -> None:
    if not may_fill(user, programme):
        raise PermissionDenied


def get_milestone_to_manage(user: User, pk: int) -> Milestone:
    """A milestone to be moved, reached or given up; a reader of the plan gets 403, a stranger 404."""
    require(user, Right.READ_PLAN)
    rows = Milestone.objects.select_related("undertaking__area", "undertaking__programme")
    found = get_object_or_404(scope_of(user, Right.READ_PLAN).narrow(rows, "undertaking__programme"), pk=pk)
    _require_filling(user, found.undertaking.programme)
    return found


def statutory_dates(user: Visitor) -> StatutoryDateQuerySet:
    """For all readers of the plan. Raises Http404 to a stranger."""
    require(user, Right.READ_PLAN)
    return StatutoryDate.objects.all()


def may_manage_statutory(user: Visitor) -> bool:
    return rights_of(user).has_in_all_programmes(Right.MANAGE_PLAN)


def require_statutory(user: Visitor) -> None:
    """Whoever manages the plan keeps the dates that the law sets; a reader gets 403, a stranger 404."""
    require(user, Right.READ_PLAN)
    if not may_manage_statutory(user):
        raise PermissionDenied


def get_statutory_date_to_manage(user: Visitor, pk: int) -> StatutoryDate:
    require_statutory(user)
    return get_object_or_404(StatutoryDate, pk=pk)


def own_institutions(user: Visitor) -> frozenset[int]:
    """Institutions (keys) for which the person writes or signs."""
    return rights_of(user).institutions(*OWN)


def subscribable(user: Visitor) -> InstitutionQuerySet:
    """Institutions whose dates the person may take into a calendar: their own, and to the office all."""
    living = Institution.objects.living().in_polish_order()
    return living if may_manage_statutory(user) else living.filter(pk__in=own_institutions(user))


def feeds_of(user: User) -> CalendarFeedQuerySet:
    """The person's own calendars that stand. Raises Http404 to a stranger."""
    require(user, Right.READ_PLAN)
    return user.calendar_feeds.standing().select_related("institution", "user").order_by("institution__name", "pk")


def get_own_feed(user: User, pk: int) -> CalendarFeed:
    return get_object_or_404(feeds_of(user), pk=pk)


def get_feed_to_read(token: str) -> CalendarFeed:
    """The feed behind an address, for a program that signs in nowhere. Raises Http404 once its person may not read."""
    feed = feed_of(token)
    if feed is None or not rights_of(feed.user).has(Right.READ_PLAN):
        raise Http404
    if feed.institution_id and not subscribable(feed.user).filter(pk=feed.institution_id).exists():
        raise Http404
    return feed
