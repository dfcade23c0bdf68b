"""Writes about posts and their holders. What was held is ended, never deleted."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.access import forget_rights
from bezpiecznik.institutions.models import Holding, Institution, Post
from bezpiecznik.institutions.models.posts import in_force
from bezpiecznik.institutions.posts.events import Event
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.institutions.rights import Role

A_DAY = timedelta(days=1)
NEVER_ABLE = Q(password__startswith=UNUSABLE_PASSWORD_PREFIX, last_login=None)
"""Accounts on which nobody has been able to sign in yet."""
OF_ONE_INSTITUTION = frozenset({Role.REPORTER, Role.HEAD})
"""Roles whose post always belongs to an institution."""


@dataclass(frozen=True)
class NewPost:
    """A post that is not there yet."""

    name: str
    role: Role
    institution: Institution | None = None


@transaction.atomic
def add_post(*, name: str, role: Role, institution: Institution | None, by: User) -> Post:
    """A new place, vacant at first. Raises ValidationError when the role needs an institution."""
    post = Post(name=name.strip(), role=role, institution=institution)
    post.full_clean()
    post.save(force_insert=True)
    journal.record(Event.ADDED, post, by=by, role=role)
    return post


@transaction.atomic
def rename_post(post: Post, *, name: str, by: User) -> None:
    """The same post under another name; saving the same name changes nothing."""
    before, post.name = post.name, name.strip()
    if before == post.name:
        return
    post.full_clean()
    post.save(update_fields=("name",))
    journal.record(Event.RENAMED, post, by=by, before=before)


@transaction.atomic
def abolish_post(post: Post, *, on: date, by: User) -> None:
    """From this day the post is no more. Raises Refused while somebody holds it on that day or later."""
    hold_post(post)
    if held := post.holdings.filter(Q(until=None) | Q(until__gte=on)).select_related("user").first():
        raise Refused(
            _("%(person)s zajmuje to stanowisko także po tym dniu. Najpierw ustal koniec albo przekaż stanowisko.")
            % {"person": held.user}
        )
    post.abolished_on = on
    post.save(update_fields=("abolished_on",))
    journal.record(Event.ABOLISHED, post, by=by, on=on.isoformat())


@transaction.atomic
def seat(post: Post, *, user: User, since: date, until: date | None = None, by: User) -> Holding:
    """Let the person hold the post on these days (both included). Raises Refused where somebody holds it already."""
    current = hold_post(post)
    _refuse_abolished(current, since, until)
    if not user.is_active:
        raise Refused(_("Konto tej osoby jest wyłączone. Najpierw je włącz."))
    if taken := overlapping(post, since, until).select_related("user").first():
        raise Refused(
            _("W tych dniach stanowisko zajmuje %(person)s (od %(since)s). Najpierw je przekaż albo ustal koniec.")
            % {"person": taken.user, "since": long_date(taken.since)}
        )
    holding = Holding(post=post, user=user, since=since, until=until)
    holding.full_clean()
    holding.save(force_insert=True)
    forget_rights(user)
    journal.record(Event.SEATED, holding, by=by, since=since.isoformat(), until=_day(until))
    return holding


@transaction.atomic
def end_holding(holding: Holding, *, until: date, by: User) -> None:
    """This is the last day. Raises Refused for a day before the first, and for the last administrator."""
    current = lock_holding(holding)
    if until < current.since:
        raise Refused(_("Ostatni dzień nie może być wcześniejszy niż pierwszy (%s).") % long_date(current.since))
    if taken := overlapping(current.post, current.since, until).exclude(pk=current.pk).first():
        raise Refused(_("Od %s stanowisko zajmuje już ktoś inny.") % long_date(taken.since))
    refuse_without_administrator(current, on=until + A_DAY)
    current.until = until
    current.save(update_fields=("until",))
    forget_rights(current.user)
    journal.record(Event.ENDED, current, by=by, until=until.isoformat())
    holding.until = until


def hold_post(post: Post) -> Post:
    """The post as it stands; nobody else changes its holders until the transaction ends."""
    return Post.objects.select_for_update().get(pk=post.pk)


def lock_holding(holding: Holding) -> Holding:
    hold_post(holding.post)
    return Holding.objects.select_related("post__institution", "user").get(pk=holding.pk)


def overlapping(post: Post, since: date, until: date | None) -> models.QuerySet[Holding]:
    """Holdings of the post that share a day with these."""
    found = post.holdings.filter(Q(until=None) | Q(until__gte=since))
    return found.filter(since__lte=until) if until else found


def _refuse_abolished(post: Post, since: date, until: date | None) -> None:
    if post.abolished_on and (until is None or until >= post.abolished_on or since >= post.abolished_on):
        raise Refused(_("To stanowisko zniesiono z dniem %s.") % long_date(post.abolished_on))


def refuse_without_administrator(holding: Holding, *, on: date) -> None:
    """Raise Refused when without this holding nobody able to sign in would administer the installation that day."""
    if holding.post.role == Role.ADMINISTRATOR and not administrators(on, without=holding).exists():
        raise Refused(_("To ostatni administrator. Najpierw niech ktoś inny obejmie taką rolę i zaloguje się."))


def administrators(day: date, *, without: Holding | None = None) -> models.QuerySet[User]:
    """People with a working account who administer the installation on that day."""
    held = Holding.objects.filter(in_force(day), post__role=Role.ADMINISTRATOR).filter(
        Q(post__abolished_on=None) | Q(post__abolished_on__gt=day)
    )
    held = held.exclude(pk=without.pk) if without else held
    able = User.objects.filter(is_active=True).exclude(NEVER_ABLE)
    return able.filter(Q(pk__in=held.values("user")) | Q(is_superuser=True))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
