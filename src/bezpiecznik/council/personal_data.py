"""What a person entered."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.council.models import Matter


def register() -> None:
    persons.part("council_matters", _("Sprawy dla rady, które ta osoba założyła"), matters)


def matters(person: User) -> Iterator[Row]:
    for matter in Matter.objects.filter(opened_by=person).order_by("pk"):
        yield {_("sprawa"): str(matter), _("założono"): matter.opened_at}
