"""The packet on its way from the institution: to the signature, back, and to the office."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bezpiecznik.core.forms import free_text
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access, services
from bezpiecznik.reporting.cards import Page, page_of
from bezpiecznik.reporting.forms import SubmitForm
from bezpiecznik.reporting.link_session import note_of_link
from bezpiecznik.reporting.services.receipts import Attempt, keys
from bezpiecznik.reporting.views.answers import saying
from bezpiecznik.reporting.views.fill_page import FILL, filling, posts_of


def attempt_of(request: Request) -> Attempt | None:
    """The key by which a form sent twice is known."""
    found = keys([request.POST.get("key", "")])
    return Attempt(found[0]) if found else None


@require_POST
def hand_over(request: Request, pk: int) -> HttpResponse:
    found = access.get_packet_to_write(request.user, pk)
    with saying(request, _("Przekazano sprawozdanie do podpisu kierownikowi.")):
        services.hand_over_for_signature(found, by=request.user, attempt=attempt_of(request))
    return redirect(found)


@require_POST
def take_back(request: Request, pk: int) -> HttpResponse:
    """The clerk takes it back, or the head sends it back with a note."""
    found = access.get_packet_of_own(request.user, pk)
    with saying(request, _("Sprawozdanie wróciło do wypełniania.")):
        services.take_back(found, by=request.user, note=free_text(request.POST, "note"))
    return redirect(found)


@require_POST
def submit(request: Request, pk: int) -> HttpResponse:
    """The clerk sends what the head signed on paper."""
    found = access.get_packet_to_write(request.user, pk)
    page = page_of(found, own_posts=posts_of(request))
    form = SubmitForm(request.POST, complete=not page.missing)
    if not form.is_valid():
        return render(request, FILL, filling(page, form))
    with saying(request, _sent_words(page)):
        services.submit_packet(
            found, by=request.user, note=note_of_link(request), attempt=attempt_of(request), **form.cleaned_data
        )
    return redirect(found)


def _sent_words(page: Page) -> str:
    """Questions left without an answer do not keep the report back, and are not hushed up."""
    sent = _("Złożono sprawozdanie. Biuro da znać, gdy je przyjmie albo zwróci.")
    if not page.questions:
        return sent
    left = _("Pytania bez odpowiedzi: %(n)s; biuro zobaczy je przy wpisach.") % {"n": len(page.questions)}
    return f"{sent} {left}"


@require_POST
def sign(request: Request, pk: int) -> HttpResponse:
    """The head signs in the system: name, function and day are theirs and today's."""
    found = access.get_packet_to_sign(request.user, pk)
    with saying(request, _("Podpisano i złożono sprawozdanie.")):
        services.sign_packet(found, by=request.user, attempt=attempt_of(request))
    return redirect(found)
