"""What meetings have for a person's desk: the next step for the office, an answer and tasks for members."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.meeting_options import INVITE_DAYS
from bezpiecznik.commission.meeting_states import Answer, MeetingState
from bezpiecznik.commission.models import Attendance, Meeting, Task
from bezpiecznik.commission.queries.meetings import tasks_of
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right

AHEAD = 14
"""So many days before the last day of inviting a planned meeting comes to the desk."""


def for_office(user: User) -> Iterator[Todo]:
    if not rights_of(user).has(Right.MANAGE_COMMISSION):
        return
    found = Meeting.objects.filter(state__in=(MeetingState.PLANNED, MeetingState.INVITED, MeetingState.IN_SESSION))
    for meeting in found.order_by("starts_at"):
        yield from _next_step(meeting)
    late = Task.objects.overdue(clock.today())
    if n := late.count():
        words = forms(n, _("zadanie Komisji jest,zadania Komisji są,zadań Komisji jest"))
        url = f"{reverse('commission:tasks')}?state=overdue"
        yield Todo(_("%(n)s %(words)s po terminie.") % {"n": n, "words": words}, url, _("Pokaż"), Weight.OVERDUE)


def _next_step(meeting: Meeting) -> Iterator[Todo]:
    day, today = clock.day_of(meeting.starts_at), clock.today()
    words = {"meeting": meeting, "day": long_date(day)}
    url = meeting.get_absolute_url()
    left = (day - today).days - INVITE_DAYS.value()
    if meeting.state == MeetingState.IN_SESSION:
        url = reverse("commission:session", args=(meeting.pk,))
        yield Todo(_("%(meeting)s trwa.") % words, url, _("Prowadź zapis"), Weight.OVERDUE, day)
    elif meeting.state == MeetingState.PLANNED and left <= AHEAD:
        weight = Weight.OVERDUE if left < 0 else Weight.TO_DECIDE
        yield Todo(
            _("%(meeting)s, %(day)s: zaproszenia czekają na wysłanie.") % words, url, _("Przygotuj"), weight, day
        )
    elif meeting.state == MeetingState.INVITED and day < today:
        sentence = _("%(meeting)s miało odbyć się %(day)s. Zapisz przebieg albo je odwołaj.")
        yield Todo(sentence % words, url, _("Otwórz"), Weight.OVERDUE, day)


def for_members(user: User) -> Iterator[Todo]:
    """An invitation without an answer, and one's own tasks."""
    if not rights_of(user).has(Right.READ_COMMISSION):
        return
    asked = Attendance.objects.filter(
        membership__user=user, answer=Answer.NONE, meeting__in=Meeting.objects.filter(state=MeetingState.INVITED)
    )  # fmt: skip
    asked = asked.filter(meeting__starts_at__gte=clock.now())
    for row in asked.select_related("meeting").order_by("meeting__starts_at"):
        day = clock.day_of(row.meeting.starts_at)
        sentence = _("Zaproszenie: %(meeting)s, %(day)s. Czy bierzesz udział?")
        told = sentence % {"meeting": row.meeting, "day": long_date(day)}
        yield Todo(told, row.meeting.get_absolute_url(), _("Odpowiedz"), Weight.TO_DECIDE, day)
    for task in tasks_of(user):
        weight = Weight.OVERDUE if task.is_overdue else Weight.TO_WRITE
        yield Todo(_("Zadanie Komisji: %(text)s") % {"text": task.text}, task.get_absolute_url(), _("Pokaż"), weight,
                   task.due_on)  # fmt: skip
