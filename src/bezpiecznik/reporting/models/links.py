"""Invitations to fill in one institution's report without an account, and the addresses mailed for them."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither
from bezpiecznik.core.polish import search_text
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.models import Message

SESSION = timedelta(hours=8)
"""How long one may work after opening a link."""


class LinkState(models.TextChoices):
    """How an invitation stands, read from its last address."""

    WAITING = "waiting", _("czeka na otwarcie")
    OPENED = "opened", _("otwarte")
    EXPIRED = "expired", _("wygasłe")
    REVOKED = "revoked", _("unieważnione")


class OneTimeLinkQuerySet(models.QuerySet["OneTimeLink"]):
    def standing(self) -> "OneTimeLinkQuerySet":
        return self.filter(revoked_at=None)

    def with_last_token(self) -> "OneTimeLinkQuerySet":
        """Each link with `sent_at`, `expires_at`, `opened_at` and `mail_state` of the last address mailed."""
        last = LinkToken.objects.filter(link=OuterRef("pk")).order_by("-pk")
        return self.annotate(
            sent_at=Subquery(last.values("made_at")[:1]),
            expires_at=Subquery(last.values("expires_at")[:1]),
            opened_at=Subquery(last.values("opened_at")[:1]),
            mail_state=Subquery(last.values("message__state")[:1]),
        )

    def in_state(self, state: str) -> "OneTimeLinkQuerySet":
        """Of those `with_last_token`, the ones that stand so now."""
        if state == LinkState.REVOKED:
            return self.exclude(revoked_at=None)
        now = clock.now()
        conditions: dict[str, dict[str, Any]] = {
            LinkState.OPENED: {"opened_at__isnull": False},
            LinkState.WAITING: {"opened_at__isnull": True, "expires_at__gt": now},
            LinkState.EXPIRED: {"opened_at__isnull": True, "expires_at__lte": now},
        }
        return self.standing().filter(**conditions[state])


class OneTimeLink(models.Model):
    """A person without an account invited to write for one institution. Stands until it is revoked."""

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="links", verbose_name=_("podmiot"))
    user = models.ForeignKey(User, models.PROTECT, related_name="report_links", verbose_name=_("osoba"))
    made_at = models.DateTimeField(_("wysłano po raz pierwszy"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("wysłał(a)"))
    revoked_at = models.DateTimeField(_("unieważniono"), null=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    search_text = models.TextField(editable=False, default="")

    objects = OneTimeLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("łącze jednorazowe")
        verbose_name_plural = _("łącza jednorazowe")
        constraints = (
            models.UniqueConstraint(
                fields=("institution", "user"),
                condition=Q(revoked_at=None),
                name="one_time_link_once",
                violation_error_message=_("Ta osoba ma już łącze do sprawozdania tego podmiotu."),
            ),
            both_or_neither("revoked_at", "revoked_by", name="one_time_link_revoked_pair"),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.institution.short}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = search_text(
            self.user.get_full_name(), self.user.email, self.institution.abbr, self.institution.name
        )
        super().save(*args, **kwargs)


class LinkTokenQuerySet(models.QuerySet["LinkToken"]):
    def _alive(self) -> "LinkTokenQuerySet":
        """Of invitations that stand, to people who may work and still have that mailbox, not past their day."""
        same_mailbox = Q(message=None) | Q(message__address__iexact=F("link__user__email"))
        return self.filter(same_mailbox, link__revoked_at=None, link__user__is_active=True, expires_at__gt=clock.now())

    def usable(self) -> "LinkTokenQuerySet":
        """Addresses that may still be opened: the last one of an invitation, once."""
        later = LinkToken.objects.filter(link=OuterRef("link"), pk__gt=OuterRef("pk"))
        return self._alive().filter(~Exists(later), opened_at=None)

    def at_work(self) -> "LinkTokenQuerySet":
        """Opened lately enough for the session to go on."""
        return self._alive().filter(opened_at__gt=clock.now() - SESSION)


class LinkToken(models.Model):
    """One mailed address. The secret in it is not kept, only its sha256; opening uses it up."""

    link = models.ForeignKey(OneTimeLink, models.PROTECT, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("wysłano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    """None where the person asked for a fresh address on the page of the old one."""
    expires_at = models.DateTimeField(_("ważne do"))
    opened_at = models.DateTimeField(_("otwarto"), null=True)
    message = models.ForeignKey(Message, models.SET_NULL, null=True, related_name="+")

    objects = LinkTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("adres łącza jednorazowego")
        verbose_name_plural = _("adresy łączy jednorazowych")
        constraints = (
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")),
                name="link_token_lives",
                violation_error_message=_("Łącze musi być ważne dłużej niż do chwili wysłania."),
            ),
        )

    def __str__(self) -> str:
        return str(self.link)
