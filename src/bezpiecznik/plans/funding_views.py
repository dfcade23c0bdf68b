"""The page on which the office says for how many people and for what money an initiative is meant."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans import access, funding
from bezpiecznik.plans.funding_forms import FundingForm


@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: Request, pk: int) -> HttpResponse:
    undertaking = access.get_undertaking_to_fill(request.user, pk)
    if undertaking.is_action:
        raise Http404
    form = FundingForm(request.POST if request.method == "POST" else None, undertaking=undertaking)
    if form.is_valid():
        try:
            funding.promise(undertaking, by=request.user, **form.said())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Zapisano odbiorców i pieniądze: %(code)s.") % {"code": undertaking.code})
            return redirect(undertaking)
    context = {"undertaking": undertaking, "form": form}
    return render(request, "plans/funding.html", context, status=422 if form.errors else 200)
