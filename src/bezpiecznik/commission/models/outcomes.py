"""What comes of a meeting: votes, opinions, tasks and the minutes."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.meeting_states import BallotKind, Choice, OpinionKind, Position
from bezpiecznik.commission.models.attendance import Attendance
from bezpiecznik.commission.models.composition import Commission, Membership
from bezpiecznik.commission.models.meetings import AgendaItem, Meeting
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.documents.models import Document
from bezpiecznik.institutions.models import Institution


class Vote(models.Model):
    """One vote on a point: counts, and how many members with a vote were in the room then."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="votes")
    subject = models.CharField(_("nad czym głosowano"), max_length=400)
    ballot = models.CharField(_("głosowanie"), max_length=10, choices=BallotKind, default=BallotKind.OPEN)
    in_favour = models.PositiveSmallIntegerField(_("za"))
    against = models.PositiveSmallIntegerField(_("przeciw"))
    abstained = models.PositiveSmallIntegerField(_("wstrzymało się"))
    voting_present = models.PositiveSmallIntegerField(_("obecnych z prawem głosu"))
    had_quorum = models.BooleanField(_("było kworum"))
    taken_at = models.DateTimeField(_("przeprowadzono"), default=clock.now)
    taken_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("zapisał(a)"))

    class Meta:
        verbose_name = _("głosowanie")
        verbose_name_plural = _("głosowania")
        ordering = ("pk",)
        constraints = (
            one_of("ballot", BallotKind.values, name="vote_ballot_known"),
            models.CheckConstraint(
                condition=Q(voting_present__gte=F("in_favour") + F("against") + F("abstained")),
                name="vote_within_present",
                violation_error_message=_("Głosów nie może być więcej niż obecnych z prawem głosu."),
            ),
        )

    def __str__(self) -> str:
        return self.subject

    @property
    def passed(self) -> bool:
        """More for than against, with a quorum."""
        return self.had_quorum and self.in_favour > self.against

    @property
    def result(self) -> str:
        if not self.had_quorum:
            return gettext("nieważne: bez kworum")
        return gettext("przyjęto") if self.passed else gettext("nie przyjęto")


class Ballot(models.Model):
    """How one member voted, in a vote by name."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="ballots")
    attendance = models.ForeignKey(Attendance, models.PROTECT, related_name="ballots")
    choice = models.CharField(_("głos"), max_length=10, choices=Choice)

    class Meta:
        verbose_name = _("głos imienny")
        verbose_name_plural = _("głosy imienne")
        ordering = ("pk",)
        constraints = (
            one_of("choice", Choice.values, name="ballot_choice_known"),
            models.UniqueConstraint(fields=("vote", "attendance"), name="ballot_once"),
        )

    def __str__(self) -> str:
        return f"{self.attendance}: {self.get_choice_display()}"


class OpinionQuerySet(models.QuerySet["Opinion"]):
    def given_in(self, year: int) -> "OpinionQuerySet":
        return self.filter(given_on__year=year)


class Opinion(models.Model):
    """An opinion of the Commission on one matter, given at a meeting."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="opinions", verbose_name=_("punkt porządku"))
    kind = models.CharField(_("rodzaj"), max_length=20, choices=OpinionKind)
    subject = models.CharField(_("czego dotyczy"), max_length=400)
    text = models.TextField(_("treść"))
    position = models.CharField(_("stanowisko"), max_length=10, choices=Position)
    given_on = models.DateField(_("dzień"))
    vote = models.OneToOneField(Vote, models.PROTECT, null=True, related_name="opinion", verbose_name=_("głosowanie"))
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+", verbose_name=_("dokument"))
    """None: not issued with a number yet; until then its words may be corrected."""
    version = models.PositiveIntegerField(default=1)
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("zapisał(a)"))
    search_text = models.TextField(editable=False, default="")

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = _("opinia")
        verbose_name_plural = _("opinie")
        ordering = ("-given_on", "-pk")
        constraints = (
            one_of("kind", OpinionKind.values, name="opinion_kind_known"),
            one_of("position", Position.values, name="opinion_position_known"),
        )

    def __str__(self) -> str:
        return self.subject

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = search_text(self.subject, self.text)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("commission:opinion", args=(self.pk,))


class TaskQuerySet(models.QuerySet["Task"]):
    def open(self) -> "TaskQuerySet":
        return self.filter(done_on=None)

    def overdue(self, today: date) -> "TaskQuerySet":
        return self.open().filter(due_on__lt=today)


class Task(models.Model):
    """What somebody is to do after a meeting: an institution, a member, or (neither) the office."""

    commission = models.ForeignKey(Commission, models.PROTECT, related_name="tasks", verbose_name=_("Komisja"))
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="tasks", verbose_name=_("punkt porządku"))
    text = models.TextField(_("co zrobić"), max_length=2000)
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("podmiot")
    )
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("członek Komisji")
    )
    due_on = models.DateField(_("termin"))
    done_on = models.DateField(_("wykonano"), null=True, blank=True)
    done_note = models.TextField(_("jak wykonano"), max_length=2000, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(_("dodano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("dodał(a)"))
    search_text = models.TextField(editable=False, default="")

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("zadanie z posiedzenia")
        verbose_name_plural = _("zadania z posiedzeń")
        ordering = ("due_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(institution__isnull=True) | Q(membership__isnull=True),
                name="task_has_one_owner",
                violation_error_message=_("Zadanie ma jednego wykonawcę."),
            ),
            both_or_neither("done_on", "closed_by", name="task_done_pair"),
        )

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = search_text(self.text, self.owner, self.done_note)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return f"{reverse('commission:tasks')}#zadanie-{self.pk}"

    @property
    def owner(self) -> str:
        if self.institution:
            return self.institution.name
        return self.membership.name if self.membership else gettext("obsługa Komisji")

    @property
    def is_overdue(self) -> bool:
        return self.done_on is None and self.due_on < clock.today()

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return "done" if self.done_on else ("overdue" if self.is_overdue else "due")


class Minutes(models.Model):
    """The minutes of a meeting once they are adopted: the frozen record, and where it was adopted."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="minutes")
    adopted_in = models.ForeignKey(
        AgendaItem, models.PROTECT, related_name="adopted_minutes", verbose_name=_("przyjęto w punkcie")
    )
    corrections = models.TextField(_("poprawki wniesione przy przyjęciu"), max_length=10_000, blank=True)
    adopted_on = models.DateField(_("przyjęto"))
    adopted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("zapisał(a)"))
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name=_("dokument"))
    """Its snapshot is the frozen record; what it says cannot change any more."""

    class Meta:
        verbose_name = _("protokół")
        verbose_name_plural = _("protokoły")

    def __str__(self) -> str:
        return gettext("Protokół posiedzenia nr %(number)s") % {"number": self.meeting.number}
