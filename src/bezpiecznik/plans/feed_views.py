"""Calendars to subscribe to: the person's own page of them, and the calendar itself, which needs no sign-in."""

from functools import partial

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import clock
from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.choices import InstitutionChoice
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Institution
from bezpiecznik.notices.mail import domain
from bezpiecznik.plans import access, feed_contents, feeds
from bezpiecznik.plans.timetable import ics

ICS = "text/calendar; charset=utf-8"


class FeedForm(forms.Form):
    institution = InstitutionChoice(
        label=_("Czyje terminy"),
        queryset=Institution.objects.none(),
        required=False,
        empty_label=_("moje: wszystko, co mnie dotyczy"),
    )


@require_safe
def index(request: Request) -> HttpResponse:
    found = [(feed, feeds.address_of(feed)) for feed in access.feeds_of(request.user)]
    return render(request, "plans/feeds.html", {"feeds": found})


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: Request) -> HttpResponse:
    access.feeds_of(request.user)
    form = FeedForm(request.POST if request.method == "POST" else None)
    form.fields["institution"].queryset = access.subscribable(request.user)  # type: ignore[attr-defined]
    page = ActPage(
        title=_("Nowy kalendarz"),
        act=_("Utwórz adres kalendarza"),
        back=reverse("plans:feeds"),
        lede=_("Adres wkleja się raz w swoim programie kalendarza; dalej terminy odświeżają się same."),
        crumbs=[(_("Harmonogram"), reverse("plans:timetable")), (_("Mój kalendarz"), reverse("plans:feeds"))],
    )
    act = partial(feeds.make_feed, request.user, by=request.user)
    return perform(request, form, page, act, done=_("Kalendarz jest gotowy. Skopiuj jego adres."))


@require_POST
def renew(request: Request, pk: int) -> HttpResponse:
    feed = access.get_own_feed(request.user, pk)
    act = partial(feeds.renew_feed, feed, by=request.user)
    return press(request, act, done=_("Kalendarz ma nowy adres, a stary już nie działa."), to=reverse("plans:feeds"))


@require_POST
def revoke(request: Request, pk: int) -> HttpResponse:
    feed = access.get_own_feed(request.user, pk)
    act = partial(feeds.revoke_feed, feed, by=request.user)
    return press(request, act, done=_("Adres kalendarza już nie działa."), to=reverse("plans:feeds"))


@login_not_required
@require_safe
def read(_request: HttpRequest, token: str) -> HttpResponse:
    """The calendar by its secret address. Reads only; nobody keeps a copy on the way."""
    feed = access.get_feed_to_read(token)
    made = ics.calendar(
        feed_contents.marks_of(feed), name=feed_contents.name_of(feed), domain=domain(), made_at=clock.now()
    )
    response = HttpResponse(made, content_type=ICS)
    response["Content-Disposition"] = 'inline; filename="bezpiecznik.ics"'
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response
