"""Made-up statements of institutions: plausible in form, invented in content. Pure, repeatable by its seed."""

from dataclasses import dataclass
from random import Random

from bezpiecznik.core.polish import fold, forms
from bezpiecznik.reporting.states import Outcome


@dataclass(frozen=True)
class Statement:
    """What an institution might write on one action; `measure` and `value` are empty where it gives no number."""

    outcome: Outcome
    text: str = ""
    reason: str = ""
    measure: str = ""
    value: int | None = None


@dataclass(frozen=True)
class Theme:
    """Sentences for actions whose wording holds one of the word beginnings. `{n}` is a counted noun."""

    beginnings: tuple[str, ...]
    noun: str
    measure: str
    size: tuple[int, int]
    lead: tuple[str, ...]
    partner: tuple[str, ...]


THEMES = (
    Theme(
        ("kontrol", "nadzor", "przeglad", "egzekw", "sprawdz"),
        "kontrolę,kontrole,kontroli", "liczba kontroli", (4, 160),
        ("Przeprowadzono {n}. Nieprawidłowości usunięto w terminie, a wykonanie zaleceń sprawdzono ponownie.",
         "Wykonano {n}, w tym kontrole po zgłoszeniach mieszkańców. Wydano zalecenia pokontrolne.",
         "Zgodnie z planem przeprowadzono {n}; najwięcej w drugim półroczu."),
        ("Wzięto udział we wspólnych kontrolach ({n}).", "Przekazano informacje o miejscach wymagających sprawdzenia."),
    ),
    Theme(
        ("patrol", "miejsc o szczegolnym", "gromadz", "bezdomn"),
        "patrol,patrole,patroli", "liczba patroli", (40, 900),
        ("Skierowano {n} w miejsca wskazane w analizie i zgłaszane przez rady osiedli.",
         "Zrealizowano {n}; rozmieszczenie służb zmieniano co miesiąc według zgłoszeń."),
        ("Wystawiono wspólnie {n}.", "Zgłoszono miejsca wymagające częstszej obecności służb."),
    ),
    Theme(
        ("spotka", "debat", "konsult"),
        "spotkanie,spotkania,spotkań", "liczba spotkań", (3, 70),
        ("Zorganizowano {n} z mieszkańcami, w tym w szkołach i klubach seniora.",
         "Odbyto {n}. Pytania uczestników przekazano właściwym służbom, odpowiedzi ogłoszono na stronie."),
        ("Udostępniono salę i zaproszono mieszkańców na {n}.", "Prowadzono część zajęć podczas wspólnych spotkań."),
    ),
    Theme(
        ("szkolen", "warsztat", "edukac", "popularyz", "propag", "promow", "upowszech", "zajec"),
        "zajęcia,zajęcia,zajęć", "liczba uczestników", (60, 2400),
        ("Przeprowadzono zajęcia i pogadanki według harmonogramu na rok szkolny; materiały rozdano uczestnikom.",
         "Zrealizowano cykl zajęć w szkołach i placówkach; połowę prowadzono w formie warsztatów.",
         "Prowadzono zajęcia stacjonarne oraz zdalne, dostosowane do wieku uczestników."),
        ("Zgłoszono grupy i zapewniono opiekę podczas zajęć.", "Współprowadzono zajęcia i udostępniono materiały."),
    ),
    Theme(
        ("turniej", "konkurs", "zawod", "impre", "pokaz"),
        "wydarzenie,wydarzenia,wydarzeń", "liczba wydarzeń", (2, 14),
        ("Zorganizowano {n}; nagrody ufundowało miasto.", "Przeprowadzono {n} we współpracy ze szkołami."),
        ("Pomagano w organizacji i zabezpieczeniu ({n}).", "Ufundowano nagrody i zaproszono uczestników."),
    ),
    Theme(
        ("cwicze", "ewakuac"),
        "ćwiczenie,ćwiczenia,ćwiczeń", "liczba ćwiczeń", (2, 40),
        ("Przeprowadzono {n}, omówiono wnioski i poprawiono plany ewakuacji.",
         "Odbyto {n} z udziałem służb i zarządców obiektów."),
        ("Uczestniczono w ćwiczeniach ({n}).", "Udostępniono obiekt do ćwiczeń."),
    ),
    Theme(
        ("pomoc", "opiek", "wspier", "wsparc", "ochrony osob", "przemoc", "wyklucz", "rodzin"),
        "osobę,osoby,osób", "liczba osób objętych pomocą", (20, 600),
        ("Pomocą objęto {n}; porad udzielali psycholog, prawnik i pracownik socjalny.",
         "Udzielono wsparcia, z którego skorzystano wielokrotnie; objęto nim {n}."),
        ("Kierowano do podmiotu odpowiedzialnego osoby wymagające wsparcia.", "Współpracowano przy udzielaniu pomocy."),
    ),
    Theme(
        ("analiz", "monitorow", "rozpozn", "identyfik", "diagnoz"),
        "analizę,analizy,analiz", "liczba analiz", (2, 24),
        ("Sporządzono {n}; wnioski posłużyły do zmiany rozmieszczenia służb.",
         "Opracowano {n} i przekazano je uczestnikom programu."),
        ("Przekazano dane do wspólnej analizy.", "Zgłaszano spostrzeżenia i wnioski mieszkańców."),
    ),
    Theme(
        ("inform", "komunikat", "publik", "zamieszcz", "swiadom"),
        "publikację,publikacje,publikacji", "liczba publikacji", (6, 180),
        ("Przygotowano {n} na stronie internetowej i w mediach społecznościowych.",
         "Ogłoszono {n}; ważniejsze komunikaty powtórzyły media lokalne."),
        ("Rozpowszechniono informacje na własnej stronie ({n}).", "Wywieszono plakaty w siedzibie i placówkach."),
    ),
    Theme(
        ("modern", "utrzym", "infrastr", "lacznos", "zagroze", "drog"),
        "prace,prace,prac", "liczba wykonanych prac", (2, 60),
        ("Wykonano zaplanowane prace ({n}) i odebrano je bez uwag.",
         "Usunięto zgłoszone zagrożenia; wykonano {n} w terminie."),
        ("Zgłaszano potrzeby i opiniowano zakres prac.", "Zabezpieczono miejsca prowadzenia prac."),
    ),
)  # fmt: skip
OTHERWISE = Theme(
    (), "działanie,działania,działań", "liczba działań", (3, 60),
    ("Prowadzono działania zgodnie z zakresem zadań; zrealizowano {n}.", "Zadanie wykonywano przez cały okres ({n})."),
    ("Współpracowano z podmiotem odpowiedzialnym ({n}).", "Uczestniczono we wspólnych działaniach."),
)  # fmt: skip

