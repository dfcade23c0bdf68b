"""What the headings of columns and the labels of task cards mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from bezpiecznik.resolution.plain_headers import asked, is_task_if_performed, names_initiatives, said
from bezpiecznik.resolution.polish import fold


class Role(Enum):
    """The part a column or a labelled line plays."""

    NUMBER = "number"
    TASK = "task"
    INITIATIVE = "initiative"
    LEAD = "lead"
    LEAD_AND_PARTNERS = "lead and partners"
    PARTNERS = "partners"
    DEADLINE = "deadline"
    INDICATORS = "indicators"
    FUNDING = "funding"
    METHOD = "method"
    AUDIENCE = "audience"
    GOAL = "goal"
    AREA = "area"
    DIRECTION = "direction"
    PERIOD = "period"
    ABBR = "abbr"
    FULL_NAME = "full name"


_SIGNS = {
    Role.NUMBER: r"^[l1i]\s?\.?\s?p\b|^(?:karta |nr |)(?:program|projekt|zadani|dzialani|karta)\w*(?: \w+)? nr$"
    r"|^nr\b|^numer\b|^poz\b|^pozycja\b|^symbol\b|^kod (?:zad|dzi)|^oznaczenie (?:zad|dzi)",
    Role.ABBR: r"^skrot|^akronim|^nazwa skrocona|^(?:uzyt[ey]|stosowan[ey]) (?:skrot|okreslen)",
    Role.FULL_NAME: r"pelna nazwa|nazwa pelna|rozwiniecie|objasnieni|znaczenie|^nazwa (?:instytucji|podmiotu"
    r"|jednostki)",
    Role.INITIATIVE: r"(?:nazwa|tytul|haslo) (?:programu|projektu|inicjatywy|akcji|kampanii)"
    r"|^(?:program|projekt|kampani)\w*(?: ?[/,] ?\w+)*$",
    Role.AUDIENCE: r"kogo obejmuje|odbiorc|adresa[tc]|beneficjen|grup\w* docelow|do kogo",
    Role.DEADLINE: r"termin|(?:czas|okres|data|daty|lata|rok) (?:realizacji|wykonania|trwania|obowiazywania"
    r"|zakonczenia)"
    r"|harmonogram|^czas\b|^okres\b|czestotliwosc|^kiedy\b|^data\b|^rozpoczec|^zakonczen"
    r"|^poczatek\b|^koniec\b|^start\b",
    Role.METHOD: r"sposob(?!\w* (?:pomiaru|oceny|mierz|weryfik|sprawdz|rozliczen))|^opis\b"
    r"|form[ay] (?:realizacji|wykonania)|metod",
    Role.INDICATORS: r"miernik|wskaznik|efekt|rezultat|kryteri\w+ oceny"
    r"|sposob\w* (?:pomiaru|oceny|mierz|weryfik|sprawdz|rozliczen)"
    r"|^wartosc (?:docel|bazow)",
    Role.FUNDING: r"finansow|koszt|zrodl|^srodki|budzet|naklad|wydatk|^kwota|szacunkow",
    Role.PARTNERS: r"partner|wspolprac|wspoldzial|wspolwyk|wspolreal|wspieraj|wspoluczest|wspomagaj|wspoludzial"
    r"|udzial"
    r"|wspolorgan|wspolodpow|pomocnicz",
    Role.LEAD: r"odpowiedzialn|odpowiada|realiz(?!acj)|wykonawc|wykonuj|wiodac|\blider|koordynator|koordynuj"
    r"|organizator",
    Role.TASK: r"dzialani[ea]|dzialan\b|zadani|zadan\b|przedsiewziec|inicjatyw|tresc\b",
    Role.GOAL: r"^cel(?:e|u)?\b",
    Role.AREA: r"^obszar|^priorytet|^dziedzina|^modul\b|^blok\b",
    Role.DIRECTION: r"^kierun(?:ek|ki)\b",
}
_PATTERNS = {role: re.compile(pattern) for role, pattern in _SIGNS.items()}
_BODY = re.compile(r"podmiot|instytucj|jednostk|sluzb|komork")
_ANY = re.compile("|".join([*_SIGNS.values(), _BODY.pattern]))
_COUNTING = re.compile(r"(?:liczba|ilosc|odsetek|procent|stopien|razem|ogolem|suma|wartosc [^db])\b")
_COUNTED = re.compile(r"\d|[A-Z][.\-/]?\d{1,3}[.)]?$")
_VALUE = re.compile(
    r"wartosc (?:docel|bazow|wyjsc|poczatk|koncow|oczekiw|zaklad|20)|(?:stan|poziom|rok) (?:docel|bazow|wyjsc"
    r"|obecn|poczatk)"
    r"|^(?:docelow|bazow|wyjsciow)\w*$|^wartosc\b"
)
_UNIT = re.compile(r"jednostka (?:miary|pomiaru)|j\.? ?m\.?$|jedn\.? miary")
_STANDS_FOR_NAME = re.compile(r"symbol|oznaczenie|kod$|nazwa uzyt|okreslenie")
_WIDEST_LIST = 4
LONGEST_HEADER, _SENTENCE = 90, 50
FIELDS = frozenset({Role.LEAD, Role.LEAD_AND_PARTNERS, Role.PARTNERS, Role.DEADLINE, Role.INDICATORS, Role.FUNDING})
_PERFORMING = frozenset({Role.LEAD, Role.LEAD_AND_PARTNERS, Role.PARTNERS})
OF_TASKS = frozenset({Role.TASK, Role.INITIATIVE, Role.ABBR})
REPEATABLE = frozenset({Role.DEADLINE, Role.INDICATORS, Role.FUNDING, Role.PERIOD})


@lru_cache(maxsize=100_000)
def role_of(text: str) -> Role | None:
    """The meaning of one heading: of all words that say something, the first one decides."""
    if len(text) > LONGEST_HEADER:
        return None
    folded = fold(text).lstrip("([").rstrip(")]: ")
    if _COUNTING.match(folded) or _UNIT.match(folded):
        return None
    if question := asked(folded):
        return Role[question]
    return _usual(folded) or (Role[plain] if (plain := said(folded)) else None)


def _usual(folded: str) -> Role | None:
    if not _ANY.search(folded):
        return None
    found = sorted(
        (match.start(), place, role)
        for place, (role, pattern) in enumerate(_PATTERNS.items())
        if (match := pattern.search(folded))
    )
    roles = [role for _, _, role in found]
    if not roles:
        return Role.LEAD if _BODY.search(folded) else None
    if {Role.LEAD, Role.PARTNERS} <= set(roles) and roles[0] in (Role.LEAD, Role.PARTNERS) and _joined(folded):
        return Role.LEAD_AND_PARTNERS
    return _of_two(roles, folded)


def _of_two(roles: list[Role], folded: str) -> Role:
    """ "Realizacja zadania: odpowiedzialny", "Cel działania" and "Program (nazwa zadania)" have their own rules."""
    if roles[0] is Role.TASK and Role.LEAD in roles and folded.startswith(("realizacja", "wykonanie")):
        return Role.LEAD
    return roles[0]


def _joined(folded: str) -> bool:
    return re.search(r"/|,|\bi\b|\boraz\b|\(", folded) is not None


def columns_of(
    cells: tuple[str, ...], given: Mapping[int, Role] = MappingProxyType({})
) -> tuple[Role | None, ...] | None:
    """Roles of the columns if this row is the heading of a table we know, else None; some may be given."""
    if len(cells) > 60 or any(_COUNTED.match(cell) and role_of(cell) is not Role.NUMBER for cell in cells[:1]):
        return None
    if any(len(cell) > LONGEST_HEADER or (len(cell) > _SENTENCE and cell.endswith(".")) for cell in cells):
        return None
    roles = _settled([given.get(place) or role_of(cell) for place, cell in enumerate(cells)], cells)
    known = {role for role in roles if role}
    if (not known & OF_TASKS or len(known - {Role.NUMBER}) < 2 or _only_plan(known)) and not _only_times(cells, roles):
        return None
    if roles[0] is None and not cells[0].strip() and Role.NUMBER not in known:
        roles[0] = Role.NUMBER
    return tuple(roles)


def _only_plan(known: set[Role]) -> bool:
    """A table of areas with their goals has no tasks of anybody."""
    return not known & (FIELDS | {Role.PERIOD, Role.FULL_NAME, Role.AUDIENCE, Role.METHOD, Role.GOAL, Role.AREA})


def _only_times(cells: tuple[str, ...], roles: Sequence[Role | None]) -> bool:
    """A timetable may name its tasks by their numbers alone ("Nr zadania | Termin | Odpowiedzialny")."""
    return (
        roles[0] is Role.NUMBER
        and bool({Role.DEADLINE, Role.PERIOD} & set(roles))
        and re.search(r"zada|dzia|przeds", fold(cells[0])) is not None
    )


def _settled(roles: list[Role | None], cells: tuple[str, ...]) -> list[Role | None]:
    """Columns in the light of one another: what is the task where no column says so, who performs, what repeats."""
    if Role.FULL_NAME in roles and Role.ABBR not in roles and len(roles) <= _WIDEST_LIST:
        short = [_STANDS_FOR_NAME.match(fold(cell)) is not None for cell in cells]
        roles = [Role.ABBR if is_short else own for is_short, own in zip(short, roles, strict=True)]
    if Role.ABBR in roles and Role.FULL_NAME not in roles:
        roles = _with_full_name(roles, cells)
    roles = _without_repeats(_without_values(roles, cells))
    if not OF_TASKS & set(roles) and _PERFORMING & set(roles):
        _name_tasks(roles, cells)
    if not OF_TASKS & set(roles) and FIELDS & set(roles):
        for stand_in in (Role.DIRECTION, Role.METHOD, Role.GOAL):
            if stand_in in roles and (stand_in is not Role.GOAL or Role.AREA in roles):
                roles[roles.index(stand_in)] = Role.TASK
                break
    if Role.TASK in roles and Role.DIRECTION in roles:
        roles[roles.index(Role.DIRECTION)] = Role.GOAL if Role.AREA in roles else Role.AREA
    return roles


def _without_values(roles: list[Role | None], cells: tuple[str, ...]) -> list[Role | None]:
    """Beside the names of measures their values are no measures: "wartość bazowa", "wartość docelowa"."""
    measures = [place for place, role in enumerate(roles) if role is Role.INDICATORS]
    values = {place for place in measures if _VALUE.search(fold(cells[place]))}
    if len(values) == len(measures):
        return roles
    return [None if place in values else role for place, role in enumerate(roles)]


def _with_full_name(roles: list[Role | None], cells: tuple[str, ...]) -> list[Role | None]:
    """Beside an abbreviation a body, a name, or the only other column there is, is the name in full."""
    named: list[Role | None] = [
        Role.FULL_NAME if role is Role.LEAD or _is_name(cell) else role for role, cell in zip(roles, cells, strict=True)
    ]
    others = [place for place, role in enumerate(named) if role not in (Role.ABBR, Role.NUMBER)]
    if Role.FULL_NAME not in named and others and len(roles) <= _WIDEST_LIST:
        place = next((place for place in others if place > named.index(Role.ABBR)), others[0])
        named[place] = Role.FULL_NAME
    return named


def _name_tasks(roles: list[Role | None], cells: tuple[str, ...]) -> None:
    """ "Wyszczególnienie" beside performers is the task; "Nazwa" beside the people it is for names a programme."""
    for place, cell in enumerate(cells):
        folded = fold(cell)
        if roles[place] is None and is_task_if_performed(folded):
            programme = names_initiatives(folded) and Role.AUDIENCE in roles
            roles[place] = Role.INITIATIVE if programme else Role.TASK
            return


def _is_name(cell: str) -> bool:
    return fold(cell).startswith("nazwa")


def _without_repeats(roles: list[Role | None]) -> list[Role | None]:
    """Two columns of performers are the responsible and the supporting ones; other repeats say nothing."""
    seen: list[Role | None] = []
    for role in roles:
        if role is Role.LEAD and role in seen and Role.PARTNERS not in roles:
            seen.append(Role.PARTNERS)
        elif role is Role.LEAD_AND_PARTNERS and {Role.LEAD, Role.PARTNERS} & set(roles):
            seen.append(Role.PARTNERS if Role.PARTNERS not in roles and Role.PARTNERS not in seen else None)
        else:
            seen.append(role if role not in seen or role in REPEATABLE else None)
    return seen
