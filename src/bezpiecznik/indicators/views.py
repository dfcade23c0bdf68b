"""Pages of indicators: the list, one with its series, figures of a period, and the half-yearly report."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import clock, fieldhistory
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.indicators import access, documents, exports, queries, services
from bezpiecznik.indicators.forms import (
    FACTS,
    BreakForm,
    ChangeIndicatorForm,
    CommentsForm,
    IndicatorFilter,
    IndicatorForm,
    TargetForm,
    ValuesForm,
)
from bezpiecznik.indicators.models import Indicator
from bezpiecznik.indicators.states import Half, ended_half, period_label
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.institutions.rights import Right

ORDERS = {"place": ("place", "pk"), "name": ("name",)}
READ_OR_ACT = ["GET", "HEAD", "POST"]
YEARS = range(1999, 2101)


@require_safe
def index(request: Request) -> HttpResponse:
    form = IndicatorFilter(request.GET)
    found = queries.listed(access.indicators_of(request.user), form.wanted())
    if file_format := asked_format(request):
        return export(exports.rows(found), exports.INDICATORS, name=_("wskaźniki"), file_format=file_format)
    ended = ended_half(clock.today())
    year, half = queries.latest_period() or ended
    shown = listing(request, found, orders=ORDERS, default="place")
    context = {
        "listing": shown,
        "lines": queries.lines(list(shown.page), year, half),
        "form": form,
        "wanted": form.wanted(),
        "may_manage": access.may_manage(request.user),
        "period": period_label(year, half),
        "report": reverse("indicators:report", args=(year, half)),
        "values": reverse("indicators:values", args=ended),
    }
    return answer(request, "indicators/list.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    indicator = access.get_indicator(request.user, pk)
    context = {
        "indicator": indicator,
        "rows": queries.series(indicator),
        "values": indicator.values.select_related("entered_by", "replaces").order_by("-entered_at", "-pk")[:50],
        "breaks": indicator.breaks.all(),
        "changes": fieldhistory.changes(indicator, *FACTS),
        "may_manage": access.may_manage(request.user),
    }
    return render(request, "indicators/detail.html", context)


@require_http_methods(READ_OR_ACT)
def add(request: Request) -> HttpResponse:
    access.require_managing(request.user)
    form = IndicatorForm(request.POST if request.method == "POST" else None)
    page = ActPage(title=_("Nowy wskaźnik"), act=_("Dodaj wskaźnik"), back=reverse("indicators:list"), crumbs=_crumbs())
    act = partial(services.add_indicator, by=request.user)
    return perform(request, form, page, act, done=_("Dodano wskaźnik."), to=_page_of)


@require_http_methods(READ_OR_ACT)
def change(request: Request, pk: int) -> HttpResponse:
    indicator = access.get_indicator_to_manage(request.user, pk)
    data = request.POST if request.method == "POST" else None
    # The form checks a copy: what stands is compared with what was said by the service.
    copied = Indicator.objects.get(pk=pk)
    form = ChangeIndicatorForm(data, instance=copied, initial={"version": indicator.version})
    page = ActPage(
        title=_("Zmiana wskaźnika"), act=_("Zapisz wskaźnik"), back=indicator.get_absolute_url(), lede=indicator.name,
        crumbs=_crumbs(),
    )  # fmt: skip
    act = partial(services.change_indicator, indicator, by=request.user)
    return perform(request, form, page, act, done=_("Zapisano wskaźnik."))


@require_http_methods(READ_OR_ACT)
def target(request: Request, pk: int) -> HttpResponse:
    indicator = access.get_indicator_to_manage(request.user, pk)
    form = TargetForm(request.POST if request.method == "POST" else None)
    page = ActPage(
        title=_("Cel wskaźnika"), act=_("Zapisz cel"), back=indicator.get_absolute_url(), lede=indicator.name,
        crumbs=_crumbs(),
    )  # fmt: skip
    act = partial(services.set_target, indicator, by=request.user)
    return perform(request, form, page, act, done=_("Zapisano cel."))


@require_http_methods(READ_OR_ACT)
def break_series(request: Request, pk: int) -> HttpResponse:
    indicator = access.get_indicator_to_manage(request.user, pk)
    form = BreakForm(request.POST if request.method == "POST" else None)
    notes = (_("Liczb sprzed tej zmiany i po niej nie będzie się porównywać. Tego zapisu nie można cofnąć."),)
    page = ActPage(
        title=_("Zmiana sposobu liczenia"), act=_("Zapisz zmianę sposobu liczenia"),
        back=indicator.get_absolute_url(), lede=indicator.name, crumbs=_crumbs(), notes=notes,
    )  # fmt: skip
    act = partial(services.break_series, indicator, by=request.user)
    return perform(request, form, page, act, done=_("Zapisano zmianę sposobu liczenia."))


@require_POST
def keep(request: Request, pk: int) -> HttpResponse:
    """Stop keeping the indicator, or go on with it."""
    indicator = access.get_indicator_to_manage(request.user, pk)
    act = partial(services.keep_indicator, indicator, active=not indicator.active, by=request.user)
    done = _("Wskaźnik nie jest już prowadzony.") if indicator.active else _("Wskaźnik jest znów prowadzony.")
    return press(request, act, done=done, to=indicator.get_absolute_url())


@require_http_methods(READ_OR_ACT)
def values(request: Request, year: int, half: int) -> HttpResponse:
    """All figures of one period on one page."""
    access.require_managing(request.user)
    part = _half(year, half)
    lines = queries.lines(list(Indicator.objects.active()), year, part)
    form = ValuesForm(request.POST if request.method == "POST" else None, lines=lines)
    if form.is_valid():
        try:
            entered = services.enter_values(year, part, form.said(), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Zapisano. Nowych lub poprawionych wartości: %(n)s.") % {"n": entered})
            return redirect("indicators:report", year, half) if part else redirect("indicators:list")
    context = {"form": form, **_of_period(year, part)}
    return render(request, "indicators/values.html", context, status=422 if form.errors else 200)


@require_http_methods(READ_OR_ACT)
def report(request: Request, year: int, half: int) -> HttpResponse:
    """What the half-yearly report will say; the office's words on each figure; the document itself."""
    indicators = access.indicators_of(request.user).half_yearly()
    part = _half(year, half, whole=False)
    lines = queries.lines(list(indicators), year, part)
    form = CommentsForm(request.POST if request.method == "POST" else None, lines=lines)
    if request.method == "POST":
        access.require_managing(request.user)
        if form.is_valid():
            for indicator, text in form.said():
                services.comment(indicator, year=year, half=part, text=text, by=request.user)
            messages.success(request, _("Zapisano komentarze."))
            return redirect(request.path)
    context = {
        "form": form,
        "lines": lines,
        "missing": [line for line in lines if line.now is None],
        "preliminary": [line for line in lines if line.now and not line.now.is_final],
        "documents": documents.reports_of(year, part),
        "may_manage": access.may_manage(request.user),
        "may_make": rights_of(request.user).has(Right.MAKE_DOCUMENTS) and access.may_manage(request.user),
        **_of_period(year, part),
    }
    return render(request, "indicators/report.html", context, status=422 if form.errors else 200)


