"""The page „Komisja”: the term, who sits, what the statute wants; and what changes them."""

from datetime import date
from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.commission import access, exports, options, queries
from bezpiecznik.commission.forms.composition import (
    BecauseForm,
    CommissionForm,
    CorrectForm,
    DayForm,
    EndForm,
    MemberForm,
)
from bezpiecznik.commission.models import Commission, Membership, Term
from bezpiecznik.commission.queries.composition import former_members
from bezpiecznik.commission.services import composition as services
from bezpiecznik.commission.views.answers import acted, done, form_page, posted
from bezpiecznik.core import clock, journal
from bezpiecznik.core.fieldhistory import changes
from bezpiecznik.core.lists import asked_format, export
from bezpiecznik.institutions.http import Request

READ_OR_ACT = ["GET", "HEAD", "POST"]
FACTS = ("kind", "name", "function", "institution", "email", "since", "until", "ended_by", "ended_because", "basis")


@require_safe
def index(request: Request) -> HttpResponse:
    commission = access.find_commission(request.user)
    if commission is None:
        return render(request, "commission/empty.html", {"may_manage": access.may_manage(request.user)})
    form = DayForm(request.GET)
    day = (form.cleaned_data["on"] if form.is_valid() else None) or clock.today()
    if file_format := asked_format(request):
        rows = queries.members_on(commission, day).order_by("pk")
        name = _("skład Komisji %(day)s") % {"day": f"{day:%Y-%m-%d}"}
        return export(rows, exports.MEMBERS, name=name, file_format=file_format)
    return render(request, "commission/composition.html", _context(request, commission, day, form))


def _context(request: Request, commission: Commission, day: date, form: DayForm) -> dict[str, object]:
    term = queries.term_of(commission, day)
    coming = queries.next_term(commission, day)
    return {
        "commission": commission,
        "day": day,
        "is_today": day == clock.today(),
        "form": DayForm({"on": day}) if form.is_valid() else form,
        "term": term,
        "clock": queries.clock_on(term, day) if term else None,
        "coming": coming,
        "composition": queries.composition_on(commission, day),
        "former": former_members(term, day) if term else (),
        "terms": commission.terms.order_by("-starts_on"),
        "may_manage": access.may_manage(request.user),
        "recall": options.RECALL.value(),
        "history": journal.about(commission, *commission.terms.all())[:20],
        "changes": changes(commission, "name", "joint_with", "created_on", "created_by_act"),
    }


@require_http_methods(READ_OR_ACT)
def create(request: Request) -> HttpResponse:
    access.require_manager(request.user)
    form = CommissionForm(posted(request))
    if acted(form, lambda: services.create_commission(by=request.user, **form.cleaned_data)):
        return done(request, _("Wpisano Komisję. Teraz rozpocznij jej kadencję."), "commission:start-term")
    return form_page(request, form, title=_("Wpisz Komisję"), act=_("Zapisz"), here="composition")


@require_http_methods(READ_OR_ACT)
def edit(request: Request) -> HttpResponse:
    commission = access.get_commission_to_manage(request.user)
    form = CommissionForm(posted(request), initial=CommissionForm.of(commission))
    if acted(form, lambda: services.change_commission(commission, by=request.user, **form.cleaned_data)):
        return done(request, _("Zapisano dane Komisji."), commission)
    return form_page(request, form, title=_("Dane Komisji"), act=_("Zapisz"), here="composition")


@require_http_methods(READ_OR_ACT)
def appoint(request: Request, pk: int) -> HttpResponse:
    """`?follows=` and `?kind=` fill in what a link already knows."""
    term = access.get_term_to_manage(request.user, pk)
    initial = {"since": max(clock.today(), term.starts_on), **_known(request)}
    form = MemberForm(posted(request), term=term, initial=initial)
    act = partial(_appointed, request, term, form)
    if member := acted(form, act):
        return done(request, _("Wpisano do składu: %(name)s.") % {"name": member.name}, "commission:composition")
    lede = _("Kadencja %(term)s") % {"term": term}
    return form_page(request, form, title=_("Wpisz osobę do składu"), act=_("Wpisz"), lede=lede, here="composition")


def _known(request: Request) -> dict[str, object]:
    known: dict[str, object] = {name: request.GET[name] for name in ("kind",) if name in request.GET}
    follows = request.GET.get("follows", "")
    if follows.isdecimal() and (before := Membership.objects.filter(pk=int(follows)).first()):
        known |= {"follows": before.pk, "kind": before.kind}
    return known


def _appointed(request: Request, term: Term, form: MemberForm) -> Membership:
    given = form.cleaned_data
    return services.appoint(term, form.person(), since=given["since"], follows=given.get("follows"), by=request.user)


@require_safe
def member(request: Request, pk: int) -> HttpResponse:
    found = access.get_member(request.user, pk)
    context = {
        "member": found,
        "next": found.followed_by.first(),
        "may_manage": access.may_manage(request.user),
        "changes": changes(found, *FACTS, words={"institution": lambda found: found.name if found else ""}),
        "history": journal.about(found)[:20],
    }
    return render(request, "commission/member.html", context)


@require_http_methods(READ_OR_ACT)
def end(request: Request, pk: int) -> HttpResponse:
    found = access.get_member_to_manage(request.user, pk)
    form = EndForm(posted(request), member=found, initial={"until": clock.today()})
    if acted(form, lambda: services.end_membership(found, by=request.user, **form.cleaned_data)):
        return done(request, _("Zakończono udział: %(name)s.") % {"name": found.name}, found)
    return form_page(
        request, form, title=_("Zakończ udział w Komisji"), lede=str(found), act=_("Zakończ udział"), danger=True,
        back=found.get_absolute_url(), warning=options.RECALL.value(), here="composition",
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def correct(request: Request, pk: int) -> HttpResponse:
    found = access.get_member_to_manage(request.user, pk)
    initial = {name: getattr(found, name) for name in (*MemberForm.FACTS, "since", "until")}
    form = CorrectForm(posted(request), term=found.term, member=found, initial=initial)
    if acted(form, lambda: services.correct_member(found, by=request.user, **form.said())):
        return done(request, _("Zapisano poprawkę; poprzednie brzmienie zostaje w historii."), found)
    return form_page(
        request, form, title=_("Popraw wpis"), lede=str(found), act=_("Zapisz poprawkę"), here="composition",
        back=found.get_absolute_url(), warning=_("Tu poprawiasz pomyłkę. Gdy ktoś odszedł, zakończ jego udział."),
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def remove(request: Request, pk: int) -> HttpResponse:
    found = access.get_member_to_manage(request.user, pk)
    form = BecauseForm(posted(request))
    if acted(form, lambda: services.remove_member(found, by=request.user, **form.cleaned_data)):
        return done(request, _("Usunięto mylny wpis."), "commission:composition")
    return form_page(
        request, form, title=_("Usuń mylny wpis"), lede=str(found), act=_("Usuń wpis"), danger=True,
        back=found.get_absolute_url(), here="composition",
        warning=_("Usuwa się tylko wpis osoby, która nigdy nie zasiadała. Powód zostaje w dzienniku."),
    )  # fmt: skip
