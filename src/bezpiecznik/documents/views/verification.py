"""Pages for anybody who holds a paper: is it ours, does it hold, is this file the one that left the house."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.accounts.address import client_address
from bezpiecznik.core.limits import Limit
from bezpiecznik.documents.forms.verification import CodeForm, FileForm
from bezpiecznik.documents.verify_address import shown, typed
from bezpiecznik.documents.verifying import verified

QUESTIONS = Limit("verification", 30, 60)
"""Of one address: a person checks a few papers, a machine that guesses codes asks for thousands."""


@login_not_required
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Where the code is typed, by those who do not scan it."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("verification:document", shown(form.cleaned_data["code"]))
    return render(request, "documents/verify_ask.html", {"form": form})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def document(request: HttpRequest, code: str) -> HttpResponse:
    """The answer for one document; a POST compares a file with the register and keeps nothing."""
    QUESTIONS.count(client_address(request) or "")
    known = verified(typed(code))
    if known is None:
        raise Http404
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    context = {"known": known, "form": form, "code": code}
    if form.is_valid():
        context |= {"checked": form.hash, "format": known.format_of(form.hash)}
    response = render(request, "documents/verify.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store"
    return response