REASONS_NOTHING = (
    "Nie wpłynęły zgłoszenia wymagające podjęcia działań.",
    "Zadanie przesunięto z powodu braku obsady.",
    "Podmiot odpowiedzialny nie zwracał się o współpracę.",
)
REASONS_NOT_APPLICABLE = (
    "Zadanie nie należy do zakresu działania podmiotu.",
    "Zadanie przejął w tym okresie inny podmiot.",
)
REASONS_SKIPPED = (
    "Przegląd wypada co dwa lata, najbliższy zaplanowano na przyszły rok.",
    "W tym okresie działania nie przewidywał harmonogram.",
)


def theme_of(wording: str) -> Theme:
    """The theme whose word beginning comes first in the wording."""
    text = f" {fold(wording)}"
    places = [
        (text.find(f" {beginning}"), number)
        for number, theme in enumerate(THEMES)
        for beginning in theme.beginnings
        if f" {beginning}" in text
    ]
    return THEMES[min(places)[1]] if places else OTHERWISE


def statement(random: Random, *, wording: str, is_lead: bool) -> Statement:
    """One invented statement: mostly a fact with a number, sometimes none, with a reason."""
    luck = random.random()
    if luck < (0.03 if is_lead else 0.08):
        return Statement(Outcome.NOTHING_DONE, reason=random.choice(REASONS_NOTHING))
    if luck < (0.04 if is_lead else 0.12):
        return Statement(Outcome.NOT_APPLICABLE, reason=random.choice(REASONS_NOT_APPLICABLE))
    if luck < (0.05 if is_lead else 0.14):
        return Statement(Outcome.SKIPPED, reason=random.choice(REASONS_SKIPPED))
    theme = theme_of(wording)
    low, high = theme.size
    number = random.randint(low, high if is_lead else max(low, high // 4))
    text = random.choice(theme.lead if is_lead else theme.partner).format(n=f"{number} {forms(number, theme.noun)}")
    outcome = random.choices((Outcome.ONGOING, Outcome.DONE, Outcome.PARTIAL), (60, 30, 10))[0]
    return Statement(outcome, text, "", theme.measure, number)
