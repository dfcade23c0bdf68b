"""Tasks that meetings set: the list, and how they come and go."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.commission import access, meeting_exports
from bezpiecznik.commission.forms.outcomes import CloseTaskForm, TaskFilter, TaskForm
from bezpiecznik.commission.queries import meetings as queries
from bezpiecznik.commission.services import tasks as services
from bezpiecznik.commission.views.meeting_answers import READ_OR_ACT, accepted, form_page, saying
from bezpiecznik.commission.views.votes import place_of
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request

ORDERS = {"due": ("due_on",), "done": ("done_on", "due_on")}


@require_safe
def index(request: Request) -> HttpResponse:
    form = TaskFilter(request.GET)
    found = queries.listed_tasks(access.tasks_of(request.user), form.wanted())
    if file_format := asked_format(request):
        rows = found.order_by("due_on", "pk")
        return export(rows, meeting_exports.TASKS, name=_("zadania Komisji"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-due"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "may_manage": access.may_manage(request.user),
    }
    return answer(request, "commission/tasks.html", context, part="rows")


@require_http_methods(READ_OR_ACT)
def add(request: Request, pk: int) -> HttpResponse:
    item = access.get_item_to_manage(request.user, pk)
    form = TaskForm(request.POST or None, meeting=item.meeting)
    if accepted(form, lambda: services.set_task(item, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Dodano zadanie."))
        return redirect(place_of(item))
    return form_page(
        request, form, title=_("Dodaj zadanie"), act=_("Dodaj zadanie"), lede=str(item), back=place_of(item)
    )


@require_http_methods(READ_OR_ACT)
def close(request: Request, pk: int) -> HttpResponse:
    task = access.get_task_to_manage(request.user, pk)
    form = CloseTaskForm(request.POST or None)
    if accepted(form, lambda: services.close_task(task, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Zamknięto zadanie."))
        return redirect("commission:tasks")
    back = reverse("commission:tasks")
    return form_page(
        request, form, title=_("Zamknij zadanie"), act=_("Zamknij"), lede=task.text, here="tasks", back=back
    )


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    task = access.get_task_to_manage(request.user, pk)
    with saying(request, _("Zadanie jest znów otwarte.")):
        services.reopen_task(task, by=request.user)
    return redirect("commission:tasks")


@require_POST
def remove(request: Request, pk: int) -> HttpResponse:
    task = access.get_task_to_manage(request.user, pk)
    with saying(request, _("Usunięto zadanie.")):
        services.remove_task(task, by=request.user)
    return redirect(place_of(task.item))
