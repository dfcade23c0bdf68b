"""A yearly report to a council, made up from end to end: what the tests print and people look at."""

from datetime import date
from hashlib import sha256
from itertools import chain

from bezpiecznik.documents.content import (
    Align,
    Annex,
    Block,
    BulletList,
    Callout,
    Column,
    DocumentContent,
    Heading,
    KeyValues,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Run,
    Signatory,
    Signatures,
    Source,
    State,
    StateChart,
    StateCounts,
    StateMark,
    Table,
    TableOfContents,
    Tone,
)

AREAS = {
    "Poprawa bezpieczeństwa obywateli i porządku publicznego": (
        "Analiza zagrożeń bezpieczeństwa i dostosowywanie liczby patroli do potrzeb mieszkańców.",
        "Monitorowanie i kontrola miejsc o szczególnym zagrożeniu przestępczością.",
        "Rozbudowa i utrzymanie monitoringu wizyjnego w miejscach wskazanych przez rady osiedli.",
    ),
    "Przeciwdziałanie przemocy w rodzinie": (
        "Prowadzenie punktów konsultacyjnych dla osób doznających przemocy domowej.",
        "Szkolenia dla pracowników socjalnych, pedagogów i policjantów prowadzących procedurę „Niebieskie Karty”.",
    ),
    "Bezpieczeństwo w szkole": (
        "Spotkania z uczniami o cyberprzemocy, odpowiedzialności karnej nieletnich i narkotykach.",
        "Kontrole autokarów przed wycieczkami szkolnymi na wniosek szkół.",
        "Programy profilaktyczne w świetlicach i placówkach opiekuńczych.",
    ),
    "Przeciwdziałanie uzależnieniom": (
        "Kontrola przestrzegania zakazu sprzedaży alkoholu i wyrobów tytoniowych nieletnim.",
        "Dofinansowanie zajęć sportowych jako alternatywy dla środków odurzających.",
    ),
    "Ochrona środowiska i jakość powietrza": (
        "Informowanie mieszkańców o przekroczeniach stężeń pyłów PM10 i PM2,5.",
        "Kontrole palenisk domowych w okresie grzewczym.",
    ),
    "Bezpieczeństwo pożarowe i ochrona przed czadem": (
        "Kampania o czujkach tlenku węgla i przeglądach przewodów kominowych.",
        "Ćwiczenia ewakuacji w szkołach, przedszkolach i obiektach użyteczności publicznej.",
    ),
    "Bezpieczeństwo w ruchu drogowym": (
        "Doświetlanie i przebudowa przejść dla pieszych w miejscach o podwyższonej liczbie wypadków.",
        "Turnieje wiedzy o ruchu drogowym dla uczniów szkół podstawowych.",
        "Kierowanie patroli ruchu drogowego w miejsca zgłaszane na Krajowej Mapie Zagrożeń Bezpieczeństwa.",
    ),
    "Bezpieczeństwo imprez masowych": (
        "Odprawy służb przed imprezami o podwyższonym ryzyku.",
        "Kontrole zabezpieczenia imprez przez organizatorów.",
    ),
    "Bezpieczeństwo w komunikacji miejskiej": (
        "Wspólne patrole policji i straży miejskiej na liniach nocnych.",
        "Wyposażenie autobusów w monitoring i przycisk wzywania pomocy.",
    ),
    "Bezpieczny senior": (
        "Spotkania z seniorami o oszustwach „na wnuczka” i „na policjanta”.",
        "Udostępnianie „kopert życia” i opasek wzywania pomocy.",
    ),
    "Ochrona ludności i zarządzanie kryzysowe": (
        "Utrzymanie systemu alarmowania i ostrzegania mieszkańców.",
        "Aktualizacja planów ewakuacji na wypadek powodzi i silnych wiatrów.",
        "Ćwiczenia obrony cywilnej z udziałem służb i straży.",
    ),
}
INSTITUTIONS = (
    ("KMP", "Komenda Miejska Policji", "31 stycznia 2024"),
    ("SM", "Straż Miejska", "29 stycznia 2024"),
    ("KM PSP", "Komenda Miejska Państwowej Straży Pożarnej", "30 stycznia 2024"),
    ("MOPR", "Miejski Ośrodek Pomocy Rodzinie", "2 lutego 2024"),
    ("PSSE", "Powiatowa Stacja Sanitarno-Epidemiologiczna", ""),
    ("Szkoły", "Szkoły i placówki oświatowe", "5 lutego 2024"),
    ("BBiZK", "Biuro Bezpieczeństwa i Zarządzania Kryzysowego", "12 stycznia 2024"),
)
DEEDS = (
    "W 2023 r. przeprowadzono 214 służb ponadnormatywnych, w tym 96 wspólnie ze strażą miejską. "
    "Ujawniono 318 wykroczeń, nałożono 187 mandatów karnych, skierowano 22 wnioski o ukaranie do sądu.",
    "Zorganizowano 41 spotkań, w których wzięło udział 1 876 uczniów i 132 nauczycieli. "
    "Każda szkoła otrzymała scenariusz zajęć oraz broszury dla rodziców.",
    "Skontrolowano 63 punkty sprzedaży. W czterech stwierdzono nieprawidłowości; "
    "w dwóch przypadkach wszczęto postępowanie o cofnięcie zezwolenia.",
    "Zadanie jest realizowane w sposób ciągły. Nie odnotowano zdarzeń wymagających odrębnego opisu.",
)
STATES = tuple(State)


