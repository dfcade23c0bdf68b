"""The demonstration has a question, an explanation and a difference to show."""

from decimal import Decimal

from cast import MakeAction
from reporting_acts import SIGNED, say

from bezpiecznik.accounts.models import User
from bezpiecznik.demo import questions
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Agreement, Doubt, Entry, Period
from bezpiecznik.reporting.services import Number


def test_the_police_are_asked_and_differ_from_a_partner(
    planned: Period, make_action: MakeAction, police: Institution, guard: Institution, patrols: Undertaking,
    reporter: User, neighbour: User, coordinator: User,
) -> None:  # fmt: skip
    make_action("Spotkania z mieszkańcami.", lead=police)
    make_action("Kontrole sklepów.", lead=police)
    services.open_period(planned, by=coordinator)
    packet = planned.packets.select_related("period__programme", "institution").get(institution=guard)
    theirs = Number("liczba wspólnych patroli", Decimal(9), "joint", "unit")
    say(Entry.objects.get(obligation__packet=packet), by=neighbour, numbers=(theirs,))
    services.submit_packet(packet, by=neighbour, **SIGNED)

    questions.ask(planned)

    assert Agreement.objects.get().stance == "disputed"
    asked = Doubt.objects.filter(entry__obligation__responsibility__institution=police)
    assert [doubt.code for doubt in asked] == ["says_little"]
    assert Entry.objects.filter(numbers__value=12).count() == 1
