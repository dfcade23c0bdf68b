"""The whole way through real services: open, report, return, accept, close, grade."""

from datetime import date
from decimal import Decimal

from bezpiecznik.accounts.models import User
from bezpiecznik.evaluation import services as grading
from bezpiecznik.evaluation.queries import evidence_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import Entry, Packet, Part, Period
from bezpiecznik.reporting.services import Number
from bezpiecznik.reporting.states import Coverage, Outcome, Share


def report(period: Period, institution: Institution, *, by: User, outcome: str, text: str) -> None:
    """Fill in all that the institution owes with the same words, and submit."""
    packet = Packet.objects.get(period=period, institution=institution)
    for entry in Entry.objects.filter(obligation__packet=packet):
        services.save_entry(
            entry, by=by, version=entry.version, outcome=outcome, text=text, reason="",
            numbers=[Number("patrole", Decimal("96.5"), Share.JOINT, Coverage.WIDER)],
        )  # fmt: skip
    services.submit_packet(
        packet, by=by, signatory="Halina Kierownicza", signatory_function="komendantka", signed_on=date(2022, 7, 5)
    )


def half(programme: Programme, part: Part, *, by: User) -> Period:
    period = services.plan_period(
        programme, year=2022, part=part, opens_on=date(2022, 6, 1), due_on=date(2022, 7, 31), by=by
    )
    services.open_period(period, by=by)
    return Period.objects.get(pk=period.pk)


def test_two_halves_reported_and_closed_become_a_grade_with_sources(
    programme: Programme, patrols: Undertaking, police: Institution, guard: Institution,
    coordinator: User, reporter: User, neighbour: User,
) -> None:  # fmt: skip
    first = half(programme, Part.FIRST_HALF, by=coordinator)
    report(first, police, by=reporter, outcome=Outcome.ONGOING, text="Patrole trwają.")
    report(first, guard, by=neighbour, outcome=Outcome.DONE, text="Wsparto patrole.")
    services.close_period(first, by=coordinator)
    second = half(programme, Part.SECOND_HALF, by=coordinator)
    report(second, police, by=reporter, outcome=Outcome.DONE, text="Skierowano 96 patroli.")
    services.close_period(second, by=coordinator)

    evaluation = grading.start_evaluation(programme, year=2022, by=coordinator)
    grade = evaluation.grades.get()
    assert (grade.proposed, grade.rule) == (
        "done",
        "Podmiot odpowiedzialny (KMP) zgłosił realizację (I półrocze 2022: w toku, II półrocze 2022: zrealizowano); "
        "partner SM – zrealizowano (I półrocze 2022: zrealizowano, II półrocze 2022: brak sprawozdania). "
        "Bez odpowiedzi podmiotu: 4 pytania do treści sprawozdań; nie wpływa to na propozycję.",
    )
    assert [(said.short, said.period, said.text) for said in grade.statements if said.speaks] == [
        ("KMP", "I półrocze 2022", "Patrole trwają."),
        ("KMP", "II półrocze 2022", "Skierowano 96 patroli."),
        ("SM", "I półrocze 2022", "Wsparto patrole."),
    ]
    grading.confirm_grades(evaluation.grades.all(), by=coordinator)
    grading.finish_evaluation(evaluation, by=coordinator)
    evidence = evidence_of(evaluation)
    said = evidence["areas"][0]["actions"][0]["statements"][0]
    assert (said["signatory"], said["numbers"][0]["value"]) == ("Halina Kierownicza", "96.5")
    assert [period["sha256"] for period in evidence["periods"]] == [
        period.snapshot.sha256 for period in Period.objects.order_by("part")
    ]
    assert [(line["period"], line["institution"]["short"], line["received"]) for line in evidence["completeness"]] == [
        ("I półrocze 2022", "KMP", 1), ("I półrocze 2022", "SM", 1),
        ("II półrocze 2022", "KMP", 1), ("II półrocze 2022", "SM", 0),
    ]  # fmt: skip
