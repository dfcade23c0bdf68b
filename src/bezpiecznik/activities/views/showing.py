"""Whether residents see an activity."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.activities import access, services
from bezpiecznik.activities.forms import ReasonForm
from bezpiecznik.activities.views.answers import saying
from bezpiecznik.institutions.http import Request


@require_POST
def show(request: Request, pk: int) -> HttpResponse:
    activity = access.get_activity_to_write(request.user, pk)
    with saying(request, _("Mieszkańcy widzą ten wpis w „Wydarzeniach”.")):
        services.show_activity(activity, by=request.user)
    return redirect(activity)


@require_POST
def hide(request: Request, pk: int) -> HttpResponse:
    activity = access.get_activity_to_write(request.user, pk)
    with saying(request, _("Mieszkańcy nie widzą już tego wpisu.")):
        services.hide_activity(activity, by=request.user)
    return redirect(activity)


@require_POST
def clear(request: Request, pk: int) -> HttpResponse:
    activity = access.get_activity_to_write(request.user, pk)
    with saying(request, _("Zapisano, że to nie są dane osoby. Możesz pokazać wpis mieszkańcom.")):
        services.clear_words(activity, by=request.user)
    return redirect(activity)


@require_http_methods(["GET", "HEAD", "POST"])
def withhold(request: Request, pk: int) -> HttpResponse:
    """The office takes it back from residents."""
    activity = access.get_activity_of_office(request.user, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with saying(request, _("Ukryto wpis przed mieszkańcami. Podmiot widzi powód na stronie wpisu.")):
            services.withhold(activity, by=request.user, **form.cleaned_data)
        return redirect(activity)
    return render(request, "activities/withhold.html", {"form": form, "activity": activity})


@require_POST
def release(request: Request, pk: int) -> HttpResponse:
    activity = access.get_activity_of_office(request.user, pk)
    with saying(request, _("Podmiot może znów pokazać ten wpis mieszkańcom.")):
        services.release_activity(activity, by=request.user)
    return redirect(activity)
