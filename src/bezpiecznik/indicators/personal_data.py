"""What a person entered."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.indicators.models import Value


def register() -> None:
    persons.part("indicator_values", _("Wartości wskaźników, które ta osoba wpisała"), values)


def values(person: User) -> Iterator[Row]:
    for value in Value.objects.filter(entered_by=person).select_related("indicator").order_by("pk"):
        yield {
            _("wskaźnik"): value.indicator.name,
            _("okres"): value.period,
            _("wartość"): value.amount,
            _("wpisano"): value.entered_at,
        }
