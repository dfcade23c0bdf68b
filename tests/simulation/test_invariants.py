"""Each check of the simulation finds the fault that it is there for: a check that cannot fail proves nothing."""

import json
from datetime import UTC, datetime

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text
from bezpiecznik.demo.simulation import invariants
from bezpiecznik.demo.simulation.memory import Memory
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Responsibility, ResponsibilityRole, Undertaking
from bezpiecznik.reporting.models import (
    Entry,
    LadderStep,
    Obligation,
    Packet,
    PacketTransition,
    PacketVersion,
    Period,
    Reminder,
    Snapshot,
)


def faults(memory: Memory) -> str:
    return " ".join(invariants.violations(memory))


def test_nothing_is_wrong_with_a_town_that_only_works(lived: Memory) -> None:
    assert faults(lived) == ""


def test_an_obligation_that_vanished_is_missed(lived: Memory, open_period: Period) -> None:
    gone = Obligation.objects.filter(period=open_period, packet__institution__abbr="SM").earliest("pk")
    Entry.objects.filter(obligation=gone).delete()
    Obligation.objects.filter(pk=gone.pk).delete()
    assert f"Obowiązek {gone.pk} zniknął." in faults(lived)


def test_an_obligation_turned_into_another_is_noticed(lived: Memory, open_period: Period, guard: Institution) -> None:
    one = Obligation.objects.filter(period=open_period).earliest("pk")
    duty = Responsibility.objects.create(
        undertaking=one.responsibility.undertaking, institution=guard, role=ResponsibilityRole.LEAD
    )
    Obligation.objects.filter(pk=one.pk).update(responsibility=duty)
    assert f"Obowiązek {one.pk} dotyczy teraz czego innego." in faults(lived)


def test_a_duty_nobody_was_asked_about_is_told(lived: Memory, open_period: Period, office: Institution) -> None:
    action = Undertaking.objects.earliest("pk")
    Responsibility.objects.create(undertaking=action, institution=office, role=ResponsibilityRole.PARTNER, place=7)
    assert f"Okres {open_period}: 1 odpowiedzialności bez obowiązku." in faults(lived)


def test_the_same_duty_asked_about_twice_is_told(lived: Memory, open_period: Period) -> None:
    one = Obligation.objects.filter(period=open_period).select_related("responsibility").earliest("pk")
    duty = one.responsibility
    Responsibility.objects.filter(pk=duty.pk).update(until="2022-12-31")
    again = Responsibility.objects.create(undertaking=duty.undertaking, institution=duty.institution, role=duty.role)
    made = Obligation.objects.create(period=open_period, responsibility=again, packet=one.packet)
    Entry.objects.create(obligation=made)
    assert "Podwójny obowiązek" in faults(lived)


def test_an_obligation_without_a_place_to_answer_is_told(lived: Memory, open_period: Period) -> None:
    Entry.objects.filter(obligation__period=open_period, obligation__packet__institution__abbr="SM").delete()
    assert "Obowiązki bez wpisu: 2." in faults(lived)


def test_a_state_changed_past_the_services_is_told(lived: Memory, open_period: Period) -> None:
    packet = Packet.objects.get(period=open_period, institution__abbr="KMP")
    Packet.objects.filter(pk=packet.pk).update(state="returned")
    assert f"Sprawozdanie {packet.pk} jest w stanie „returned” bez śladu" in faults(lived)


def test_a_lost_step_of_a_packet_is_told(lived: Memory) -> None:
    PacketTransition.objects.latest("pk").delete()
    assert "Zniknęły zmiany stanów sprawozdań." in faults(lived)


def test_words_changed_after_they_were_sent_are_told(lived: Memory) -> None:
    version = PacketVersion.objects.latest("pk")
    PacketVersion.objects.filter(pk=version.pk).update(sha256="0" * 64)
    assert f"Wersja {version.pk} zmieniła się po złożeniu." in faults(lived)
    assert f"Wersja {version.pk} nie zgadza się ze swoim skrótem." in faults(Memory())


def test_a_lost_version_is_told(lived: Memory) -> None:
    version = PacketVersion.objects.latest("pk")
    PacketVersion.objects.filter(pk=version.pk).delete()
    assert f"Zniknęły wersje: [{version.pk}]." in faults(lived)


def test_an_accepted_report_that_says_nothing_is_told(lived: Memory) -> None:
    version = PacketVersion.objects.latest("pk")
    version.content["entries"][0]["complete"] = False
    PacketVersion.objects.filter(pk=version.pk).update(content=version.content)
    assert f"Przyjęte sprawozdanie {version.packet_id} nie opisuje: ['1.1']." in faults(lived)


def test_a_frozen_period_that_moved_is_told(lived: Memory, closed: Period) -> None:
    snapshot = Snapshot.objects.get(period=closed)
    Snapshot.objects.filter(pk=snapshot.pk).update(content=snapshot.content.replace("Patrole", "Kontrole"))
    assert f"Migawka okresu {closed} zmieniła się." in faults(lived)


def test_an_obligation_withdrawn_after_closing_is_told(lived: Memory, closed: Period) -> None:
    one = Obligation.objects.filter(period=closed).earliest("pk")
    Obligation.objects.filter(pk=one.pk).update(withdrawn_at=clock.now(), withdrawn_because="Pomyłka.")
    assert f"Obowiązek {one.pk} zmienił się w zamkniętym okresie." in faults(lived)
    assert "Migawka I półrocze 2022: 4 wpisów, a obowiązków 3." in faults(Memory())


def test_a_frozen_copy_that_miscounts_is_told(lived: Memory, closed: Period) -> None:
    snapshot = Snapshot.objects.get(period=closed)
    content = json.loads(snapshot.content)
    content["completeness"]["obligations"]["expected"] = 5
    Snapshot.objects.filter(pk=snapshot.pk).update(content=as_text(content))
    assert f"Migawka okresu {closed} zmieniła się." in faults(lived)
    assert "przy 4 obowiązkach" in faults(Memory())


def test_an_entry_whose_past_was_lost_is_told(lived: Memory, open_period: Period) -> None:
    entry = Entry.objects.filter(obligation__period=open_period, version__gt=0).earliest("pk")
    Entry.objects.filter(pk=entry.pk).update(version=5)
    Entry.history.filter(id=entry.pk).delete()
    assert "Wpisy zmieniane bez historii: 1." in faults(lived)


def test_a_closed_period_without_its_copy_is_told(lived: Memory, open_period: Period, coordinator: object) -> None:
    Period.objects.filter(pk=open_period.pk).update(state="closed")
    assert "Zamknięte okresy bez migawki: 1." in faults(lived)


def test_a_reminder_on_a_sunday_after_the_answer_is_told(lived: Memory, open_period: Period) -> None:
    answered = Packet.objects.get(period=open_period, institution__abbr="KMP")
    step = LadderStep.objects.create(name="Próba", offset=7)
    sent = Reminder.objects.create(
        packet=answered, step=step, due_on=open_period.due_on, outcome="sent", at=datetime(2023, 1, 15, 10, tzinfo=UTC)
    )
    told = faults(lived)
    assert f"Przypomnienie {sent.pk} wysłano w dniu wolnym." in told
    assert f"Przypomnienia wysłane po złożeniu: [{sent.pk}]." in told
