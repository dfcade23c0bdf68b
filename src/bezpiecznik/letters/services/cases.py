"""Cases of the office: opened under our next sign or one given elsewhere, for letters and documents alike."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.models import Document
from bezpiecznik.letters import options
from bezpiecznik.letters.events import Event
from bezpiecznik.letters.models import Case, CaseCounter, sign_of
from bezpiecznik.letters.refusals import Refused


@transaction.atomic
def open_case(title: str, *, sign: str, day: date, by: User) -> Case:
    """A new case under `sign`, else under the next one of our own. Raises Refused for a sign that is in use.

    A room that makes a document passes the sign on as `Material.case_sign`: then it is printed.
    """
    if sign and Case.objects.filter(sign=sign).exists():
        raise Refused(_("Sprawa o znaku %(sign)s już jest. Wybierz ją z listy.") % {"sign": sign})
    case = Case.objects.create(sign=sign or _next_sign(day), title=title, opened_on=day)
    journal.record(Event.CASE_OPENED, case, by=by)
    return case


def _next_sign(day: date) -> str:
    """The row of the counter stays locked to the end of the transaction. Signs given by hand are stepped over."""
    symbol, jrwa = options.SYMBOL.value(), options.JRWA.value()
    CaseCounter.objects.get_or_create(symbol=symbol, jrwa=jrwa, year=day.year)
    counter = CaseCounter.objects.select_for_update().get(symbol=symbol, jrwa=jrwa, year=day.year)
    counter.last = max(counter.last, options.FIRST_CASE.value() - 1) + 1
    while Case.objects.filter(sign=sign_of(symbol, jrwa, counter.last, day)).exists():
        counter.last += 1
    counter.save(update_fields=("last",))
    return sign_of(symbol, jrwa, counter.last, day)


@transaction.atomic
def enter_in_case(document: Document, *, case: Case | None, sign: str, day: date, by: User) -> Document:
    """Note in the register to which case a document made before belongs: to `case`, else to a new one.

    Raises Refused for a document that has its sign, and for a sign of a new case that is in use.
    """
    held = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if held.case_sign:
        raise Refused(_("Ten dokument ma już znak sprawy."))
    matter = case or open_case(held.title, sign=sign, day=day, by=by)
    return documents.note_case_sign(held, matter.sign, by=by)
