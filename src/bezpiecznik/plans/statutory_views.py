"""„Terminy ustawowe”: what the law sets, with its source; kept by the office."""

from copy import copy
from functools import partial
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import clock, fieldhistory
from bezpiecznik.core.forms import DayInput
from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.http import Request
from bezpiecznik.plans import access, statutory
from bezpiecznik.plans.models import StatutoryDate
from bezpiecznik.plans.schedule_views import seen_now
from bezpiecznik.plans.timetable_queries import coming_statutory
from bezpiecznik.plans.timetabling import Outdated


class StatutoryForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = StatutoryDate
        fields = statutory.FIELDS
        widgets = {
            "source": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 3}),
            "rule": forms.RadioSelect,
            "verified_on": DayInput(),
            "starts_on": DayInput(),
            "ends_on": DayInput(),
        }


class ChangeStatutoryForm(StatutoryForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


@require_safe
def index(request: Request) -> HttpResponse:
    context = {
        "rows": coming_statutory(access.statutory_dates(request.user)),
        "may_manage": access.may_manage_statutory(request.user),
        "today": clock.today(),
    }
    return render(request, "plans/statutory.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request) -> HttpResponse:
    access.require_statutory(request.user)
    form = StatutoryForm(request.POST if request.method == "POST" else None)
    page = ActPage(
        title=_("Nowy termin ustawowy"),
        act=_("Dodaj termin"),
        back=reverse("plans:statutory"),
        crumbs=_crumbs(),
        template="plans/statutory_form.html",
    )
    act = partial(statutory.add_statutory_date, by=request.user)
    return perform(request, form, page, act, done=_("Dodano termin ustawowy."))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, pk: int) -> HttpResponse:
    row = access.get_statutory_date_to_manage(request.user, pk)
    data = request.POST if request.method == "POST" else None
    # The form checks a copy: what stands is compared with what was said by the service.
    form = ChangeStatutoryForm(data, instance=copy(row), initial={"version": row.version})
    extra = {
        "row": row,
        "restorable": row.slug and not statutory.is_as_it_came(row),
        "changes": fieldhistory.changes(row, *statutory.FIELDS),
    }
    page = ActPage(
        title=_("Termin ustawowy"),
        act=_("Zapisz termin"),
        back=reverse("plans:statutory"),
        lede=row.name,
        crumbs=_crumbs(),
        template="plans/statutory_form.html",
        extra=extra,
    )

    def do(**said: Any) -> None:
        try:
            statutory.change_statutory_date(row, by=request.user, **said)
        except Outdated:
            seen_now(form, StatutoryDate.objects.values_list("version", flat=True).get(pk=pk))
            raise

    return perform(request, form, page, do, done=_("Zapisano termin ustawowy."))


@require_POST
def restore(request: Request, pk: int) -> HttpResponse:
    row = access.get_statutory_date_to_manage(request.user, pk)
    act = partial(statutory.restore_statutory_date, row, by=request.user)
    return press(request, act, done=_("Przywrócono termin, jaki był na początku."), to=reverse("plans:statutory"))


def _crumbs() -> list[tuple[str, str]]:
    return [
        (_("Program"), reverse("plans:programme")),
        (_("Harmonogram"), reverse("plans:timetable")),
        (_("Terminy ustawowe"), reverse("plans:statutory")),
    ]
