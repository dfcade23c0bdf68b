"""The same event entered by several bodies: what may be one, joining, telling apart, and undoing."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.activities import access, joining_access, services
from bezpiecznik.activities.joining_forms import JoinForm
from bezpiecznik.activities.likeness import Likeness
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.pairs import Pair
from bezpiecznik.activities.refusals import Refused
from bezpiecznik.activities.views.answers import saying
from bezpiecznik.institutions.http import Request

SHOWN = 50


@require_safe
def alike(request: Request) -> HttpResponse:
    """Pairs that may speak of one event, the likest first."""
    found = joining_access.pairs_for(request.user)
    shown = [(pair, _compared(pair.one, pair.other)) for pair in found[:SHOWN]]
    context = {"pairs": shown, "total": len(found), "office": access.is_office(request.user)}
    return render(request, "activities/alike.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: Request, pk: int, other: int) -> HttpResponse:
    """Two rows side by side; posted, they are joined as chosen."""
    decision = joining_access.get_decision(request.user, pk, other)
    form = JoinForm(request.POST if request.method == "POST" else None, decision=decision)
    if form.is_valid():
        try:
            services.join_activities(form.given_up, into=form.main_row, by=request.user, taking=form.taking())
        except Refused as refusal:
            for sentence in refusal.sentences:
                form.add_error(None, sentence)
        else:
            messages.success(request, _("Połączono. To wydarzenie liczy się teraz raz. Możesz to cofnąć."))
            readable = access.activities_of(request.user).filter(pk=form.main_row.pk).exists()
            return redirect(form.main_row if readable else form.given_up)
    pair = Pair(decision.one, decision.other, Likeness(0))
    context = {"form": form, "decision": decision, "pair": pair, "rows": _compared(decision.one, decision.other)}
    return render(request, "activities/join.html", context)


@require_POST
def tell_apart(request: Request, pk: int, other: int) -> HttpResponse:
    decision = joining_access.get_decision(request.user, pk, other)
    with saying(request, _("Zapisano, że to różne wydarzenia. Nie zapytamy o nie ponownie.")):
        services.tell_apart(decision.one, decision.other, by=request.user)
    return redirect("activities:alike")


@require_http_methods(["GET", "HEAD", "POST"])
def split(request: Request, pk: int) -> HttpResponse:
    joining = joining_access.get_joining(request.user, pk)
    if request.method == "POST":
        with saying(request, _("Rozłączono. Oba wpisy liczą się znów osobno.")):
            services.split_activities(joining, by=request.user)
        readable = access.activities_of(request.user).filter(pk=joining.activity_id).exists()
        return redirect(joining.activity if readable else joining.main)
    return render(request, "activities/split.html", {"joining": joining})


def _compared(one: Activity, other: Activity) -> list[dict[str, Any]]:
    """Line by line what each says, and whether they say the same."""
    lines = (
        (_("Co"), one.title, other.title),
        (_("Kiedy"), one.when, other.when),
        (_("Gdzie"), one.place, other.place),
        (_("Kto"), _bodies(one), _bodies(other)),
        (_("Rodzaj"), one.get_kind_display(), other.get_kind_display()),
        (_("Stan"), one.get_state_display(), other.get_state_display()),
        (_("Dla kogo"), one.audience, other.audience),
        (_("Ile razy"), str(one.times), str(other.times)),
        (_("Ile osób"), _count(one.participants), _count(other.participants)),
        (_("Nieprawidłowości"), _count(one.found), _count(other.found)),
        (_("Sankcje"), _count(one.sanctioned), _count(other.sanctioned)),
        (_("Realizuje"), _codes(one), _codes(other)),
    )
    return [
        {"title": title, "one": first, "other": second, "differs": first != second}
        for title, first, second in lines
        if first or second
    ]


def _bodies(row: Activity) -> str:
    return ", ".join(body.institution.short for body in row.bodies.all())


def _codes(row: Activity) -> str:
    return ", ".join(link.undertaking.code for link in row.undertakings.all())


def _count(value: int | None) -> str:
    return "" if value is None else str(value)
