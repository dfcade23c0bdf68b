"""One indicator of Zatorzyn, and a way to enter its figures."""

from decimal import Decimal

import pytest
from indicator_acts import Enter

from bezpiecznik.accounts.models import User
from bezpiecznik.indicators import services
from bezpiecznik.indicators.models import Indicator, Value
from bezpiecznik.indicators.services import Said
from bezpiecznik.indicators.states import Coverage, Half, ValueState


@pytest.fixture
def crimes(coordinator: User) -> Indicator:
    return services.add_indicator(
        name="Przestępstwa kryminalne", definition="Stwierdzone w zakończonych postępowaniach.", source="KSIP, KMP",
        unit_name="przestępstwa", by=coordinator,
    )  # fmt: skip


@pytest.fixture
def enter(crimes: Indicator, coordinator: User) -> Enter:
    """`enter(2023, 1, 120)`: a final figure of the half-year, over what was there."""

    def enter(year: int, half: int, amount: int | str, *, final: bool = True, **more: str) -> Value:
        known = crimes.values.in_force().filter(year=year, half=half).first()
        state = ValueState.FINAL if final else ValueState.PRELIMINARY
        said = Said(crimes, Decimal(amount), state, Coverage.UNIT, seen=known.pk if known else None, **more)
        services.enter_values(year, Half(half), [said], by=coordinator)
        return crimes.values.in_force().get(year=year, half=half)

    return enter
