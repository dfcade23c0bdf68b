"""Letters this room offers to write: asking for a report, and asking again. Their wording is a setting."""

import re
from collections.abc import Iterable
from datetime import date
from functools import partial

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.options import Option, declare
from bezpiecznik.core.polish import forms as counted
from bezpiecznik.core.polish import long_date
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.templates import Template, Wording
from bezpiecznik.reporting.models import Obligation, Packet, Part, Period
from bezpiecznik.reporting.states import PeriodState

VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
HELP = gettext_lazy(
    "Zmienne: {{ okres }}, {{ termin }}, {{ program }}, {{ uchwala }}, {{ dzialania }} (np. „3 działania”), "
    "{{ podmiot }}. Akapity oddziel pustym wierszem."
)


def _words(key: str, title: str | Promise, default: str, rows: int) -> Option[str]:
    widget = forms.Textarea(attrs={"rows": rows})
    return declare(
        Option(
            f"reporting.letter_{key}",
            title,
            default,
            forms.CharField,
            help=HELP,
            group=gettext_lazy("Pisma"),
            arguments={"widget": widget, "max_length": 8_000},
        )
    )


REQUEST_BODY = _words(
    "request_body",
    gettext_lazy("Prośba o sprawozdanie: treść"),
    "{{ program }} ({{ uchwala }}) wymienia Państwa instytucję jako odpowiedzialną za realizację działań albo jako "
    "partnera. Do opisania za okres: {{ okres }} – {{ dzialania }}.\n\n"
    "Sprawozdanie można wypełnić w systemie albo odesłać na papierze, z podpisem osoby kierującej podmiotem. "
    "Wystarczy kilka zdań o każdym działaniu; jeżeli działania nie podjęto, prosimy o podanie powodu.",
    10,
)
REQUEST = _words(
    "request",
    gettext_lazy("Prośba o sprawozdanie: prośba"),
    "W związku z powyższym prosimy o przekazanie sprawozdania za {{ okres }} w terminie do {{ termin }}",
    3,
)
AGAIN_BODY = _words(
    "again_body",
    gettext_lazy("Ponowna prośba o sprawozdanie: treść"),
    "Do dnia sporządzenia tego pisma nie otrzymaliśmy sprawozdania za {{ okres }} z realizacji działań, o "
    "których mówi {{ program }} ({{ uchwala }}). Termin: {{ termin }}\n\n"
    "Sprawozdania podmiotów są podstawą oceny rocznej, którą otrzymuje Komisja Bezpieczeństwa i Porządku. Działanie "
    "nieopisane wejdzie do niej z dopiskiem „nie złożono sprawozdania”.",
    10,
)
AGAIN = _words(
    "again",
    gettext_lazy("Ponowna prośba o sprawozdanie: prośba"),
    "Ponownie prosimy o przekazanie sprawozdania albo o informację, kiedy można się go spodziewać. Jeżeli "
    "sprawozdanie zostało już wysłane, prosimy uznać to pismo za niebyłe.",
    3,
)


def templates() -> Iterable[Template]:
    """For each open period: the first request, to all who are asked, and the second, to those who have not sent."""
    for period in Period.objects.filter(state=PeriodState.OPEN).select_related("programme"):
        yield Template(
            f"reporting.request.{period.pk}",
            _("Prośba o sprawozdanie za %(period)s") % {"period": _named(period)},
            partial(_wording, period, _("sprawozdania za %(period)s"), REQUEST_BODY, REQUEST),
            partial(_asked, period),
        )
        yield Template(
            f"reporting.again.{period.pk}",
            _("Ponowna prośba o sprawozdanie za %(period)s") % {"period": _named(period)},
            partial(_wording, period, _("sprawozdania za %(period)s – ponowna prośba"), AGAIN_BODY, AGAIN),
            partial(_silent, period),
        )


def _asked(period: Period) -> list[int]:
    return list(Packet.objects.filter(period=period).asked().values_list("institution", flat=True))


def _silent(period: Period) -> list[int]:
    waiting = Packet.objects.waiting_for_institution().filter(period=period).asked()
    return list(waiting.values_list("institution", flat=True))


def _wording(
    period: Period, subject: str, body: Option[str], request: Option[str], institution: Institution
) -> Wording:
    words = _variables(period, institution)
    return Wording(subject % {"period": _named(period)}, _filled(body.value(), words), _filled(request.value(), words))


def _named(period: Period) -> str:
    """`rok 2022`, `I półrocze 2023`."""
    return _("rok %(year)s") % {"year": period.year} if period.part == Part.YEAR else str(period)


def _variables(period: Period, institution: Institution) -> dict[str, str]:
    owed = Obligation.objects.in_force().filter(packet__period=period, packet__institution=institution).count()
    programme = period.programme
    act = _("uchwała nr %(no)s") % {"no": programme.act_no} if programme.act_no else _("uchwała rady")
    return {
        "okres": _named(period),
        "termin": f"{long_date(_due_on(period, institution))} r.",
        "program": programme.title,
        "uchwala": act,
        "dzialania": f"{owed} {counted(owed, 'działanie,działania,działań')}",
        "podmiot": institution.name,
    }


def _due_on(period: Period, institution: Institution) -> date:
    """The day asked of this institution: the period's, or a later one that the office granted it."""
    packet = Packet.objects.with_exceptions().filter(period=period, institution=institution).first()
    return packet.deadline.due_on if packet else period.due_on


def _filled(text: str, words: dict[str, str]) -> str:
    """A variable that nobody knows stays as it was typed, for the one who reads the draft to see."""
    return VARIABLE.sub(lambda found: words.get(found[1], found[0]), text)
