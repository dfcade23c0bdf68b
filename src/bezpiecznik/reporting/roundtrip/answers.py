"""Single answers, judged: each is a value as the system keeps it, or a sentence that says what to mend."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from bezpiecznik.core.polish import fold
from bezpiecznik.reporting.roundtrip.fields import plain
from bezpiecznik.reporting.roundtrip.grids import Cell, Kind
from bezpiecznik.reporting.roundtrip.shape import OUTCOMES, AnswerColumn
from bezpiecznik.reporting.wording import LARGEST, parse_decimal

MOST_PEOPLE, TOO_MUCH = 2_000_000_000, Decimal(10**12)
"""As many as the columns of the database hold."""
CENT, NEAR = Decimal("0.01"), Decimal("0.000001")
NOTHING = {"nd", "n/d", "n.d.", "n/a", "na", "nie dotyczy", "brak", "brak danych", "bd", "b.d.", "-", "–", "—", "x"}


class Unfit(Exception):
    """The answer cannot be taken; the message says what to do."""


def refuse_odd(cell: Cell, title: str) -> None:
    """Raises Unfit for an error of the spreadsheet, and for a formula whose result is not in the file."""
    if cell.kind == Kind.ERROR:
        raise Unfit(
            _("W kolumnie „%(title)s” jest błąd arkusza (%(error)s). Prosimy wpisać tam wartość.")
            % {"title": title, "error": cell.text}
        )
    if cell.kind == Kind.FORMULA:
        raise Unfit(
            _("W kolumnie „%(title)s” jest formuła bez wyniku. Prosimy wpisać w jej miejsce wartość.")
            % {"title": title}
        )


def words(cell: Cell, column: AnswerColumn) -> str:
    """A text within its length."""
    refuse_odd(cell, column.title)
    text = plain(cell.text)
    if len(text) > column.most:
        raise Unfit(
            _("Tekst w kolumnie „%(title)s” ma %(has)d znaków, a może mieć najwyżej %(most)d. Prosimy go skrócić.")
            % {"title": column.title, "has": len(text), "most": column.most}
        )
    return text


def one_of(cell: Cell, title: str, choices: Mapping[str, str], *, blank: str = "") -> str:
    """A value of the list by its label, however spaced and cased; `blank` where nothing stands."""
    refuse_odd(cell, title)
    if cell.kind == Kind.BLANK:
        return blank
    told = _folded(cell.text)
    for value, label in choices.items():
        if told in {_folded(label), value}:
            return value
    raise Unfit(
        _("„%(told)s” nie jest wartością z listy w kolumnie „%(title)s”. Prosimy wybrać jedną z: %(choices)s.")
        % {"told": cell.text.strip()[:80], "title": title, "choices": "; ".join(choices.values())}
    )


def outcome(cell: Cell, title: str) -> str:
    return one_of(cell, title, OUTCOMES)


def _folded(text: str) -> str:
    return " ".join(fold(plain(text)).split()).rstrip(".")


def figure(cell: Cell) -> str:
    """A number with a point and no needless zeros; "" where nothing stands."""
    refuse_odd(cell, "Ile")
    if cell.kind == Kind.BLANK:
        return ""
    if cell.kind == Kind.DAY:
        raise Unfit(
            _("W kolumnie „Ile” stoi data (%(day)s): program zamienił tak wpisaną liczbę. Prosimy ustawić format "
              "komórki „Ogólny” albo „Liczbowy” i wpisać liczbę jeszcze raz.") % {"day": cell.text}
        )  # fmt: skip
    return _plain_figure(_number(cell) if cell.kind == Kind.NUMBER else _typed(cell.text))


def people(cell: Cell, title: str) -> str:
    """A whole number of people; "" where nothing stands."""
    told = _in_column(cell, title)
    if told and not (told.isdigit() and int(told) <= MOST_PEOPLE):
        raise Unfit(_("W kolumnie „%(title)s” prosimy podać liczbę osób, na przykład 120.") % {"title": title})
    return told


def money(cell: Cell, title: str) -> str:
    """An amount; "" where nothing stands."""
    text = cell.text.strip().removesuffix("zł") if cell.kind == Kind.TEXT else cell.text
    told = _in_column(Cell(text, cell.kind), title)
    if told and Decimal(told) >= TOO_MUCH:
        raise Unfit(_("Kwota w kolumnie „%(title)s” jest za duża. Prosimy ją sprawdzić.") % {"title": title})
    return told


def _in_column(cell: Cell, title: str) -> str:
    refuse_odd(cell, title)
    if cell.kind == Kind.DAY:
        raise Unfit(
            _("W kolumnie „%(title)s” stoi data (%(day)s). Prosimy wpisać liczbę.") % {"title": title, "day": cell.text}
        )
    return figure(cell)


def _number(cell: Cell) -> Decimal:
    """What the program counted: a hair's breadth beside two decimals is still meant as two."""
    value = Decimal(cell.text)
    rounded = value.quantize(CENT, ROUND_HALF_UP) if abs(value) < LARGEST else value
    return parsed(f"{rounded.normalize() if abs(value - rounded) < NEAR else value:f}".replace(".", ","))


def _typed(text: str) -> Decimal:
    told = plain(text).strip().strip("'’").strip()
    if told.casefold() in NOTHING:
        raise Unfit(
            _("„%(told)s” to nie jest liczba. Gdy nie ma czego podać, prosimy zostawić komórkę „Ile” pustą.")
            % {"told": told}
        )
    return parsed(told)


def parsed(told: str) -> Decimal:
    """Raises Unfit for what is not a number that the system keeps."""
    try:
        return parse_decimal(told)
    except ValueError as fault:
        raise Unfit(
            _("„%(told)s” to nie jest liczba, jaką można zapisać. Prosimy wpisać liczbę nieujemną, najwyżej z dwoma "
              "miejscami po przecinku, na przykład 12 albo 12,5.") % {"told": told[:40]}
        ) from fault  # fmt: skip


def _plain_figure(value: Decimal) -> str:
    told = f"{value:f}"
    return (told.rstrip("0").rstrip(".") if "." in told else told) or "0"