@require_POST
def make_report(request: Request, year: int, half: int) -> HttpResponse:
    access.require_managing(request.user)
    part = _half(year, half, whole=False)
    back = reverse("indicators:report", args=(year, half))
    try:
        made = documents.request_half_year_report(year, part, issued_on=clock.today(), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
    return redirect(made.job or made)


def _half(year: int, half: int, *, whole: bool = True) -> Half:
    if year not in YEARS or half not in Half.values or (half == Half.YEAR and not whole):
        raise Http404
    return Half(half)


def _of_period(year: int, half: Half) -> dict[str, object]:
    """The period in words, and the way to the one before it and after it."""
    before, after = ((year - 1, half), (year + 1, half)) if half == Half.YEAR else _around(year, half)
    return {
        "year": year, "half": int(half), "period": period_label(year, half),
        "before": (*before, period_label(*before)), "after": (*after, period_label(*after)),
    }  # fmt: skip


def _around(year: int, half: Half) -> tuple[tuple[int, int], tuple[int, int]]:
    if half == Half.FIRST:
        return (year - 1, 2), (year, 2)
    return (year, 1), (year + 1, 1)


def _page_of(made: object) -> str:
    assert isinstance(made, Indicator)  # noqa: S101 (what the service gave)
    return made.get_absolute_url()


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Wskaźniki"), reverse("indicators:list"))]
