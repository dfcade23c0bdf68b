"""Pages that belong to no other room: the desk, the progress of a job, errors, the components gallery."""

import logging
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import clock, jobs
from bezpiecznik.core import desk as desk_of
from bezpiecznik.core.models import Job
from bezpiecznik.core.parts import answer, away

log = logging.getLogger(__name__)


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What needs this person today: the next thing, the rest in order, and beside them how things stand.

    Whose desk is a page of its own is led there, unless they ask for `?wszystko`.
    """
    if "wszystko" not in request.GET and (home := desk_of.home_of(request.user)):
        return redirect(home)
    todos = desk_of.todos(request.user)
    context = {
        "first": todos[0] if todos else None,
        "rest": todos[1:],
        "summaries": desk_of.summaries(request.user),
        "today": clock.today(),
    }
    return render(request, "core/desk.html", context)


@require_safe
def job(request: HttpRequest, pk: str) -> HttpResponse:
    """Progress of a job of one's own; when it is done, its result."""
    found = _own_job(request, pk)
    if found.is_over and found.result_url:
        return away(request, found.result_url)
    return answer(request, "core/job.html", {"job": found}, part="progress")


@require_POST
def retry_job(request: HttpRequest, pk: str) -> HttpResponse:
    found = _own_job(request, pk)
    jobs.retry(found)
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def cancel_job(request: HttpRequest, pk: str) -> HttpResponse:
    """Asks first: of what runs, the part that is done is lost. What only waits is cancelled from its own page."""
    found = _own_job(request, pk)
    if request.method != "POST" and not found.is_over:
        return render(request, "core/job_cancel.html", {"job": found})
    if request.method == "POST":
        jobs.cancel(found, by=request.user if request.user.is_authenticated else None)
    return redirect(found)


def _own_job(request: HttpRequest, pk: str) -> Job:
    return get_object_or_404(Job, pk=pk, owner_key=str(request.user.pk))


@require_safe
@login_not_required
def health(_request: HttpRequest) -> HttpResponse:
    """For the city's IT: answers when the process lives and the database can be read."""
    Job.objects.exists()
    return HttpResponse("OK", content_type="text/plain; charset=utf-8")


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "pages/csrf.html", {"reason": reason}, status=403)


@login_not_required
def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "pages/403.html", status=403)


@login_not_required
def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "pages/404.html", status=404)


@login_not_required
def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """A request that no page of ours makes: a foreign host name, a form that announces too many bytes."""
    return _even_without_database(request, "pages/400.html", status=400)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    return _even_without_database(request, "pages/500.html", status=500)


def _even_without_database(request: HttpRequest, template: str, *, status: int) -> HttpResponse:
    """The page; or its one sentence, when what has failed is needed for the page itself."""
    try:
        return render(request, template, status=status)
    except Exception:
        log.exception("The page of the error failed as well")
        sentence = _("Serwis jest chwilowo niedostępny. Spróbuj ponownie za kilka minut.")
        return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
