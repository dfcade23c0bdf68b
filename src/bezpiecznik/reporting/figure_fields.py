"""People and money of an initiative as people type them, and the questions that they raise."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.http import QueryDict
from django.utils.translation import gettext as _

from bezpiecznik.core.forms import free_text
from bezpiecznik.reporting.card_parts import Question
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.services import Figures, figures_of
from bezpiecznik.reporting.wording import amount, figure, parse_decimal

FIELDS = ("audience", "planned", "granted", "spent", "source")
"""In their order on the card."""
LONGEST_SOURCE = 200
MOST_PEOPLE = 2_000_000_000
TOO_MUCH = Decimal(10**12)
"""What the column of money does not hold."""
Wrong = tuple[str, str]
"""The field, and a sentence."""


@dataclass(frozen=True)
class FigureRow:
    """The fields as they stand on the page, right or wrong. Blank: not said."""

    audience: str = ""
    planned: str = ""
    granted: str = ""
    spent: str = ""
    source: str = ""


def stored(entry: Entry) -> FigureRow:
    said = figures_of(entry)
    numbers = {name: getattr(said, name) for name in FIELDS if name != "source"}
    return FigureRow(**{name: "" if n is None else figure(n) for name, n in numbers.items()}, source=said.source)


def typed(data: QueryDict) -> FigureRow | None:
    """What stands in the fields; none where the card had no such fields."""
    return FigureRow(*(free_text(data, name) for name in FIELDS)) if "audience" in data else None


def cleaned(row: FigureRow) -> tuple[Figures, list[Wrong]]:
    """What was typed as it is kept, and what is wrong with it."""
    problems: list[Wrong] = []
    people = _people(row.audience, problems)
    money = {name: _money(name, getattr(row, name), problems) for name in ("planned", "granted", "spent")}
    if len(row.source) > LONGEST_SOURCE:
        problems.append(("source", _("Źródło finansowania może mieć najwyżej 200 znaków.")))
    return Figures(people, **money, source=" ".join(row.source.split())), problems


def _people(text: str, problems: list[Wrong]) -> int | None:
    plain = "".join(text.split())
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit() and int(plain) <= MOST_PEOPLE):
        sentence = _("„%(value)s” to nie jest liczba osób. Wpisz na przykład 120.") % {"value": text}
        problems.append(("audience", sentence))
        return None
    return int(plain)


def _money(name: str, text: str, problems: list[Wrong]) -> Decimal | None:
    plain = text.removesuffix("zł").strip()
    if not plain:
        return None
    try:
        found = parse_decimal(plain)
    except ValueError:
        found = TOO_MUCH
    if found >= TOO_MUCH:
        sentence = _("„%(value)s” to nie jest kwota. Wpisz na przykład 1500,50.") % {"value": text}
        problems.append((name, sentence))
        return None
    return found


def questions(_packet: Packet, entries: Sequence[Entry]) -> dict[int, list[Question]]:
    """`card_parts.ask`: sums that look the wrong way round. They keep nothing from being sent."""
    return {entry.pk: asked for entry in entries if (asked := list(_asked(figures_of(entry))))}


def _asked(said: Figures) -> list[Question]:
    pairs = (
        (said.spent, said.granted, _("Wydano (%(more)s) więcej, niż przyznano (%(less)s). Czy to się zgadza?")),
        (said.granted, said.planned, _("Przyznano (%(more)s) więcej, niż planowano (%(less)s). Czy to się zgadza?")),
    )
    return [
        Question(sentence % {"more": amount(more), "less": amount(less)}, field="figures")
        for more, less, sentence in pairs
        if more is not None and less is not None and more > less
    ]
