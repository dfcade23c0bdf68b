"""„Jak liczymy”: the rule in words, out of the configuration in force. Shown on screen, frozen, printed. Pure."""

from collections.abc import Iterator

from bezpiecznik.evaluation.rule_config import DEFAULT, Effect, Halves, RuleConfig

BEGINNING = (
    "Ocenę każdego działania proponuje stała reguła, a rozstrzyga osoba. Jeżeli ocena różni się od propozycji, "
    "podaje się uzasadnienie i zachowuje obie.",
    "O propozycji decydują sprawozdania podmiotów odpowiedzialnych. Sprawozdania partnerów uzupełniają obraz: "
    "mogą wykazać, że coś zrobiono, ale nie przesądzają o realizacji całego działania.",
)
DONE_BY_ALL = (
    "Zrealizowano – wszystkie podmioty odpowiedzialne zgłosiły realizację. W toku – zgłosiły działanie ciągłe lub "
    "trwające, a żaden nie zgłosił realizacji częściowej ani braku działań."
)
DONE_BY_HEARD = (
    "Zrealizowano – wszystkie podmioty odpowiedzialne, które złożyły sprawozdania, zgłosiły realizację. W toku – "
    "zgłosiły działanie ciągłe lub trwające, a żaden nie zgłosił realizacji częściowej ani braku działań. Podmiot "
    "odpowiedzialny, który nie złożył sprawozdania, propozycji nie obniża; wymienia się go w uzasadnieniu."
)
PARTLY_BY_ALL = (
    "Zrealizowano częściowo – podmioty odpowiedzialne podały różne stany realizacji, jeden z nich zgłosił realizację, "
    "a inny nie złożył sprawozdania, albo działania wykazali tylko partnerzy."
)
PARTLY_BY_HEARD = (
    "Zrealizowano częściowo – podmioty odpowiedzialne podały różne stany realizacji albo działania wykazali tylko "
    "partnerzy."
)
REST = (
    "Nie zrealizowano – wszyscy, którzy złożyli sprawozdania, podali, że nic nie zrobiono, a jest wśród nich podmiot "
    "odpowiedzialny.",
    "Odstąpiono – wszystkie podmioty odpowiedzialne podały, że działanie ich nie dotyczy albo że pominęły je przez "
    "cały rok, i podały powód; albo obowiązek wycofano.",
    "Brak sprawozdania – żaden podmiot odpowiedzialny nie złożył sprawozdania, a partnerzy nie wykazali działań. "
    "Brak sprawozdania nie oznacza, że działania nie zrealizowano.",
)
HALVES = {
    Halves.LATEST: "Z dwóch półroczy rozstrzyga późniejsze sprawozdanie. Jeżeli jednak w I półroczu coś zrobiono, a w "
    "II nic, przyjmuje się realizację częściową.",
    Halves.WEAKER: "Z dwóch półroczy rozstrzyga słabsze. Jeżeli jednak w jednym coś zrobiono, a w drugim nic, "
    "przyjmuje się realizację częściową.",
    Halves.STRONGER: "Z dwóch półroczy rozstrzyga lepsze.",
}
SILENT_HALF = "Półrocze bez sprawozdania nie zmienia oceny wynikającej z drugiego półrocza."
SKIPPED = (
    "Pominięto w tym okresie – podmiot odpowiedział, że w tym okresie działania nie przewidywał, i podał powód. Takie "
    "półrocze nic nie mówi o całym roku: rozstrzyga drugie. Nie jest też brakiem sprawozdania."
)
TARGETS = {
    Effect.PARTLY: "Gdy program albo jego uzupełnienie podaje liczbę, do której się zobowiązano, a w sprawozdaniach "
    "podano liczbę mniejszą{enough}, zamiast „zrealizowano” proponuje się „zrealizowano częściowo”. Liczba, której "
    "nie podano, niczego nie obniża.",
    Effect.MENTION: "Gdy program albo jego uzupełnienie podaje liczbę, do której się zobowiązano, uzasadnienie "
    "propozycji porównuje z nią liczbę ze sprawozdań{enough}; na propozycję to nie wpływa.",
}
ENOUGH = " (za wystarczającą uznaje się {percent}% liczby zapowiedzianej)"
MILESTONES = {
    Effect.PARTLY: "Gdy w roku minął termin kamienia milowego, a nie odnotowano jego osiągnięcia, zamiast "
    "„zrealizowano” proponuje się „zrealizowano częściowo”. Kamień osiągnięty w roku po terminie i kamień, z którego "
    "zrezygnowano z podanym powodem, niczego nie obniżają.",
    Effect.MENTION: "Uzasadnienie propozycji wymienia kamienie milowe, których termin minął w roku, a osiągnięcia nie "
    "odnotowano; na propozycję to nie wpływa.",
}
SUBSTANCE = (
    "Pytania do treści sprawozdania, na które podmiot nie odpowiedział, wymienia się w uzasadnieniu. Nie wpływają na "
    "propozycję: ocenia je osoba."
)


def how_we_grade(config: RuleConfig = DEFAULT) -> tuple[str, ...]:
    """The rule of this configuration, one paragraph each."""
    return tuple(_paragraphs(config))


def _paragraphs(config: RuleConfig) -> Iterator[str]:
    yield from BEGINNING
    yield DONE_BY_ALL if config.all_leads else DONE_BY_HEARD
    yield PARTLY_BY_ALL if config.all_leads else PARTLY_BY_HEARD
    yield from REST
    yield f"{HALVES[Halves(config.halves)]} {SILENT_HALF}"
    yield SKIPPED
    targets, milestones = Effect(config.below_target), Effect(config.missed_milestone)
    if targets in TARGETS:
        enough = "" if config.enough_percent == 100 else ENOUGH.format(percent=config.enough_percent)
        yield TARGETS[targets].format(enough=enough)
    if milestones in MILESTONES:
        yield MILESTONES[milestones]
    if {targets, milestones} != {Effect.IGNORE}:
        yield SUBSTANCE
