"""What a person entered and decided of signals."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import Row
from bezpiecznik.observations.models import IncomingLetter, Observation, Step


def register() -> None:
    persons.part("observations", _("Sygnały, które ta osoba wpisała albo rozstrzygnęła"), observations)
    persons.part("observation_steps", _("Zmiany stanu sygnałów przez tę osobę"), steps)
    persons.part("incoming_letters", _("Wiadomości nierozpoznanych nadawców, o których ta osoba zdecydowała"), letters)


def observations(person: User) -> Iterator[Row]:
    found = Observation.objects.filter(created_by=person) | Observation.objects.filter(answered_by=person)
    for observation in found.distinct().order_by("pk"):
        yield {
            _("sygnał"): observation.title,
            _("wpłynął"): observation.arrived_at,
            _("rozstrzygnięto"): observation.answered_at,
        }


def steps(person: User) -> Iterator[Row]:
    for step in Step.objects.filter(by=person).select_related("observation").order_by("pk"):
        yield {
            _("sygnał"): step.observation.title,
            _("stan"): step.get_after_display(),
            _("powód"): step.reason,
            _("kiedy"): step.at,
        }


def letters(person: User) -> Iterator[Row]:
    for letter in IncomingLetter.objects.filter(decided_by=person).order_by("pk"):
        yield {_("wiadomość z dnia"): letter.sent_on, _("stan"): letter.get_state_display(),
               _("kiedy"): letter.decided_at}  # fmt: skip
