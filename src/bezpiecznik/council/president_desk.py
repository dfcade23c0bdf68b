"""The president's desk is a page of its own; the common desk leads there."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.council import president_access


def home(user: User) -> str:
    """Where the president begins the day; blank for everybody else."""
    return reverse("council:president") if president_access.is_president(user) else ""


def todos(user: User) -> Iterator[Todo]:
    """Also on the list of everything, so that the page is found from there."""
    if president_access.is_president(user):
        sentence = _("Na jednej stronie jest wszystko, co w tym miesiącu wymaga decyzji.")
        yield Todo(sentence, reverse("council:president"), _("Otwórz stronę prezydenta"), Weight.NOTICE)
