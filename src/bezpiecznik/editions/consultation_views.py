"""The consultation as the office sees it: published, answered, closed; and the end of an edition."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core.forms import free_text
from bezpiecznik.core.lists import listing
from bezpiecznik.core.parts import answer
from bezpiecznik.editions import access, adopting, consulting, linking, queries, services
from bezpiecznik.editions.forms import AdoptForm, AnswerForm, CommentFilter, PublishForm, ReasonForm, ResolutionForm
from bezpiecznik.editions.refusals import Refused
from bezpiecznik.institutions.http import Request

ORDERS = {"at": ("at",), "place": ("anchor",)}


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: Request, pk: int) -> HttpResponse:
    edition = access.get_edition_to_publish(request.user, pk)
    form = PublishForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return redirect(consulting.publish(edition, by=request.user, **form.cleaned_data))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"edition": edition, "form": form, "undecided": edition.fates.undecided().count()}
    return render(request, "editions/publish.html", context, status=422 if form.errors else 200)


@require_safe
def consultation(request: Request, pk: int) -> HttpResponse:
    found = access.get_consultation(request.user, pk)
    form = CommentFilter(request.GET)
    shown = listing(request, queries.comments_of(found, form.wanted()), orders=ORDERS, default="at")
    context = {
        "consultation": found,
        "edition": found.edition,
        "form": form,
        "wanted": form.wanted(),
        "listing": shown,
        "labels": {one["anchor"]: one["label"] for one in found.paragraphs},
        "waiting": found.comments.filter(verdict="").count(),
        "may_answer": access.may_prepare(request.user) and found.edition.is_open,
    }
    return answer(request, "editions/consultation.html", context, part="rows")


@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: Request, pk: int) -> HttpResponse:
    """One comment beside its paragraph, and the answer."""
    found = access.get_comment_to_answer(request.user, pk)
    data = request.POST if request.method == "POST" else None
    form = AnswerForm(data, comment=found, stamp=consulting.stamp_of(found))
    if form.is_valid():
        try:
            said = dict(form.cleaned_data)
            consulting.answer(found, by=request.user, stamp=said.pop("seen"), **said)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Zapisano odpowiedź."))
            following = found.consultation.comments.filter(verdict="").first()
            return redirect(following or found.consultation)
    context = {"comment": found, "edition": found.consultation.edition, "form": form}
    return render(request, "editions/comment.html", context, status=422 if form.errors else 200)


@require_POST
def withhold(request: Request, pk: int) -> HttpResponse:
    """Keep a comment from residents with a reason, or (without one) show it again."""
    found = access.get_comment_to_answer(request.user, pk)
    try:
        consulting.withhold(found, reason=free_text(request.POST, "reason"), by=request.user)
        messages.success(request, _("Zapisano, czy mieszkańcy widzą treść uwagi."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(found)


@require_POST
def close(request: Request, pk: int) -> HttpResponse:
    found = access.get_consultation_to_close(request.user, pk)
    try:
        consulting.close(found, by=request.user)
        messages.success(request, _("Konsultacje są zakończone. Projekt można znów zmieniać."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def link(request: Request, pk: int) -> HttpResponse:
    """Say that the next programme is here already: its resolution was read and accepted."""
    edition = access.get_edition_to_prepare(request.user, pk)
    form = ResolutionForm(request.POST if request.method == "POST" else None, edition=edition)
    if form.is_valid():
        try:
            n = linking.link(edition, form.cleaned_data["programme"], by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Porównano treści. Propozycji odpowiedników: %(n)d.") % {"n": n})
            return redirect(edition)
    context = {"edition": edition, "form": form, "any": form.fields["programme"].queryset.exists()}  # type: ignore[attr-defined]
    return render(request, "editions/link.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: Request, pk: int) -> HttpResponse:
    edition = access.get_edition_to_prepare(request.user, pk)
    form = AdoptForm(request.POST if request.method == "POST" else None, edition=edition)
    if form.is_valid():
        try:
            adopting.adopt(edition, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Program jest przyjęty. Losy działań są teraz powiązaniami między programami."))
            return redirect(edition)
    context = {
        "edition": edition, "form": form, "missing": adopting.missing_to_adopt(edition) if edition.is_writable else (),
        "progress": queries.progress(edition),
    }  # fmt: skip
    return render(request, "editions/adopt.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def abandon(request: Request, pk: int) -> HttpResponse:
    edition = access.get_edition_to_prepare(request.user, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.abandon(edition, by=request.user, **form.cleaned_data)
            return redirect(edition)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    heading = _("Zaniechanie przygotowania programu")
    context = {"edition": edition, "form": form, "heading": heading}
    return render(request, "editions/form.html", context, status=422 if form.errors else 200)
