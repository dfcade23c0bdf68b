"""Columns of the evaluation as a file."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.evaluation.models import Grade


def _said(grade: Grade) -> str:
    return "\n".join(
        f"{said.short}: {said.word} – {said.text or said.reason}" for said in grade.statements if said.speaks
    )


GRADES: tuple[Column[Grade], ...] = (
    Column(_("Nr"), lambda grade: grade.undertaking.code),
    Column(_("Obszar"), lambda grade: str(grade.undertaking.area or "")),
    Column(_("Działanie w brzmieniu uchwały"), lambda grade: grade.undertaking.wording),
    Column(_("Co zgłoszono"), _said),
    Column(_("Propozycja"), lambda grade: str(grade.get_proposed_display())),
    Column(_("Dlaczego"), lambda grade: grade.rule),
    Column(_("Ocena"), lambda grade: str(grade.get_given_display()) if grade.is_decided else ""),
    Column(_("Uzasadnienie zmiany"), lambda grade: grade.reason),
    Column(_("Rozstrzygnął(a)"), lambda grade: str(grade.decided_by or "")),
    Column(_("Dnia"), lambda grade: grade.decided_at),
)
