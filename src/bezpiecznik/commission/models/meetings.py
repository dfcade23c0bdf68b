"""Meetings of the Commission: when and where, what is on the agenda, who was asked and who came."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.meeting_states import (
    COMING,
    MARKS,
    OVER,
    WRITTEN,
    MeetingMode,
    MeetingState,
    OpinionKind,
)
from bezpiecznik.commission.models.composition import Commission, Term
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of
from bezpiecznik.documents.models import Document
from bezpiecznik.files.models import StoredFile


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def coming(self) -> "MeetingQuerySet":
        """Not begun and not cancelled, the nearest first."""
        return self.filter(state__in=COMING).order_by("starts_at")

    def over(self) -> "MeetingQuerySet":
        """Held, whether or not the minutes are adopted."""
        return self.filter(state__in=OVER)

    def of_year(self, year: int) -> "MeetingQuerySet":
        return self.filter(year=year)

    def announced(self) -> "MeetingQuerySet":
        """What members see: from the invitation on. One cancelled before it was announced stays the office's own."""
        return self.exclude(state=MeetingState.PLANNED).exclude(state=MeetingState.CANCELLED, invited_at=None)


class Meeting(models.Model):
    """One meeting. Its number is that of the year, given when it is planned; a cancelled one keeps it."""

    commission = models.ForeignKey(Commission, models.PROTECT, related_name="meetings", verbose_name=_("Komisja"))
    term = models.ForeignKey(Term, models.PROTECT, related_name="meetings", verbose_name=_("kadencja"))
    year = models.PositiveSmallIntegerField(_("rok"))
    no = models.PositiveSmallIntegerField(_("numer w roku"))
    starts_at = models.DateTimeField(_("początek"))
    place = models.CharField(_("miejsce"), max_length=300)
    mode = models.CharField(_("tryb"), max_length=10, choices=MeetingMode, default=MeetingMode.ON_SITE)
    link = models.URLField(_("adres połączenia zdalnego"), max_length=500, blank=True)
    state = models.CharField(_("stan"), max_length=12, choices=MeetingState, default=MeetingState.PLANNED)
    revision = models.PositiveIntegerField(default=0)
    """Grows when the day, hour or place change: calendars of members tell the newer entry by it."""
    moved_because = models.CharField(_("powód zmiany terminu"), max_length=500, blank=True)
    cancelled_because = models.CharField(_("powód odwołania"), max_length=500, blank=True)
    invited_at = models.DateTimeField(_("zaproszono"), null=True)
    quorum_needed = models.PositiveSmallIntegerField(_("kworum"), null=True)
    """How many voting members had to be there, by the rule in force when the meeting was opened."""
    quorum_rule = models.CharField(_("zasada kworum"), max_length=20, blank=True)
    """One of `meeting_options.RULES`, in force when the meeting was opened; blank: not opened yet."""
    quorum_source = models.CharField(_("z czego wynika kworum"), max_length=300, blank=True)
    substitutes_count = models.BooleanField(_("zastępcy liczą się do kworum"), default=False)
    voting_seats = models.PositiveSmallIntegerField(_("osób z prawem głosu"), null=True)
    opened_at = models.DateTimeField(_("otwarto"), null=True)
    closed_at = models.DateTimeField(_("zamknięto"), null=True)
    made_at = models.DateTimeField(_("zaplanowano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("zaplanował(a)"))

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("posiedzenie")
        verbose_name_plural = _("posiedzenia")
        ordering = ("-starts_at",)
        constraints = (
            one_of("state", MeetingState.values, name="meeting_state_known"),
            one_of("mode", MeetingMode.values, name="meeting_mode_known"),
            models.UniqueConstraint(
                fields=("commission", "year", "no"),
                name="meeting_number_once",
                violation_error_message=_("Posiedzenie o tym numerze już jest."),
            ),
            models.CheckConstraint(
                condition=Q(state=MeetingState.CANCELLED) & ~Q(cancelled_because="")
                | ~Q(state=MeetingState.CANCELLED) & Q(cancelled_because=""),
                name="meeting_cancelled_because",
                violation_error_message=_("Odwołanie posiedzenia wymaga powodu."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=("planned", "invited", "cancelled")) | Q(opened_at__isnull=False),
                name="meeting_held_was_opened",
                violation_error_message=_("Posiedzenie, które się odbyło, miało początek."),
            ),
        )

    def __str__(self) -> str:
        return gettext("Posiedzenie Komisji nr %(number)s") % {"number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("commission:meeting", args=(self.pk,))

    @property
    def number(self) -> str:
        return f"{self.no}/{self.year}"

    @property
    def local(self) -> datetime:
        """The beginning in Europe/Warsaw."""
        return timezone.localtime(self.starts_at)

    @property
    def is_coming(self) -> bool:
        return self.state in COMING

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def may_open(self) -> bool:
        """Invited, and its day has come."""
        return self.state == MeetingState.INVITED and self.local.date() <= clock.today()

    @property
    def is_written(self) -> bool:
        """Whether the office may still write what happened."""
        return self.state in WRITTEN

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return MARKS[MeetingState(self.state)]

    @property
    def subject(self) -> str:
        """Under which its documents are kept."""
        return f"meeting:{self.pk}"


class AgendaItem(models.Model):
    """One point of the agenda; during the meeting it gathers what was said and decided."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    no = models.PositiveSmallIntegerField(_("numer"))
    title = models.CharField(_("przedmiot"), max_length=400)
    why = models.TextField(_("dlaczego"), blank=True)
    referent = models.CharField(_("referuje"), max_length=200, blank=True)
    opinion_kind = models.CharField(_("potrzebna opinia"), max_length=20, choices=OpinionKind, blank=True)
    source_key = models.CharField(max_length=200, blank=True, editable=False)
    """Key of the proposal that it came from; blank: written by hand."""
    source_url = models.CharField(max_length=300, blank=True, editable=False)
    discussion = models.TextField(_("przebieg dyskusji"), blank=True)
    decision = models.TextField(_("ustalenia"), blank=True)
    version = models.PositiveIntegerField(default=1)
    """Grows with each change of what was said: who saves over a colleague's change is told."""
    written_at = models.DateTimeField(_("zapisano"), null=True)
    written_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("punkt porządku obrad")
        verbose_name_plural = _("punkty porządku obrad")
        ordering = ("no", "pk")
        constraints = (
            one_of("opinion_kind", ("", *OpinionKind.values), name="agenda_opinion_kind_known"),
            models.UniqueConstraint(
                fields=("meeting", "source_key"),
                condition=~Q(source_key=""),
                name="agenda_source_once",
                violation_error_message=_("Ten punkt jest już w porządku obrad."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.no}. {self.title}"

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#punkt-{self.pk}"


class AgendaPaper(models.Model):
    """What members read before: a document of the house or an uploaded file."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="papers")
    name = models.CharField(_("nazwa"), max_length=300)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+", verbose_name=_("dokument"))
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+", verbose_name=_("plik"))
    added_at = models.DateTimeField(_("dodano"), default=clock.now)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("materiał na posiedzenie")
        verbose_name_plural = _("materiały na posiedzenie")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(document__isnull=True, file__isnull=False) | Q(document__isnull=False, file__isnull=True),
                name="agenda_paper_is_one_thing",
                violation_error_message=_("Materiał to dokument systemu albo plik."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def stored(self) -> StoredFile:
        """The uploaded file. Raises ValueError for a document of the house."""
        if self.file is None:
            raise ValueError(f"{self} is a document of the house.")
        return self.file
