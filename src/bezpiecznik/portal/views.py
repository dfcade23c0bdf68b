"""Public pages, phone first. No sign-in, no personal data, nothing of a year that is not published."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bezpiecznik.core.parts import answer
from bezpiecznik.plans.queries import duties_of
from bezpiecznik.portal import access, queries
from bezpiecznik.portal.doors import DOORS
from bezpiecznik.portal.privacy import filled_in


@login_not_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What the programme is for, who carries it out, how it goes; search and doors."""
    programme = access.shown_programme()
    if programme is None:
        return render(request, "portal/nothing_yet.html")
    years = queries.years_in_marks(programme)
    context = {
        "programme": programme,
        "areas": queries.areas(programme),
        "years": years,
        "newest": years[0] if years else None,
        "institution_count": queries.institution_count(programme),
        "doors": DOORS,
    }
    return render(request, "portal/start.html", context)


@login_not_required
@require_safe
def programme(request: HttpRequest) -> HttpResponse:
    found = access.get_programme()
    return render(request, "portal/programme.html", {"programme": found, "contents": queries.programme_as_shown(found)})


@login_not_required
@require_safe
def area(request: HttpRequest, no: int) -> HttpResponse:
    programme = access.get_programme()
    found = access.get_area(programme, no)
    return render(
        request,
        "portal/area.html",
        {"programme": programme, "area": found, "actions": queries.actions_of(found)},
    )


@login_not_required
@require_safe
def action(request: HttpRequest, area: int, no: int) -> HttpResponse:
    programme = access.get_programme()
    (found,) = queries.as_shown([access.get_action(programme, area=area, no=no)], programme)
    context = {
        "programme": programme,
        "action": found,
        "duties": duties_of(found),
        "years": queries.years_of(found),
    }
    return render(request, "portal/action.html", context)


@login_not_required
@require_safe
def initiatives(request: HttpRequest) -> HttpResponse:
    """Programmes for residents; `?dla=` is a word about those whom they are for."""
    programme = access.get_programme()
    words = request.GET.get("dla", "")[:100]
    found = queries.initiatives(programme, words)
    context = {"programme": programme, "initiatives": found, "words": words, "doors": DOORS}
    return answer(request, "portal/initiatives.html", context, part="rows")


@login_not_required
@require_safe
def initiative(request: HttpRequest, no: int) -> HttpResponse:
    programme = access.get_programme()
    (found,) = queries.as_shown([access.get_initiative(programme, no)], programme)
    context = {"programme": programme, "initiative": found, "duties": duties_of(found)}
    return render(request, "portal/initiative.html", context)


@login_not_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Actions and programmes for residents that hold all words of `?q=`."""
    programme = access.get_programme()
    words = request.GET.get("q", "").strip()[:100]
    context: dict[str, Any] = {"programme": programme, "words": words}
    if words:
        context["actions"] = queries.actions_matching(programme, words)
        context["initiatives"] = queries.initiatives(programme, words)
    return answer(request, "portal/search.html", context, part="rows")


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accessibility.html", {"programme": access.shown_programme()})


@login_not_required
@require_safe
def about_data(request: HttpRequest) -> HttpResponse:
    """Where the words and marks come from, and what is made up."""
    programme = access.shown_programme()
    years = [evaluation.year for evaluation in queries.published(programme)] if programme else []
    context = {"programme": programme, "years": years, "demo_mode": settings.DEMO}
    return render(request, "portal/about_data.html", context)


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """The notice for those who work here (art. 13 RODO); what the unit has not filled in yet is said so."""
    return render(request, "portal/privacy.html", {"programme": access.shown_programme(), **filled_in()})
