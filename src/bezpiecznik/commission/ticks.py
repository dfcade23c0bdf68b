"""What the room does every day by itself: tells that the term ends, and that a request was not answered in time."""

from datetime import time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission import notices
from bezpiecznik.commission.models import InformationRequest, Term
from bezpiecznik.commission.queries import clock_on, next_term, term_of, the_commission
from bezpiecznik.commission.queries import requests as of_requests
from bezpiecznik.core import clock, ticks
from bezpiecznik.core.holidays import is_day_off


@ticks.daily("commission.remind", title=_("Przypomnienia o kadencji i żądaniach informacji"), at=time(7))
def remind() -> str:
    """Each stage of a term and each deadline once. Nobody is reminded on a day off."""
    if is_day_off(clock.today()):
        return "dzień wolny"
    told = int(_remind_of_term())
    late = of_requests.overdue(InformationRequest.objects.all()).values_list("pk", flat=True)
    told += sum(_remind_of_request(pk) for pk in list(late))
    return f"{told}"


@transaction.atomic
def _remind_of_term() -> bool:
    """Of the last term, at each stage of its end, unless the next one is entered."""
    commission, today = the_commission(), clock.today()
    term = term_of(commission, today) if commission else None
    if commission is None or term is None or next_term(commission, today):
        return False
    held, stands = Term.objects.select_for_update().get(pk=term.pk), clock_on(term, today)
    if not stands.warns or held.reminded == stands.nearness or not notices.term_ends(held, stands.sentence):
        return False
    Term.objects.filter(pk=held.pk).update(reminded=stands.nearness)
    return True


@transaction.atomic
def _remind_of_request(pk: int) -> bool:
    """Unless somebody was told of this very deadline already."""
    request = InformationRequest.objects.select_for_update(of=("self",)).select_related("document").get(pk=pk)
    if not request.is_overdue or request.urged_of == request.due_on or not notices.not_answered(request):
        return False
    InformationRequest.objects.filter(pk=pk).update(urged_of=request.due_on)
    return True
