"""Made-up signals of three years: circumstances, media, residents; most are settled, some of the last year wait."""

from dataclasses import dataclass
from datetime import date, timedelta

from bezpiecznik.accounts.models import User
from bezpiecznik.demo import cycle
from bezpiecznik.observations import services
from bezpiecznik.observations.facts import Answer, Facts
from bezpiecznik.observations.models import Channel, Observation
from bezpiecznik.observations.states import CorrectionKind, ObservationKind, Outcome, Received
from bezpiecznik.plans.models import Area, Programme, Undertaking

PAPER, RADIO = "Głos Świętokrzyski (redakcja zmyślona)", "Radio Dwa Wzgórza (redakcja zmyślona)"
FIX, KEEP = Outcome.CORRECTION, Outcome.NO_CHANGE
WAITS = ""


@dataclass(frozen=True)
class Told:
    """One made-up signal: the day, what it says, which actions (`7.3`) or areas (`7`) it is about, and its end."""

    day: date
    kind: ObservationKind
    title: str
    about: tuple[str, ...]
    text: str = ""
    source: str = ""
    outcome: str = WAITS
    answer: str = ""
    correction: str = ""
    corrected: str = ""
    moved_to: date | None = None
    received: Received = Received.TYPED
    keyword: str = ""


C, M, V = ObservationKind.CIRCUMSTANCE, ObservationKind.MEDIA, ObservationKind.VOICE
SIGNALS = (
    Told(date(2021, 5, 12), C, "Szkoły wracają do nauki w budynkach po miesiącach zdalnych", ("3.2", "3.6"),
         "Po powrocie uczniów dyrektorzy proszą o częstsze spotkania z dzielnicowymi.", outcome=FIX,
         correction=CorrectionKind.RECOMMENDATION, corrected="Zalecamy dwa spotkania w półroczu w każdej szkole.",
         answer="Potrzebę potwierdziły szkoły i Policja; zalecenie przekazano pismem."),
    Told(date(2021, 8, 3), M, "Seria oszustw „na wnuczka” w śródmieściu", ("4.3",), source=PAPER, outcome=FIX,
         correction=CorrectionKind.OTHER, corrected="Spotkania dla seniorów przesunięto z listopada na wrzesień.",
         answer="Oszustwa nasiliły się latem, więc ostrzeżenia musiały przyjść wcześniej.", received=Received.EMAIL),
    Told(date(2021, 10, 19), M, "Smog wraca nad osiedla domów jednorodzinnych", ("5.1", "5.3"), source=RADIO,
         outcome=KEEP, answer="Kontrole palenisk są zaplanowane od października do marca i obejmują te osiedla.",
         received=Received.RSS, keyword="smog"),
    Told(date(2021, 11, 23), V, "", ("7",), "Na przejściu przy szkole samochody nie zwalniają, zwłaszcza rano.",
         outcome=KEEP, answer="Przejście ma doświetlenie od 2020 r., a patrole stają tam dwa razy w tygodniu."),
    Told(date(2022, 3, 7), C, "Do miasta przyjeżdżają uchodźcy z Ukrainy", ("1.10", "2.2"),
         "Punkty poradnictwa i świetlice przyjmują rodziny, które nie mówią po polsku.", outcome=FIX,
         correction=CorrectionKind.RECOMMENDATION,
         corrected="Zalecamy dyżury tłumacza w punktach poradnictwa i ulotki w języku ukraińskim.",
         answer="Nowa grupa mieszkańców potrzebuje tych samych usług; podmioty przyjęły zalecenie."),
    Told(date(2022, 6, 14), M, "Podtopienia nad Silnicą po nawałnicy", ("1.11",), source=PAPER, outcome=FIX,
         correction=CorrectionKind.DATE, moved_to=date(2022, 9, 30), corrected="Przegląd punktów pomiaru rzek.",
         answer="Odczyty były spóźnione, więc przegląd punktów pomiaru wykonano wcześniej niż planowano.",
         received=Received.RSS, keyword="podtopien"),
    Told(date(2022, 6, 15), M, "Nawałnica: podtopienia w dolinie Silnicy", ("1.11",), source=RADIO,
         received=Received.RSS, keyword="podtopien"),
    Told(date(2022, 10, 4), V, "", ("1",), "W parku przy stawie wieczorem jest ciemno, boimy się tamtędy chodzić.",
         outcome=FIX, correction=CorrectionKind.OTHER, corrected="Park dopisano do tras wieczornych patroli straży.",
         answer="Straż Miejska potwierdziła, że latarnie w parku nie działały; naprawiono je 20 października."),
    Told(date(2022, 12, 9), M, "Czad w bloku: czujnik uratował rodzinę", ("8.3",), source=RADIO, outcome=KEEP,
         answer="Artykuł potwierdza sens działania, które trwa; kampania o czujkach obejmie całą zimę."),
    Told(date(2023, 2, 21), C, "Nowy odcinek drogi ekspresowej zmienia ruch w mieście", ("7.2", "7.4"), outcome=KEEP,
         answer="Analiza miejsc niebezpiecznych za I półrocze 2023 r. uwzględni nowy układ dróg."),
    Told(date(2023, 5, 16), M, "Hulajnogi na chodnikach: przybywa potrąceń", ("7.7",), source=PAPER, outcome=FIX,
         correction=CorrectionKind.RECOMMENDATION, corrected="Zalecamy wspólne kontrole na deptaku w maju i czerwcu.",
         answer="Policja i Straż Miejska potwierdziły wzrost zdarzeń z hulajnogami.", received=Received.RSS,
         keyword="hulajnog"),
    Told(date(2023, 9, 12), V, "", ("3",), "Pod szkołą co rano jest tłok samochodów, dzieci wychodzą na jezdnię."),
    Told(date(2023, 10, 5), M, "Mieszkańcy osiedla skarżą się na nocne wyścigi", ("7.1",), source=RADIO,
         received=Received.RSS, keyword="wyścig"),
    Told(date(2023, 11, 8), C, "Zamknięto most na czas remontu: dłuższy dojazd straży pożarnej", ("8.6",),
         "Objazd wydłuża dojazd do trzech ulic o kilka minut."),
)  # fmt: skip


