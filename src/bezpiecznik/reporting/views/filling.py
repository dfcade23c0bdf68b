"""The institution's side: filling in, signing, sending, looking back."""

from collections import Counter
from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.activities.models import Activity
from bezpiecznik.core import clock, fieldhistory
from bezpiecznik.core.forms import free_text
from bezpiecznik.core.parts import answer, away, wants_part
from bezpiecznik.institutions.access import rights_of, seats_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import holds
from bezpiecznik.reporting import access, queries, services, wording
from bezpiecznik.reporting.cards import Page, page_of
from bezpiecznik.reporting.forms import EntryForm, NoteForm, SubmitForm, Typed
from bezpiecznik.reporting.ladder import queries as ladder
from bezpiecznik.reporting.link_session import note_of_link
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.refusals import EntryChanged, Refused
from bezpiecznik.reporting.states import PacketState
from bezpiecznik.reporting.views.answers import saying

FILL = "reporting/fill.html"
KEPT = ("outcome", "text", "reason", "numbers")


@require_safe
def my_packets(request: Request) -> HttpResponse:
    """To those who write, what they have to fill in; to a head, what waits for the signature."""
    packets = queries.with_progress(access.packets_of(request.user))
    context = {
        "packets": packets,
        "only_signs": not rights_of(request.user).has(Right.WRITE_REPORT),
        "institutions": sorted({packet.institution for packet in packets}, key=lambda one: one.short),
        "to_sign": sum(packet.state == PacketState.TO_SIGN for packet in packets),
    }
    return render(request, "reporting/my_packets.html", context)


@require_safe
def packet(request: Request, pk: int) -> HttpResponse:
    """To those who write, a page to fill in; to all others, what was said."""
    found = access.get_packet(request.user, pk)
    if access.may(request.user, Right.WRITE_REPORT, found) and found.is_editable:
        only_own = "own" in request.GET
        return render(request, FILL, _filling(page_of(found, own_posts=_posts(request), only_own=only_own)))
    return render(request, "reporting/packet.html", _reading(request, found))


def _posts(request: Request) -> frozenset[int]:
    """Posts by which the person acts today."""
    return frozenset(seat.post for seat in seats_of(request.user))


def _filling(page: Page, submit: SubmitForm | None = None) -> dict[str, object]:
    return {
        "page": page,
        "packet": page.packet,
        "submit": submit or SubmitForm(initial={"signed_on": clock.today()}),
        "has_head": queries.has_head(page.packet.institution),
        "last_return": queries.last_return(page.packet),
        **_history(page.packet),
    }


def _history(packet: Packet) -> dict[str, object]:
    return {"transitions": queries.history(packet), "versions": packet.versions.defer("content")}


def _reading(request: Request, packet: Packet) -> dict[str, object]:
    said = queries.said(packet, own=access.is_own(request.user, packet))
    reminds = holds(request.user, Right.MANAGE_PERIODS, packet.period.programme_id)
    return {
        "packet": packet,
        "said": said,
        "outcomes": Counter(entry["outcome"] for entry in said).most_common(),
        **_history(packet),
        "own": access.is_own(request.user, packet),
        "writes": access.may(request.user, Right.WRITE_REPORT, packet),
        "signs": access.may(request.user, Right.SIGN_REPORT, packet),
        "reviews": access.may(request.user, Right.REVIEW_REPORTS, packet),
        "sends_links": rights_of(request.user).has(Right.MANAGE_LETTERS),
        "note": NoteForm(),
        "reminders": ladder.of_packet(packet) if reminds else (),
    }


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
        "changes": fieldhistory.changes(entry, *KEPT, words={"numbers": wording.numbers}),
    }
    return render(request, "reporting/entry_history.html", context)


