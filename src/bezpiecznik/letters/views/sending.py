"""How a letter was sent: noted, corrected, taken back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.core import clock
from bezpiecznik.institutions.http import Request
from bezpiecznik.letters import access, queries, services
from bezpiecznik.letters.forms import SendingForm
from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.refusals import Refused
from bezpiecznik.letters.views.answers import saying


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: Request, pk: int) -> HttpResponse:
    """The form shows the note in force, if there is one: saving it changed corrects it."""
    letter = access.get_numbered(request.user, pk)
    before = queries.note_in_force(letter)
    form = SendingForm(request.POST or None, initial=_initial(letter))
    if form.is_valid():
        try:
            services.note_sending(letter, by=request.user, **form.cleaned_data)
            return redirect(letter)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "letters/sending.html", {"form": form, "letter": letter, "before": before})


def _initial(letter: Letter) -> dict[str, object]:
    before = queries.note_in_force(letter)
    if before is None:
        return {"channel": "e-delivery" if letter.e_delivery else "post", "sent_on": clock.today()}
    return {name: getattr(before, name) for name in SendingForm.Meta.fields}


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    letter = access.get_numbered(request.user, pk)
    with saying(request, _("Cofnięto adnotację o wysłaniu.")):
        services.undo_sending(letter, by=request.user)
    return redirect(letter)
