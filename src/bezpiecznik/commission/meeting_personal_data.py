"""What meetings know of a person: where they were asked and came, what they wrote and decided."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.commission.models import AgendaItem, AgendaPaper, Attendance, Meeting, Minutes, Opinion, Task, Vote


def register() -> None:
    """Parts of the meetings' half."""
    persons.part("commission_attendance", _("Zaproszenia i obecność na posiedzeniach Komisji"), attendance)
    persons.part("commission_meetings", _("Posiedzenia zaplanowane przez tę osobę"), meetings)
    persons.part("commission_notes", _("Zapisany przebieg punktów obrad"), notes)
    persons.part("commission_papers", _("Materiały dodane na posiedzenia"), papers)
    persons.part("commission_outcomes", _("Zapisane głosowania, opinie i protokoły"), outcomes)
    persons.part("commission_tasks", _("Zadania z posiedzeń Komisji"), tasks)


def attendance(person: User) -> Iterator[Row]:
    rows = Attendance.objects.filter(Q(membership__user=person) | Q(name=person.get_full_name()))
    for row in rows.select_related("meeting").distinct():
        yield {
            _("posiedzenie"): str(row.meeting),
            _("funkcja"): row.function,
            _("adres e-mail"): row.email,
            _("odpowiedź"): row.get_answer_display(),
            _("obecność"): row.get_presence_display(),
            _("głosy imienne"): "; ".join(str(ballot.get_choice_display()) for ballot in row.ballots.all()),
        }


def meetings(person: User) -> Iterator[Row]:
    for row in Meeting.objects.filter(made_by=person):
        yield {_("posiedzenie"): str(row), _("zaplanowano"): row.made_at}


def notes(person: User) -> Iterator[Row]:
    for row in AgendaItem.objects.filter(written_by=person).select_related("meeting"):
        yield {_("posiedzenie"): str(row.meeting), _("punkt"): row.title, _("zapisano"): row.written_at}


def papers(person: User) -> Iterator[Row]:
    for row in AgendaPaper.objects.filter(added_by=person):
        yield {_("materiał"): row.name, _("dodano"): row.added_at}


def outcomes(person: User) -> Iterator[Row]:
    for vote in Vote.objects.filter(taken_by=person):
        yield {_("co"): _("głosowanie"), _("czego dotyczy"): vote.subject, _("kiedy"): vote.taken_at}
    for opinion in Opinion.objects.filter(given_by=person):
        yield {_("co"): _("opinia"), _("czego dotyczy"): opinion.subject, _("kiedy"): opinion.given_on}
    for minutes in Minutes.objects.filter(adopted_by=person).select_related("meeting"):
        yield {_("co"): _("protokół"), _("czego dotyczy"): str(minutes), _("kiedy"): minutes.adopted_on}


def tasks(person: User) -> Iterator[Row]:
    rows = Task.objects.filter(Q(membership__user=person) | Q(made_by=person) | Q(closed_by=person)).distinct()
    for row in rows:
        yield {_("zadanie"): row.text, _("termin"): row.due_on, _("wykonano"): row.done_on, _("jak"): row.done_note}
