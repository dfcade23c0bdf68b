"""Fixed texts of documents: all of them by kind, the office's own words for one, the way back to the default."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core import fieldhistory
from bezpiecznik.documents import access, queries, services
from bezpiecznik.documents.forms.templates import TextForm
from bezpiecznik.documents.prose import prose
from bezpiecznik.documents.queries import TextInForce
from bezpiecznik.institutions.http import Request
from bezpiecznik.notices.wording import filled


@require_safe
def index(request: Request) -> HttpResponse:
    access.require_templates(request.user)
    return render(request, "documents/texts.html", {"kinds": queries.texts_in_force()})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, kind: str, key: str) -> HttpResponse:
    """Two buttons: one shows how the words would stand in a document, the other puts them in force."""
    text = access.get_text(request.user, kind, key)
    known = queries.text_in_force(text)
    initial = {"body": known.body, "seen": known.version}
    form = TextForm(text, request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid() and "preview" not in request.POST and _saved(request, form):
        messages.success(request, _("Zapisano tekst. Staje w dokumentach sporządzanych od teraz."))
        return redirect("documents:text", kind, key)
    return render(request, "documents/text.html", _shown(known, form))


def _saved(request: Request, form: TextForm) -> bool:
    try:
        services.save_text(form.text, by=request.user, **form.cleaned_data)
    except services.ChangedMeanwhile:
        now = queries.text_in_force(form.text)
        form.show_changes_of_others(now.body, now.version)
    return not form.errors


def _shown(known: TextInForce, form: TextForm) -> dict[str, Any]:
    text = known.text
    sound = not form.is_bound or form.is_valid()
    words = {name: f"[{meaning}]" for name, meaning in text.variables.items()}
    default = str(text.default)
    return {
        "known": known,
        "text": text,
        "form": form,
        "variables": text.variables.items(),
        "preview": prose(filled(str(form["body"].value() or ""), words)) if sound else (),
        "changes": fieldhistory.changes(known.own, "body", words={"body": lambda body: body or default})
        if known.own
        else [],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: Request, kind: str, key: str) -> HttpResponse:
    """Asks first: the office's own words go out of force, and stay in the history only."""
    text = access.get_text(request.user, kind, key)
    known = queries.text_in_force(text)
    if request.method == "POST":
        return _restored(request, known)
    return render(request, "documents/restore_text.html", {"known": known, "text": text})


def _restored(request: Request, known: TextInForce) -> HttpResponse:
    seen = request.POST.get("seen", "")
    try:
        services.restore_text(known.text, seen=int(seen) if seen.isdecimal() else -1, by=request.user)
    except services.ChangedMeanwhile:
        messages.error(request, _("W międzyczasie ktoś zmienił ten tekst. Przeczytaj go, zanim przywrócisz domyślny."))
    else:
        messages.success(request, _("Obowiązuje znów tekst domyślny."))
    return redirect("documents:text", known.text.kind, known.text.key)
