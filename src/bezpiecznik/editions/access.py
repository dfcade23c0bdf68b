"""The only door to editions: who reads grades reads them; who manages the plan prepares the next programme."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.editions.models import Comment, Consultation, DraftArea, DraftItem, Edition, Fate
from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme
from bezpiecznik.plans.scopes import holds, scope_of


def readable(user: Visitor) -> QuerySet[Edition]:
    """Editions that the person may read. Raises Http404 to a stranger."""
    require(user, Right.READ_GRADES)
    rows = Edition.objects.select_related("former", "programme", "started_by", "ended_by")
    return scope_of(user, Right.READ_GRADES).narrow(rows, "former")


def get_edition(user: Visitor, pk: int) -> Edition:
    return get_object_or_404(readable(user), pk=pk)


def may_prepare(user: Visitor) -> bool:
    return rights_of(user).has(Right.MANAGE_PLAN)


def _require_preparing(user: Visitor) -> None:
    if not may_prepare(user):
        raise PermissionDenied


def get_edition_to_prepare(user: Visitor, pk: int) -> Edition:
    """A reader of editions gets 403, a stranger 404."""
    found = get_edition(user, pk)
    _require_preparing(user)
    return found


def get_edition_to_publish(user: Visitor, pk: int) -> Edition:
    found = get_edition_to_prepare(user, pk)
    if not rights_of(user).has(Right.PUBLISH):
        raise PermissionDenied
    return found


def get_edition_to_print(user: Visitor, pk: int) -> Edition:
    found = get_edition(user, pk)
    if not holds(user, Right.MAKE_DOCUMENTS, found.former_id):
        raise PermissionDenied
    return found


def get_former(user: Visitor, pk: int) -> Programme:
    """A programme to be followed by the next one."""
    require(user, Right.READ_GRADES)
    found = get_object_or_404(scope_of(user, Right.READ_GRADES).narrow(Programme.objects.all(), "pk"), pk=pk)
    _require_preparing(user)
    return found


def get_fate(user: Visitor, pk: int) -> Fate:
    rows = Fate.objects.with_undertaking().select_related("edition__former", "edition__programme", "proposed__area")
    return get_object_or_404(rows, pk=pk, edition__in=readable(user))


def get_fate_to_decide(user: Visitor, pk: int) -> Fate:
    found = get_fate(user, pk)
    _require_preparing(user)
    return found


def get_item_to_change(user: Visitor, pk: int) -> DraftItem:
    rows = DraftItem.objects.select_related("edition__former", "area", "changed_by")
    found = get_object_or_404(rows, pk=pk, edition__in=readable(user))
    _require_preparing(user)
    return found


def get_area_to_change(user: Visitor, pk: int) -> DraftArea:
    found = get_object_or_404(DraftArea.objects.select_related("edition"), pk=pk, edition__in=readable(user))
    _require_preparing(user)
    return found


def get_consultation(user: Visitor, pk: int) -> Consultation:
    rows = Consultation.objects.select_related("edition__former", "published_by")
    return get_object_or_404(rows, pk=pk, edition__in=readable(user))


def get_consultation_to_close(user: Visitor, pk: int) -> Consultation:
    found = get_consultation(user, pk)
    get_edition_to_publish(user, found.edition_id)
    return found


def get_comment_to_answer(user: Visitor, pk: int) -> Comment:
    rows = Comment.objects.select_related("consultation__edition__former", "institution", "answered_by")
    found = get_object_or_404(rows, pk=pk, consultation__edition__in=readable(user))
    _require_preparing(user)
    return found


# --- what the public page may show; called by the portal ---------------------------------------------------


def public_consultations() -> QuerySet[Consultation]:
    """Published ones, also those that are coming or over."""
    return Consultation.objects.select_related("edition__former", "edition__programme").order_by("-opens_on", "-pk")


def get_public_consultation(pk: int) -> Consultation:
    return get_object_or_404(public_consultations(), pk=pk)


def get_public_paragraph(consultation: Consultation, anchor: str) -> dict[str, str]:
    found = next((one for one in consultation.paragraphs if one["anchor"] == anchor), None)
    if found is None:
        raise Http404
    return found


def own_institutions(user: Visitor) -> list[Institution]:
    """Institutions as which the person may comment: those they write or sign reports for."""
    if not isinstance(user, User):
        return []
    keys = rights_of(user).institutions(Right.WRITE_REPORT, Right.SIGN_REPORT)
    return list(Institution.objects.living().filter(pk__in=keys).in_polish_order()) if keys else []
