"""Public pages of events; no sign-in, nothing internal."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bezpiecznik.core import clock
from bezpiecznik.core.lists import listing
from bezpiecznik.core.parts import answer
from bezpiecznik.files.http import shown as picture_shown
from bezpiecznik.portal import access, happenings
from bezpiecznik.portal.events_feed import calendar

PER_PAGE = 30


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What is coming, and what was, month by month."""
    programme, today = access.shown_programme(), clock.today()
    form = happenings.EventFilter(request.GET, programme=programme)
    found = happenings.shown(form.wanted())
    before = listing(
        request, happenings.past(found, today), orders={"day": ("starts_on",)}, default="-day", per_page=PER_PAGE
    )
    context = {
        "programme": programme,
        "form": form,
        "wanted": form.wanted(),
        "coming": happenings.coming(found, today),
        "past": happenings.by_month(before.page),
        "listing": before,
        "feed": request.build_absolute_uri(reverse("portal:events-feed")),
    }
    return answer(request, "portal/events.html", context, part="rows")


@login_not_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    event = happenings.get_event(pk)
    context = {
        "programme": access.shown_programme(),
        "event": event,
        "organisers": happenings.organisers(event),
        "people": happenings.people_in_words(event.participants),
        "pictures": happenings.pictures_shown(event),
    }
    return render(request, "portal/event.html", context)


@login_not_required
@require_safe
def picture(request: HttpRequest, pk: int, picture: int) -> HttpResponseBase:
    found = happenings.get_picture(happenings.get_event(pk), picture)
    return picture_shown(found, name=_("zdjęcie.jpg"))


@login_not_required
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """For calendars that subscribe: coming events and those of the last month."""
    programme = access.shown_programme()
    name = _("Wydarzenia: %(unit)s") % {"unit": programme.unit} if programme else _("Wydarzenia")
    site = request.build_absolute_uri("/").rstrip("/")
    content = calendar(happenings.feed_events(clock.today()), name=name, site=site)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="wydarzenia.ics"'
    return response
