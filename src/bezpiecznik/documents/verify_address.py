"""Under which address anybody may verify a document: short to type, not to be guessed."""

import re
import secrets

from django.urls import reverse

from bezpiecznik.notices.links import whole

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that reads like another
LENGTH, GROUP = 12, 4  # 58 bits: at thirty guesses a minute it takes longer than papers last


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _each in range(LENGTH))


def shown(code: str) -> str:
    """The code as it is printed and typed: 7H3K-9Q2M-XW4T."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def typed(words: str) -> str:
    """A code as somebody typed it, or the whole address with it, made what is kept."""
    last = words.strip().rstrip("/").rpartition("/")[2]
    return re.sub(r"[^0-9A-Z]", "", last.upper())


def address_of(code: str) -> str:
    return whole(reverse("verification:document", args=(shown(code),)))
