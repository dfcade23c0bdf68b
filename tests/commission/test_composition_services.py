"""Terms and seats: begun, ended, followed, corrected; each with one line in the journal."""

from datetime import date

import pytest
from commission_scene import CREATED, created, member_named, seated
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.models import Membership, Term
from bezpiecznik.commission.queries import composition_on, members_on, running_term, term_of
from bezpiecznik.commission.queries.composition import former_members
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.services import composition as services
from bezpiecznik.commission.services.composition import Person
from bezpiecznik.commission.states import EndReason
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.plans.models import StatutoryDate
from bezpiecznik.plans.timetable.statutory import coming

pytestmark = pytest.mark.django_db
SUMMER = date(2023, 7, 1)


def events() -> list[str]:
    return list(JournalEntry.objects.order_by("pk").values_list("event", flat=True))


def end(member: Membership, by: User, **said: object) -> Membership:
    words = {"until": SUMMER, "ended_by": EndReason.RESIGNED, "because": "", **said}
    return services.end_membership(member, by=by, **words)  # type: ignore[arg-type]


def test_a_term_lasts_three_years_and_moves_the_statutory_calendar(coordinator: User) -> None:
    term = services.start_term(created(by=coordinator), starts_on=CREATED, by=coordinator)

    assert term.ends_on == date(2025, 3, 1)
    assert StatutoryDate.objects.get(slug="commission-term").starts_on == CREATED
    assert Event.TERM_STARTED in events()


def test_another_length_needs_a_reason(coordinator: User) -> None:
    commission = created(by=coordinator)

    with pytest.raises(Refused, match="powodu"):
        services.start_term(commission, starts_on=CREATED, ends_on=date(2024, 3, 1), by=coordinator)
    term = services.start_term(
        commission, starts_on=CREATED, ends_on=date(2024, 3, 1), reason="Wyrok sądu.", by=coordinator
    )
    assert term.moved_because == "Wyrok sądu."


def test_two_terms_do_not_meet(coordinator: User) -> None:
    term = seated(by=coordinator, seats=())

    with pytest.raises(Refused, match="inna kadencja"):
        services.start_term(term.commission, starts_on=term.ends_on, by=coordinator)


def test_the_end_is_moved_with_a_reason_and_stays_in_history(coordinator: User) -> None:
    term = services.move_end(
        seated(by=coordinator, seats=()), ends_on=date(2025, 1, 31), reason="Zmiana granic.", by=coordinator
    )

    assert Term.objects.get().ends_on == date(2025, 1, 31)
    assert term.history.count() == 2


def test_a_term_is_not_made_endless(coordinator: User) -> None:
    with pytest.raises(Refused, match="wydłuża się ją najwyżej o rok"):
        services.move_end(seated(by=coordinator, seats=()), ends_on=date(2099, 1, 1), reason="x", by=coordinator)


def calendar_end(after: date = CREATED) -> date | None:
    (row,) = coming(StatutoryDate.objects.filter(slug="commission-term"), after, [])
    return row.day


def test_the_statutory_calendar_follows_the_moved_end(coordinator: User) -> None:
    term = seated(by=coordinator, seats=())
    services.move_end(term, ends_on=date(2025, 1, 31), reason="Zmiana granic.", by=coordinator)
    assert calendar_end() == date(2025, 1, 31)

    services.move_end(term, ends_on=date(2025, 3, 1), reason="Jednak nie.", by=coordinator)
    assert calendar_end() == date(2025, 3, 1)


def test_a_term_of_another_length_is_told_to_the_calendar_and_the_next_one_is_usual_again(coordinator: User) -> None:
    short = services.start_term(
        created(by=coordinator), starts_on=CREATED, ends_on=date(2024, 3, 1), reason="Wyrok sądu.", by=coordinator
    )
    assert calendar_end() == date(2024, 3, 1)

    services.start_term(short.commission, starts_on=date(2024, 3, 2), by=coordinator)
    services.move_end(short, ends_on=date(2024, 2, 28), reason="Pomyłka.", by=coordinator)
    assert calendar_end() == date(2027, 3, 2)


def test_a_whole_commission_has_no_faults_and_a_gap_between_terms_nobody(coordinator: User) -> None:
    term = seated(by=coordinator)

    assert composition_on(term.commission, SUMMER).faults == []
    assert composition_on(term.commission, SUMMER).voting == 8
    assert not members_on(term.commission, date(2025, 3, 2)).exists()
    assert term_of(term.commission, date(2025, 3, 2)) == term
    assert running_term(term.commission, date(2025, 3, 2)) is None


def test_nobody_takes_the_chair_while_it_is_held(coordinator: User) -> None:
    term = seated(by=coordinator)

    with pytest.raises(Refused, match="Patrycja Prezydencka"):
        services.appoint(term, Person("chair", "Nowy Prezydent"), since=SUMMER, by=coordinator)


def test_the_database_keeps_one_chair_whatever_the_service_does(coordinator: User) -> None:
    term = seated(by=coordinator)

    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(term=term, kind="chair", name="Drugi", since=SUMMER)


def test_a_new_head_follows_the_old_one_in_the_chair(coordinator: User) -> None:
    term = seated(by=coordinator)
    before = end(member_named("Patrycja Prezydencka"), coordinator, ended_by=EndReason.OFFICE)

    after = services.appoint(
        term, Person("chair", "Nowy Prezydent"), since=date(2023, 7, 2), follows=before, by=coordinator
    )

    assert after.follows == before
    assert [member.name for member in members_on(term.commission, date(2023, 7, 2)).filter(kind="chair")] == [
        "Nowy Prezydent"
    ]


