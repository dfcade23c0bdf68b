"""The radar of phantom owners: posts and duties that only seem to have somebody behind them.

Each finding is a sentence, since when it is so, and the one act that mends it. Institutions are not compared.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.db import models
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core import clock
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.models import Holding, Institution, Invitation, Post
from bezpiecznik.notices.models import Message, MessageState

SILENT_DAYS = declare(
    Option(
        "institutions.silent_days",
        gettext_lazy("Po ilu dniach bez logowania pokazać osobę na radarze"),
        default=180,
        make=forms.IntegerField,
        help=gettext_lazy(
            "Kto rzadko składa sprawozdania, loguje się rzadko: nie ustawiaj mniej niż okres sprawozdawczy."
        ),
        group=gettext_lazy("Osoby i stanowiska"),
        arguments={"min_value": 7, "max_value": 1000},
    )
)


class Kind(models.TextChoices):
    VACANT = "vacant", gettext_lazy("stanowisko nieobsadzone")
    NO_REPORTER = "no_reporter", gettext_lazy("działania bez sprawozdawcy")
    OFF = "off", gettext_lazy("konto wyłączone")
    INVITED = "invited", gettext_lazy("zaproszenie bez odpowiedzi")
    NEVER = "never", gettext_lazy("nigdy się nie zalogował(a)")
    BOUNCED = "bounced", gettext_lazy("poczta nie dochodzi")
    SILENT = "silent", gettext_lazy("dawno bez logowania")
    INSTITUTION = "institution", gettext_lazy("podmiot zmienił się albo go nie ma")


@dataclass(frozen=True)
class Finding:
    """One thing to mend. `institution` is the name, blank for posts of the whole unit."""

    kind: Kind
    sentence: str
    since: date | None
    url: str
    act: str | Promise
    institution: str = ""
    role: str = ""
    """Of the post it speaks of: shown only to those who may seat people in such posts."""


Watcher = Callable[[], Iterable[Finding]]
_WATCHERS: list[Watcher] = []


def watcher(function: Watcher) -> Watcher:
    """Register a function of a higher room; called when the room's app is ready."""
    _WATCHERS.append(function)
    return function


def findings(roles: Collection[str]) -> list[Finding]:
    """What concerns posts of these roles, kind by kind in the order of `Kind`, the longest lasting first.

    A constant number of queries.
    """
    order = {kind: place for place, kind in enumerate(Kind)}
    found = [finding for watch in (vacant, people, changed_institutions, *_WATCHERS) for finding in watch()]
    found = [finding for finding in found if not finding.role or finding.role in roles]
    return sorted(found, key=lambda finding: (order[finding.kind], finding.since or date.min, finding.sentence))


def vacant() -> Iterator[Finding]:
    """Existing posts that nobody holds today, in institutions that still are; since the day after the last holder."""
    last = Holding.objects.filter(post=OuterRef("pk"), until__lt=clock.today()).order_by("-until").values("until")[:1]
    standing = Post.objects.vacant().exclude(institution__dissolved_on__lte=clock.today())
    for post in standing.select_related("institution").annotate(last_day=Subquery(last)):
        last_day = getattr(post, "last_day", None)
        yield Finding(
            Kind.VACANT,
            _("Nikt nie zajmuje stanowiska: %s.") % post,
            last_day + timedelta(days=1) if last_day else None,
            reverse("posts:seat", args=(post.pk,)),
            _("Obsadź stanowisko"),
            post.institution.name if post.institution else "",
            post.role,
        )


def people() -> Iterator[Finding]:
    """Holders of today who are not really there; for each post the gravest reason only."""
    silent_since = clock.today() - timedelta(days=SILENT_DAYS.value())
    for held in _held_with_signs():
        if finding := _off(held) or _not_answered(held) or _bounced(held) or _silent(held, silent_since):
            yield finding


def _held_with_signs() -> QuerySet[Holding]:
    """Today's holdings of existing posts, each with what became of the holder's invitation and last message."""
    pending = Invitation.objects.pending().filter(user=OuterRef("user"))
    message = Message.objects.filter(user=OuterRef("user")).exclude(state=MessageState.WAITING).order_by("-pk")
    return (
        Holding.objects.current()
        .filter(post__in=Post.objects.existing())
        .select_related("user", "post__institution")
        .annotate(
            invited_at=Subquery(pending.values("sent_at")[:1]),
            expires_at=Subquery(pending.values("expires_at")[:1]),
            mail_state=Subquery(message.values("state")[:1]),
            mail_at=Subquery(message.values("created_at")[:1]),
        )
        .order_by("post__institution__name", "post__name", "pk")
    )