def content(**changes: object) -> DocumentContent:
    """The whole report; `changes` replace fields of the document."""
    fields: dict[str, object] = {
        "kind": "Sprawozdanie roczne",
        "title": "Sprawozdanie z realizacji Programu zapobiegania przestępczości oraz ochrony bezpieczeństwa "
        "obywateli i porządku publicznego",
        "subtitle": "za rok 2023, dla Rady Miasta",
        "number": "SR/2023/1",
        "case_sign": "BZ-I.5510.3.2024",
        "issued_on": date(2024, 3, 18),
        "organisation": "Urząd Miasta w Przykładowie",
        "author": "Biuro Bezpieczeństwa i Zarządzania Kryzysowego",
        "place": "Przykładowo",
        "snapshot_sha256": sha256(b"migawka").hexdigest(),
        "made_up": True,
        "blocks": tuple(chain(_front(), *map(_area, range(1, 12)), _back())),
    }
    return DocumentContent(**{**fields, **changes})  # type: ignore[arg-type]


def _front() -> tuple[Block, ...]:
    return (
        TableOfContents(),
        Heading(1, "Wprowadzenie", "wprowadzenie"),
        Paragraph(
            "Sprawozdanie obejmuje okres od 1 stycznia do 31 grudnia 2023 r. Przedstawia stan realizacji każdego "
            "działania programu wraz ze wskazaniem podmiotu odpowiedzialnego, partnerów i źródła informacji."
        ),
        Paragraph(
            (
                Run("Ocenę każdego działania "),
                Run("zaproponowano według jednej reguły", bold=True),
                Run(", a odstępstwa opatrzono uzasadnieniem. Kompletność sprawozdań przedstawia "),
                Link("załącznik nr 1", "kompletnosc"),
                Run("."),
            )
        ),
        Callout(
            "Jak czytać to sprawozdanie",
            "Brak sprawozdania nie oznacza, że nic nie zrobiono. Oznacza, że nic o tym nie wiadomo.",
        ),
        BulletList(
            (
                "słowa instytucji przytoczono bez zmian, z podaniem źródła;",
                (Run("liczby pochodzą ze sprawozdań i "), Run("nie były zaokrąglane", italic=True), Run(";")),
                "przy udziałach procentowych podano liczbę przypadków.",
            )
        ),
        Heading(1, "Stan realizacji według obszarów", "stan"),
        StateChart("Działania według oceny, w podziale na obszary, stan na 31 grudnia 2023 r.", _counts()),
        Callout(
            "Dwie instytucje nie złożyły sprawozdania",
            "Dotyczy to 9 działań. Wezwania wysłano 12 lutego 2024 r.",
            Tone.WARNING,
        ),
    )


