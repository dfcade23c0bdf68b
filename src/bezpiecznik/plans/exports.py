"""Columns of the lists of the plan as files."""

from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.plans.models import DocumentFinding, ResponsibilityRole, Undertaking
from bezpiecznik.plans.quality import OF_UNDERTAKINGS, Checked, Criterion
from bezpiecznik.plans.timetable.marks import Mark


def _named(role: ResponsibilityRole) -> Callable[[Undertaking], str]:
    def names(undertaking: Undertaking) -> str:
        duties = getattr(undertaking, LISTS[role])
        return ", ".join(duty.institution.short for duty in duties)

    return names


LISTS: Final = {ResponsibilityRole.LEAD: "leads", ResponsibilityRole.PARTNER: "partners"}
"""Where `queries.with_duties` leaves them."""

ACTIONS: tuple[Column[Undertaking], ...] = (
    Column(_("Nr"), lambda action: action.code),
    Column(_("Obszar"), lambda action: action.area.name if action.area else ""),
    Column(_("Działanie w brzmieniu uchwały"), lambda action: action.wording),
    Column(_("Podmioty odpowiedzialne"), _named(ResponsibilityRole.LEAD)),
    Column(_("Partnerzy"), _named(ResponsibilityRole.PARTNER)),
    Column(_("Termin"), lambda action: action.term_raw),
    Column(_("Mierniki"), lambda action: "; ".join(action.measures)),
    Column(_("Finansowanie"), lambda action: action.funding),
    Column(_("Wiersz dokumentu"), lambda action: action.source_line),
    Column(_("Skreślono od"), lambda action: action.withdrawn_on),
)
INITIATIVES: tuple[Column[Undertaking], ...] = (
    Column(_("Nr"), lambda initiative: initiative.code),
    Column(_("Nazwa"), lambda initiative: initiative.wording),
    Column(_("Cel"), lambda initiative: initiative.aim),
    Column(_("Realizator"), _named(ResponsibilityRole.LEAD)),
    Column(_("Kogo obejmuje"), lambda initiative: initiative.audience),
    Column(_("Termin"), lambda initiative: initiative.term_raw),
    Column(_("Sposób realizacji"), lambda initiative: initiative.method),
    Column(_("Finansowanie"), lambda initiative: initiative.funding),
    Column(_("Wiersz dokumentu"), lambda initiative: initiative.source_line),
    Column(_("Skreślono od"), lambda initiative: initiative.withdrawn_on),
)


def _proposed(finding: DocumentFinding) -> str:
    return "; ".join(f"{row['place']}: „{row['was']}” → „{row['now']}”" for row in finding.repairs)


FINDINGS: tuple[Column[DocumentFinding], ...] = (
    Column(_("Nr"), lambda finding: finding.no),
    Column(_("Uwaga"), lambda finding: finding.message),
    Column(_("Rodzaj"), lambda finding: finding.kind),
    Column(_("Waga"), lambda finding: finding.get_severity_display()),
    Column(_("Miejsca"), lambda finding: ", ".join(finding.places)),
    Column(_("Propozycja"), _proposed),
    Column(_("Stan"), lambda finding: finding.get_state_display()),
    Column(_("Powód"), lambda finding: finding.reason),
    Column(_("Kto zdecydował"), lambda finding: finding.decided_by.get_full_name() if finding.decided_by else ""),
    Column(_("Kiedy"), lambda finding: finding.decided_at),
)


def _said(criterion: Criterion) -> Callable[[Checked], str]:
    def text(checked: Checked) -> str:
        return next((answer.text for answer in checked.answers if answer.criterion == criterion), "")

    return text


DATES: tuple[Column[Mark], ...] = (
    Column(_("Dzień"), lambda mark: mark.day),
    Column(_("Termin słownie"), lambda mark: mark.words),
    Column(_("Co"), lambda mark: mark.label),
    Column(_("Nr"), lambda mark: mark.code),
    Column(_("Treść"), lambda mark: mark.title),
    Column(
        _("Stan"),
        lambda mark: gettext("po terminie") if mark.is_overdue else gettext("zakończone") if mark.is_done else "",
    ),
    Column(_("Uwaga"), lambda mark: mark.detail),
)

QUALITY: tuple[Column[Checked], ...] = (
    Column(_("Nr"), lambda checked: checked.undertaking.code),
    Column(_("Działanie w brzmieniu uchwały"), lambda checked: checked.undertaking.wording),
    Column(_("Czego brakuje"), lambda checked: ", ".join(str(one.label) for one in checked.missing)),
    *(Column(one.label, _said(one)) for one in OF_UNDERTAKINGS),
)
