"""Pages of matters for the council: the list, one with its papers and its way, what changed since last year."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import clock, journal
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.council import access, comparing, exports, queries, services
from bezpiecznik.council.forms import (
    AnnounceForm,
    DecisionForm,
    JustificationForm,
    MatterFilter,
    OpenForm,
    ReasonForm,
    SubmitForm,
)
from bezpiecznik.council.models import Matter
from bezpiecznik.council.states import MatterKind
from bezpiecznik.documents.rendering import content_of
from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.http import Request

ORDERS = {"year": ("year", "pk"), "kind": ("kind", "year"), "decided": ("decided_on",), "due": ("submitted_on",)}
READ_OR_ACT = ["GET", "HEAD", "POST"]


@require_safe
def index(request: Request) -> HttpResponse:
    form = MatterFilter(request.GET)
    found = queries.listed(access.matters_of(request.user), form.wanted())
    if file_format := asked_format(request):
        return export(found.order_by("pk"), exports.MATTERS, name=_("sprawy dla rady"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-year"),
        "form": form,
        "wanted": form.wanted(),
        "may_manage": access.may_manage(request.user),
        "threats": _threats(request),
    }
    return answer(request, "council/list.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    matter = access.get_matter(request.user, pk)
    former = queries.former_of(access.matters_of(request.user), matter.kind, matter.year)
    report = matter.report or queries.report_for(matter)
    context = {
        "matter": matter,
        "report": report,
        "missing": "" if report else queries.what_is_missing(matter),
        "papers": [paper for paper in (matter.report, matter.draft, matter.letter) if paper],
        "due_on": queries.due_on(matter.kind, matter.year),
        "today": clock.today(),
        "former": former,
        "comparable": bool(former and former.report and report),
        "words_of_last_year": bool(former and former.justification and former.justification == matter.justification),
        "makes_information": matter.kind == MatterKind.STATE_REPORT,
        "may_manage": access.may_manage(request.user),
        "history": journal.about(matter)[:50],
    }
    return render(request, "council/matter.html", context)


@require_safe
def changes(request: Request, pk: int) -> HttpResponse:
    """What the document that goes to the council says otherwise than last year's."""
    matter = access.get_matter(request.user, pk)
    former = queries.former_of(access.matters_of(request.user), matter.kind, matter.year)
    report = matter.report or queries.report_for(matter)
    sections = []
    if former and former.report and report:
        sections = comparing.compare(content_of(former.report), content_of(report))
    context = {
        "matter": matter,
        "former": former,
        "report": report,
        "changed": [section for section in sections if section.is_changed],
        "same": [section for section in sections if not section.is_changed],
    }
    return render(request, "council/changes.html", context)


@require_http_methods(READ_OR_ACT)
def new(request: Request) -> HttpResponse:
    access.require_managing(request.user)
    form = OpenForm(request.POST if request.method == "POST" else None)
    page = ActPage(
        title=_("Nowa sprawa dla rady"), act=_("Załóż sprawę"), back=reverse("council:list"), crumbs=_crumbs()
    )

    def do(programme: Any, **said: Any) -> Matter:
        return services.open_matter(programme, by=request.user, **said)

    return perform(request, form, page, do, done=_("Założono sprawę."), to=_page_of)


@require_http_methods(READ_OR_ACT)
def justification(request: Request, pk: int) -> HttpResponse:
    def now(matter: Matter) -> dict[str, Any]:
        return {"text": matter.justification, "version": matter.version}

    return _act(
        request, pk, JustificationForm, services.write_justification, title=_("Uzasadnienie"),
        button=_("Zapisz uzasadnienie"), done=_("Zapisano uzasadnienie."), initial=now,
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def submit(request: Request, pk: int) -> HttpResponse:
    return _act(
        request, pk, SubmitForm, services.submit_matter, title=_("Przekazanie radzie"), button=_("Zapisz przekazanie"),
        done=_("Zapisano, że rada ma tę sprawę."), initial=lambda _matter: {"submitted_on": clock.today()},
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def decide(request: Request, pk: int) -> HttpResponse:
    return _act(
        request, pk, DecisionForm, services.record_decision, title=_("Rozstrzygnięcie rady"),
        button=_("Zapisz rozstrzygnięcie"), done=_("Zapisano rozstrzygnięcie rady."),
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def announce(request: Request, pk: int) -> HttpResponse:
    return _act(
        request, pk, AnnounceForm, services.announce_matter, title=_("Ogłoszenie w dzienniku"),
        button=_("Zapisz ogłoszenie"), done=_("Zapisano ogłoszenie."),
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def step_back(request: Request, pk: int) -> HttpResponse:
    return _act(
        request, pk, ReasonForm, services.step_back, title=_("Cofnięcie ostatniego zapisu"), button=_("Cofnij zapis"),
        done=_("Cofnięto zapis."),
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def withdraw(request: Request, pk: int) -> HttpResponse:
    return _act(
        request, pk, ReasonForm, services.withdraw_matter, title=_("Wycofanie sprawy"), button=_("Wycofaj sprawę"),
        done=_("Wycofano sprawę."), danger=True,
    )  # fmt: skip


@require_POST
def prepare(request: Request, pk: int) -> HttpResponse:
    """The draft resolution and the letter, in the background."""
    matter = access.get_matter_to_manage(request.user, pk)
    seen = request.POST.get("version", "")
    act = partial(services.prepare_papers, matter, version=int(seen) if seen.isdecimal() else 0, by=request.user)
    done = _("Projekt uchwały i pismo powstają w tle. Odśwież stronę za chwilę.")
    return press(request, act, done=done, to=matter.get_absolute_url())


@require_POST
def inform(request: Request, pk: int) -> HttpResponse:
    """The chapter of the report on the state, in the background."""
    matter = access.get_matter_to_manage(request.user, pk)
    act = partial(services.make_information, matter, by=request.user)
    return press(request, act, done=_("Informacja powstaje w tle."), to=matter.get_absolute_url())


def _act(
    request: Request,
    pk: int,
    form_of: type[Form],
    service: Callable[..., object],
    *,
    title: str,
    button: str,
    done: str,
    initial: Callable[[Matter], dict[str, Any]] = lambda _matter: {},
    danger: bool = False,
) -> HttpResponse:
    """The page of one act on a matter: its form, what it begins with, and the service that does it."""
    matter = access.get_matter_to_manage(request.user, pk)
    form = form_of(request.POST if request.method == "POST" else None, initial=initial(matter))
    page = ActPage(
        title=title, act=button, back=matter.get_absolute_url(), lede=str(matter), danger=danger,
        crumbs=[*_crumbs(), (str(matter), matter.get_absolute_url())],
    )  # fmt: skip
    return perform(request, form, page, partial(service, matter, by=request.user), done=done)


def _threats(request: Request) -> str:
    """Where the threat assessment of last year, or of the last year of the newest programme, stands."""
    programme = access.programmes_of(request.user).newest_first().first()
    if programme is None:
        return ""
    year = min(max(clock.today().year - 1, programme.year_from), programme.year_to)
    return reverse("council:threats", args=(programme.pk, year))


def _page_of(made: object) -> str:
    assert isinstance(made, Matter)  # noqa: S101 (what the service gave)
    return made.get_absolute_url()


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Rada"), reverse("council:list"))]
