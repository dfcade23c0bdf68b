"""Who sits in the Commission and since when: terms of three years, seats by the statute, members from-to.

The statute: art. 38a of the act on the county self-government (chair, two councillors, three persons appointed by the
starost, two delegates of the police; a prosecutor takes part; others may be called with an advisory voice).
"""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.states import EndReason
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of
from bezpiecznik.institutions.models import Institution


class Commission(models.Model):
    """One commission for public safety and order, of one unit or joint of a city and its neighbouring county."""

    name = models.CharField(_("nazwa"), max_length=300)
    joint_with = models.CharField(_("wspólna z"), max_length=200, blank=True)
    """The other unit of a joint commission, whose head co-chairs; blank: the commission is of this unit alone."""
    created_on = models.DateField(_("data utworzenia"))
    created_by_act = models.CharField(_("akt tworzący"), max_length=300)

    history = kept_history(_("historia Komisji"), _("historie Komisji"))

    class Meta:
        verbose_name = _("Komisja")
        verbose_name_plural = _("Komisje")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("commission:composition")

    @property
    def is_joint(self) -> bool:
        return bool(self.joint_with)


class Term(models.Model):
    """Three years of a commission; `ends_on` is its last day."""

    commission = models.ForeignKey(Commission, models.PROTECT, related_name="terms", verbose_name=_("Komisja"))
    starts_on = models.DateField(_("początek kadencji"))
    ends_on = models.DateField(_("koniec kadencji"))
    act = models.CharField(_("akt powołujący skład"), max_length=300, blank=True)
    moved_because = models.TextField(_("powód innego końca kadencji"), blank=True)
    """Why it does not end when the statute says; blank where it does."""

    reminded = models.CharField(_("o czym już przypomniano"), max_length=10, blank=True)
    """The last nearness of the end (`terms.Nearness`) of which the office was told."""

    history = kept_history(_("historia kadencji"), _("historie kadencji"), without=("reminded",))

    class Meta:
        verbose_name = _("kadencja")
        verbose_name_plural = _("kadencje")
        ordering = ("starts_on",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="term_in_order",
                violation_error_message=_("Kadencja nie może kończyć się przed swoim początkiem."),
            ),
            models.UniqueConstraint(
                fields=("commission", "starts_on"),
                name="term_once",
                violation_error_message=_("Kadencja od tego dnia już jest."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.starts_on:%d.%m.%Y}–{self.ends_on:%d.%m.%Y}"

    def get_absolute_url(self) -> str:
        return f"{reverse('commission:composition')}?on={self.starts_on:%Y-%m-%d}"


class SeatKind(models.TextChoices):
    CHAIR = "chair", _("przewodniczący")
    CO_CHAIR = "co_chair", _("współprzewodniczący")
    COUNCILLOR = "councillor", _("radny delegowany przez radę")
    APPOINTED = "appointed", _("osoba powołana przez prezydenta lub starostę")
    POLICE = "police", _("przedstawiciel delegowany przez komendanta Policji")
    PROSECUTOR = "prosecutor", _("prokurator wskazany przez prokuratora okręgowego")
    ADVISORY = "advisory", _("osoba z głosem doradczym")


VOTING = (SeatKind.CHAIR, SeatKind.CO_CHAIR, SeatKind.COUNCILLOR, SeatKind.APPOINTED, SeatKind.POLICE)
"""Whose seats count to the quorum and the vote: the prosecutor takes part, and advisers advise."""


class MembershipQuerySet(models.QuerySet["Membership"]):
    def on(self, day: date | None = None) -> "MembershipQuerySet":
        """Who sits on the day (today when not given)."""
        day = day or clock.today()
        return self.filter(since__lte=day).filter(Q(until=None) | Q(until__gte=day))

    def voting(self) -> "MembershipQuerySet":
        return self.filter(kind__in=VOTING)


class Membership(models.Model):
    """One person in one seat of a term, from-to; `until` is the last day. A substitute names whom it follows."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="memberships", verbose_name=_("kadencja"))
    kind = models.CharField(_("miejsce w składzie"), max_length=20, choices=SeatKind)
    name = models.CharField(_("imię i nazwisko"), max_length=200)
    function = models.CharField(_("funkcja"), max_length=300, blank=True)
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("podmiot")
    )
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("konto w systemie")
    )
    """None: the member has no account and gets everything on paper or by e-mail."""
    email = models.EmailField(_("adres e-mail"), blank=True)
    since = models.DateField(_("od"))
    until = models.DateField(_("do"), null=True, blank=True)
    ended_by = models.CharField(_("dlaczego udział się skończył"), max_length=10, choices=EndReason, blank=True)
    ended_because = models.TextField(_("powód zakończenia"), blank=True)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by", verbose_name=_("w miejsce")
    )
    basis = models.CharField(_("podstawa powołania"), max_length=300, blank=True)
    of_other_unit = models.BooleanField(_("z drugiej jednostki"), default=False)
    """In a joint commission: chosen by the other unit (its council, head or police), not by ours."""

    objects = MembershipQuerySet.as_manager()
    history = kept_history(_("historia członka Komisji"), _("historie członków Komisji"))

    class Meta:
        verbose_name = _("członek Komisji")
        verbose_name_plural = _("członkowie Komisji")
        ordering = ("pk",)
        constraints = (
            one_of("kind", SeatKind.values, name="membership_kind_known"),
            one_of("ended_by", ("", *EndReason.values), name="membership_end_known"),
            models.UniqueConstraint(
                fields=("term",),
                condition=Q(kind=SeatKind.CHAIR, until=None),
                name="membership_one_chair_now",
                violation_error_message=_("Komisja ma jednego przewodniczącego: najpierw zakończ udział poprzedniego."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="membership_in_order",
                violation_error_message=_("Udział w Komisji nie może skończyć się przed swoim początkiem."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("commission:member", args=(self.pk,))

    @property
    def votes(self) -> bool:
        return self.kind in VOTING

    @property
    def is_reachable(self) -> bool:
        """Whether an invitation gets to the person without paper."""
        return bool(self.user_id or self.email)
