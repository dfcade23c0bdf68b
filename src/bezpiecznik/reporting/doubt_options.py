"""From where on an entry is asked about: thresholds with their definitions, changed on the page of settings."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.models import OptionValue
from bezpiecznik.core.options import Option, declare
from bezpiecznik.reporting.substance.facts import Thresholds

GROUP = _("Pytania o treść sprawozdań")
DEFAULT = Thresholds()


def _number(name: str, title: str | Promise, help_text: str | Promise, low: int, high: int) -> Option[int]:
    arguments = {"min_value": low, "max_value": high}
    key = f"reporting.doubt_{name}"
    return declare(
        Option(key, title, getattr(DEFAULT, name), forms.IntegerField, help=help_text, group=GROUP, arguments=arguments)
    )


def _choice(name: str, title: str | Promise, help_text: str | Promise, default: bool) -> Option[bool]:
    return declare(
        Option(
            f"reporting.doubt_{name}", title, default, forms.BooleanField, help=help_text, group=GROUP,
            arguments={"required": False},
        )
    )  # fmt: skip


OPTIONS: dict[str, Option[Any]] = {
    "likeness": _number(
        "likeness", _("Tekst uznaje się za skopiowany od podobieństwa (w procentach)"),
        _("100 to teksty jednakowe poza wielkością liter, znakami, latami i datami. Podobieństwo to udział znaków, "
          "których nie trzeba zmieniać, aby z jednego tekstu powstał drugi (odległość Indel)."), 80, 100,
    ),
    "shortest": _number(
        "shortest", _("Od ilu znaków tekst może być skopiowany"),
        _("Krótkie zdania bywają jednakowe, choć nikt ich nie kopiował."), 10, 500,
    ),
    "ask_of_templates": _choice(
        "ask_of_templates", _("Pytaj także wtedy, gdy zmieniono tylko liczby"),
        _("Wyłączone: to samo zdanie z nowymi liczbami uznaje się za nową wiadomość."), DEFAULT.ask_of_templates,
    ),
    "times": _number(
        "times", _("Ile razy liczba musi być większa lub mniejsza niż wszystkie poprzednie"),
        _("Porównuje się z największą i najmniejszą liczbą tego miernika w okresach tej samej długości."), 2, 100,
    ),
    "least": _number(
        "least", _("Od jakiej liczby pyta się o taki skok"),
        _("Większa z porównywanych liczb. Małe liczby skaczą same."), 1, 1000,
    ),
    "enough": _number(
        "enough", _("Ile wcześniejszych okresów trzeba, aby mówić o odchyleniu"),
        _("Przy krótszej historii pyta się tylko o skoki i zera."), 3, 20,
    ),
    "spread": _number(
        "spread", _("Ile odchyleń od mediany to za dużo"),
        _("Odchylenie to 1,4826 × mediana odległości od mediany (MAD), co najmniej 10% mediany i co najmniej 1."),
        2, 20,
    ),
    "unchanged": _number(
        "unchanged", _("Po ilu okresach z tą samą liczbą pytać, czy policzono ją na nowo"),
        _("Dotyczy liczb od 13 w górę: mniejsze powtarzają się z dobrych powodów."), 2, 20,
    ),
}  # fmt: skip

ANSWERS_REQUIRED = _choice(
    "answers_required", _("Przed złożeniem sprawozdania wymagaj odpowiedzi na każde pytanie"),
    _("Wyłączone: sprawozdanie można złożyć z pytaniami bez odpowiedzi, a biuro je zobaczy."), False,
)  # fmt: skip


def thresholds() -> Thresholds:
    """What is in force now, in one query."""
    keys = {option.key: name for name, option in OPTIONS.items()}
    kept = OptionValue.objects.filter(key__in=keys).values_list("key", "value")
    return Thresholds(**{keys[key]: value for key, value in kept})
