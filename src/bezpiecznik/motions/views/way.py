"""Acts that move a motion on its way: each on a page of its own."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.institutions.http import Request
from bezpiecznik.motions import access, agenda, services
from bezpiecznik.motions.content import missing
from bezpiecznik.motions.forms import CheckForm, DecisionForm, LayForm, NoteForm
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.options import checklist
from bezpiecznik.motions.states import MotionState
from bezpiecznik.motions.views.answers import READ_OR_ACT, Page, acting, done_by, saying, seen

SUBMIT = Page(
    gettext_lazy("Złóż wniosek"),
    gettext_lazy("Złóż wniosek"),
    gettext_lazy("Złożono wniosek. Biuro sprawdzi go i przedłoży prezydentowi."),
    gettext_lazy(
        "Po złożeniu treści nie można zmieniać, chyba że biuro poprosi o uzupełnienie. Wniosek można wycofać."
    ),
)
WITHDRAW = Page(
    gettext_lazy("Wycofaj wniosek"),
    gettext_lazy("Wycofaj wniosek"),
    gettext_lazy("Wycofano wniosek."),
    gettext_lazy("Wycofanego wniosku nikt już nie rozpatruje i nie można go przywrócić; zostaje w rejestrze."),
    danger=True,
)
COMMISSION = Page(
    gettext_lazy("Skieruj do opinii Komisji"),
    gettext_lazy("Skieruj do Komisji"),
    gettext_lazy("Skierowano wniosek do opinii Komisji. Będzie w propozycjach do porządku obrad."),
    gettext_lazy("Opinia jest nieobowiązkowa. Wniosek pojawi się w propozycjach do porządku najbliższego posiedzenia."),
)
LAY = Page(
    gettext_lazy("Przedłóż wniosek prezydentowi"),
    gettext_lazy("Przedłóż"),
    gettext_lazy("Przedłożono wniosek prezydentowi."),
)
DECIDE = Page(
    gettext_lazy("Rozstrzygnij wniosek"),
    gettext_lazy("Zapisz rozstrzygnięcie"),
    gettext_lazy("Zapisano rozstrzygnięcie. Podmiot dowie się o nim, a biuro przygotuje odpowiedź."),
    gettext_lazy("Rozstrzygnięcia nie można potem zmienić."),
)


@require_http_methods(READ_OR_ACT)
def submit(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion_to_write(request.user, pk)
    form = _note_form(request, motion)
    return acting(
        request, motion, form,
        lambda: services.submit(motion, by=request.user, seen=form.seen, **form.said()), SUBMIT,
        lacks=missing(motion),
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def withdraw(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion_to_write(request.user, pk)
    form = _note_form(request, motion)
    return acting(
        request, motion, form,
        lambda: services.withdraw(motion, by=request.user, seen=form.seen, **form.said()), WITHDRAW,
    )  # fmt: skip


def _note_form(request: Request, motion: Motion) -> NoteForm:
    return NoteForm(request.POST if request.method == "POST" else None, initial=seen(motion))


@require_http_methods(READ_OR_ACT)
def check(request: Request, pk: int) -> HttpResponse:
    """The formal check; its two buttons admit the motion or return it."""
    motion = access.get_motion_of_office(request.user, pk)
    form = CheckForm(request.POST if request.method == "POST" else None, points=checklist(), initial=seen(motion))
    if form.is_valid() and done_by(form, lambda: _checked(request, motion, form)):
        return redirect(motion)
    context = {"motion": motion, "form": form}
    return render(request, "motions/check.html", context, status=422 if form.errors else 200)


def _checked(request: Request, motion: Motion, form: CheckForm) -> Motion:
    said: dict[str, Any] = {"checks": form.checks(), "seen": form.seen, "by": request.user}
    if "return" in request.POST:
        moved = services.return_motion(motion, lacking=form.cleaned_data["lacking"], **said)
        messages.success(request, _("Zwrócono wniosek do uzupełnienia. Projekt pisma do podmiotu jest gotowy."))
    else:
        moved = services.admit(motion, **said)
        messages.success(request, _("Wniosek jest poprawny formalnie. Można go przedłożyć."))
    return moved


@require_http_methods(READ_OR_ACT)
def commission(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion_to_send_on(request.user, pk)
    form = _note_form(request, motion)
    return acting(
        request, motion, form,
        lambda: services.send_to_commission(motion, by=request.user, seen=form.seen, **form.said()), COMMISSION,
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def lay(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion_of_office(request.user, pk)
    form = LayForm(
        request.POST if request.method == "POST" else None, opinions=agenda.opinions_for(motion), initial=seen(motion)
    )
    return acting(
        request, motion, form,
        lambda: services.lay_before_president(motion, by=request.user, seen=form.seen, **form.said()), LAY,
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def decide(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion_to_decide(request.user, pk)
    form = DecisionForm(request.POST if request.method == "POST" else None, initial=seen(motion))
    return acting(request, motion, form, lambda: _decided(request, motion, form), DECIDE)


def _decided(request: Request, motion: Motion, form: DecisionForm) -> Motion:
    outcome = MotionState(form.cleaned_data["outcome"])
    return services.decide(motion, outcome=outcome, reason=form.cleaned_data["reason"], seen=form.seen, by=request.user)


@require_POST
def letter(request: Request, pk: int) -> HttpResponse:
    """The draft that the motion's state calls for; the office changes and numbers it among letters."""
    motion = access.get_motion_of_office(request.user, pk)
    with saying(request, _("Przygotowano projekt pisma. Obejrzyj go i nadaj mu numer.")):
        return redirect(services.draft_letter(motion, by=request.user))
    return redirect(motion)
