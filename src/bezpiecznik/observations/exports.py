"""Columns of the list of signals as a file."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.observations.models import Observation
from bezpiecznik.observations.queries import codes_of

OBSERVATIONS: tuple[Column[Observation], ...] = (
    Column(_("Dzień"), lambda one: one.happened_on),
    Column(_("Rodzaj"), lambda one: one.get_kind_display()),
    Column(_("Tytuł"), lambda one: one.title),
    Column(_("Źródło"), lambda one: one.source),
    Column(_("Adres"), lambda one: one.link),
    Column(_("Jak wpłynął"), lambda one: one.get_received_display()),
    Column(_("Wpłynął"), lambda one: one.arrived_at),
    Column(_("Obszary"), lambda one: ", ".join(str(area.no) for area in one.areas.all())),
    Column(_("Działania"), lambda one: ", ".join(codes_of(one))),
    Column(_("Stan"), lambda one: one.get_state_display()),
    Column(_("Rozstrzygnięcie"), lambda one: one.get_outcome_display()),
    Column(_("Co skorygowano"), lambda one: one.get_correction_display()),
    Column(_("Uzasadnienie"), lambda one: one.answer if one.is_answered else ""),
    Column(_("Rozstrzygnięto"), lambda one: one.answered_at),
    Column(_("Treść"), lambda one: one.text),
)