def test_a_recall_needs_its_important_reasons_in_writing(coordinator: User) -> None:
    seated(by=coordinator)
    member = member_named("Olga Oświatowa")

    with pytest.raises(Refused, match="ważnych powodów"):
        end(member, coordinator, ended_by=EndReason.RECALLED, because=" ")
    ended = end(member, coordinator, ended_by=EndReason.RECALLED, because="Długa nieobecność.")
    assert ended.ended_because == "Długa nieobecność."
    assert events()[-1] == Event.ENDED


def test_with_the_mandate_ends_the_membership_of_a_councillor_only(coordinator: User) -> None:
    term = seated(by=coordinator)

    end(member_named("Regina Radna"), coordinator, ended_by=EndReason.MANDATE)

    with pytest.raises(Refused, match="radnego"):
        end(member_named("Piotr Policyjny"), coordinator, ended_by=EndReason.MANDATE)
    (fault,) = composition_on(term.commission, date(2023, 8, 1)).faults
    assert fault.sentence == "Radni: jest 1, a ustawa wymaga 2. Brakuje 1."
    assert composition_on(term.commission, date(2023, 6, 1)).faults == []
    assert [member.name for member in former_members(term, date(2023, 8, 1))] == ["Regina Radna"]


def test_a_substitute_takes_the_same_seat_after_the_one_who_left(coordinator: User) -> None:
    term = seated(by=coordinator)
    sitting, left = member_named("Radosław Radny"), end(member_named("Regina Radna"), coordinator)
    wrong = {"by": coordinator, "since": date(2023, 8, 1)}

    with pytest.raises(Refused, match="Najpierw zakończ"):
        services.appoint(term, Person("councillor", "Nowa"), follows=sitting, **wrong)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="to samo miejsce"):
        services.appoint(term, Person("police", "Nowa"), follows=left, **wrong)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="poza kadencją"):
        services.appoint(term, Person("councillor", "Nowa"), follows=left, since=date(2025, 4, 1), by=coordinator)


def test_nobody_leaves_twice_or_outside_of_the_term(coordinator: User) -> None:
    seated(by=coordinator)
    member = member_named("Regina Radna")

    with pytest.raises(Refused, match="w czasie udziału"):
        end(member, coordinator, until=date(2030, 1, 1))
    end(member, coordinator)
    with pytest.raises(Refused, match="już się skończył"):
        end(member, coordinator)


def test_a_mistake_is_mended_with_history(coordinator: User) -> None:
    seated(by=coordinator)
    member = member_named("Regina Radna")

    services.correct_member(member, name="Regina Radna-Nowak", since=date(2022, 3, 5), by=coordinator)
    lines = len(events())
    services.correct_member(member, name="Regina Radna-Nowak", by=coordinator)

    assert len(events()) == lines, "saving the same writes nothing"
    assert [row.name for row in member.history.order_by("history_id")] == ["Regina Radna", "Regina Radna-Nowak"]
    with pytest.raises(Refused, match="inna osoba"):
        services.correct_member(member, kind="chair", by=coordinator)


def test_a_row_entered_by_mistake_is_removed_with_a_reason_unless_somebody_follows_it(coordinator: User) -> None:
    term = seated(by=coordinator)
    left = end(member_named("Regina Radna"), coordinator)
    new = services.appoint(
        term, Person("councillor", "Nowa Radna"), since=date(2023, 8, 1), follows=left, by=coordinator
    )

    with pytest.raises(Refused, match="następca"):
        services.remove_member(left, because="Pomyłka.", by=coordinator)
    with pytest.raises(Refused, match="pomyłka"):
        services.remove_member(new, because=" ", by=coordinator)
    services.remove_member(new, because="Wpisano dwa razy.", by=coordinator)
    assert not Membership.objects.filter(name="Nowa Radna").exists()
    assert events()[-1] == Event.REMOVED


def test_the_next_term_begins_with_those_who_stay(coordinator: User) -> None:
    term = seated(by=coordinator)
    end(member_named("Regina Radna"), coordinator)
    former = services.proposal(term)

    new = services.start_next_term(
        term.commission, starts_on=services.day_after(term), by=coordinator,
        people=[services.person_of(member) for member in former],
    )  # fmt: skip

    assert "Regina Radna" not in [member.name for member in former]
    assert [member.name for member in new.memberships.all()] == [member.name for member in former]
    assert StatutoryDate.objects.get(slug="commission-term").starts_on == date(2025, 3, 2)


def test_a_co_chair_sits_in_a_joint_commission_only(coordinator: User) -> None:
    term = seated(by=coordinator)

    with pytest.raises(Refused, match="wspólnej"):
        services.appoint(term, Person("co_chair", "Starosta"), since=SUMMER, by=coordinator)
    services.change_commission(term.commission, joint_with="Powiat Zatorzyński", by=coordinator)
    services.appoint(term, Person("co_chair", "Starosta"), since=SUMMER, by=coordinator)
    with pytest.raises(Refused, match="Starosta"):
        services.appoint(term, Person("co_chair", "Drugi"), since=SUMMER, by=coordinator)


def test_a_term_that_ends_before_it_begins_is_no_term(coordinator: User) -> None:
    with pytest.raises(ValidationError):
        services.start_term(
            created(by=coordinator), starts_on=CREATED, ends_on=date(2021, 1, 1), reason="x", by=coordinator
        )
