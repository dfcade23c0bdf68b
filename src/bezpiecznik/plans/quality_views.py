"""„Kompletność programu”: what is missing, and filling it in on the spot, one by one or many at once."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core.lists import PER_PAGE, Listing, asked_format, export
from bezpiecznik.core.parts import answer
from bezpiecznik.core.polish import forms as by_number
from bezpiecznik.core.search import holds
from bezpiecznik.institutions.http import Request
from bezpiecznik.plans import access, exports, supplements
from bezpiecznik.plans.models import Programme, SupplementKind, Undertaking
from bezpiecznik.plans.quality import Checked, check, quality_of
from bezpiecznik.plans.quality_forms import DiagnosisForm, FillForm, FillManyForm, QualityFilter
from bezpiecznik.plans.queries import with_leads

NOTHING = "nothing"


@require_safe
def quality(request: Request) -> HttpResponse:
    edition = access.choose_edition(request.user, request.GET.get("programme"))
    if edition.programme is None:
        return redirect("plans:programme")
    form = QualityFilter(request.GET, programme=edition.programme)
    found = quality_of(edition.programme)
    rows = [checked for checked in found.undertakings if fits(checked, form.wanted())]
    if file_format := asked_format(request):
        return export(rows, exports.QUALITY, name=_("kompletność programu"), file_format=file_format)
    context = {
        "programme": edition.programme,
        "editions": edition.editions,
        "quality": found,
        "listing": _listing(request, rows),
        "form": form,
        "kept": {name: request.GET.get(name) for name in ("programme", "sort")},
        "may_fill": access.may_fill(request.user, edition.programme),
        "many": FillManyForm(programme=edition.programme),
    }
    return answer(request, "plans/quality.html", context, part="rows")


def fits(checked: Checked, wanted: dict[str, Any]) -> bool:
    """Whether the undertaking is one of those that the filter asks for (`q`, `missing`, `area`)."""
    missing, area = wanted.get("missing", ""), wanted.get("area")
    if area and checked.undertaking.area_id != area.pk:
        return False
    if missing == NOTHING:
        return not checked.missing and holds(checked.undertaking.search_text, wanted.get("q", ""))
    of_kind = missing in checked.missing if missing else bool(checked.missing) or bool(wanted.get("q"))
    return of_kind and holds(checked.undertaking.search_text, wanted.get("q", ""))


def _listing(request: Request, rows: list[Checked]) -> Listing[Any]:
    """In the document's order, or by how much is missing."""
    asked = request.GET.get("sort", "no")
    sort = asked if asked.removeprefix("-") in {"no", "missing"} else "no"
    if sort.removeprefix("-") == "missing":
        rows = sorted(rows, key=lambda checked: len(checked.missing))
    rows = rows[::-1] if sort.startswith("-") else rows
    page: Any = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return Listing(page, sort, len(rows))


@require_POST
def fill_many(request: Request, pk: int) -> HttpResponse:
    programme = access.get_programme_to_fill(request.user, pk)
    form = FillManyForm(request.POST, programme=programme)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.warning(request, " ".join(str(error) for error in errors))
        return redirect(_back(request, programme))
    said = form.cleaned_data
    n = supplements.supplement_many(said["chosen"], SupplementKind(said["kind"]), said["text"], by=request.user)
    words = {"n": n, "words": by_number(n, _("działanie,działania,działań"))}
    messages.success(request, _("Uzupełniono %(n)s %(words)s.") % words)
    return redirect(_back(request, programme))


def _back(request: Request, programme: Programme) -> str:
    """The same list that the person was looking at."""
    kept = QueryDict(request.POST.get("query", ""), mutable=True)
    kept["programme"] = str(programme.pk)
    return f"{reverse('plans:quality')}?{kept.urlencode()}"


@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: Request, pk: int) -> HttpResponse:
    undertaking = access.get_undertaking_to_fill(request.user, pk)
    checked = _checked(undertaking)
    data = request.POST if request.method == "POST" else None
    form = _fill_form(undertaking, checked, data)
    if form.is_valid():
        try:
            return _filled(request, undertaking, form)
        except supplements.Outdated:
            form.add_error(
                None, _("Ktoś zmienił te uzupełnienia w międzyczasie. Porównaj je ze swoimi i zapisz jeszcze raz.")
            )
            form.data = _with_stamp(form.data, supplements.stamp_of(undertaking))
    context = {"undertaking": undertaking, "checked": checked, "form": form}
    return render(request, "plans/fill.html", context, status=422 if form.errors else 200)


def _fill_form(undertaking: Undertaking, checked: Checked, data: Any) -> FillForm:
    has_lead = bool(checked.undertaking.leads)  # type: ignore[attr-defined]
    return FillForm(data, undertaking=undertaking, has_lead=has_lead, stamp=supplements.stamp_of(undertaking))


def _filled(request: Request, undertaking: Undertaking, form: FillForm) -> HttpResponse:
    supplements.supplement(undertaking, form.said(), by=request.user, stamp=form.cleaned_data["stamp"])
    if lead := form.cleaned_data.get("lead"):
        supplements.name_lead(undertaking, lead, by=request.user)
    messages.success(request, _("Zapisano uzupełnienia: %(code)s.") % {"code": undertaking.code})
    following = _following(undertaking) if "next" in request.POST else None
    if following:
        return redirect("plans:fill", following.pk)
    return redirect(f"{reverse('plans:quality')}?programme={undertaking.programme_id}")


def _following(undertaking: Undertaking) -> Undertaking | None:
    """The next one in the document's order that lacks something; from the beginning after the last."""
    every = quality_of(undertaking.programme).undertakings
    here = next((place for place, checked in enumerate(every) if checked.undertaking.pk == undertaking.pk), -1)
    turned = (*every[here + 1 :], *every[:here])
    return next((checked.undertaking for checked in turned if checked.missing), None)


def _checked(undertaking: Undertaking) -> Checked:
    found = with_leads(Undertaking.objects.filter(pk=undertaking.pk)).get()
    return check(found, has_goals=undertaking.programme.goals.exists())


def _with_stamp(data: Any, stamp: str) -> QueryDict:
    changed: QueryDict = data.copy()
    changed["stamp"] = stamp
    return changed


@require_http_methods(["GET", "HEAD", "POST"])
def fill_area(request: Request, pk: int) -> HttpResponse:
    area = access.get_area_to_fill(request.user, pk)
    stamp, known = supplements.stamp_of(area), area.supplements.first()
    initial = {"stamp": stamp, "text": known.text if known else ""}
    form = DiagnosisForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        said = {SupplementKind.DIAGNOSIS: form.cleaned_data["text"]}
        try:
            supplements.supplement(area, said, by=request.user, stamp=form.cleaned_data["stamp"])
        except supplements.Outdated:
            form.add_error(
                None, _("Ktoś zmienił tę diagnozę w międzyczasie. Porównaj ją ze swoją i zapisz jeszcze raz.")
            )
            form.data = _with_stamp(form.data, stamp)
        else:
            messages.success(request, _("Zapisano diagnozę obszaru %(no)s.") % {"no": area.no})
            return redirect(f"{reverse('plans:quality')}?programme={area.programme_id}")
    context = {"area": area, "form": form, "known": known}
    return render(request, "plans/fill_area.html", context, status=422 if form.errors else 200)
