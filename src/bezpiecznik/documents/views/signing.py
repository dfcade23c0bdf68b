"""Notes that a document was signed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.documents import access, services
from bezpiecznik.documents.forms.register import SigningForm
from bezpiecznik.institutions.http import Request


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: Request, pk: int) -> HttpResponse:
    document = access.get_document_to_make(request.user, pk)
    form = SigningForm(request.POST if request.method == "POST" else None, document=document)
    if form.is_valid():
        services.note_signing(document, by=request.user, **form.cleaned_data)
        messages.success(request, _("Odnotowano podpisanie."))
        return redirect(document)
    return render(request, "documents/note_signing.html", {"document": document, "form": form})


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """The note goes out of force and stays in the history: it may be noted anew."""
    signing = access.get_signing(request.user, pk)
    services.undo_signing(signing, by=request.user)
    messages.success(request, _("Cofnięto adnotację o podpisaniu."))
    return redirect(signing.document)
