"""The yearly report of the Commission's work: years owed, one report, its words and its way to the council."""

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.commission import access, options
from bezpiecznik.commission.documents import title_of
from bezpiecznik.commission.forms.composition import BecauseForm
from bezpiecznik.commission.forms.reports import AnnounceForm, ApproveForm, SubmitForm, TextsForm
from bezpiecznik.commission.models import CommissionReport
from bezpiecznik.commission.queries import reports as queries
from bezpiecznik.commission.queries.yearly import year_of
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.report import commission_report
from bezpiecznik.commission.services import reports as services
from bezpiecznik.commission.views.answers import acted, done, form_page, posted
from bezpiecznik.core import clock, journal
from bezpiecznik.core.fieldhistory import changes
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.institutions.http import Request

READ_OR_ACT = ["GET", "HEAD", "POST"]


@require_safe
def index(request: Request) -> HttpResponse:
    commission = access.find_commission(request.user)
    rows = queries.year_rows(commission, clock.today()) if commission else []
    context = {"commission": commission, "rows": rows, "may_manage": access.may_manage(request.user)}
    return render(request, "commission/reports.html", context)


@require_POST
def start(request: Request, year: int) -> HttpResponse:
    commission = access.get_commission_to_manage(request.user)
    try:
        report = services.start_report(commission, year=year, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("commission:reports")
    return done(request, _("Rozpoczęto sprawozdanie. Wpisz ocenę ogólną."), report)


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    report = access.get_report(request.user, pk)
    year = _year(report)
    before = queries.year_before(report)
    context = {
        "report": report,
        "year": year,
        "due_on": queries.due_of(report.year),
        "is_late": not report.submitted_on and queries.due_of(report.year) < clock.today(),
        "comparison": queries.compare(before, year) if before else None,
        "written": _written(year),
        "files": report.document.files.select_related("file").order_by("-format") if report.document else (),
        "may_manage": access.may_manage(request.user),
        "history": journal.about(report)[:50],
        "changes": changes(report, "assessment", "cooperation", "plans"),
    }
    return render(request, "commission/report.html", context)


def _written(year: dict[str, Any]) -> list[tuple[str, str]]:
    """Texts of the office that are there, with their titles."""
    titles = {"assessment": _("Ocena ogólna"), "cooperation": _("Współdziałanie z innymi"), "plans": _("Zamierzenia")}
    return [(title, year["texts"][name]) for name, title in titles.items() if year["texts"].get(name)]


def _year(report: CommissionReport) -> dict[str, Any]:
    """As frozen, once approved; before that as it is known today."""
    if report.document and not report.is_draft:
        frozen: dict[str, Any] = json.loads(report.document.snapshot)
        return frozen
    return year_of(report.commission, report.year, report=report, chair_on=clock.today())


@require_http_methods(READ_OR_ACT)
def edit(request: Request, pk: int) -> HttpResponse:
    report = access.get_report_to_manage(request.user, pk)
    form = TextsForm(posted(request), initial=TextsForm.of(report))
    if acted(form, lambda: _changed(request, report, form)):
        return done(request, _("Zapisano teksty sprawozdania."), report)
    return _about(request, report, form, _("Teksty sprawozdania"), _("Zapisz"))


def _changed(request: Request, report: CommissionReport, form: TextsForm) -> CommissionReport:
    return services.change_texts(report, seen=form.cleaned_data["version"], by=request.user, **form.texts())


@require_safe
def preview(request: Request, pk: int) -> HttpResponse:
    """The report as it would look on paper today; nothing is kept."""
    report = access.get_report(request.user, pk)
    year = _year(report)
    meta = Meta(_("projekt"), title_of(report.year), clock.today(), digest(as_text(year)))
    response = HttpResponse(render_pdf(commission_report(year, meta)), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="sprawozdanie-komisji-{report.year}-projekt.pdf"'
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(READ_OR_ACT)
def approve(request: Request, pk: int) -> HttpResponse:
    report = access.get_report_to_manage(request.user, pk)
    form = ApproveForm(posted(request), initial={"approved_on": clock.today()})
    if acted(form, lambda: services.approve(report, by=request.user, **form.cleaned_data)):
        return done(request, _("Zatwierdzono. Pliki DOCX i PDF powstają w tle."), report)
    warning = _("Wpisz dzień, w którym %(head)s zatwierdził sprawozdanie. Dane roku zostaną zamrożone.")
    return _about(
        request, report, form, _("Zatwierdź sprawozdanie"), _("Zatwierdź i zamroź"),
        warning=warning % {"head": options.HEAD.value()},
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def reopen(request: Request, pk: int) -> HttpResponse:
    report = access.get_report_to_manage(request.user, pk)
    form = BecauseForm(posted(request))
    if acted(form, lambda: services.reopen(report, by=request.user, **form.cleaned_data)):
        return done(request, _("Cofnięto zatwierdzenie."), report)
    warning = _("Sporządzony dokument zostaje w rejestrze; po poprawkach powstanie następny, z nowym numerem.")
    return _about(request, report, form, _("Cofnij zatwierdzenie"), _("Cofnij zatwierdzenie"), warning=warning)


@require_http_methods(READ_OR_ACT)
def submit(request: Request, pk: int) -> HttpResponse:
    report = access.get_report_to_manage(request.user, pk)
    form = SubmitForm(posted(request), joint=report.commission.is_joint, initial={"submitted_on": clock.today()})
    if acted(form, lambda: services.submit(report, by=request.user, **form.cleaned_data)):
        return done(request, _("Odnotowano przekazanie radzie."), report)
    return _about(request, report, form, _("Odnotuj przekazanie radzie"), _("Zapisz"))


@require_http_methods(READ_OR_ACT)
def announce(request: Request, pk: int) -> HttpResponse:
    report = access.get_report_to_manage(request.user, pk)
    initial = {"announced_on": clock.today(), "journal_name": options.JOURNAL.value()}
    form = AnnounceForm(posted(request), initial=initial)
    if acted(form, lambda: services.announce(report, by=request.user, **form.cleaned_data)):
        return done(request, _("Odnotowano ogłoszenie w dzienniku urzędowym."), report)
    return _about(request, report, form, _("Odnotuj ogłoszenie"), _("Zapisz"))


def _about(
    request: Request, report: CommissionReport, form: forms.Form, title: str, act: str, *, warning: str = ""
) -> HttpResponse:
    return form_page(
        request, form, title=title, act=act, lede=str(report), warning=warning, here="reports",
        back=report.get_absolute_url(),
    )  # fmt: skip
