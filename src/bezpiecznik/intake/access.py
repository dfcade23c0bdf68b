"""The only door to documents on their way in: whoever manages the plan. A stranger gets 404."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bezpiecznik.institutions.access import Visitor, require
from bezpiecznik.institutions.rights import Right
from bezpiecznik.intake.models import Intake


def require_intake(user: Visitor) -> None:
    """Raise Http404 unless the person may bring documents in."""
    require(user, Right.MANAGE_PLAN)


def get_intakes(user: Visitor) -> QuerySet[Intake]:
    """Every document ever brought in, with what a list shows of it; without the readings, which are long."""
    require_intake(user)
    return Intake.objects.select_related("uploaded_by", "programme", "job").defer("reading", "corrected")


def get_intake(user: Visitor, pk: int) -> Intake:
    require_intake(user)
    return get_object_or_404(
        Intake.objects.select_related("file", "text", "job", "uploaded_by", "accepted_by", "programme"), pk=pk
    )
