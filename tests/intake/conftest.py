from pathlib import Path

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.intake import services
from bezpiecznik.intake.models import Intake

KIELCE = Path(__file__).parents[2] / "examples" / "kielce" / "uchwala-XLII-829-2021.txt"

SMALL = """UCHWAŁA NR X/12/2024
RADY MIASTA ZATORZYN
z dnia 14 marca 2024 r.
w sprawie uchwalenia Miejskiego Programu Zapobiegania Przestępczości na lata 2024-2026

WYKAZ SKRÓTÓW
Skrót\tPełna nazwa
KMP\tKomenda Miejska Policji w Zatorzynie
SM\tStraż Miejska w Zatorzynie

Cele szczegółowe:
1. Mniej zagrożeń w mieście.
2. Bezpieczne drogi.

Obszar 1. BEZPIECZEŃSTWO W MIEJSCACH PUBLICZNYCH
Lp.\tDziałanie\tPodmiot odpowiedzialny\tPartnerzy
1.\tKontrole miejsc szczególnie zagrożonych.\tKMP\tSM, rady osiedli
2.\tSpotkania z mieszkańcami o bezpieczeństwie.\tSM\tKMP, PSSE

Obszar 2. RUCH DROGOWY
Lp.\tDziałanie\tPodmiot odpowiedzialny\tPartnerzy
1.\tWspólne patrole przy szkołach.\tKMP\tSM, Szkoły
"""


@pytest.fixture
def kielce() -> bytes:
    return KIELCE.read_bytes()


@pytest.fixture
def small() -> bytes:
    """A resolution of an invented town: two areas, three actions."""
    return SMALL.encode()


@pytest.fixture
def uploaded(small: bytes, coordinator: User) -> Intake:
    """Brought in, still waiting to be read."""
    return services.upload(small, name="uchwala.txt", by=coordinator)


@pytest.fixture
def in_review(uploaded: Intake) -> Intake:
    return services.read_now(uploaded)
