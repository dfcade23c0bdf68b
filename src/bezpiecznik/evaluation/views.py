"""The evaluation of a year: what it rests on, what the rule proposes, what was given."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import journal
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.documents.content import State
from bezpiecznik.evaluation import access, exports, options, queries, services
from bezpiecznik.evaluation.documents import CARDS, reports_of
from bezpiecznik.evaluation.forms import GradeFilter
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.evaluation.rule_words import how_we_grade
from bezpiecznik.evaluation.states import GradeValue
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import holds, scope_of
from bezpiecznik.reporting.refusals import Refused

DOCUMENT_ORDER = ("undertaking__area__no", "undertaking__no")
ORDERS = {
    "no": DOCUMENT_ORDER,
    "grade": (queries.ORDER_OF_MARKS, *DOCUMENT_ORDER),
}


@require_safe
def index(request: Request) -> HttpResponse:
    readable = access.readable(request.user)
    rows = queries.year_rows(readable, planned=scope_of(request.user, Right.GRADE))
    may_grade = rights_of(request.user).has(Right.GRADE)
    return render(request, "evaluation/list.html", {"rows": rows, "may_grade": may_grade})


@require_POST
def start(request: Request, programme: int, year: int) -> HttpResponse:
    chosen = access.get_programme_to_grade(request.user, programme)
    try:
        evaluation = services.start_evaluation(chosen, year=year, by=request.user)
    except Refused as refusal:
        return _refused(request, refusal, reverse("evaluation:list"))
    messages.success(request, _("Reguła zaproponowała oceny wszystkich działań. Teraz można je rozstrzygać."))
    return redirect(evaluation)


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    evaluation = access.get_evaluation(request.user, pk)
    form = GradeFilter(request.GET, evaluation=evaluation)
    found = queries.filtered(evaluation, form.wanted())
    if file_format := asked_format(request):
        name = _("ocena %(year)s") % {"year": evaluation.year}
        return export(found.in_document_order(), exports.GRADES, name=name, file_format=file_format)
    roll_ups = queries.roll_ups(evaluation)
    context = {
        "evaluation": evaluation,
        "listing": listing(request, found, orders=ORDERS, default="no"),
        "form": form,
        "waiting": found.undecided().count(),
        "confirm_url": _with_query(request, "evaluation:confirm", evaluation),
        "roll_ups": roll_ups,
        "total": queries.total(roll_ups),
        "marks": list(State),
        "how": how_we_grade(evaluation.rule),
        "reports": reports_of(evaluation),
        "cards": reports_of(evaluation, CARDS),
        "other_rule": evaluation.is_draft and options.in_force() != evaluation.rule,
        "history": journal.about(evaluation)[:20],
        **_may(request, evaluation),
    }
    return answer(request, "evaluation/detail.html", context, part="rows")


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: Request, pk: int) -> HttpResponse:
    """All undecided grades that fit the filter of the address, after a look at how many they are."""
    evaluation = access.get_evaluation_to_grade(request.user, pk)
    form = GradeFilter(request.GET, evaluation=evaluation)
    found = queries.filtered(evaluation, form.wanted()).undecided().in_document_order()
    waiting = found.defer("statements_json", "search_text", "undertaking__search_text")
    if request.method == "POST":
        return _confirmed(request, evaluation, waiting)
    marks = [(mark, sum(grade.proposed == mark for grade in waiting)) for mark in GradeValue]
    context = {"evaluation": evaluation, "waiting": waiting, "marks": marks, "form": form}
    return render(request, "evaluation/confirm.html", context)


def _confirmed(request: Request, evaluation: Evaluation, waiting: Any) -> HttpResponse:
    back = _with_query(request, "evaluation:detail", evaluation)
    try:
        number = services.confirm_grades(waiting, by=request.user)
    except Refused as refusal:
        return _refused(request, refusal, back)
    messages.success(request, _("Zatwierdzono propozycje: %(number)d.") % {"number": number})
    return redirect(back)


@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: Request, pk: int) -> HttpResponse:
    evaluation = access.get_evaluation_to_grade(request.user, pk)
    if request.method == "POST":
        try:
            services.finish_evaluation(evaluation, by=request.user)
        except Refused as refusal:
            return _refused(request, refusal, evaluation.get_absolute_url())
        messages.success(request, _("Ocena jest zakończona, a materiał dowodowy zamrożony."))
        return redirect(evaluation)
    context = {
        "evaluation": evaluation,
        "missing": queries.missing_to_finish(evaluation),
        "signals": queries.undecided_signals(evaluation),
    }
    return render(request, "evaluation/finish.html", context)


def _may(request: Request, evaluation: Evaluation) -> dict[str, bool]:
    asked = {"may_grade": Right.GRADE, "may_print": Right.MAKE_DOCUMENTS, "may_publish": Right.PUBLISH}
    return {name: holds(request.user, right, evaluation.programme_id) for name, right in asked.items()}


def _refused(request: Request, refusal: Refused, back: str) -> HttpResponse:
    for sentence in refusal.sentences:
        messages.error(request, sentence)
    return redirect(back)


def _with_query(request: Request, name: str, evaluation: Evaluation) -> str:
    """The address of another page with the filters of this one."""
    asked = request.GET.copy()
    asked.pop("page", None)
    url = reverse(name, args=(evaluation.pk,))
    return f"{url}?{asked.urlencode()}" if asked else url
