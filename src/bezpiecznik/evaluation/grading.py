"""Pages of one action's grade, and of the report made of a finished evaluation."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.documents.models import Document
from bezpiecznik.evaluation import access, queries, queries_of_year, services
from bezpiecznik.evaluation.documents import request_annual_report, request_cards
from bezpiecznik.evaluation.forms import GradeForm, ParagraphForm, ReportForm
from bezpiecznik.evaluation.models import Grade
from bezpiecznik.evaluation.rule_words import how_we_grade
from bezpiecznik.evaluation.states import GradeValue
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import holds
from bezpiecznik.reporting.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def grade(request: Request, pk: int) -> HttpResponse:
    deciding = request.method == "POST"
    found = (access.get_grade_to_decide if deciding else access.get_grade)(request.user, pk)
    form = GradeForm(request.POST if deciding else None, grade=found)
    if form.is_valid() and _decided(request, found, form):
        messages.success(request, _("Zapisano ocenę działania %(code)s.") % {"code": found.undertaking.code})
        return redirect(queries.next_undecided(found) or found.evaluation)
    return _page(request, found, form)


@require_POST
def paragraph(request: Request, pk: int) -> HttpResponse:
    """Keep what a person made of the draft paragraph; a blank field means the draft."""
    found = access.get_grade_to_decide(request.user, pk)
    form = ParagraphForm(request.POST, grade=found)
    try:
        if form.is_valid():
            said = form.cleaned_data
            services.save_paragraph(found, text=said["text"], seen=said["seen_text"], by=request.user)
            messages.success(request, _("Zapisano opis działania %(code)s.") % {"code": found.undertaking.code})
            return redirect(f"{found.get_absolute_url()}#opis")
    except Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error("text", sentence)
    return _page(request, found, GradeForm(grade=found), form)


def _decided(request: Request, found: Grade, form: GradeForm) -> bool:
    said = {**form.cleaned_data, "value": GradeValue(form.cleaned_data["value"])}
    try:
        services.override_grade(found, by=request.user, **said)
    except Refused as refusal:
        if isinstance(refusal, services.DecidedMeanwhile):
            form.see(refusal.grade)
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
    return not form.errors


def _page(request: Request, found: Grade, form: GradeForm, words: ParagraphForm | None = None) -> HttpResponse:
    may_grade = holds(request.user, Right.GRADE, found.evaluation.programme_id) and found.evaluation.is_draft
    context = {
        "grade": found,
        "evaluation": found.evaluation,
        "action": found.undertaking,
        "form": form if may_grade else None,
        "former": queries.former_grade(found),
        "following": queries.next_undecided(found) if may_grade else None,
        "progress": queries.progress(found.evaluation),
        "how": how_we_grade(found.evaluation.rule),
        "paragraph": words or (ParagraphForm(grade=found) if may_grade else None),
        "voices": queries_of_year.voices(found),
        "history": journal.about(found)[:20],
        "changes": fieldhistory.changes(found, "given", "reason", "paragraph"),
    }
    return render(request, "evaluation/grade.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: Request, pk: int) -> HttpResponse:
    """Have the yearly report to the council made; its progress is the page of the job."""
    return _document(request, pk, request_annual_report, "evaluation/report.html")


@require_http_methods(["GET", "HEAD", "POST"])
def cards(request: Request, pk: int) -> HttpResponse:
    """Have the cards of actions made, the annex to the report."""
    return _document(request, pk, request_cards, "evaluation/cards.html")


def _document(request: Request, pk: int, make: Callable[..., Document], template: str) -> HttpResponse:
    evaluation = access.get_evaluation_to_print(request.user, pk)
    form = ReportForm(
        request.POST if request.method == "POST" else None, initial={"issued_on": clock.today()}
    )  # fmt: skip
    if form.is_valid():
        try:
            document = make(evaluation, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            messages.error(request, " ".join(refusal.sentences))
            return redirect(evaluation)
        return redirect(document.job or document)
    return render(request, template, {"evaluation": evaluation, "form": form})
