"""What is noted has happened: its day is not one to come."""

from datetime import date

from django.utils.translation import gettext as _

from bezpiecznik.commission.refusals import Refused
from bezpiecznik.core import clock


def refuse_to_come(*days: date | None) -> None:
    """Raises Refused for a day after today; days that were not given are passed over."""
    if any(day is not None and day > clock.today() for day in days):
        raise Refused(_("Tego dnia jeszcze nie było."))
