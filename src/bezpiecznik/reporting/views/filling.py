"""The institution's side: what it has to report, the page to fill in, and looking back."""

from collections import Counter
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import holds
from bezpiecznik.reporting import access, queries, reconciling_parts, services
from bezpiecznik.reporting.cards import page_of
from bezpiecznik.reporting.ladder import queries as ladder
from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.review_forms import NoteForm
from bezpiecznik.reporting.states import PacketState
from bezpiecznik.reporting.views.entries import taken_of
from bezpiecznik.reporting.views.fill_page import FILL, filling, history, posts_of


@require_safe
def my_packets(request: Request) -> HttpResponse:
    """To those who write, what they have to fill in; to a head, what waits for the signature."""
    packets = queries.with_progress(access.packets_of(request.user)).with_exceptions()
    context = {
        "packets": packets,
        "only_signs": not rights_of(request.user).has(Right.WRITE_REPORT),
        "institutions": sorted({packet.institution for packet in packets}, key=lambda one: one.short),
        "contributions": access.contributions_asked(request.user),
        "to_sign": sum(packet.state == PacketState.TO_SIGN for packet in packets),
    }
    return render(request, "reporting/my_packets.html", context)


@require_safe
def packet(request: Request, pk: int) -> HttpResponse:
    """To those who write, a page to fill in; to all others, what was said."""
    found = access.get_packet(request.user, pk)
    if access.may(request.user, Right.WRITE_REPORT, found) and found.is_editable:
        own, waiting = ("own" in request.GET), ("waiting" in request.GET)
        page = page_of(found, own_posts=posts_of(request), only_own=own, only_waiting=waiting)
        taken = taken_of(request.GET.getlist("taken"))
        return render(request, FILL, {**filling(page), "taken": page.still_taken(taken)})
    return render(request, "reporting/packet.html", _reading(request, found))


def _reading(request: Request, packet: Packet) -> dict[str, object]:
    said = queries.said(packet, own=access.is_own(request.user, packet))
    reviews = access.may(request.user, Right.REVIEW_REPORTS, packet)
    writes = access.may(request.user, Right.WRITE_REPORT, packet)
    reminds = holds(request.user, Right.MANAGE_PERIODS, packet.period.programme_id)
    return {
        "packet": packet,
        "said": said,
        "outcomes": Counter(entry["outcome"] for entry in said).most_common(),
        **history(packet),
        "own": access.is_own(request.user, packet),
        "writes": writes,
        "reconciled": reconciling_parts.after_sending(packet) if writes and packet.submitted_at else (),
        "signs": access.may(request.user, Right.SIGN_REPORT, packet),
        "reviews": reviews,
        "sends_links": rights_of(request.user).has(Right.MANAGE_LETTERS),
        "note": NoteForm(),
        "grants": reminds,
        "exception": packet.exceptions.filter(withdrawn_at=None).first() if reminds else None,
        "undoable": [packet] if reviews and services.can_undo(packet) else [],
        "reminders": ladder.of_packet(packet) if reminds else (),
        "key": uuid4(),
    }


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
