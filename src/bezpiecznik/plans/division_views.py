"""„Podział działań między stanowiska”: choose duties, choose the post, press once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bezpiecznik.core.polish import forms
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import access, division
from bezpiecznik.plans.forms import DivisionForm


@require_http_methods(["GET", "HEAD", "POST"])
def divide(request: Request, pk: int) -> HttpResponse:
    institution = access.get_institution_to_divide(request.user, pk)
    within = access.duties_to_divide(request.user, institution)
    form = DivisionForm(request.POST if request.method == "POST" else None, institution=institution, duties=within)
    if form.is_valid():
        return _divided(request, institution, form)
    chosen = set(request.POST.getlist("chosen"))
    duties = [(duty, str(duty.pk) in chosen) for duty in within]
    context = {"institution": institution, "form": form, "duties": duties}
    return render(request, "plans/divide.html", context)


def _divided(request: Request, institution: Institution, form: DivisionForm) -> HttpResponse:
    post = form.cleaned_data["post"]
    n = division.divide(institution, chosen=form.cleaned_data["chosen"], post=post, by=request.user)
    words = {"n": n, "words": forms(n, _("działanie,działania,działań")), "post": post or _("wszyscy w podmiocie")}
    messages.success(request, _("Zmieniono: %(n)s %(words)s. Prowadzi teraz: %(post)s.") % words)
    return redirect("plans:divide", institution.pk)
