"""Posts, who holds them from one day to another, and who stands in while the holder is away.

Rights belong to posts: a person may do what the posts they hold today may do, and those they stand in for.
"""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of
from bezpiecznik.institutions.models.register import Institution
from bezpiecznik.institutions.rights import Role


def in_force(today: date, prefix: str = "") -> Q:
    """Rows whose days `since`-`until` (both included, no end: None) hold this day."""
    return Q(**{f"{prefix}since__lte": today}) & (
        Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": today})
    )


class PostQuerySet(models.QuerySet["Post"]):
    def existing(self) -> "PostQuerySet":
        """Posts not abolished as of today."""
        return self.filter(Q(abolished_on=None) | Q(abolished_on__gt=clock.today()))

    def vacant(self) -> "PostQuerySet":
        """Existing posts that nobody holds today."""
        held = Holding.objects.current().filter(post=models.OuterRef("pk"))
        return self.existing().filter(~models.Exists(held))


class Post(models.Model):
    """A place in an institution (or, without one, in the whole unit) with a role; people come and go."""

    name = models.CharField(_("stanowisko"), max_length=200)
    role = models.CharField(_("rola"), max_length=20, choices=Role)
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("podmiot")
    )
    limited = models.BooleanField(_("tylko wskazane programy"), default=False)
    """Whether the role's rights reach only the programmes that `plans.PostProgramme` names."""
    abolished_on = models.DateField(_("zniesiono z dniem"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("stanowisko")
        verbose_name_plural = _("stanowiska")
        constraints = (
            one_of("role", Role.values, name="post_role_known"),
            models.CheckConstraint(
                condition=~Q(role__in=(Role.REPORTER, Role.HEAD)) | Q(institution__isnull=False),
                name="post_names_institution",
                violation_error_message=_("Ta rola wymaga wskazania podmiotu."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.institution.short}" if self.institution else self.name

    def get_absolute_url(self) -> str:
        return reverse("posts:detail", args=(self.pk,))

    @property
    def is_abolished(self) -> bool:
        return self.abolished_on is not None and self.abolished_on <= clock.today()


class HoldingQuerySet(models.QuerySet["Holding"]):
    def on(self, day: date) -> "HoldingQuerySet":
        """Holdings in force that day."""
        return self.filter(in_force(day))

    def current(self) -> "HoldingQuerySet":
        """Holdings in force today (Europe/Warsaw)."""
        return self.on(clock.today())


class Holding(models.Model):
    """A person in a post, from one day to another. Ended, never deleted."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings", verbose_name=_("stanowisko"))
    user = models.ForeignKey(User, models.PROTECT, related_name="holdings", verbose_name=_("osoba"))
    since = models.DateField(_("od"))
    until = models.DateField(_("do"), null=True, blank=True)
    handover_note = models.TextField(_("notatka dla następcy"), blank=True)
    """What the one who left wrote for the one who comes."""

    objects = HoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("obsada stanowiska")
        verbose_name_plural = _("obsady stanowisk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="holding_ends_after_start",
                violation_error_message=_("Koniec nie może być wcześniejszy niż początek."),
            ),
            models.UniqueConstraint(
                fields=("post",),
                condition=Q(until=None),
                name="post_held_by_one",
                violation_error_message=_("To stanowisko ktoś już zajmuje. Najpierw je przekaż albo zwolnij."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.post}"

    @property
    def is_current(self) -> bool:
        today = clock.today()
        return self.since <= today and (self.until is None or self.until >= today)

    @property
    def is_to_come(self) -> bool:
        return self.since > clock.today()


class Absence(models.Model):
    """Days on which somebody stands in for the holder of a post. Why the holder is away is nobody's business here."""

    holding = models.ForeignKey(Holding, models.PROTECT, related_name="absences", verbose_name=_("obsada"))
    deputy = models.ForeignKey(User, models.PROTECT, related_name="deputised", verbose_name=_("zastępca"))
    since = models.DateField(_("od"))
    until = models.DateField(_("do"), null=True, blank=True)

    class Meta:
        verbose_name = _("zastępstwo")
        verbose_name_plural = _("zastępstwa")
        constraints = (
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="absence_ends_after_start",
                violation_error_message=_("Koniec nie może być wcześniejszy niż początek."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.deputy} za: {self.holding}"

    @property
    def last_day(self) -> date | None:
        """When the deputy stops: on the last day of the absence or of the holding, whichever comes first."""
        ends = [day for day in (self.until, self.holding.until) if day]
        return min(ends, default=None)

    @property
    def is_current(self) -> bool:
        return self.since <= clock.today() and not self.is_over

    @property
    def is_over(self) -> bool:
        return self.last_day is not None and self.last_day < clock.today()
