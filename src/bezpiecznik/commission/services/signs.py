"""Signs of cases for papers of the Commission: the one given, else the next one of the office's own counter."""

from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.letters import refusals
from bezpiecznik.letters import services as letters


def sign_for(title: str, *, sign: str, day: date, by: User) -> str:
    """Opens the case. Raises Refused for a sign that is in use."""
    try:
        return letters.open_case(title[:400], sign=sign.strip(), day=day, by=by).sign
    except refusals.Refused as refusal:
        raise Refused(str(refusal)) from refusal
