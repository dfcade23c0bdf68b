"""Meetings and what comes of them are files of the office: the system never removes them."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.kept import BASIS
from bezpiecznik.commission.models import Attendance, Meeting, Opinion, Task
from bezpiecznik.core.keeping import Ending, Kept, register


def register_kept() -> None:
    """Classes of data of the meetings' half."""
    register(
        Kept(
            name="commission.meetings",
            title=_("Posiedzenia Komisji"),
            holds=_("Porządek obrad, materiały, przebieg, głosowania, opinie i protokoły; kto je zapisał."),
            basis=BASIS,
            ending=Ending.KEPT,
            why=_("To akta Komisji; protokół i opinie są podstawą sprawozdania z jej prac."),
            count=lambda: Meeting.objects.count() + Opinion.objects.count(),
        )
    )
    register(
        Kept(
            name="commission.attendance",
            title=_("Zaproszeni i obecni na posiedzeniach"),
            holds=_("Imię i nazwisko, funkcja, adres e-mail, odpowiedź na zaproszenie, obecność, głos imienny."),
            basis=BASIS,
            ending=Ending.KEPT,
            why=_("Lista obecności jest częścią protokołu."),
            count=Attendance.objects.count,
        )
    )
    register(
        Kept(
            name="commission.tasks",
            title=_("Zadania z posiedzeń Komisji"),
            holds=_("Co zrobić, kto, do kiedy i jak wykonano."),
            basis=BASIS,
            ending=Ending.KEPT,
            why=_("Zadania są częścią protokołu."),
            count=Task.objects.count,
        )
    )
