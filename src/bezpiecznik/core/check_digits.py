"""Check digits of Polish numbers that name a person or an account. Pure; digits come without spaces.

Sources: PESEL - art. 15 of the act of 24.09.2010 on the register of residents, and the register's own description of
the number; identity card and passport - ICAO 9303 values of letters (A = 10 … Z = 35) with Polish weights, the check
digit standing first after the letters; NRB - ISO 13616, remainder 97.
"""

from datetime import date

PESEL_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
IDENTITY_CARD_WEIGHTS = (7, 3, 1, 9, 7, 3, 1, 7, 3)
PASSPORT_WEIGHTS = (7, 3, 9, 1, 7, 3, 1, 7, 3)
CENTURIES = {0: 1900, 20: 2000, 80: 1800}
"""What the month of a PESEL is raised by; births of 2100 and later are not numbers of anybody yet."""
POLAND = "2521"


def pesel_check_digit(first_ten: str) -> int:
    total = sum(weight * int(digit) for weight, digit in zip(PESEL_WEIGHTS, first_ten, strict=True))
    return -total % 10


def is_pesel(digits: str) -> bool:
    """Eleven digits that begin with a real day of birth and end with the right check digit."""
    if len(digits) != 11 or not digits.isascii() or not digits.isdigit():
        return False
    return _birthday(digits) is not None and pesel_check_digit(digits[:10]) == int(digits[10])


def _birthday(digits: str) -> date | None:
    coded = int(digits[2:4])
    raised = coded // 20 * 20
    if raised not in CENTURIES:
        return None
    try:
        return date(CENTURIES[raised] + int(digits[:2]), coded - raised, int(digits[4:6]))
    except ValueError:
        return None


def is_identity_card(number: str) -> bool:
    """Three letters and six digits, as in ABA300000."""
    return _weighed(number, letters=3, weights=IDENTITY_CARD_WEIGHTS)


def is_passport(number: str) -> bool:
    """Two letters and seven digits, as in ZS0000177."""
    return _weighed(number, letters=2, weights=PASSPORT_WEIGHTS)


def _weighed(number: str, *, letters: int, weights: tuple[int, ...]) -> bool:
    front, back = number[:letters], number[letters:]
    whole = len(number) == len(weights) and front.isascii() and front.isalpha() and back.isascii() and back.isdigit()
    if not whole:
        return False
    return sum(weight * int(sign, 36) for weight, sign in zip(weights, number, strict=True)) % 10 == 0


def is_account(digits: str) -> bool:
    """Twenty-six digits of a Polish bank account (NRB), without PL."""
    if len(digits) != 26 or not digits.isascii() or not digits.isdigit():
        return False
    return int(digits[2:] + POLAND + digits[:2]) % 97 == 1
