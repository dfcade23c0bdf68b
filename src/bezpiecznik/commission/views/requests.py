"""Requests for information: the register, one request, and its way from a draft to an answer."""

from datetime import date
from functools import partial

from django import forms
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.commission import access, exports, options
from bezpiecznik.commission.forms.composition import BecauseForm
from bezpiecznik.commission.forms.requests import (
    AnswerForm,
    AskForm,
    FileForm,
    RefusalForm,
    ReopenForm,
    RequestFilter,
    RequestForm,
    SentForm,
)
from bezpiecznik.commission.models import InformationRequest
from bezpiecznik.commission.queries import requests as queries
from bezpiecznik.commission.request_letter import frozen, request_letter
from bezpiecznik.commission.services import requests as services
from bezpiecznik.commission.views.answers import acted, done, form_page, posted, refused_or
from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.files.http import download
from bezpiecznik.institutions.http import Request

READ_OR_ACT = ["GET", "HEAD", "POST"]
ORDERS = {"made": ("pk",), "number": ("document_id",), "asked": ("asked_on",), "due": ("due_on",)}


@require_safe
def index(request: Request) -> HttpResponse:
    form = RequestFilter(request.GET)
    found = queries.listed(access.requests_of(request.user), form.wanted())
    if file_format := asked_format(request):
        return export(found.order_by("pk"), exports.REQUESTS, name=_("żądania informacji"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-made"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "may_manage": access.may_manage(request.user),
        "has_commission": access.find_commission(request.user) is not None,
    }
    return answer(request, "commission/requests.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    found = access.get_request(request.user, pk)
    context = {
        "asked": found,
        "letter_files": found.document.files.select_related("file").order_by("-format") if found.document else (),
        "files": found.files.select_related("file"),
        "exclusions": options.EXCLUSIONS.value(),
        "warning": options.UPLOAD_WARNING.value(),
        "file_form": FileForm(),
        "may_manage": access.may_manage(request.user),
        "history": journal.about(found)[:50],
    }
    return render(request, "commission/request.html", context)


@require_http_methods(READ_OR_ACT)
def new(request: Request) -> HttpResponse:
    commission = access.get_commission_to_manage(request.user)
    form = RequestForm(posted(request))
    if drafted := acted(form, lambda: services.draft_request(commission, by=request.user, **form.words())):
        return done(request, _("Zapisano projekt żądania."), drafted)
    return _draft_page(request, form, _("Nowe żądanie informacji"))


@require_http_methods(READ_OR_ACT)
def edit(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_to_manage(request.user, pk)
    form = RequestForm(posted(request), initial=RequestForm.of(found))
    if acted(form, lambda: _changed(request, found, form)):
        return done(request, _("Zapisano projekt żądania."), found)
    return _draft_page(request, form, _("Projekt żądania informacji"), found)


def _changed(request: Request, found: InformationRequest, form: RequestForm) -> InformationRequest:
    return services.change_draft(found, seen=form.cleaned_data["version"] or 0, by=request.user, **form.words())


def _draft_page(
    request: Request, form: RequestForm, title: str, found: InformationRequest | None = None
) -> HttpResponse:
    excluded = " ".join(options.EXCLUSIONS.value())
    return form_page(
        request, form, title=title, act=_("Zapisz projekt"), here="requests",
        warning=_("Nie można żądać: %(what)s") % {"what": excluded},
        back=found.get_absolute_url() if found else "",
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def delete(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_to_manage(request.user, pk)
    if request.method == "POST":
        act = partial(services.delete_draft, found, by=request.user)
        return refused_or(request, act, _("Usunięto projekt."), "commission:requests")
    return render(request, "commission/delete_request.html", {"asked": found})


@require_safe
def preview(request: Request, pk: int) -> HttpResponse:
    """The draft as it would look on paper today."""
    found = access.get_request_to_manage(request.user, pk)
    today = clock.today()
    data = frozen(found, asked_on=today, due_on=_due(today), case_sign="")
    meta = Meta(_("projekt"), _title(found), today, digest(as_text(data)))
    response = HttpResponse(render_pdf(request_letter(data, meta)), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="projekt-zadania-{pk}.pdf"'
    response["Cache-Control"] = "no-store"
    return response


def _title(found: InformationRequest) -> str:
    return f"Żądanie informacji – {found.subject}"


def _due(day: date) -> date:
    return add_working_days(day, options.REQUEST_DAYS.value())


@require_http_methods(READ_OR_ACT)
def ask(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_to_manage(request.user, pk)
    today = clock.today()
    form = AskForm(posted(request), initial={"asked_on": today, "due_on": _due(today)})
    if acted(form, lambda: services.ask(found, by=request.user, **form.cleaned_data)):
        return done(request, _("Nadano numer. Pliki pisma powstają w tle."), found)
    return form_page(
        request, form, title=_("Nadaj numer"), lede=found.subject, act=_("Nadaj numer i utwórz pliki"),
        warning=_("Od tej chwili treści nie da się zmienić; żądanie można tylko wycofać."), here="requests",
        back=found.get_absolute_url(),
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def sent(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_to_manage(request.user, pk)
    form = SentForm(posted(request), initial={"sent_on": found.sent_on or clock.today(), "sent_by": found.sent_by})
    if acted(form, lambda: services.note_sent(found, by=request.user, **form.cleaned_data)):
        return done(request, _("Odnotowano wysłanie."), found)
    return _about(request, found, form, _("Odnotuj wysłanie"), _("Zapisz"))


@require_http_methods(READ_OR_ACT)
def answered(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_to_manage(request.user, pk)
    form = AnswerForm(posted(request), initial={"answered_on": clock.today()})
    if acted(form, lambda: services.note_answer(found, by=request.user, **form.cleaned_data)):
        return done(request, _("Odnotowano odpowiedź. Możesz dołączyć jej pliki."), found)
    return _about(
        request, found, form, _("Odnotuj odpowiedź"), _("Zapisz odpowiedź"), warning=options.UPLOAD_WARNING.value()
    )


@require_http_methods(READ_OR_ACT)
def turned_down(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_to_manage(request.user, pk)
    form = RefusalForm(posted(request), initial={"answered_on": clock.today()})
    if acted(form, lambda: services.note_refusal(found, by=request.user, **form.cleaned_data)):
        return done(request, _("Odnotowano odmowę."), found)
    return _about(request, found, form, _("Odnotuj odmowę"), _("Zapisz odmowę"))


@require_http_methods(READ_OR_ACT)
def withdraw(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_to_manage(request.user, pk)
    form = BecauseForm(posted(request))
    if acted(form, lambda: services.withdraw(found, by=request.user, **form.cleaned_data)):
        return done(request, _("Wycofano żądanie. Numer zostaje w rejestrze."), found)
    return _about(request, found, form, _("Wycofaj żądanie"), _("Wycofaj"), danger=True)


@require_http_methods(READ_OR_ACT)
def reopen(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_to_manage(request.user, pk)
    form = ReopenForm(posted(request), initial={"due_on": _due(clock.today())})
    if acted(form, lambda: services.reopen(found, by=request.user, **form.cleaned_data)):
        return done(request, _("Żądanie znów czeka na odpowiedź."), found)
    return _about(request, found, form, _("Czekaj dalej na odpowiedź"), _("Czekaj dalej"))


def _about(
    request: Request, found: InformationRequest, form: forms.Form, title: str, act: str, *, warning: str = "",
    danger: bool = False,
) -> HttpResponse:  # fmt: skip
    return form_page(
        request, form, title=title, act=act, lede=str(found), warning=warning, danger=danger, here="requests",
        back=found.get_absolute_url(),
    )  # fmt: skip


@require_POST
def add_file(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_to_manage(request.user, pk)
    form = FileForm(request.POST, request.FILES)
    if acted(form, lambda: _added(request, found, form)):
        return done(request, _("Dołączono plik."), found)
    return _about(
        request, found, form, _("Dołącz plik odpowiedzi"), _("Dołącz plik"), warning=options.UPLOAD_WARNING.value()
    )


def _added(request: Request, found: InformationRequest, form: FileForm) -> object:
    file = form.cleaned_data["attached"]
    data = file.read(services.MOST_BYTES + 1)
    return services.add_file(found, data=data, name=file.name or "plik", by=request.user)


@require_safe
def file(request: Request, pk: int) -> HttpResponseBase:
    found = access.get_request_file(request.user, pk)
    return download(found.file, name=found.name)


@require_http_methods(READ_OR_ACT)
def remove_file(request: Request, pk: int) -> HttpResponse:
    found = access.get_request_file_to_manage(request.user, pk)
    if request.method == "POST":
        act = partial(services.remove_file, found, by=request.user)
        return refused_or(request, act, _("Usunięto plik."), found.request)
    return render(request, "commission/remove_file.html", {"file": found})
