"""What a granted motion leads to: the task, the change of the programme, later looks at its effect."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from bezpiecznik.core import clock
from bezpiecznik.institutions.http import Request
from bezpiecznik.motions import access, services
from bezpiecznik.motions.forms import AmendmentForm, EffectForm, TaskForm
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.states import EffectOutcome
from bezpiecznik.motions.views.answers import READ_OR_ACT, Page, acting, done_by, seen
from bezpiecznik.plans import access as plans

TASK = Page(
    gettext_lazy("Zadanie w programie"),
    gettext_lazy("Zapisz zadanie"),
    gettext_lazy("Zapisano zadanie."),
    gettext_lazy("Wskaż działanie, które wykona wniosek, albo przygotuj nowe. Odpowiedź dla podmiotu wymieni je."),
)
EFFECT = Page(
    gettext_lazy("Co wynikło z wniosku"),
    gettext_lazy("Zapisz"),
    gettext_lazy("Zapisano, co wynikło z wniosku."),
)


@require_http_methods(READ_OR_ACT)
def task(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion_of_office(request.user, pk)
    kept = {"undertaking": motion.task, "area": motion.task_area, "wording": motion.task_wording, **seen(motion)}
    form = TaskForm(request.POST if request.method == "POST" else None, motion=motion, initial=kept)
    return acting(request, motion, form, lambda: _set(request, motion, form), TASK)


def _set(request: Request, motion: Motion, form: TaskForm) -> Motion:
    said = form.said()
    if said["undertaking"]:
        return services.set_task(motion, said["undertaking"], seen=form.seen, by=request.user)
    return services.propose_action(motion, said["area"], wording=said["wording"], seen=form.seen, by=request.user)


@require_http_methods(READ_OR_ACT)
def amend(request: Request, pk: int) -> HttpResponse:
    """The proposed action written in the programme: what would change first, then, confirmed, the change."""
    motion = access.get_motion_of_office(request.user, pk)
    if motion.task_area is None:
        messages.error(request, _("Nie przygotowano nowego działania."))
        return redirect(motion)
    plans.get_programme_to_fill(request.user, motion.task_area.programme_id)
    kept = {"effective_on": clock.today(), "leads": [motion.institution_id], **seen(motion)}
    form = AmendmentForm(request.POST if request.method == "POST" else None, initial=kept)
    preview = None
    if form.is_valid():
        if "confirmed" in request.POST and done_by(form, lambda: _added(request, motion, form)):
            messages.success(request, _("Wpisano działanie do programu. Otwarte okresy już mu odpowiadają."))
            return redirect(motion)
        if "edit" not in request.POST and not form.errors:
            preview = done_by(form, lambda: services.preview_amendment(motion, by=request.user, **form.said()))
    context = {"motion": motion, "form": form, "preview": preview}
    return render(request, "motions/amend.html", context, status=422 if form.errors else 200)


def _added(request: Request, motion: Motion, form: AmendmentForm) -> Motion:
    return services.add_to_programme(motion, seen=form.seen, by=request.user, **form.said())


@require_http_methods(READ_OR_ACT)
def effect(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion_of_office(request.user, pk)
    form = EffectForm(request.POST if request.method == "POST" else None, initial=seen(motion))
    return acting(request, motion, form, lambda: _looked(request, motion, form), EFFECT)


def _looked(request: Request, motion: Motion, form: EffectForm) -> object:
    said = form.said()
    outcome = EffectOutcome(said.pop("outcome"))
    return services.look_at_effect(motion, outcome=outcome, seen=form.seen, by=request.user, **said)
