"""The list of letters, a letter, and a draft on its way to its number."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core import journal
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.documents.prose import paragraphs
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import access, exports, queries, services
from bezpiecznik.letters.addressing import addressee_of, e_delivery_of
from bezpiecznik.letters.forms import (
    CancelForm,
    ChooseForm,
    DraftForm,
    LetterFilter,
    LetterForm,
    NumberForm,
    signed_by_default,
)
from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.preview import preview as paper
from bezpiecznik.letters.refusals import ChangedMeanwhile, Refused
from bezpiecznik.letters.templates import Template, find, wording_for
from bezpiecznik.letters.views.answers import pdf, saying

ORDERS = {
    "made": ("pk",),
    "number": ("document__year", "document_id"),
    "institution": (polish("institution__name"),),
    "dated": ("dated_on",),
    "sent": ("sent_on",),
}
READ_OR_ACT = ["GET", "HEAD", "POST"]


@require_safe
def index(request: Request) -> HttpResponse:
    letters = access.letters_of(request.user)
    form = LetterFilter(request.GET)
    found = queries.listed(letters, form.wanted())
    if file_format := asked_format(request):
        return export(found.order_by("pk"), exports.LETTERS, name=_("pisma"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-made"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
    }
    return answer(request, "letters/list.html", context, part="rows")


@require_http_methods(READ_OR_ACT)
def new(request: Request) -> HttpResponse:
    """First to whom and in what words (in the address), then the letter itself, ready to be changed."""
    access.letters_of(request.user)
    choose = ChooseForm(request.GET or None)
    if not choose.is_valid():
        return render(request, "letters/choose.html", {"form": choose})
    institution, template = choose.cleaned_data["institution"], find(choose.cleaned_data["template"])
    form = LetterForm(request.POST or None, initial=_beginning(institution, template))
    if form.is_valid():
        messages.success(request, _("Zapisano projekt pisma."))
        return redirect(services.draft_letter(institution, by=request.user, **form.words()))
    return render(request, "letters/edit.html", {"form": form, "institution": institution})


def _beginning(institution: Institution, template: Template | None) -> dict[str, str]:
    wording = wording_for(institution, template)
    return {
        "addressee": addressee_of(institution),
        "e_delivery": e_delivery_of(institution),
        "subject": wording.subject,
        "body": wording.body,
        "request": wording.request,
        "annexes": "\n".join(wording.annexes),
        **signed_by_default(),
    }


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    letter = access.get_letter(request.user, pk)
    context = {
        "letter": letter,
        "paragraphs": [*paragraphs(letter.body), *paragraphs(letter.request)],
        "files": letter.document.files.select_related("file").order_by("-format") if letter.document else (),
        "notes": queries.notes_of(letter),
        "note": queries.note_in_force(letter),
        "history": journal.about(letter)[:50],
    }
    return render(request, "letters/detail.html", context)


@require_http_methods(READ_OR_ACT)
def edit(request: Request, pk: int) -> HttpResponse:
    letter = access.get_draft(request.user, pk)
    form = DraftForm(request.POST or None, instance=letter, initial={"version": letter.version})
    if form.is_valid() and _saved(request, letter, form):
        messages.success(request, _("Zapisano projekt pisma."))
        return redirect(letter)
    return render(request, "letters/edit.html", {"form": form, "institution": letter.institution, "letter": letter})


def _saved(request: Request, letter: Letter, form: DraftForm) -> bool:
    try:
        services.change_draft(letter, seen=form.cleaned_data["version"], by=request.user, **form.words())
    except ChangedMeanwhile as changed:
        form.go_over(str(changed), version=changed.version)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return not form.errors


@require_safe
def preview(request: Request, pk: int) -> HttpResponse:
    """The draft as it would look on paper."""
    return pdf(paper(access.get_draft(request.user, pk)), f"projekt-{pk}.pdf")


@require_http_methods(READ_OR_ACT)
def delete(request: Request, pk: int) -> HttpResponse:
    letter = access.get_draft(request.user, pk)
    if request.method != "POST":
        return render(request, "letters/delete.html", {"letter": letter})
    with saying(request, _("Usunięto projekt pisma.")):
        services.delete_draft(letter, by=request.user)
    return redirect("letters:list")


@require_http_methods(READ_OR_ACT)
def number(request: Request, pk: int) -> HttpResponse:
    """The last look before the letter gets its number and can be changed no more."""
    letter = access.get_draft(request.user, pk)
    form = NumberForm(request.POST or None)
    if form.is_valid():
        try:
            return redirect(services.number_letters([letter], by=request.user, **form.cleaned_data))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "letters/number.html", {"form": form, "letter": letter})


@require_http_methods(READ_OR_ACT)
def cancel(request: Request, pk: int) -> HttpResponse:
    letter = access.get_numbered(request.user, pk)
    form = CancelForm(request.POST or None)
    if not form.is_valid():
        return render(request, "letters/cancel.html", {"form": form, "letter": letter})
    with saying(request, _("Anulowano pismo. Numer zostaje w rejestrze.")):
        services.cancel_letter(letter, by=request.user, **form.cleaned_data)
    return redirect(letter)
