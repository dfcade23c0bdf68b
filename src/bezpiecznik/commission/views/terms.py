"""Terms: the first one, another end, and the next one with those who stay."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bezpiecznik.commission import access, options
from bezpiecznik.commission.forms.composition import MoveEndForm, NextTermForm, TermForm
from bezpiecznik.commission.models import Commission, Term
from bezpiecznik.commission.services import composition as services
from bezpiecznik.commission.terms import end_of
from bezpiecznik.commission.views.answers import acted, done, form_page, posted
from bezpiecznik.core import clock
from bezpiecznik.institutions.http import Request

READ_OR_ACT = ["GET", "HEAD", "POST"]


@require_http_methods(READ_OR_ACT)
def start(request: Request) -> HttpResponse:
    commission = access.get_commission_to_manage(request.user)
    form = TermForm(posted(request), initial={"starts_on": commission.created_on})
    if acted(form, lambda: services.start_term(commission, by=request.user, **form.cleaned_data)):
        return done(request, _("Rozpoczęto kadencję. Wpisz teraz osoby do składu."), commission)
    return form_page(
        request, form, title=_("Rozpocznij kadencję"), lede=commission.name, act=_("Rozpocznij"), here="composition"
    )


@require_http_methods(READ_OR_ACT)
def move_end(request: Request, pk: int) -> HttpResponse:
    term = access.get_term_to_manage(request.user, pk)
    form = MoveEndForm(posted(request), initial={"ends_on": term.ends_on})
    if acted(form, lambda: services.move_end(term, by=request.user, **form.cleaned_data)):
        return done(request, _("Zmieniono koniec kadencji."), "commission:composition")
    years = options.TERM_YEARS.value()
    usual = _("Według ustawy kadencja trwa do %(day)s.") % {"day": f"{end_of(term.starts_on, years):%d.%m.%Y}"}
    return form_page(
        request, form, title=_("Zmień koniec kadencji"), lede=str(term), act=_("Zmień"), warning=usual,
        here="composition",
    )  # fmt: skip


@require_http_methods(READ_OR_ACT)
def next_term(request: Request) -> HttpResponse:
    """The former composition as a proposal: untick whoever does not stay."""
    commission = access.get_commission_to_manage(request.user)
    last = _last(commission)
    former = services.proposal(last)
    initial = {"starts_on": max(services.day_after(last), clock.today()), "stay": [member.pk for member in former]}
    form = NextTermForm(posted(request), former=former, initial=initial)
    if acted(form, lambda: _started(request, commission, form)):
        return done(request, _("Rozpoczęto następną kadencję. Sprawdź, kogo brakuje w składzie."), commission)
    return form_page(
        request, form, title=_("Następna kadencja"), act=_("Rozpocznij kadencję"), here="composition",
        lede=_("Poprzednia: %(term)s") % {"term": last},
        warning=_("Radnych deleguje rada, przedstawicieli Policji komendant, prokuratora wskazuje prokurator okręgowy: "
                  "zostaw zaznaczonych tych, których wskazano ponownie."),
    )  # fmt: skip


def _last(commission: Commission) -> Term:
    if last := commission.terms.order_by("-starts_on").first():
        return last
    raise Http404


def _started(request: Request, commission: Commission, form: NextTermForm) -> Term:
    given = dict(form.cleaned_data)
    people = [services.person_of(member) for member in given.pop("stay")]
    return services.start_next_term(commission, people=people, by=request.user, **given)
