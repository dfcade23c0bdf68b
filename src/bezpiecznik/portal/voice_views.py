"""Residents' voices: the form, the number of the case, and the answer under it. Nobody is asked who they are."""

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.accounts.address import client_address
from bezpiecznik.accounts.limits import Limit
from bezpiecznik.core.limits import Limit as PaceLimit
from bezpiecznik.observations import queries, services
from bezpiecznik.portal import access
from bezpiecznik.portal.voice_forms import CaseForm, VoiceForm

FROM_ONE = Limit("voices-from-address", most=5, minutes=60)
FROM_ALL = Limit("voices-from-all", most=300, minutes=60)
"""A flood from many addresses does not bury the office; a real wave of voices of one city stays below."""
LOOKED_UP = PaceLimit("case-lookups", 30, 600)
SALT = "portal.voice"
TOO_MANY = 429


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """The form. `?obszar=` is the number of the area to choose at once."""
    programme = access.get_programme()
    form = VoiceForm(
        request.POST if request.method == "POST" else None,
        programme=programme,
        initial={"area": request.GET.get("obszar", "")[:10]},
    )
    status = 200
    if form.is_bound and form.trapped:
        return _thank(services.new_case_number())  # a machine learns nothing of being found out
    if form.is_valid():
        if _too_many(request):
            status = TOO_MANY
            form.add_error(None, _("Wysłano stąd już kilka uwag. Prosimy spróbować za godzinę; treść zostaje w polu."))
        else:
            data = form.cleaned_data
            return _thank(services.receive_voice(programme, area=data["area"], text=data["text"]).case_number)
    return render(request, "portal/voice.html", {"programme": programme, "form": form}, status=status)


def _too_many(request: HttpRequest) -> bool:
    """Counts this one unless it is over the limit already."""
    who = client_address(request)
    if FROM_ONE.reached(who) or FROM_ALL.reached():
        return True
    FROM_ONE.add(who)
    FROM_ALL.add()
    return False


def _thank(number: str) -> HttpResponse:
    return redirect(f"{reverse('portal:voice-sent')}?sprawa={signing.dumps(number, salt=SALT)}")


@login_not_required
@never_cache
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Thanks, and the number by which the answer is found. The address is sealed, so nobody makes up numbers."""
    try:
        number = signing.loads(request.GET.get("sprawa", ""), salt=SALT, max_age=24 * 3600)
    except signing.BadSignature as problem:
        raise Http404 from problem
    return render(request, "portal/voice_sent.html", {"programme": access.get_programme(), "number": number})


@login_not_required
@never_cache
@require_safe
def case(request: HttpRequest) -> HttpResponse:
    """What became of a voice, by its number: how far it is, and the answer once the office has published it."""
    form, found, asked = CaseForm(request.GET if "numer" in request.GET else None), None, False
    if form.is_valid():
        LOOKED_UP.count(str(client_address(request)))
        asked, found = True, queries.by_case_number(form.cleaned_data["numer"])
    context = {"programme": access.shown_programme(), "form": form, "asked": asked, "case": found}
    return render(request, "portal/case.html", context, status=404 if asked and not found else 200)
