"""A member of a collective name adds to the report that another institution sends."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.core.parts import answer, wants_part
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting import access, queries, services
from bezpiecznik.reporting.contribution_form import ContributionForm, Place, stored_place, typed_place
from bezpiecznik.reporting.entry_form import Problem
from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.refusals import ContributionChanged, Refused
from bezpiecznik.reporting.views.fill_page import days_of

PAGE = "reporting/contribute.html"


@require_safe
def contribute(request: Request, pk: int, member: int) -> HttpResponse:
    """What this body is asked to add, and what it added."""
    packet, institution = access.get_place_to_contribute(request.user, pk, member)
    return render(request, PAGE, _context(packet, institution))


def _context(packet: Packet, institution: Institution, typed: Place | None = None) -> dict[str, object]:
    entries = queries.entries_to_add_to(packet, institution)
    own = queries.own_contributions(entries, institution)
    places = [stored_place(entry, institution.pk, own.get(entry.pk)) for entry in entries]
    places = [typed if typed and typed.entry.pk == place.entry.pk else place for place in places]
    names = sorted({entry.obligation.responsibility.institution.name for entry in entries})
    answered = sum(place.is_answered for place in places)
    return {
        "packet": packet,
        "institution": institution,
        "places": places,
        "names": names,
        "answered": answered,
        "total": len(places),
        "key": uuid4(),
        **days_of(packet),
    }


@require_POST
def save(request: Request, pk: int, member: int) -> HttpResponse:
    """One contribution, as it is typed."""
    packet, institution, entry = access.get_entry_to_contribute(request.user, pk, member)
    own = queries.own_contributions([entry], institution).get(entry.pk)
    place, form = stored_place(entry, member, own), ContributionForm(request.POST)
    if not form.is_valid():
        version = form.cleaned_data.get("version") or 0
        errors = form.problems or [Problem(_("Sprawdź, co wpisano."))]
        return _part(request, packet, institution, typed_place(place, form, version=version, errors=errors))
    try:
        saved = services.save_contribution(
            entry, institution, by=request.user, attempt=form.attempt, **form.cleaned_data
        )
    except ContributionChanged as changed:
        now = changed.current
        typed = typed_place(place, form, version=now.version, errors=[], conflict=now)
        return _part(request, packet, institution, typed)
    except Refused as refusal:
        errors = [Problem(sentence) for sentence in refusal.sentences]
        return _part(request, packet, institution, typed_place(place, form, version=place.version, errors=errors))
    if not wants_part(request):
        return redirect(f"{access.contribution_url(packet, institution)}#{place.anchor}")
    return _part(request, packet, institution, stored_place(entry, member, saved))


def _part(request: Request, packet: Packet, institution: Institution, place: Place) -> HttpResponse:
    """To HTMX the line of state, or the whole card where somebody else's words stand there now."""
    whole = place.conflict is not None
    context = {**_context(packet, institution, place), "place": place}
    response = answer(request, PAGE, context, part="card_and_progress" if whole else "saved")
    if whole and wants_part(request):
        response["HX-Retarget"] = f"#{place.anchor}"
        response["HX-Reswap"] = "outerHTML"
    return response
