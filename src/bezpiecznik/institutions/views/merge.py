"""Joining a duplicate to the row that stays: first the preview, then the act."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bezpiecznik.institutions import merging
from bezpiecznik.institutions.access import get_institution_to_edit
from bezpiecznik.institutions.act_forms import MergeForm
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.views.acts import CHANGING


@require_http_methods(CHANGING)
def merge(request: Request, pk: int) -> HttpResponse:
    """`?survivor=` shows what would move; the same form posted, with the fingerprint of what was shown, moves it."""
    duplicate = get_institution_to_edit(request.user, pk)
    asked = request.POST if request.method == "POST" else request.GET if "survivor" in request.GET else None
    form = MergeForm(asked, duplicate=duplicate)
    survivor = form.cleaned_data["survivor"] if form.is_valid() else None
    if survivor and request.method == "POST" and _merged(request, form, duplicate, survivor):
        messages.success(request, _("Połączono wpisy. Dawny adres prowadzi teraz tutaj."))
        return redirect(survivor)
    told = merging.preview(duplicate, survivor) if survivor else None
    context = {"institution": duplicate, "survivor": survivor, "told": told, "form": form}
    return render(request, "institutions/merge.html", context)


def _merged(request: Request, form: MergeForm, duplicate: Institution, survivor: Institution) -> bool:
    try:
        merging.merge(duplicate, survivor, seen=form.cleaned_data["seen"], by=request.user)
    except merging.PreviewChanged:
        form.add_error(
            None, _("Od chwili podglądu coś się zmieniło. Przejrzyj go jeszcze raz i dopiero wtedy połącz wpisy.")
        )
    except ValidationError:
        return False  # the preview says why
    return not form.errors
