"""Who may say that two rows speak of one event. The office of any two; an institution gives up its own row only.

A person of an institution sees, of a row of others that they could not read, only what is compared, and only while the
system finds it alike: nobody learns of rows by trying numbers.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import access, pairs, queries
from bezpiecznik.activities.models import Activity, Joining
from bezpiecznik.activities.pairs import Pair
from bezpiecznik.institutions.models import Institution


@dataclass(frozen=True)
class Decision:
    """Two rows, and which of them the person may give up."""

    one: Activity
    other: Activity
    may_give_up: tuple[int, ...]
    chooses_counts: bool
    """The office; an institution that gives up its row gives up its numbers with it."""

    @property
    def mains(self) -> list[Activity]:
        """Which may be the row that stays."""
        return [row for row, given in ((self.one, self.other), (self.other, self.one)) if given.pk in self.may_give_up]


def _answered(user: User) -> frozenset[int]:
    own = access.own_institutions(user)
    found = (
        Institution.objects.filter(Q(pk__in=own) | Q(reports_through__in=own)) if own else Institution.objects.none()
    )
    return frozenset(found.values_list("pk", flat=True))


def pairs_for(user: User) -> list[Pair]:
    """What the person is asked: the office of all that it looks after, others of rows of their own institution."""
    _require_decider(user)
    if access.is_office(user):
        return pairs.pairs_among(access.writable(user))
    found = pairs.pairs_among(Activity.objects.all(), of=_answered(user))
    keys = {row.pk for pair in found for row in (pair.one, pair.other)}
    own = set(access.writable(user).filter(pk__in=keys).values_list("pk", flat=True))
    return [pair for pair in found if own & {pair.one.pk, pair.other.pk}]


def number_of_pairs(user: User) -> int:
    """For the desk of the office."""
    return len(pairs.keys_among(access.writable(user)))


def pairs_like(user: User, activity: Activity) -> list[Pair]:
    """Of one row that the person may change."""
    found = pairs.like(activity)
    if access.is_office(user):
        keys = {row.pk for pair in found for row in (pair.one, pair.other)}
        reached = set(access.writable(user).filter(pk__in=keys).values_list("pk", flat=True))
        return [pair for pair in found if {pair.one.pk, pair.other.pk} <= reached]
    return found


def _require_decider(user: User) -> None:
    if not access.may_enter(user):
        raise Http404
    if not (access.is_office(user) or access.own_institutions(user)):
        raise PermissionDenied


def get_decision(user: User, pk: int, other: int) -> Decision:
    """Raises Http404 for what the person does not see, PermissionDenied to one who may change neither row."""
    if not access.may_enter(user):
        raise Http404
    rows = queries.with_links(Activity.objects.filter(Q(pk=pk) | Q(pk=other))).in_bulk()
    if pk == other or len(rows) != 2:
        raise Http404
    readable = set(access.activities_of(user).filter(pk__in=rows).values_list("pk", flat=True))
    writable = set(access.writable(user).filter(pk__in=rows).values_list("pk", flat=True))
    if not writable:
        raise PermissionDenied if readable == set(rows) else Http404
    if readable != set(rows) and not _are_alike(rows[min(rows)], rows[max(rows)]):
        raise Http404
    if access.is_office(user) and len(writable) == 2:
        return Decision(rows[pk], rows[other], tuple(rows), chooses_counts=True)
    return Decision(rows[pk], rows[other], tuple(sorted(writable)), chooses_counts=False)


def _are_alike(one: Activity, other: Activity) -> bool:
    return any({pair.one.pk, pair.other.pk} == {one.pk, other.pk} for pair in pairs.like(one))


def get_joining(user: User, pk: int) -> Joining:
    """The joining in force by which the row was given up; either side may undo it."""
    standing = Joining.objects.filter(split_at=None).select_related("activity__institution", "main__institution")
    joining = get_object_or_404(standing, activity=get_object_or_404(Activity, pk=pk))
    sides = (joining.activity_id, joining.main_id)
    if not access.activities_of(user).filter(pk__in=sides).exists():
        raise Http404
    if not access.writable(user).filter(pk__in=sides).exists():
        raise PermissionDenied
    return joining
