from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.intake import corrections, services
from bezpiecznik.intake.models import Intake, IntakeState

WORDS = """UCHWAŁA NR X/12/2024 RADY MIASTA ZATORZYN z dnia 14 marca 2024 r.
w sprawie uchwalenia Miejskiego Programu Zapobiegania Przestępczości na lata 2024-2026

Obszar 1. BEZPIECZEŃSTWO W MIEJSCACH PUBLICZNYCH
Lp.\tDziałanie\tPodmiot odpowiedzialny\tPartnerzy
1.\tKontrole, kontakt: {who}.\tKMP\tSM
"""


def told_before_acceptance(client: InspectingClient, coordinator: User, who: str) -> str:
    intake = services.read_now(services.upload(WORDS.format(who=who).encode(), name="uchwala.txt", by=coordinator))
    corrections.accept_all_parts(intake, by=coordinator)
    return text_of(client.as_(coordinator).page(f"/praca/wczytanie/{intake.pk}/przyjecie/"))


def test_words_that_look_like_a_person_are_told_before_acceptance(client: InspectingClient, coordinator: User) -> None:
    told = told_before_acceptance(client, coordinator, "tel. 600 123 456")

    assert "numer telefonu (60• ••• •••)" in told
    assert "Program można przyjąć: to brzmienie uchwały." in told


def test_a_resolution_that_names_nobody_is_not_talked_about(client: InspectingClient, coordinator: User) -> None:
    assert "Wygląda na dane osób" not in told_before_acceptance(client, coordinator, "dyżurny 112")


def test_such_words_do_not_stop_acceptance(client: InspectingClient, coordinator: User) -> None:
    told_before_acceptance(client, coordinator, "tel. 600 123 456")
    intake = Intake.objects.get()
    services.accept(intake, by=coordinator)
    intake.refresh_from_db()

    assert intake.state == IntakeState.ACCEPTED
