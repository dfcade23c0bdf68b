"""Each doubt as a question to the person who wrote. Plain Polish; everything it names comes from the finding. Pure."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal

from bezpiecznik.reporting.substance.facts import DoubtCode

Detail = Mapping[str, Any]
C = DoubtCode

TIMES = {
    2: "dwa",
    3: "trzy",
    4: "cztery",
    5: "pięć",
    6: "sześć",
    7: "siedem",
    8: "osiem",
    9: "dziewięć",
    10: "dziesięć",
}
NEAR_TEN = (Decimal("9.5"), Decimal("10.5"))
SHOWN = 4
"""How many places are named before „i inne”."""


def sentence(code: str, about: str, detail: Detail) -> str:
    """The question. `about` is the measure, blank for the text."""
    return SENTENCES[DoubtCode(code)](about, detail)


def figure(value: str | Decimal) -> str:
    return str(format_decimal(Decimal(value), "#,##0.##", locale="pl"))


def _copied(_about: str, detail: Detail) -> str:
    if detail["only_figures"]:
        return f"Poza liczbami tekst jest taki sam jak poprzednio ({detail['period']}). Czy opisuje ten okres?"
    return f"Tekst jest taki sam jak poprzednio ({detail['period']}). Czy w tym okresie było tak samo?"


def _in_packet(_about: str, detail: Detail) -> str:
    one, codes = len(detail["where"]) == 1, _listed(detail["where"])
    return f"Ten sam tekst stoi przy {'działaniu' if one else 'działaniach'} {codes}. Czy opisuje właśnie to działanie?"


def _as_other(_about: str, detail: Detail) -> str:
    gave = "podał też podmiot" if len(detail["where"]) == 1 else "podały też podmioty"
    return f"Taki sam tekst {gave}: {_listed(detail['where'])}. Czy opisuje Wasz udział?"


def _listed(places: list[str]) -> str:
    return ", ".join(places[:SHOWN]) + (" i innych" if len(places) > SHOWN else "")


def _wording(_about: str, _detail: Detail) -> str:
    return "Tekst powtarza treść działania z programu. Co konkretnie zrobiono: ile razy, gdzie, dla kogo?"


def _little(_about: str, _detail: Detail) -> str:
    return "Z tego tekstu nie wynika, co zrobiono. Czy można dopisać, ile razy, gdzie albo dla kogo?"


def _placeholder(_about: str, detail: Detail) -> str:
    return f"W tekście zostało miejsce do uzupełnienia: „{detail['found']}”. Czy tekst jest skończony?"


def _nothing(_about: str, _detail: Detail) -> str:
    return (
        "Stan realizacji mówi, że działanie prowadzono, a tekst, że nic nie zrobiono. "
        "Czy wybrać „nic nie zrobiono” i podać powód?"
    )


def _disagree(about: str, detail: Detail) -> str:
    told = ", ".join(dict.fromkeys(figure(value) for value in detail["told"]))
    value = figure(detail["value"])
    return f"W tekście jest {told}, a w tabeli przy mierniku „{about}”: {value}. Która liczba jest właściwa?"


def _tenfold(about: str, detail: Detail) -> str:
    value, past = Decimal(detail["value"]), [Decimal(old) for old in detail["past"]]
    more = value > max(past)
    former = past[-1]
    ratio = (value / former if former else value) if more else former / value
    told = f"„{about}”: w tym okresie {figure(value)}, poprzednio {figure(former)}"
    direction = "więcej" if more else "mniej"
    if NEAR_TEN[0] <= ratio <= NEAR_TEN[1]:
        return f"{told} – dziesięć razy {direction}. Czy to nie pomyłka o zero?"
    return f"{told} – {_times(ratio)} {direction}. Czy to nie pomyłka?"


def _times(ratio: Decimal) -> str:
    """`osiem razy`, `ponad 17 razy`."""
    whole = int(ratio)
    if ratio == whole:
        return f"{TIMES.get(whole, whole)} razy"
    return f"ponad {TIMES.get(whole, whole)} razy"


def _zero(about: str, detail: Detail) -> str:
    periods = _earlier(detail["n"])
    low, high = _range(detail)
    always = f"zawsze {low}" if low == high else f"od {low} do {high}"
    return f"„{about}”: teraz 0, a w {periods} było {always}. Czy to na pewno zero, a nie brak danych?"


def _outlier(about: str, detail: Detail) -> str:
    low, high = _range(detail)
    return (
        f"„{about}”: {figure(detail['value'])}. W {_earlier(detail['n'])} było od {low} do {high}. "
        "Czy liczba jest właściwa, a jeśli tak, skąd różnica?"
    )


def _never(about: str, detail: Detail) -> str:
    value = figure(detail["value"])
    return f"„{about}”: {value}, dokładnie tyle samo co w {_earlier(detail['n'])}. Czy liczbę policzono na nowo?"


def _range(detail: Detail) -> tuple[str, str]:
    past = [Decimal(old) for old in detail["past"]]
    return figure(min(past)), figure(max(past))


def _earlier(count: int) -> str:
    """`2 poprzednich okresach`, after „w”."""
    return f"{count} {'poprzednim okresie' if count == 1 else 'poprzednich okresach'}"


def _nameless(about: str, detail: Detail) -> str:
    return f"Przy liczbie {figure(detail['value'])} zamiast nazwy jest „{about}”. Co policzono?"


def _fraction(about: str, detail: Detail) -> str:
    return f"„{about}”: {figure(detail['value'])}. Tego nie liczy się w ułamkach. Czy przecinek stoi na swoim miejscu?"


def _missing(about: str, detail: Detail) -> str:
    former = f"Poprzednio ({detail['period']}) podano też „{about}”: {figure(detail['value'])}."
    return f"{former} Teraz tej liczby nie ma. Czy można ją dopisać?"


def _renamed(about: str, detail: Detail) -> str:
    names = f"Teraz „{about}”, poprzednio ({detail['period']}) „{detail['former']}”."
    return f"{names} Czy to ten sam miernik? Jeśli tak, prosimy o tę samą nazwę."


def _part(about: str, detail: Detail) -> str:
    part, whole = f"„{about}” ({figure(detail['value'])})", f"„{detail['whole']}” ({figure(detail['of'])})"
    return f"{part} to część z {whole}, a jest większa. Czy liczby nie są zamienione?"


def _alone(about: str, _detail: Detail) -> str:
    return (
        f"„{about}” oznaczono jako liczbę wspólną, a program nie wymienia przy tym działaniu innych podmiotów. "
        "Czy to liczba własna?"
    )


def _unit(about: str, detail: Detail) -> str:
    if "coverage" in detail:
        wider = detail["coverage"] == "wider"
        now, then = ("obszaru większego niż jednostka", "jednostki objętej programem")[:: 1 if wider else -1]
        return f"„{about}” dotyczy teraz {now}, a poprzednio ({detail['period']}) dotyczyło {then}. Czy tak ma być?"
    names = f"Poprzednio ({detail['period']}) miernikiem było „{detail['former']}”, teraz „{about}”."
    return f"{names} Czy jednostka jest właściwa?"


SENTENCES: Mapping[DoubtCode, Callable[[str, Detail], str]] = {
    C.COPIED: _copied,
    C.SAME_IN_PACKET: _in_packet,
    C.SAME_AS_OTHER: _as_other,
    C.OFFICIAL_WORDING: _wording,
    C.SAYS_LITTLE: _little,
    C.PLACEHOLDER: _placeholder,
    C.NOTHING_HAPPENED: _nothing,
    C.FIGURES_DISAGREE: _disagree,
    C.TENFOLD: _tenfold,
    C.ZERO: _zero,
    C.OUTLIER: _outlier,
    C.EMPTY_MEASURE: _nameless,
    C.NEVER_CHANGES: _never,
    C.PART_OF_ONE: _fraction,
    C.MEASURE_MISSING: _missing,
    C.MEASURE_RENAMED: _renamed,
    C.PART_OVER_WHOLE: _part,
    C.JOINT_ALONE: _alone,
    C.OTHER_UNIT: _unit,
}
