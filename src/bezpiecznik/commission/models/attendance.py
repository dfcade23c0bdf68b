"""Who is asked to a meeting and who comes; which messages of the log speak of it."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.meeting_states import Answer, Channel, Presence
from bezpiecznik.commission.models.composition import VOTING, Membership, SeatKind
from bezpiecznik.commission.models.meetings import Meeting
from bezpiecznik.core.fields import one_of
from bezpiecznik.letters.models import Letter
from bezpiecznik.notices.models import Message


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def voting(self) -> "AttendanceQuerySet":
        return self.filter(seat__in=VOTING)

    def here(self) -> "AttendanceQuerySet":
        """In the room now: came and has not left."""
        return self.filter(presence=Presence.PRESENT, left_at=None)


class Attendance(models.Model):
    """One person asked to a meeting: how, what they answered, whether they came. Names as they were on the day."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance")
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="attendance", verbose_name=_("członek Komisji")
    )
    """None: a guest."""
    seat = models.CharField(_("miejsce w składzie"), max_length=20, choices=SeatKind, blank=True)
    name = models.CharField(_("imię i nazwisko"), max_length=200)
    function = models.CharField(_("funkcja"), max_length=300, blank=True)
    email = models.EmailField(_("adres e-mail"), blank=True)
    asked_at = models.DateTimeField(_("zaproszono"), null=True)
    asked_by_channel = models.CharField(_("droga"), max_length=10, choices=Channel, blank=True)
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="+", verbose_name=_("pismo"))
    answer = models.CharField(_("odpowiedź"), max_length=10, choices=Answer, default=Answer.NONE)
    answered_at = models.DateTimeField(_("odpowiedziano"), null=True)
    answer_note = models.CharField(_("uwaga do odpowiedzi"), max_length=300, blank=True)
    presence = models.CharField(_("obecność"), max_length=12, choices=Presence, default=Presence.UNKNOWN)
    substitute = models.CharField(_("kto zastępuje"), max_length=200, blank=True)
    left_at = models.DateTimeField(_("wyjście"), null=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("obecność")
        verbose_name_plural = _("obecności")
        ordering = ("pk",)
        constraints = (
            one_of("seat", ("", *SeatKind.values), name="attendance_seat_known"),
            one_of("answer", Answer.values, name="attendance_answer_known"),
            one_of("presence", Presence.values, name="attendance_presence_known"),
            one_of("asked_by_channel", ("", *Channel.values), name="attendance_channel_known"),
            models.UniqueConstraint(
                fields=("meeting", "membership"),
                name="attendance_once",
                violation_error_message=_("Ta osoba jest już na liście."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def votes(self) -> bool:
        return self.seat in VOTING

    @property
    def seat_label(self) -> str:
        return self.get_seat_display() if self.seat else gettext("gość")


class MeetingMessage(models.Model):
    """Of which meeting a message of the log speaks; it goes when the log forgets the message."""

    message = models.OneToOneField(Message, models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="messages")

    class Meta:
        verbose_name = _("wiadomość o posiedzeniu")
        verbose_name_plural = _("wiadomości o posiedzeniach")

    def __str__(self) -> str:
        return f"{self.meeting}: {self.message}"
