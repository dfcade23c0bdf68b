"""The page „Moje sprawozdanie” as several views answer with it, whole or in part."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.core.parts import answer, away, wants_part
from bezpiecznik.institutions.access import seats_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.cards import Page
from bezpiecznik.reporting.deadlines import standing_sentence
from bezpiecznik.reporting.forms import SubmitForm
from bezpiecznik.reporting.models import Entry, Packet

FILL = "reporting/fill.html"


def posts_of(request: Request) -> frozenset[int]:
    """Posts by which the person acts today."""
    return frozenset(seat.post for seat in seats_of(request.user))


def filling(page: Page, submit: SubmitForm | None = None) -> dict[str, object]:
    """What the page shows. `key` names the next sending, so that one sent twice is done once."""
    return {
        "page": page,
        "packet": page.packet,
        "key": uuid4(),
        "submit": submit or SubmitForm(initial={"signed_on": clock.today()}),
        "has_head": queries.has_head(page.packet.institution),
        "last_return": queries.last_return(page.packet),
        **days_of(page.packet),
        **history(page.packet),
    }


def days_of(packet: Packet) -> dict[str, object]:
    """Until when it is to be sent, and what else to know of the days ahead."""
    deadline = packet.deadline
    return {"deadline": deadline, "standing": standing_sentence(deadline, clock.today())}


def history(packet: Packet) -> dict[str, object]:
    return {"transitions": queries.history(packet), "versions": packet.versions.defer("content")}


def part_of_card(request: Request, page: Page, entry: Entry, *, whole: bool) -> HttpResponse:
    """To HTMX the line of state under the fields, so that typing is not disturbed; the whole card where it changed."""
    card = page.card(entry)
    if card is None:
        messages.warning(request, _("Tego działania nie trzeba już opisywać: podmiot przestał za nie odpowiadać."))
        return away(request, page.packet.get_absolute_url())
    context = {"page": page, "packet": page.packet, "key": uuid4()} if wants_part(request) else filling(page)
    context["card"] = card
    response = answer(request, FILL, context, part="card_and_progress" if whole else "saved")
    if whole and wants_part(request):
        response["HX-Retarget"] = f"#{card.anchor}"
        response["HX-Reswap"] = "outerHTML"
    return response
