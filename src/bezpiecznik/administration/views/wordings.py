"""Wordings of messages: which there are, who gets them and when, and the office's own words for each."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.administration.mail_access import get_kind, require_mail
from bezpiecznik.core import journal
from bezpiecznik.institutions.http import Request
from bezpiecznik.notices import queries, services
from bezpiecznik.notices.forms import WordingForm
from bezpiecznik.notices.kinds import Kind
from bezpiecznik.notices.queries import KindInForce
from bezpiecznik.notices.wording import example, filled, one_line


@require_safe
def wordings(request: Request) -> HttpResponse:
    require_mail(request.user)
    return render(request, "administration/wordings.html", {"kinds": queries.kinds_in_force()})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, name: str) -> HttpResponse:
    """Two buttons: one shows what the words would look like, the other puts them in force."""
    kind = get_kind(request.user, name)
    known = queries.kind_in_force(kind)
    subject, body = services.words_in_force(kind)
    initial = {"subject": subject, "body": body, "seen": known.version}
    form = WordingForm(kind, request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid() and "preview" not in request.POST and _saved(request, form):
        messages.success(request, _("Zapisano wzór wiadomości."))
        return redirect("administration:wording", name)
    return render(request, "administration/wording.html", _shown(known, form))


def _saved(request: Request, form: WordingForm) -> bool:
    try:
        services.save_wording(form.kind, by=request.user, **form.cleaned_data)
    except services.ChangedMeanwhile:
        form.show_changes_of_others(*services.words_in_force(form.kind), queries.kind_in_force(form.kind).version)
    return not form.errors


def _shown(known: KindInForce, form: WordingForm) -> dict[str, Any]:
    kind = known.kind
    variables = [
        (name, meaning, name in kind.required, name in kind.private) for name, meaning in kind.variables.items()
    ]
    words = example(kind)
    sound = not form.is_bound or form.is_valid()
    texts = {field: str(form[field].value() or "") for field in ("subject", "body")} if sound else {}
    return {
        "kind": kind,
        "known": known,
        "form": form,
        "variables": variables,
        "preview": {field: filled(text, words) for field, text in texts.items()},
        "history": _history(kind, known),
    }


def _history(kind: Kind, known: KindInForce) -> list[Any]:
    return list(journal.about(known.own)[:50]) if known.own else []


@require_http_methods(["GET", "HEAD", "POST"])
def restore(request: Request, name: str) -> HttpResponse:
    """Asks first: the office's own words go out of force, and stay in the history only."""
    kind = get_kind(request.user, name)
    known = queries.kind_in_force(kind)
    if request.method == "POST":
        return _restored(request, known)
    default = {"subject": one_line(str(kind.subject)), "body": str(kind.body)}
    return render(request, "administration/restore_wording.html", {"kind": kind, "known": known, "default": default})


def _restored(request: Request, known: KindInForce) -> HttpResponse:
    seen = request.POST.get("seen", "")
    try:
        services.restore_wording(known.kind, seen=int(seen) if seen.isdecimal() else -1, by=request.user)
    except services.ChangedMeanwhile:
        messages.error(request, _("W międzyczasie ktoś zmienił ten wzór. Przeczytaj go, zanim przywrócisz domyślny."))
    else:
        messages.success(request, _("Obowiązuje znów domyślny wzór wiadomości."))
    return redirect("administration:wording", known.kind.name)
