"""Pages on a whole year: roll-ups with the former year beside, and the sources that its sentences stand in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core.lists import asked_format, export
from bezpiecznik.documents.content import State
from bezpiecznik.evaluation import access, exports, options, queries_of_year, rollup, services
from bezpiecznik.evaluation.rule_words import how_we_grade
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting.refusals import Refused


@require_safe
def rollups(request: Request, pk: int) -> HttpResponse:
    """By area, goal and institution; `?tabela=zmienione&export=xlsx` gives the changed grades as a file."""
    evaluation = access.get_evaluation(request.user, pk)
    rows = queries_of_year.rows(evaluation)
    if file_format := asked_format(request):
        if request.GET.get("tabela") == "zmienione":
            name = _("oceny inne niż rok wcześniej %(year)s") % {"year": evaluation.year}
            return export(rollup.changed(rows), exports.CHANGED, name=name, file_format=file_format)
        name = _("zestawienia ocen %(year)s") % {"year": evaluation.year}
        return export(exports.lines_of(rows), exports.ROLL_UPS, name=name, file_format=file_format)
    former = queries_of_year.former_evaluation(evaluation)
    context = {
        "evaluation": evaluation,
        "former": former,
        "same_rule": former is not None and former.rule == evaluation.rule,
        "tables": exports.tables_of(rows),
        "changed": rollup.changed(rows),
        "marks": list(State),
    }
    return render(request, "evaluation/rollups.html", context)


@require_safe
def sources(request: Request, pk: int) -> HttpResponse:
    """Every report that the year rests on, under its number, with the way to its words; `?q=` a number or a name."""
    evaluation = access.get_evaluation(request.user, pk)
    asked = request.GET.get("q", "").strip()
    found = queries_of_year.sources(evaluation, asked)
    if file_format := asked_format(request):
        name = _("źródła oceny %(year)s") % {"year": evaluation.year}
        return export(found, exports.SOURCES, name=name, file_format=file_format)
    context = {"evaluation": evaluation, "sources": found, "asked": asked}
    return render(request, "evaluation/sources.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def propose_again(request: Request, pk: int) -> HttpResponse:
    """Put the rule as it is set now to what nobody has decided, after a look at how it reads."""
    evaluation = access.get_evaluation_to_grade(request.user, pk)
    config = options.in_force()
    if request.method == "POST":
        try:
            number = services.propose_again(evaluation, by=request.user)
        except Refused as refusal:
            for sentence in refusal.sentences:
                messages.error(request, sentence)
        else:
            messages.success(request, _("Przeliczono propozycje. Zmienionych: %(number)d.") % {"number": number})
        return redirect(evaluation)
    context = {
        "evaluation": evaluation,
        "how": how_we_grade(config),
        "before": how_we_grade(evaluation.rule),
        "same": config == evaluation.rule,
        "waiting": evaluation.grades.undecided().count(),
    }
    return render(request, "evaluation/propose_again.html", context)
