"""The next programme: its editions, how far the work is, and what becomes of each undertaking of the former one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import journal
from bezpiecznik.core.lists import listing
from bezpiecznik.core.parts import answer
from bezpiecznik.core.polish import forms as counted
from bezpiecznik.editions import access, deciding, linking, queries, services
from bezpiecznik.editions.documents import made_of
from bezpiecznik.editions.forms import FateFilter, FateForm, LinkForm, StartForm, see_anew
from bezpiecznik.editions.likeness import SURE
from bezpiecznik.editions.models import Comment, Edition, Fate
from bezpiecznik.editions.outcome import numbers_of
from bezpiecznik.editions.refusals import Refused
from bezpiecznik.editions.states import EditionState, FateKind
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme
from bezpiecznik.plans.scopes import scope_of

ORDERS = {"no": ("undertaking__kind", "undertaking__area__no", "undertaking__no"), "fate": ("kind",)}


@require_safe
def index(request: Request) -> HttpResponse:
    """Each programme with the one that follows it."""
    editions = list(access.readable(request.user))
    programmes = scope_of(request.user, Right.READ_GRADES).narrow(Programme.objects.newest_first(), "pk")
    busy = {edition.former_id for edition in editions if edition.state != EditionState.ABANDONED}
    rows = [
        (one, [edition for edition in editions if edition.former_id == one.pk], one.pk not in busy)
        for one in programmes
    ]
    context = {"rows": rows, "may_prepare": access.may_prepare(request.user)}
    return render(request, "editions/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: Request, former: int) -> HttpResponse:
    programme = access.get_former(request.user, former)
    length = programme.year_to - programme.year_from
    first = programme.year_to + 1
    initial = {"title": programme.title, "year_from": first, "year_to": first + length}
    form = StartForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            return redirect(services.start_edition(programme, by=request.user, **form.cleaned_data))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"programme": programme, "form": form}
    return render(request, "editions/start.html", context, status=422 if form.errors else 200)


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    edition = access.get_edition(request.user, pk)
    form = FateFilter(request.GET, edition=edition)
    shown = listing(request, queries.filtered(edition, form.wanted()), orders=ORDERS, default="no")
    known, numbers = queries.beside(shown.page), numbers_of(edition)
    batch, in_batch = queries.last_batch(edition)
    context = {
        "edition": edition,
        "listing": shown,
        "rows": [(one, known[one.undertaking_id], numbers.get(one.item_id or 0, "")) for one in shown.page],
        "form": form,
        "wanted": form.wanted(),
        "progress": queries.progress(edition),
        "actions": queries.progress(edition, kind="action"),
        "next": queries.first_undecided(edition),
        "batch": batch,
        "in_batch": in_batch,
        "consultation": edition.consultations.first(),
        "waiting": Comment.objects.filter(consultation__edition=edition, verdict="").count() if edition.is_open else 0,
        "documents": made_of(edition),
        "history": journal.about(edition)[:20],
        **_may(request, edition),
    }
    return answer(request, "editions/detail.html", context, part="rows")


def _may(request: Request, edition: Edition) -> dict[str, bool]:
    rights = rights_of(request.user)
    may_prepare = access.may_prepare(request.user)
    return {
        "may_prepare": may_prepare,
        "may_write": may_prepare and edition.is_writable,
        "may_print": rights.has(Right.MAKE_DOCUMENTS),
        "may_publish": rights.has(Right.PUBLISH),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def fate(request: Request, pk: int) -> HttpResponse:
    """One undertaking with all that speaks for a decision beside it."""
    if request.method == "POST":
        return _decided(request, access.get_fate_to_decide(request.user, pk))
    found = access.get_fate(request.user, pk)
    return _fate_page(request, found, _form_of(found))


def _form_of(found: Fate, data: Any = None) -> FateForm | LinkForm:
    return LinkForm(data, fate=found) if found.edition.is_linked else FateForm(data, fate=found)


def _decided(request: Request, found: Fate) -> HttpResponse:
    following = queries.next_undecided(found)
    form = _form_of(found, request.POST)
    if form.is_valid():
        try:
            _decide(request, found, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            see_anew(form, access.get_fate(request.user, found.pk).stamp)
        else:
            messages.success(request, _("Zapisano: %(code)s.") % {"code": found.undertaking.code})
            return redirect(following or found.edition)
    return _fate_page(request, found, form)


def _decide(request: Request, found: Fate, form: FateForm | LinkForm) -> None:
    if isinstance(form, FateForm):
        said = form.said()
        deciding.decide(found, said.pop("kind"), by=request.user, **said)
        return
    own = form.cleaned_data
    if own["successor"]:
        linking.confirm(found, own["successor"], by=request.user, stamp=own["seen"])
    else:
        linking.give_up(found, reason=own["reason"], by=request.user, stamp=own["seen"])


def _fate_page(request: Request, found: Fate, form: FateForm | LinkForm) -> HttpResponse:
    edition, action = found.edition, found.undertaking
    may_write = _may(request, edition)["may_write"] and found.kind != FateKind.WITHDRAWN
    context = {
        "fate": found,
        "edition": edition,
        "action": action,
        "beside": queries.beside([found])[action.pk],
        "number": numbers_of(edition).get(found.item_id or 0, ""),
        "form": form if may_write else None,
        "progress": queries.progress(edition),
        "following": queries.next_undecided(found),
    }
    return render(request, "editions/fate.html", context, status=422 if form.errors else 200)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    """Take one decision back."""
    found = access.get_fate_to_decide(request.user, pk)
    try:
        deciding.reopen(found, by=request.user)
        messages.success(request, _("Cofnięto rozstrzygnięcie: %(code)s.") % {"code": found.undertaking.code})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def continue_done_well(request: Request, pk: int) -> HttpResponse:
    """All that wait and were done well in every graded year: shown first, then continued together."""
    edition = access.get_edition_to_prepare(request.user, pk)
    fates = queries.done_well(edition)
    if request.method == "POST":
        chosen = {key for key in request.POST.getlist("fate") if key.isascii() and key.isdigit()}
        return _continued(request, edition, [fate for fate in fates if str(fate.pk) in chosen])
    known = queries.beside(fates)
    rows = [(one, known[one.undertaking_id]) for one in fates]
    return render(request, "editions/continue.html", {"edition": edition, "rows": rows})


def _continued(request: Request, edition: Edition, fates: list[Fate]) -> HttpResponse:
    try:
        deciding.continue_many(edition, fates, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(edition)
    words = counted(
        len(fates), _("pozycja będzie kontynuowana,pozycje będą kontynuowane,pozycji będzie kontynuowanych")
    )
    messages.success(request, _("%(n)d %(words)s. Możesz to cofnąć.") % {"n": len(fates), "words": words})
    return redirect(edition)


@require_POST
def undo_batch(request: Request, pk: int) -> HttpResponse:
    edition = access.get_edition_to_prepare(request.user, pk)
    batch, _held = queries.last_batch(edition)
    try:
        n = deciding.undo_batch(edition, batch, by=request.user)
        words = counted(n, _("pozycja czeka,pozycje czekają,pozycji czeka"))
        messages.success(request, _("Cofnięto. %(n)d %(words)s znów na rozstrzygnięcie.") % {"n": n, "words": words})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(edition)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_sure(request: Request, pk: int) -> HttpResponse:
    """Counterparts that are surely the same: shown first, then confirmed together."""
    edition = access.get_edition_to_prepare(request.user, pk)
    rows = edition.fates.filter(successor=None, score__gte=SURE).exclude(kind=FateKind.DROPPED)
    fates = list(rows.with_undertaking().select_related("proposed__area").in_document_order())
    if request.method == "POST":
        chosen = {key for key in request.POST.getlist("fate") if key.isascii() and key.isdigit()}
        n = linking.confirm_sure(edition, [one for one in fates if str(one.pk) in chosen], by=request.user)
        words = counted(n, _("odpowiednik,odpowiedniki,odpowiedników"))
        messages.success(request, _("Potwierdzono %(n)d %(words)s.") % {"n": n, "words": words})
        return redirect(edition)
    return render(request, "editions/confirm_sure.html", {"edition": edition, "fates": fates})