def _counts() -> tuple[StateCounts, ...]:
    return tuple(
        StateCounts(f"{no}. {name}", {state: (no * 3 + at * 5) % 7 for at, state in enumerate(STATES)})
        for no, name in enumerate(AREAS, start=1)
    )


def _area(no: int) -> tuple[Block, ...]:
    name = list(AREAS)[no - 1]
    return (
        Heading(1, f"Obszar {no}. {name}", f"obszar-{no}"),
        Table(
            f"Działania obszaru {no}",
            (
                Column("Nr", 0.55),
                Column("Działanie", 3.6),
                Column("Podmiot odpowiedzialny", 1.5),
                Column("Partnerzy", 1.5),
                Column("Ocena", 1.7),
            ),
            tuple(
                (f"{no}.{at}", wording, INSTITUTIONS[at % 7][0], "SM, KM PSP, Rady osiedli", _mark(no + at))
                for at, wording in enumerate(AREAS[name], start=1)
            ),
        ),
        *chain.from_iterable(_action(no, at, wording) for at, wording in enumerate(AREAS[name], start=1)),
    )


def _mark(number: int) -> StateMark:
    return StateMark(STATES[number % len(STATES)])


def _action(no: int, at: int, wording: str) -> tuple[Block, ...]:
    mark = _mark(no + at)
    facts: Block = KeyValues(
        (
            ("Podmiot odpowiedzialny", INSTITUTIONS[at % 7][1]),
            ("Partnerzy", "Straż Miejska, Komenda Miejska PSP, Rady osiedli"),
            ("Ocena", mark),
        )
    )
    if mark.state is State.NO_REPORT:
        return (Heading(2, f"{no}.{at}. {wording}"), facts, Paragraph("Sprawozdania nie złożono."))
    abbreviation, institution, day = INSTITUTIONS[(no + at) % 4]
    quote = Quote(DEEDS[(no + at) % 4], (f"{institution} ({abbreviation}), sprawozdanie za 2023 r. z {day} r.",))
    return (Heading(2, f"{no}.{at}. {wording}"), facts, quote)


def _back() -> tuple[Block, ...]:
    return (
        Heading(1, "Wnioski i rekomendacje"),
        NumberedList(
            (
                "Uzupełnić sprawozdania instytucji wymienionych w załączniku nr 1 do 30 kwietnia 2024 r.",
                "Wskazać osobę odpowiedzialną za informowanie o jakości powietrza w dni wolne od pracy.",
                "Rozważyć połączenie działań 1.1 i 1.2, których sprawozdania opisują te same patrole.",
            )
        ),
        Signatures((Signatory("Kierownik Biura Bezpieczeństwa i Zarządzania Kryzysowego", "Anna Przykładowska"),)),
        Annex("Załącznik nr 1", "Kompletność sprawozdań", "kompletnosc"),
        Table(
            "Złożone sprawozdania według instytucji",
            (
                Column("Instytucja", 3.2),
                Column("Data złożenia", 1.4),
                Column("Działań", 0.8, Align.RIGHT),
                Column("Opisano", 0.8, Align.RIGHT),
                Column("Stan", 1.7),
            ),
            tuple(_completeness(at) for at in range(len(INSTITUTIONS))),
        ),
        Annex("Załącznik nr 2", "Zmiany programu w roku sprawozdawczym"),
        Table("Zmiany programu", (Column("Data"), Column("Zmiana", 4)), ()),
    )


def _completeness(at: int) -> tuple[object, ...]:
    abbreviation, name, day = INSTITUTIONS[at]
    state = StateMark(State.DONE, "złożono") if day else StateMark(State.NO_REPORT)
    institution = (Run(abbreviation, bold=True), Run(f" – {name}\n"), Source("wezwanie z 12 lutego 2024 r."))
    count = at * 3 + 2
    return (
        institution if not day else f"{abbreviation} – {name}",
        day or "–",
        str(count),
        str(count if day else 0),
        state,
    )
