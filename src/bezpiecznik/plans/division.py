"""Which post of an institution leads which of its duties: reads, and the one write.

A new edition of the programme brings new duties; they begin with everyone in the institution, nothing is carried over.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.models import Holding, Institution, Post, PostQuerySet, Reporting
from bezpiecznik.institutions.posts.legacy import Matter
from bezpiecznik.institutions.posts.radar import Finding, Kind, working_reporters
from bezpiecznik.institutions.rights import Role
from bezpiecznik.plans.events import Event
from bezpiecznik.plans.models import ProgrammeState, Responsibility, ResponsibilityQuerySet, ResponsibilityRole

LEADING = (Role.REPORTER, Role.HEAD)
"""Only posts that write or sign reports lead duties."""


def duties(institution: Institution) -> ResponsibilityQuerySet:
    """Duties in force of programmes in force for which the institution answers, its own and those of others."""
    answers_for = Q(institution=institution) | Q(institution__reports_through=institution)
    return (
        Responsibility.objects.in_force()
        .filter(answers_for, undertaking__programme__state=ProgrammeState.IN_FORCE)
        .select_related("undertaking__area", "undertaking__programme", "institution", "post")
        .order_by(
            "-undertaking__programme__year_from",
            "undertaking__kind",
            "undertaking__area__no",
            "undertaking__no",
            "role",
            "pk",
        )
    )


def leading_posts(institution: Institution) -> PostQuerySet:
    """Existing posts of the institution that may lead duties."""
    return Post.objects.existing().filter(institution=institution, role__in=LEADING).order_by("name", "pk")


@transaction.atomic
def divide(institution: Institution, *, chosen: Iterable[Responsibility], post: Post | None, by: User) -> int:
    """Give these duties to the post, or (None) to everyone in the institution. Returns how many changed.

    Raises ValueError for a duty for which the institution does not answer, or a post that may not lead its duties.
    """
    keys = {duty.pk for duty in chosen}
    if post and not leading_posts(institution).filter(pk=post.pk).exists():
        raise ValueError("The post does not lead duties of this institution.")
    if len(keys) != duties(institution).filter(pk__in=keys).count():
        raise ValueError("A duty of another institution.")
    found = duties(institution).select_for_update(of=("self",)).filter(pk__in=keys)
    changed = [duty for duty in found if duty.post_id != (post.pk if post else None)]
    if not changed:
        return 0
    Responsibility.objects.filter(pk__in=[duty.pk for duty in changed]).update(post=post)
    codes = sorted(duty.undertaking.code for duty in changed)
    journal.record(Event.DUTIES_DIVIDED, institution, by=by, post=str(post) if post else "", actions=codes)
    return len(changed)


def led_by(post: Post) -> Iterator[Matter]:
    """For the hand-over: duties that this very post leads."""
    found = Responsibility.objects.in_force().filter(post=post, undertaking__programme__state=ProgrammeState.IN_FORCE)
    if post.institution_id and (n := found.count()):
        words = _("działanie,działania,działań")
        sentence = _("Stanowisko prowadzi %(n)s %(words)s programu.") % {"n": n, "words": forms(n, words)}
        yield Matter(sentence, reverse("plans:divide", args=(post.institution_id,)))


def without_working_reporter() -> Iterator[Finding]:
    """Institutions that lead actions and in which no reporter has ever signed in; since the newest duty is unknown."""
    able = set(working_reporters().values_list("post__institution", flat=True))
    leads: dict[int, tuple[Institution, int]] = {}
    found = Responsibility.objects.in_force().filter(
        role=ResponsibilityRole.LEAD, undertaking__programme__state=ProgrammeState.IN_FORCE
    )
    for duty in found.select_related("institution__reports_through"):
        reporter = duty.institution.reporter
        if reporter and reporter.reporting == Reporting.ITSELF and reporter.pk not in able:
            leads[reporter.pk] = (reporter, leads.get(reporter.pk, (reporter, 0))[1] + 1)
    last = _last_days(set(leads))
    for reporter, n in leads.values():
        said = _("%(institution)s prowadzi %(n)s %(words)s programu, a nie ma tam czynnego sprawozdawcy.")
        words = {"institution": reporter, "n": n, "words": forms(n, _("działanie,działania,działań"))}
        yield Finding(
            Kind.NO_REPORTER,
            said % words,
            last.get(reporter.pk),
            f"{reverse('people:add')}?role={Role.REPORTER}&institution={reporter.pk}",
            _("Zaproś sprawozdawcę"),
            reporter.name,
        )


def _last_days(institutions: set[int]) -> dict[int, date]:
    """When the last reporter of each of them left, where there was one."""
    gone = Holding.objects.filter(
        post__institution__in=institutions, post__role=Role.REPORTER, until__lt=clock.today()
    ).order_by("until")
    return {held.post.institution_id or 0: held.until for held in gone.select_related("post") if held.until}


def led_by_nobody() -> Iterator[Finding]:
    """Duties given to a post that is abolished or vacant today: they look led, and are not."""
    held = Holding.objects.current().values("post")
    orphaned = (
        Responsibility.objects.in_force()
        .filter(undertaking__programme__state=ProgrammeState.IN_FORCE, post__isnull=False)
        .exclude(post__in=Post.objects.existing().filter(pk__in=held))
        .select_related("post__institution")
    )
    counts: dict[Post, int] = {}
    for duty in orphaned:
        if duty.post:
            counts[duty.post] = counts.get(duty.post, 0) + 1
    for post, n in counts.items():
        said = _("%(n)s %(words)s prowadzi stanowisko, na którym nikogo nie ma: %(post)s.")
        words = {"n": n, "words": forms(n, _("działanie,działania,działań")), "post": post}
        url = reverse("plans:divide", args=(post.institution_id,))
        name = post.institution.name if post.institution else ""
        yield Finding(Kind.NO_REPORTER, said % words, post.abolished_on, url, _("Podziel działania"), name)