@require_POST
def reuse(request: Request, pk: int) -> HttpResponse:
    """Save with the text of the period before, where the field is still blank."""
    packet, entry = access.get_entry_to_edit(request.user, pk)
    data = request.POST.copy()
    if not data.get("text", "").strip():
        data["text"] = queries.previous_text(entry)
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
        services.save_entry(entry, by=request.user, quoted=quoted, **form.cleaned_data)
    except EntryChanged as changed:
        typed = form.typed(version=changed.current.version)
        return _typed_again(request, packet, entry, typed, conflict=changed.current)
    except Refused as refusal:
        return _typed_again(request, packet, entry, form.typed(version=entry.version, errors=refusal.sentences))
    return _saved(request, packet, entry, whole=whole)


def _saved(request: Request, packet: Packet, entry: Entry, *, whole: bool) -> HttpResponse:
    if not wants_part(request):
        return redirect(f"{packet.get_absolute_url()}#{queries.anchor(entry)}")
    return _part_of_card(request, page_of(packet, own_posts=_posts(request)), entry, whole=whole)


def _typed_again(
    request: Request, packet: Packet, entry: Entry, typed: Typed, conflict: Entry | None = None
) -> HttpResponse:
    page = page_of(packet, typed={entry.pk: typed}, conflict=conflict, own_posts=_posts(request))
    return _part_of_card(request, page, entry, whole=conflict is not None)


def _part_of_card(request: Request, page: Page, entry: Entry, *, whole: bool) -> HttpResponse:
    """To HTMX the line of state under the fields, so that typing is not disturbed; the whole card where it changed."""
    card = page.card(entry)
    if card is None:
        messages.warning(request, _("Tego działania nie trzeba już opisywać: podmiot przestał za nie odpowiadać."))
        return away(request, page.packet.get_absolute_url())
    context = {**_filling(page), "card": card}
    response = answer(request, FILL, context, part="card_and_progress" if whole else "saved")
    if whole and wants_part(request):
        response["HX-Retarget"] = f"#{card.anchor}"
        response["HX-Reswap"] = "outerHTML"
    return response


@require_POST
def hand_over(request: Request, pk: int) -> HttpResponse:
    found = access.get_packet_to_write(request.user, pk)
    with saying(request, _("Przekazano sprawozdanie do podpisu kierownikowi.")):
        services.hand_over_for_signature(found, by=request.user)
    return redirect(found)


@require_POST
def take_back(request: Request, pk: int) -> HttpResponse:
    """The clerk takes it back, or the head sends it back with a note."""
    found = access.get_packet_of_own(request.user, pk)
    with saying(request, _("Sprawozdanie wróciło do wypełniania.")):
        services.take_back(found, by=request.user, note=free_text(request.POST, "note"))
    return redirect(found)


@require_POST
def submit(request: Request, pk: int) -> HttpResponse:
    """The clerk sends what the head signed on paper."""
    found = access.get_packet_to_write(request.user, pk)
    page = page_of(found)
    form = SubmitForm(request.POST, complete=not page.missing)
    if not form.is_valid():
        return render(request, FILL, _filling(page, form))
    with saying(request, _("Złożono sprawozdanie. Biuro da znać, gdy je przyjmie albo zwróci.")):
        services.submit_packet(found, by=request.user, note=note_of_link(request), **form.cleaned_data)
    return redirect(found)


@require_POST
def sign(request: Request, pk: int) -> HttpResponse:
    """The head signs in the system: name, function and day are theirs and today's."""
    found = access.get_packet_to_sign(request.user, pk)
    with saying(request, _("Podpisano i złożono sprawozdanie.")):
        services.sign_packet(found, by=request.user)
    return redirect(found)


@require_safe
def version(request: Request, pk: int, no: int) -> HttpResponse:
    """What was submitted then, word for word."""
    found = access.get_version(request.user, pk, no)
    return render(request, "reporting/version.html", {"packet": found.packet, "version": found})


@require_safe
def printed(request: Request, pk: int) -> HttpResponse:
    """A plain page for the head's signature."""
    found = access.get_packet(request.user, pk)
    said = queries.said(found, own=access.is_own(request.user, found))
    return render(request, "reporting/print.html", {"packet": found, "said": said})
