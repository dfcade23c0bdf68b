"""What the ground floor keeps: sessions, jobs and their queue, results of checks, the journal, the log of readings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.keeping import Ending, Kept, delete_from, register, unreferenced
from bezpiecznik.core.models import AccessEntry, Job, JournalEntry, Verification
from bezpiecznik.core.models.work import OVER
from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.privacy import GROUP
from bezpiecznik.core.retention import ACCESS_DAYS, JOURNAL_DAYS, trim_accesses, trim_journal

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
VERIFICATION_DAYS = declare(
    Option(
        "core.keep_verifications",
        _("Wyniki sprawdzeń danych: ile dni"),
        default=730,
        make=forms.IntegerField,
        group=GROUP,
        arguments={"min_value": 30, "max_value": 3650},
    )
)


def old_verifications(before: datetime) -> QuerySet[Verification]:
    """The last result stays however old it is: the page of the state speaks of it."""
    last = Verification.objects.order_by("-pk").values("pk")[:1]
    return Verification.objects.filter(finished_at__lt=before).exclude(pk__in=last)


def _move_to_archive(_keys: Sequence[Any]) -> int:
    """All older lines at once, whichever were asked for: the journal is cut at one place only."""
    anchor = trim_journal(by=None)
    return anchor.removed if anchor else 0


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
            due=lambda before: unreferenced(Job.objects.filter(state__in=OVER, finished_at__lt=before)),
            remove=delete_from(Job),
        )
    )
    register(
        Kept(
            name="core.verifications",
            title=_("Wyniki sprawdzeń danych"),
            holds=_("Kto i kiedy sprawdził dziennik, migawki i pliki, i co się nie zgadzało."),
            basis=_("art. 5 ust. 1 lit. e RODO"),
            ending=Ending.DELETED,
            why=_("Ostatni wynik zostaje."),
            period=VERIFICATION_DAYS,
            count=Verification.objects.count,
            due=old_verifications,
            remove=delete_from(Verification),
        )
    )
    register(
        Kept(
            name="core.accesses",
            title=_("Odczyty stron z danymi wrażliwymi"),
            holds=_("Kto i kiedy otworzył stronę z danymi osoby albo plik, spod jakiego adresu sieciowego."),
            basis=_("art. 5 ust. 2 i art. 32 RODO: rozliczalność i bezpieczeństwo"),
            ending=Ending.DELETED,
            period=ACCESS_DAYS,
            count=AccessEntry.objects.count,
            due=lambda before: AccessEntry.objects.filter(at__lt=before),
            remove=lambda _keys: trim_accesses(by=None),
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
            ending=Ending.DELETED,
            why=_("Najstarsze wpisy przechodzą do pliku archiwum; młodszych nikt nie zmieni ani nie usunie."),
            period=JOURNAL_DAYS,
            count=JournalEntry.objects.count,
            due=lambda before: JournalEntry.objects.filter(at__lt=before),
            remove=_move_to_archive,
        )
    )
