"""Matters of the Commission are files of the office: the system never removes them."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.models import (
    Attendance,
    CommissionReport,
    InformationRequest,
    Meeting,
    Membership,
    Opinion,
    Task,
)
from bezpiecznik.core.keeping import keep_on_file


def register_kept() -> None:
    """Composition, requests and reports, then meetings and what comes of them."""
    keep_on_file(
        "commission.memberships",
        title=_("Skład Komisji"),
        holds=_("Imię i nazwisko, funkcja, adres e-mail, od kiedy do kiedy, dlaczego udział się skończył."),
        why=_("Udział w Komisji to funkcja publiczna; skład ogłasza się w sprawozdaniu z jej prac."),
        count=Membership.objects.count,
    )
    keep_on_file(
        "commission.requests",
        title=_("Żądania informacji Komisji"),
        holds=_("O co pytano, kogo i z jakim skutkiem; pliki odpowiedzi. Bez akt osobowych i spraw."),
        why=_("To akta sprawy i podstawa sprawozdania z prac Komisji."),
        count=InformationRequest.objects.count,
    )
    keep_on_file(
        "commission.reports",
        title=_("Sprawozdania z prac Komisji"),
        holds=_("Teksty sprawozdań i ich droga do rady i dziennika urzędowego."),
        why=_("Sprawozdanie ogłasza się w wojewódzkim dzienniku urzędowym."),
        count=CommissionReport.objects.count,
    )
    keep_on_file(
        "commission.meetings",
        title=_("Posiedzenia Komisji"),
        holds=_("Porządek obrad, materiały, przebieg, głosowania, opinie i protokoły; kto je zapisał."),
        why=_("To akta Komisji; protokół i opinie są podstawą sprawozdania z jej prac."),
        count=lambda: Meeting.objects.count() + Opinion.objects.count(),
    )
    keep_on_file(
        "commission.attendance",
        title=_("Zaproszeni i obecni na posiedzeniach"),
        holds=_("Imię i nazwisko, funkcja, adres e-mail, odpowiedź na zaproszenie, obecność, głos imienny."),
        why=_("Lista obecności jest częścią protokołu."),
        count=Attendance.objects.count,
    )
    keep_on_file(
        "commission.tasks",
        title=_("Zadania z posiedzeń Komisji"),
        holds=_("Co zrobić, kto, do kiedy i jak wykonano."),
        why=_("Zadania są częścią protokołu."),
        count=Task.objects.count,
    )
