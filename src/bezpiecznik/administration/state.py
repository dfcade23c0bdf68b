"""How the installation is: each thing as a sentence, and what to do where it is not well. For the city's IT."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _

from bezpiecznik.core import clock, triggers
from bezpiecznik.core.models import Job, JobState, Tick, Verification
from bezpiecznik.core.polish import forms
from bezpiecznik.resolution.tesseract import reads_polish

GIB = 1024**3
LEAST_FREE_GIB = 2
WAITS_TOO_LONG = timedelta(minutes=5)
TICK_TOO_OLD = timedelta(hours=26)
CHECK_TOO_OLD = timedelta(days=31)
FAILURES_OF = timedelta(days=7)


@dataclass(frozen=True)
class Sign:
    """One thing: its name, how it is, and what to do; without advice all is well. `bad` is more than a warning."""

    title: str
    sentence: str
    advice: str = ""
    bad: bool = False

    @property
    def level(self) -> str:
        if not self.advice:
            return "good"
        return "bad" if self.bad else "warn"

    @property
    def word(self) -> str:
        return {"good": _("w porządku"), "warn": _("do poprawy"), "bad": _("źle")}[self.level]


def signs() -> list[Sign]:
    return [
        _version(), _database(), _migrations(), _triggers(), _disk(), *_jobs(), _tick(), _verification(), *_mail(),
        *_hosts(), _scans(),
    ]  # fmt: skip


def _version() -> Sign:
    try:
        number = version("bezpiecznik")
    except PackageNotFoundError:
        number = _("nieznana")
    return Sign(_("Wersja"), _("Bezpiecznik %(number)s.") % {"number": number})


def _database() -> Sign:
    if connection.vendor == "postgresql":
        number = connection.cursor().connection.info.server_version // 10_000
        return Sign(_("Baza danych"), _("PostgreSQL %(number)s.") % {"number": number})
    path = Path(str(connection.settings_dict["NAME"]))
    size = path.stat().st_size / 1024**2 if path.is_file() else 0
    return Sign(_("Baza danych"), _("SQLite, plik ma %(size).0f MB.") % {"size": size})


def _migrations() -> Sign:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return Sign(_("Budowa bazy"), _("Baza ma budowę, której oczekuje ta wersja."))
    sentence = _("Nie wykonano migracji: %(count)d.") % {"count": len(waiting)}
    return Sign(_("Budowa bazy"), sentence, _("Uruchom „bezpiecznik migrate” i sprawdź tę stronę ponownie."), bad=True)


def _triggers() -> Sign:
    absent = list(triggers.missing())
    if not absent:
        return Sign(_("Ochrona dziennika"), _("Baza danych nie pozwala zmieniać ani usuwać wpisów dziennika."))
    sentence = _("Brakuje wyzwalaczy bazy danych albo je zmieniono: %(names)s.") % {"names": ", ".join(absent)}
    advice = _(
        "Ustal, kto i kiedy je usunął, sprawdź dziennik i zgłoś to koordynatorowi oraz inspektorowi ochrony danych."
    )
    return Sign(_("Ochrona dziennika"), sentence, advice, bad=True)


def _disk() -> Sign:
    free = shutil.disk_usage(settings.HOME).free / GIB
    sentence = _("Na dysku z danymi jest %(free).1f GB wolnego miejsca.") % {"free": free}
    advice = _("Zwolnij miejsce albo powiększ dysk, zanim zapis danych stanie.") if free < LEAST_FREE_GIB else ""
    return Sign(_("Miejsce na dysku"), sentence.replace(".", ",", 1), advice, bad=free < LEAST_FREE_GIB / 2)


def _jobs() -> Iterator[Sign]:
    waiting = Job.objects.filter(state=JobState.QUEUED)
    count, oldest = waiting.count(), waiting.order_by("created_at").first()
    words = forms(count, _("zadanie czeka,zadania czekają,zadań czeka"))
    stuck = oldest is not None and oldest.created_at < clock.now() - WAITS_TOO_LONG
    advice = _("Uruchom „bezpiecznik worker” albo „bezpiecznik serve”: nikt nie wykonuje zadań.") if stuck else ""
    yield Sign(_("Zadania w tle"), f"{count} {words}.", advice, bad=True)
    failed = Job.objects.filter(state=JobState.FAILED, finished_at__gte=clock.now() - FAILURES_OF)
    last = failed.order_by("-finished_at").first()
    if last is None:
        yield Sign(_("Zadania nieudane"), _("W ostatnim tygodniu żadne zadanie nie zakończyło się błędem."))
    else:
        told = {"count": failed.count(), "title": last.title, "error": last.error}
        yield Sign(
            _("Zadania nieudane"),
            _("W ostatnim tygodniu nie udało się: %(count)d. Ostatnie: „%(title)s” – %(error)s") % told,
            _("Szczegóły są w dzienniku serwera. Zadanie można ponowić na jego stronie."),
        )


def _tick() -> Sign:
    last = Tick.objects.exclude(finished_at=None).order_by("-finished_at").first()
    advice = _("Uruchamiaj „bezpiecznik tick” z harmonogramu systemu (cron, systemd), co 10 minut.")
    if last is None or last.finished_at is None:
        return Sign(_("Praca okresowa"), _("Nie wykonano jej jeszcze ani razu."), advice)
    sentence = _("Ostatnio wykonano ją %(at)s.") % {"at": _moment(last.finished_at)}
    old = last.finished_at < clock.now() - TICK_TOO_OLD
    return Sign(_("Praca okresowa"), sentence, advice if old else "", bad=True)


def _verification() -> Sign:
    last = Verification.objects.first()
    advice = _("Sprawdź na stronie „Dziennik” albo poleceniem „bezpiecznik verify”.")
    if last is None:
        return Sign(_("Sprawdzenie danych"), _("Nie sprawdzano jeszcze dziennika, migawek i plików."), advice)
    told = {"at": _moment(last.finished_at), "summary": last.summary}
    if not last.holds:
        sentence = _("Sprawdzono %(at)s: %(summary)s.") % told
        return Sign(_("Sprawdzenie danych"), sentence, _("Otwórz wynik na stronie „Dziennik” i wyjaśnij go."), bad=True)
    old = last.finished_at < clock.now() - CHECK_TOO_OLD
    return Sign(_("Sprawdzenie danych"), _("Sprawdzono %(at)s: wszystko się zgadza.") % told, advice if old else "")


def _mail() -> Iterator[Sign]:
    backend = str(settings.EMAIL_BACKEND)
    lost = any(word in backend for word in ("console", "dummy", "locmem", "filebased"))
    sentence = _("Wiadomości nie opuszczają tej maszyny.") if lost else _("Wiadomości wysyła serwer poczty.")
    advice = _("Ustaw EMAIL_BACKEND i serwer poczty, inaczej nikt nie dostanie wiadomości.")
    yield Sign(_("Poczta"), sentence, advice if lost and not settings.DEMO else "")


def _hosts() -> Iterator[Sign]:
    plain = _("Strony idą przez zwykłe HTTP: hasła i ciasteczka może podejrzeć sieć.")
    if settings.DEMO:
        plain = _("Wyłączone: to wersja pokazowa, bez prawdziwych danych.")
    advice = _("Postaw przed systemem serwer z TLS i ustaw HTTPS=True.")
    yield Sign("HTTPS", _("Włączone.") if settings.HTTPS else plain, "" if settings.HTTPS or settings.DEMO else advice)
    if "*" in settings.ALLOWED_HOSTS:
        advice = _("Wpisz w ALLOWED_HOSTS tylko własne nazwy.")
        yield Sign(_("Nazwy"), _("System odpowiada na każdą nazwę."), advice, bad=True)
    else:
        names = ", ".join(settings.ALLOWED_HOSTS)
        yield Sign(_("Nazwy"), _("System odpowiada na nazwy: %(names)s.") % {"names": names})
    if settings.DEBUG:
        yield Sign("DEBUG", _("Strony błędów pokazują wnętrze systemu."), _("Ustaw DEBUG=False."), bad=True)


def _scans() -> Sign:
    """Neither is wrong: a county may have no scans."""
    title, how = _("Odczyt skanów (OCR)"), _("Program tesseract z językiem polskim jest zainstalowany.")
    if not reads_polish():
        how = _("Wyłączony: aby czytać uchwały ze skanów, zainstaluj tesseract z językiem polskim (tesseract-ocr-pol).")
    return Sign(title, how)


def _moment(value: datetime) -> str:
    return f"{timezone.localtime(value):%d.%m.%Y, %H:%M}"
