"""Columns of lists as files."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.models import InformationRequest, Membership
from bezpiecznik.core.lists import Column

# composition
MEMBERS: tuple[Column[Membership], ...] = (
    Column(_("Imię i nazwisko"), lambda row: row.name),
    Column(_("Funkcja"), lambda row: row.function),
    Column(_("Podmiot"), lambda row: row.institution.name if row.institution else ""),
    Column(_("Miejsce w składzie"), lambda row: str(row.get_kind_display())),
    Column(_("Z prawem głosu"), lambda row: str(_("tak") if row.votes else _("nie"))),
    Column(_("Od"), lambda row: row.since),
    Column(_("Do"), lambda row: row.until),
    Column(_("Dlaczego udział się skończył"), lambda row: str(row.get_ended_by_display()) if row.ended_by else ""),
    Column(_("W miejsce"), lambda row: row.follows.name if row.follows else ""),
    Column(_("Podstawa powołania"), lambda row: row.basis),
)
REQUESTS: tuple[Column[InformationRequest], ...] = (
    Column(_("Numer"), lambda row: row.document.number if row.document else ""),
    Column(_("Znak sprawy"), lambda row: row.document.case_sign if row.document else ""),
    Column(_("Adresat"), lambda row: row.whom),
    Column(_("Czego dotyczy"), lambda row: row.subject),
    Column(_("Data pisma"), lambda row: row.asked_on),
    Column(_("Termin odpowiedzi"), lambda row: row.due_on),
    Column(_("Wysłano"), lambda row: row.sent_on),
    Column(_("Stan"), lambda row: str(row.get_state_display())),
    Column(_("Data odpowiedzi"), lambda row: row.answered_on),
    Column(_("Powód"), lambda row: row.ended_because),
)
