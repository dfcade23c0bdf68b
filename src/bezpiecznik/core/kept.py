"""What the ground floor keeps: sessions, jobs and their queue, the journal."""

from django import forms
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from bezpiecznik.core.keeping import Ending, Kept, delete_from, register, unreferenced
from bezpiecznik.core.models import Job, JobState, JournalEntry
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP

SESSION_DAYS = declare(
    Option(
        "core.keep_sessions",
        _("Wygasłe sesje: ile dni po wygaśnięciu"),
        default=1,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 0, "max_value": 30},
    )
)
JOB_DAYS = declare(
    Option(
        "core.keep_jobs",
        _("Zakończone zadania w tle: ile dni"),
        default=90,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 7, "max_value": 730},
    )
)


def register_kept() -> None:
    register(
        Kept(
            name="core.sessions",
            title=_("Sesje"),
            holds=_("Znacznik zalogowania w przeglądarce."),
            basis=_("art. 5 ust. 1 lit. e RODO: nie dłużej, niż trzeba"),
            ending=Ending.DELETED,
            period=SESSION_DAYS,
            count=Session.objects.count,
            due=lambda before: Session.objects.filter(expire_date__lt=before),
            remove=delete_from(Session),
        )
    )
    register(
        Kept(
            name="core.jobs",
            title=_("Zadania w tle"),
            holds=_("Kto i kiedy zlecił dokument lub eksport, z jakim skutkiem."),
            basis=_("art. 5 ust. 1 lit. e RODO"),
            ending=Ending.DELETED,
            why=_("Zostają te, na które powołuje się dokument albo wczytana uchwała."),
            period=JOB_DAYS,
            count=Job.objects.count,
            due=lambda before: unreferenced(
                Job.objects.filter(state__in=(JobState.DONE, JobState.FAILED), finished_at__lt=before)
            ),
            remove=delete_from(Job),
        )
    )
    register(
        Kept(
            name="core.queue",
            title=_("Kolejka zadań"),
            holds=_("Techniczne wpisy kolejki, bez treści."),
            basis=_("art. 5 ust. 1 lit. e RODO"),
            ending=Ending.DELETED,
            period=JOB_DAYS,
            count=DBTaskResult.objects.count,
            due=lambda before: DBTaskResult.objects.filter(finished_at__lt=before),
            remove=delete_from(DBTaskResult),
        )
    )
    register(
        Kept(
            name="core.journal",
            title=_("Dziennik zdarzeń"),
            holds=_("Kto, co i kiedy zrobił w systemie: imię i nazwisko osoby działającej."),
            basis=_(
                "rozporządzenie o Krajowych Ramach Interoperacyjności: co najmniej 2 lata; art. 6 ust. 1 lit. c RODO"
            ),
            ending=Ending.KEPT,
            why=_("Wpisów nie zmieniamy: każdy jest powiązany skrótem z poprzednim."),
            count=JournalEntry.objects.count,
        )
    )
