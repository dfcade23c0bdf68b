"""Pages of the intake: documents, one under review, the bodies behind its names, its acceptance."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request
from bezpiecznik.intake import exports, queries, services
from bezpiecznik.intake.access import get_intake, get_intakes, require_intake
from bezpiecznik.intake.answers import get_part, number, only_in_review, show_part
from bezpiecznik.intake.counts import counts
from bezpiecznik.intake.forms import IntakeFilter, UploadForm
from bezpiecznik.intake.handing_on import to_hand_on
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.people import named_people
from bezpiecznik.intake.refusals import AlreadyUploaded, NotInReview, NotReady, Outdated, PutAside
from bezpiecznik.intake.review_page import review_of
from bezpiecznik.intake.uploads import is_too_big, may_recognise, read_away
from bezpiecznik.resolution import UnreadableDocument

ORDERS = {"name": ("file_name",), "state": ("state",), "uploaded": ("uploaded_at",)}


@require_safe
def index(request: Request) -> HttpResponse:
    found = queries.found(get_intakes(request.user), IntakeFilter(request.GET).wanted())
    if file_format := asked_format(request):
        return export(found, exports.COLUMNS, name=_("wczytane dokumenty"), file_format=file_format)
    return _list(request, UploadForm())


def _list(request: Request, upload_form: UploadForm, status: int = 200) -> HttpResponse:
    form = IntakeFilter(request.GET)
    wanted = form.wanted()
    found = queries.found(get_intakes(request.user), wanted)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-uploaded"),
        "form": form,
        "wanted": wanted,
        "upload_form": upload_form,
    }
    response = answer(request, "intake/list.html", context, part="rows")
    response.status_code = status
    return response


@csrf_exempt  # only until the size is known: looking for the token would take the whole body in
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: Request) -> HttpResponse:
    require_intake(request.user)
    if request.method != "POST":  # a reload or a link of the page that showed an error
        return redirect("intake:list")
    if is_too_big(request):
        read_away(request)
        form = UploadForm({}, MultiValueDict())
        form.refuse(_("Plik jest za duży (najwyżej 20 MB): wczytaj sam tekst uchwały."))
        return _list(request, form, status=413)
    return _checked_upload(request)


@csrf_protect
def _checked_upload(request: Request) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    try:
        if form.is_valid():
            name, data = form.cleaned_data["file"]
            ocr = form.cleaned_data.get("ocr", False)
            intake = services.upload(data, name=name, by=request.user, ocr=ocr)
            return redirect(intake.job or intake)
    except UnreadableDocument as reason:
        form.refuse(str(reason))
    except AlreadyUploaded as known:
        messages.info(request, _("Ten sam plik jest już wczytany: oto on."))
        return redirect(known.intake)
    except PutAside as known:
        messages.info(request, _("Ten sam plik wczytano już i porzucono: możesz go przywrócić."))
        return redirect(known.intake)
    return _list(request, form, status=422)


@require_safe
def review(request: Request, pk: int) -> HttpResponse:
    intake = get_intake(request.user, pk)
    if intake.state != IntakeState.REVIEW:
        return render(request, "intake/status.html", {"intake": intake, "may_recognise": may_recognise(intake)})
    under_review = review_of(intake)
    part = get_part(under_review, request.GET.get("part", ""))
    return show_part(request, under_review, part)


@require_POST
def read_again(request: Request, pk: int) -> HttpResponse:
    intake = get_intake(request.user, pk)
    ocr = "ocr" in request.POST and may_recognise(intake)
    services.read_again(intake, by=request.user, ocr=ocr)
    intake.refresh_from_db()
    return redirect(intake.job or intake)


@require_POST
def bring_back(request: Request, pk: int) -> HttpResponse:
    """An abandoned document is taken up again, as it was left or from the beginning."""
    intake = get_intake(request.user, pk)
    try:
        taken_up = services.bring_back(intake, anew="anew" in request.POST, by=request.user)
    except AlreadyUploaded as known:
        messages.info(request, _("Ten sam plik jest już wczytany: oto on."))
        return redirect(known.intake)
    return redirect(taken_up.job if taken_up.state == IntakeState.READING and taken_up.job else taken_up)


@require_http_methods(["GET", "HEAD", "POST"])
def abandon(request: Request, pk: int) -> HttpResponse:
    intake = get_intake(request.user, pk)
    if request.method != "POST":
        return render(request, "intake/abandon.html", {"intake": intake})
    try:
        services.abandon(intake, by=request.user)
    except NotInReview as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Porzucono dokument „%(name)s”.") % {"name": intake.file_name})
    return redirect("intake:list")


@require_http_methods(["GET", "HEAD", "POST"])
@only_in_review
def accept(request: Request, intake: Intake) -> HttpResponse:
    """The last page: what is about to enter the plan, and what still stands in the way."""
    if request.method == "POST":
        try:
            programme = services.accept(intake, version=number(request.POST.get("version", "")), by=request.user)
        except Outdated:
            messages.warning(request, _("Odczyt zmienił się od otwarcia tej strony: sprawdź liczby jeszcze raz."))
            return redirect("intake:accept", intake.pk)
        except NotReady:
            return redirect("intake:accept", intake.pk)
        messages.success(request, _("Program jest w rejestrze. Następny krok: sprawdź podmioty i otwórz okres."))
        return redirect(f"{reverse('plans:programme')}?programme={programme.pk}")
    under_review = review_of(intake)
    missing = under_review.missing
    context = {
        "intake": intake,
        "rail": under_review.rail,
        "last_act": under_review.last_act,
        "counts": counts(under_review),
        "meta": under_review.draft.rows[0].values,
        "missing": missing,
        "to_hand_on": 0 if missing else len(to_hand_on(intake, under_review.draft)),
        "named": named_people(under_review),
    }
    return render(request, "intake/accept.html", context)