def hear(programme: Programme, year: int, *, by: User) -> None:
    """The signals of one year, each on its day, and what the office made of them."""
    kept: list[Observation] = []
    for number, told in enumerate(SIGNALS):
        if told.day.year == year:
            with cycle.day(told.day):
                kept.append(_arrive(programme, told, number, by=by))
            _decide(kept, told, by=by)
    if year == programme.year_to:
        _listen(by=by)


def _arrive(programme: Programme, told: Told, number: int, *, by: User) -> Observation:
    areas, undertakings = _tied(programme, told)
    if told.kind == V:
        return services.receive_voice(programme, area=areas[0], text=told.text)
    facts = Facts(told.kind, told.title, told.day, text=told.text, source=told.source)
    if told.received == Received.TYPED:
        return services.register_observation(programme, by=by, facts=facts, areas=areas, undertakings=undertakings)
    found = services.receive_media(
        programme, facts=facts, received=told.received, source_key=f"demo-{number}", keyword=told.keyword
    )
    assert found is not None  # noqa: S101 (each has a key of its own; tells the type checker)
    found.undertakings.set(undertakings)
    return found


def _tied(programme: Programme, told: Told) -> tuple[list[Area], list[Undertaking]]:
    """Numbers without a dot are areas; an action that this reading of the resolution has not is left out."""
    codes = [code.split(".") for code in told.about if "." in code]
    undertakings = [one for area, no in codes for one in programme.undertakings.actions().filter(area__no=area, no=no)]
    return list(programme.areas.filter(no__in=[code for code in told.about if "." not in code])), undertakings


def _decide(kept: list[Observation], told: Told, *, by: User) -> None:
    """Two weeks later; the second article about one storm is merged into the first."""
    signal = kept[-1]
    with cycle.day(told.day + timedelta(days=14)):
        if told.title.startswith("Nawałnica"):
            services.merge(signal, kept[-2], by=by)
        elif told.outcome:
            services.consider(signal, by=by)
            signal.refresh_from_db()
            services.answer(signal, by=by, version=signal.version, answer=_answer(told))


def _answer(told: Told) -> Answer:
    return Answer(
        told.outcome, told.answer, told.correction, moved_to=told.moved_to, corrected=told.corrected,
        public=told.kind == V,
    )  # fmt: skip


def _listen(*, by: User) -> None:
    """A channel that is switched off: the demonstration asks nothing of the internet."""
    words = "oszust\npodtopien\nsmog\nwyścig\nhulajnog"
    services.keep_channel(
        Channel(name=PAPER, address="https://glos.example/rss.xml", keywords=words, active=False), by=by
    )