def _off(held: Holding) -> Finding | None:
    if held.user.is_active:
        return None
    said = _("Konto osoby na stanowisku „%(post)s” jest wyłączone: %(person)s.")
    url = reverse("posts:hand-over", args=(held.pk,))
    return _about(held, Kind.OFF, said, since=None, url=url, act=_("Przekaż stanowisko"))


def _not_answered(held: Holding) -> Finding | None:
    """Invited and silent, or an account on which nobody has ever signed in."""
    if held.user.last_login:
        return None
    url = _person(held)
    invited_at, expires_at = getattr(held, "invited_at", None), getattr(held, "expires_at", None)
    if invited_at and expires_at:
        since, said = timezone.localdate(invited_at), _("%(person)s („%(post)s”) nie odpowiada jeszcze na zaproszenie.")
        if expires_at <= clock.now():
            said = _("Zaproszenie wygasło bez odpowiedzi: %(person)s („%(post)s”).")
        return _about(held, Kind.INVITED, said, since=since, url=url, act=_("Wyślij ponownie"))
    said = _("%(person)s („%(post)s”) ma konto i nigdy się nie zalogował(a).")
    since = timezone.localdate(held.user.created_at)
    return _about(held, Kind.NEVER, said, since=since, url=url, act=_("Otwórz kartę osoby"))


def _bounced(held: Holding) -> Finding | None:
    if getattr(held, "mail_state", "") != MessageState.BOUNCED:
        return None
    said = _("Ostatnia wiadomość wróciła: adres %(email)s nie działa. %(person)s („%(post)s”) nie wie, o co prosimy.")
    since = timezone.localdate(getattr(held, "mail_at", clock.now()))
    return _about(held, Kind.BOUNCED, said, since=since, url=_person(held), act=_("Popraw adres"))


def _silent(held: Holding, since: date) -> Finding | None:
    last_login = held.user.last_login
    if last_login is None or timezone.localdate(last_login) >= since:
        return None
    day, url = timezone.localdate(last_login), held.post.get_absolute_url()
    said = _("%(person)s („%(post)s”) nie loguje się od dawna.")
    return _about(held, Kind.SILENT, said, since=day, url=url, act=_("Sprawdź stanowisko"))


def _about(held: Holding, kind: Kind, said: str, *, since: date | None, url: str, act: str) -> Finding:
    words = {"person": held.user.get_full_name(), "post": held.post, "email": held.user.email}
    name = held.post.institution.name if held.post.institution else ""
    return Finding(kind, said % words, since, url, act, name, held.post.role)


def _person(held: Holding) -> str:
    return reverse("people:detail", args=(held.user_id,))


def changed_institutions() -> Iterator[Finding]:
    """Posts that outlive their institution, or began under its former name.

    A post of a dissolved body is abolished, not moved: its successor has posts of its own.
    """
    yield from _in_dissolved()
    yield from _under_former_name()


def _in_dissolved() -> Iterator[Finding]:
    gone = Post.objects.existing().filter(institution__dissolved_on__lte=clock.today())
    for post in gone.select_related("institution"):
        yield Finding(
            Kind.INSTITUTION,
            _("Podmiot zlikwidowano, a stanowisko zostało: %s.") % post,
            post.institution.dissolved_on if post.institution else None,
            reverse("posts:abolish", args=(post.pk,)),
            _("Znieś stanowisko"),
            post.institution.name if post.institution else "",
        )


def _under_former_name() -> Iterator[Finding]:
    """Whoever came before the last change of name: is it still the same office?"""
    renamed = Institution.objects.annotate(renamed_on=Max("names__since")).exclude(renamed_on=None)
    days = {pk: day for pk, day in renamed.values_list("pk", "renamed_on") if day <= clock.today()}
    held = Holding.objects.current().filter(post__institution__in=days, post__in=Post.objects.existing())
    held = held.exclude(post__institution__dissolved_on__lte=clock.today())
    for holding in held.select_related("user", "post__institution"):
        on = days[holding.post.institution_id or 0]
        if holding.since < on:
            sentence = _("Podmiot zmienił nazwę z dniem %(on)s: sprawdź, czy „%(post)s” zajmuje nadal %(person)s.")
            words = {"on": long_date(on), "post": holding.post, "person": holding.user}
            name = holding.post.institution.name if holding.post.institution else ""
            url = holding.post.get_absolute_url()
            yield Finding(Kind.INSTITUTION, sentence % words, on, url, _("Sprawdź stanowisko"), name)


def working_reporters() -> QuerySet[Holding]:
    """Today's holdings of reporters with an account on which somebody has signed in."""
    held = Holding.objects.current().filter(post__role="reporter", post__in=Post.objects.existing())
    return held.filter(user__is_active=True).exclude(user__last_login=None)
