"""One entry: saving as it is typed, its history, and the words of the period before taken over."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.activities.models import Activity
from bezpiecznik.core import fieldhistory
from bezpiecznik.core.parts import wants_part
from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access, queries, services, wording
from bezpiecznik.reporting.cards import page_of
from bezpiecznik.reporting.contributions import with_quote, with_sum
from bezpiecznik.reporting.entry_form import BLANK_ROWS, EntryForm, Typed, filled_from
from bezpiecznik.reporting.models import Contribution, Entry, Packet
from bezpiecznik.reporting.queries.agreements import with_quotation
from bezpiecznik.reporting.refusals import EntryChanged, Refused
from bezpiecznik.reporting.views.answers import saying
from bezpiecznik.reporting.views.fill_page import part_of_card, posts_of

KEPT = ("outcome", "text", "reason", "numbers", "figures")


@require_POST
def save(request: Request, pk: int) -> HttpResponse:
    packet, entry = access.get_entry_to_edit(request.user, pk)
    return _save(request, packet, entry, EntryForm(request.POST))


@require_safe
def entry_history(request: Request, pk: int) -> HttpResponse:
    """Who changed which words and numbers, and when."""
    packet, entry = access.get_own_entry(request.user, pk)
    context = {
        "packet": packet,
        "entry": entry,
        "undertaking": entry.obligation.responsibility.undertaking,
        "changes": fieldhistory.changes(entry, *KEPT, words={"numbers": wording.numbers, "figures": wording.figures}),
    }
    return render(request, "reporting/entry_history.html", context)


@require_POST
def reuse(request: Request, pk: int) -> HttpResponse:
    """Save with the outcome and the words of the period before, where the fields are still blank."""
    packet, entry = access.get_entry_to_edit(request.user, pk)
    before = queries.previous_words(packet, [entry]).get(queries.duty_of(entry.obligation))
    return _save(request, packet, entry, EntryForm(filled_from(request.POST, before)), whole=True)


@require_POST
def quote(request: Request, pk: int, partner: int) -> HttpResponse:
    """Save with the words of another body of the action, and their source, under the text."""
    packet, entry = access.get_entry_to_edit(request.user, pk)
    data = request.POST.copy()
    try:
        contribution, _sent = services.contribution_of(packet, entry, partner)
    except Refused as refusal:
        typed = EntryForm(data).typed(version=entry.version, errors=refusal.sentences)
        return _typed_again(request, packet, entry, typed)
    data["text"] = with_quotation(data.get("text", ""), contribution)
    return _save(request, packet, entry, EntryForm(data), whole=True)


@require_POST
def take_contribution(request: Request, pk: int, contribution: int) -> HttpResponse:
    """Save with what one body added, quoted with its name."""
    packet, entry = access.get_entry_to_edit(request.user, pk)
    added = get_object_or_404(Contribution.objects.select_related("institution"), entry=entry, pk=contribution)
    return _save(request, packet, entry, EntryForm(with_quote(request.POST, added)), whole=True)


@require_POST
def take_sum(request: Request, pk: int) -> HttpResponse:
    """Save with the total of a measure that the bodies gave; which one, the button says."""
    packet, entry = access.get_entry_to_edit(request.user, pk)
    wanted = request.POST.get("sum", "").casefold()
    given = queries.sums(queries.contributions_to([entry]).get(entry.pk, []))
    total = next((one for one in given if one.measure.casefold() == wanted), None)
    data = with_sum(request.POST, total) if total else request.POST
    return _save(request, packet, entry, EntryForm(data), whole=True)


def save_typed(
    request: Request, packet: Packet, entry: Entry, form: EntryForm, *, quoted: Iterable[Activity]
) -> HttpResponse:
    """Save what the form says as made from these activities; the whole card is shown anew."""
    return _save(request, packet, entry, form, whole=True, quoted=quoted)


def _save(
    request: Request,
    packet: Packet,
    entry: Entry,
    form: EntryForm,
    *,
    whole: bool = False,
    quoted: Iterable[Activity] | None = None,
) -> HttpResponse:
    if not form.is_valid():
        return _typed_again(request, packet, entry, form.typed(version=form.cleaned_data.get("version") or 0))
    try:
        saved = services.save_entry(entry, by=request.user, attempt=form.attempt, quoted=quoted, **form.cleaned_data)
    except EntryChanged as changed:
        typed = form.typed(version=changed.current.version)
        return _typed_again(request, packet, entry, typed, conflict=changed.current)
    except Refused as refusal:
        return _typed_again(request, packet, entry, form.typed(version=entry.version, errors=refusal.sentences))
    if "add" in request.POST and not wants_part(request):
        return _typed_again(request, packet, entry, form.typed(version=saved.version, more_rows=BLANK_ROWS + 1))
    return _saved(request, packet, saved, form, whole=whole)


def _saved(request: Request, packet: Packet, entry: Entry, form: EntryForm, *, whole: bool) -> HttpResponse:
    if not wants_part(request):
        return redirect(f"{packet.get_absolute_url()}#{queries.anchor(entry)}")
    typed = {} if whole else {entry.pk: form.typed(version=entry.version)}
    page = page_of(packet, typed=typed, own_posts=posts_of(request), to_edit=entry.pk if whole else 0, only=entry)
    return part_of_card(request, page, entry, whole=whole)


def _typed_again(
    request: Request, packet: Packet, entry: Entry, typed: Typed, conflict: Entry | None = None
) -> HttpResponse:
    only = entry if wants_part(request) else None
    page = page_of(packet, typed={entry.pk: typed}, conflict=conflict, own_posts=posts_of(request), only=only)
    return part_of_card(request, page, entry, whole=conflict is not None)


@require_POST
def reuse_all(request: Request, pk: int) -> HttpResponse:
    """The words of the period before into every blank entry; the next page offers to take that back."""
    found = access.get_packet_to_write(request.user, pk)
    made: dict[int, int] = {}
    with saying(request, ""):
        made = services.take_over_previous(found, by=request.user)
    taken = "&".join(f"taken={entry}.{version}" for entry, version in made.items())
    return redirect(f"{found.get_absolute_url()}?{taken}" if taken else found.get_absolute_url())


@require_POST
def undo_reuse_all(request: Request, pk: int) -> HttpResponse:
    """Blank again, where nobody wrote anything since."""
    found = access.get_packet_to_write(request.user, pk)
    undone = 0
    with saying(request, ""):
        undone = services.undo_taking_over(found, taken_of(request.POST.getlist("taken")), by=request.user)
    if undone:
        words = {"n": undone, "entries": forms(undone, _("wpisie,wpisach,wpisach"))}
        messages.success(request, _("Cofnięto przejęcie w %(n)s %(entries)s.") % words)
    else:
        messages.info(request, _("Nie było czego cofnąć: te wpisy zmieniono już po przejęciu."))
    return redirect(found)


def taken_of(texts: list[str]) -> dict[int, int]:
    """`12.3` is the entry 12 whose third version took over the words of the period before."""
    pairs = (text.partition(".") for text in texts)
    return {int(entry): int(version) for entry, _dot, version in pairs if entry.isdecimal() and version.isdecimal()}
