"""Publication of a year: first what looks like data of a person is decided about, text by text."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.evaluation import access, disclosure, services
from bezpiecznik.evaluation.forms import TextDecisionForm
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: Request, pk: int) -> HttpResponse:
    """`?dzialanie=1.2` shows also the texts of that action in which nothing was found."""
    evaluation = access.get_evaluation_to_publish(request.user, pk)
    if request.method == "POST":
        return _published(request, evaluation)
    code = request.GET.get("dzialanie", "").strip()[:20]
    suspects = disclosure.suspects(evaluation, code=code)
    context = {
        "evaluation": evaluation,
        "suspects": [(suspect, TextDecisionForm.of(suspect, number)) for number, suspect in enumerate(suspects)],
        "waiting": sum(suspect.waits for suspect in suspects),
        "code": code,
    }
    return render(request, "evaluation/publish.html", context)


def _published(request: Request, evaluation: Evaluation) -> HttpResponse:
    try:
        services.publish_evaluation(evaluation, by=request.user)
    except Refused as refusal:
        _tell(request, refusal)
        return redirect("evaluation:publish", evaluation.pk)
    messages.success(request, _("Ocena jest opublikowana. Mieszkańcy widzą ją na stronie programu."))
    return redirect(evaluation)


@require_POST
def decide(request: Request, pk: int) -> HttpResponse:
    """Decide about one text; back to the list, where the next one waits."""
    evaluation = access.get_evaluation_to_publish(request.user, pk)
    form = TextDecisionForm(request.POST)
    try:
        if form.is_valid():
            services.decide_text(evaluation, by=request.user, **form.cleaned_data)
            messages.success(request, _("Zapisano rozstrzygnięcie."))
        else:
            raise Refused(*(str(error) for errors in form.errors.values() for error in errors))
    except Refused as refusal:
        _tell(request, refusal)
    return redirect(f"{reverse('evaluation:publish', args=(evaluation.pk,))}#tresci")


def _tell(request: Request, refusal: Refused) -> None:
    for sentence in refusal.sentences:
        messages.error(request, sentence)
