"""Papers of a meeting: the pack before it, the minutes after it and their adoption."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.commission import access, meeting_documents
from bezpiecznik.commission.forms.outcomes import AdoptForm, IssueForm
from bezpiecznik.commission.papers.freezing import minutes_material
from bezpiecznik.commission.papers.pack_facts import pack_material
from bezpiecznik.commission.queries import meetings as queries
from bezpiecznik.commission.services import minutes as services
from bezpiecznik.commission.views.meeting_answers import READ_OR_ACT, accepted, form_page
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.institutions.http import Request


@require_http_methods(READ_OR_ACT)
def pack(request: Request, pk: int) -> HttpResponse:
    """What will stand in the pack; the button has it made."""
    meeting = access.get_meeting_to_manage(request.user, pk)
    form = IssueForm(request.POST or None)
    if form.is_valid():
        document = meeting_documents.request_pack(meeting, by=request.user, **form.cleaned_data)
        return redirect(document.job or meeting)
    items = queries.items_of(meeting)
    papers = [paper for item in items for paper in item.papers.all()]
    context = {
        "meeting": meeting,
        "form": form,
        "items": items,
        "inside": [paper for paper in papers if paper.document_id],
        "apart": [paper for paper in papers if paper.file_id],
        "former": queries.to_adopt(meeting.commission, meeting),
    }
    return render(request, "commission/pack.html", context)


@require_safe
def pack_preview(request: Request, pk: int) -> HttpResponse:
    """The pack as it would be printed now; nothing is kept and no number is taken."""
    meeting = access.get_meeting_to_manage(request.user, pk)
    return meeting_documents.preview(DocumentKind.MEETING_PACK, pack_material(meeting))


@require_safe
def minutes_preview(request: Request, pk: int) -> HttpResponse:
    """Minutes that are not adopted yet, as they would be printed now."""
    meeting = access.get_held_meeting(request.user, pk)
    return meeting_documents.preview(DocumentKind.MINUTES, minutes_material(meeting, None))


@require_http_methods(READ_OR_ACT)
def adopt(request: Request, pk: int) -> HttpResponse:
    meeting = access.get_meeting_to_manage(request.user, pk)
    form = AdoptForm(request.POST or None, meeting=meeting)
    if accepted(form, lambda: services.adopt_minutes(meeting, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Protokół jest przyjęty i zamrożony. Dokument powstaje w tle."))
        return redirect(meeting)
    return form_page(
        request, form, title=_("Przyjmij protokół"), act=_("Przyjmij protokół"), lede=str(meeting),
        warning=_("Po przyjęciu protokół jest zamrożony: zmiany zapisuje się tylko jako poprawki w tym formularzu."),
        back=meeting.get_absolute_url(),
    )  # fmt: skip
