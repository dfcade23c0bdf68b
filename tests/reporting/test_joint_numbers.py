"""The same meeting reported by three bodies counts once."""

from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import given as for_any
from hypothesis import strategies as st

from bezpiecznik.reporting.queries.joint import Given, compare, totals
from bezpiecznik.reporting.versions import NumberContent


def number(body: str, value: str, share: str, measure: str = "liczba spotkań", coverage: str = "unit") -> Given:
    return Given(body, measure, Decimal(value), share, coverage)


def content(measure: str, value: str, share: str = "joint", coverage: str = "unit") -> NumberContent:
    return {"measure": measure, "value": value, "share": share, "coverage": coverage}


def told(*numbers: Given) -> list[tuple[str, Decimal, Decimal]]:
    return [(total.measure, total.low, total.high) for total in totals(numbers)]


def test_one_meeting_of_three_bodies_is_one_meeting() -> None:
    three = [number(body, "12", "joint") for body in ("SP 5", "KMP", "SM")]

    assert told(*three) == [("liczba spotkań", 12, 12)]


def test_own_numbers_are_added_and_the_joint_one_once() -> None:
    assert told(
        number("KMP", "300", "own"),
        number("SM", "40", "own"),
        number("KMP", "12", "joint"),
        number("SM", "12", "joint"),
    ) == [("liczba spotkań", 352, 352)]


def test_different_joint_numbers_make_a_range_and_are_not_added() -> None:
    (total,) = totals([number("KMP", "12", "joint"), number("SM", "9", "joint"), number("SM", "5", "own")])

    assert (total.low, total.high, total.is_range, total.bodies) == (14, 17, True, ("KMP", "SM"))


def test_measures_are_the_same_when_they_count_the_same() -> None:
    assert told(
        number("KMP", "12", "joint", "Wspólne spotkania"), number("SM", "12", "joint", "liczba wspólnych spotkań")
    ) == [("Wspólne spotkania", 12, 12)]


def test_a_wider_area_is_counted_apart() -> None:
    assert len(totals([number("KMP", "12", "own"), number("SM", "9", "own", coverage="wider")])) == 2


def test_both_names_of_a_measure_are_compared_and_own_numbers_are_not() -> None:
    lead = [content("liczba wspólnych spotkań", "12"), content("liczba patroli", "300", share="own")]
    other = [content("spotkania", "9"), content("liczba patroli", "300", share="own"), content("liczba szkoleń", "3")]

    assert [(one.measure, one.lead, one.other, one.differs) for one in compare(lead, other)] == [
        ("liczba wspólnych spotkań", Decimal(12), Decimal(9), True),
        ("liczba szkoleń", None, Decimal(3), False),
    ]


numbers = st.lists(
    st.builds(
        Given,
        st.sampled_from(["KMP", "SM", "PSP"]),
        st.sampled_from(["liczba spotkań", "spotkania", "liczba szkoleń"]),
        st.decimals(min_value=0, max_value=10**6, places=0),
        st.sampled_from(["own", "joint"]),
        st.sampled_from(["unit", "wider"]),
    ),
    max_size=8,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@for_any(numbers)
def test_a_total_is_never_more_than_everything_added_nor_less_than_what_is_own(given: list[Given]) -> None:
    added = sum((one.value for one in given), Decimal(0))
    own = sum((one.value for one in given if one.share == "own"), Decimal(0))
    found = totals(given)

    assert own <= sum((total.low for total in found), Decimal(0))
    assert sum((total.high for total in found), Decimal(0)) <= added
    assert all(total.low <= total.high for total in found)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@for_any(numbers)
def test_the_order_of_bodies_changes_no_total(given: list[Given]) -> None:
    def sums(found: list[Given]) -> list[tuple[Decimal, Decimal]]:
        return sorted((total.low, total.high) for total in totals(found))

    assert sums(given) == sums(given[::-1])
