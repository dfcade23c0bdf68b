"""How the office's documents look, who signs them, and what the earlier versions were."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.documents import access, kinds, office, services
from bezpiecznik.documents.forms.templates import LookForm, SignatoriesForm
from bezpiecznik.documents.models import DocumentKind, OfficeLook
from bezpiecznik.documents.sample import sample_pdf
from bezpiecznik.files.http import shown
from bezpiecznik.institutions.http import Request

FIELDS = ("logo_alt", "header", "footer", "unit")
ALL_OTHERS = "pozostale"


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: Request) -> HttpResponse:
    access.require_templates(request.user)
    known = office.in_force()
    initial = {**({name: getattr(known, name) for name in FIELDS} if known else {}), "seen": known.pk if known else 0}
    posted = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = LookForm(*posted, known=known, initial=initial)
    if form.is_valid() and _look_saved(request, form):
        messages.success(request, _("Zapisano wygląd. Obowiązuje w dokumentach sporządzanych od teraz."))
        return redirect("documents:look")
    context = {
        "form": form,
        "known": known,
        "words": office.words(),
        "signing": _signing(known),
        "versions": OfficeLook.objects.select_related("made_by", "logo")[:20],
    }
    return render(request, "documents/look.html", context)


def _look_saved(request: Request, form: LookForm) -> bool:
    try:
        services.change_look(by=request.user, **form.cleaned_data)
    except services.ChangedMeanwhile:
        form.note_changes_of_others(_version())
    return not form.errors


def _version() -> int:
    known = office.in_force()
    return known.pk if known else 0


def _signing(known: OfficeLook | None) -> list[tuple[str, str, list[dict[str, str]]]]:
    """Each kind with who signs it: address, label, people; first those who sign all others."""
    given = known.signatories if known else {}
    rows = [(ALL_OTHERS, _("wszystkie pozostałe dokumenty"), given.get(office.ALL_OTHERS, []))]
    return rows + [
        (kind.value, str(kind.label), given.get(kind.value, [])) for kind in DocumentKind if _is_signed(kind)
    ]


def _is_signed(kind: DocumentKind) -> bool:
    """Kinds whose signatories the office names here: letters and packets name their own."""
    known = kinds.KINDS.get(kind)
    return known is not None and kind is not DocumentKind.LETTER and known.paper is None


@require_http_methods(["GET", "HEAD", "POST"])
def signatories(request: Request, kind: str) -> HttpResponse:
    access.require_templates(request.user)
    row = next((row for row in _signing(office.in_force()) if row[0] == kind), None)
    if row is None:
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = SignatoriesForm(posted, people=row[2], initial={"seen": _version()})
    if form.is_valid() and _signatories_saved(request, kind, form):
        messages.success(request, _("Zapisano, kto podpisuje."))
        return redirect("documents:look")
    return render(request, "documents/signatories.html", {"form": form, "label": row[1], "kind": kind})


def _signatories_saved(request: Request, kind: str, form: SignatoriesForm) -> bool:
    chosen = None if kind == ALL_OTHERS else DocumentKind(kind)
    try:
        services.change_signatories(chosen, form.people, seen=form.cleaned_data["seen"], by=request.user)
    except services.ChangedMeanwhile:
        form.note_changes_of_others(_version())
    return not form.errors


@require_safe
def logo(request: Request, pk: int) -> HttpResponseBase:
    access.require_templates(request.user)
    row = get_object_or_404(OfficeLook.objects.select_related("logo"), pk=pk)
    if row.logo is None:
        raise Http404
    return shown(row.logo, name="logo.png")


@require_safe
def sample(request: Request) -> HttpResponse:
    """A page of made-up text as it would be printed today."""
    access.require_templates(request.user)
    drawn = sample_pdf(office.look_of(office.in_force()))
    return HttpResponse(
        drawn, content_type="application/pdf", headers={"Content-Disposition": 'inline; filename="wzor.pdf"'}
    )
