"""Lines that name what follows: areas that say they are areas, chapters, words that stand over any table."""

from __future__ import annotations

import re

from bezpiecznik.resolution.labels import divide
from bezpiecznik.resolution.polish import fold, is_capitals, number

_KINDS = (
    r"obszar|cel\s+(?:szczegółowy|operacyjny|strategiczny|kierunkowy)|priorytet|kierunek|moduł|blok|sfera|dziedzina"
    r"|zakres\s+tematyczny|grupa\s+zadań|pole\s+działania|płaszczyzna|oś|filar|linia\s+działania|grupa\s+tematyczna"
)
# These may be labels as well ("Zakres: …"), so a number has to follow.
_NUMBERED_KINDS = rf"{_KINDS}|cel|pole|wyzwanie|segment|strefa|pakiet|ścieżka|zagadnienie|temat|zakres"
_ORDINALS = ("pierwsz", "drug", "trzeci", "czwart", "piąt", "szóst", "siódm", "ósm", "dziewiąt", "dziesiąt")
_ADJECTIVE = (
    r"(?:\s+(?:działani[ea]ń?|działań|interwencji|programu|bezpieczeństwa(?=\s+(?:nr\s*)?(?:\d|[IVX]+\b))|(?:tematyczn|priorytetow"
    r"|strategiczn|problemow|zadaniow|programow|główn|kluczow)[yae]))?"
)
_PREFIX = r"(?:(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?:\.\d{1,2})?)[.)]?\s+)?"
_NUMBERED = re.compile(
    rf"{_PREFIX}({_NUMBERED_KINDS}){_ADJECTIVE}(?:\s+(?:nr\s*)?|(?=\d))"
    r"(\d{1,3}(?:\.\d{1,3}){0,2}|[IVXLC]{1,7}|(?-i:[A-Z])(?=\s*[.:)–—-])"
    rf"|(?:{'|'.join(_ORDINALS)})[yieao]*)\b"
    r"(\s*[.:)–—-]*\s*)(.*)",
    re.I | re.S,
)
_NAMED = re.compile(rf"{_PREFIX}({_KINDS}){_ADJECTIVE}\s*(?::|\s[–—-])\s*(\S.*)", re.I | re.S)
_OWN_NUMBER = re.compile(r"(\d{1,2}|[IVX]{1,5})[.)]\s+(?=\S)")
_CHAPTER = re.compile(
    r"(?:rozdział|część|dział)\s+(?:\d{1,3}|[IVXLC]{1,7}|(?-i:[A-H]))\b.*|[IVX]{1,5}\s?[.)]\s+\S.*", re.I | re.S
)
_GENERIC = frozenset(
    {
        "zadania", "zadan", "dzialania", "dzialan", "przedsiewziecia", "przedsiewziec", "harmonogram", "tabela",
        "tabelaryczne", "zestawienie", "plan", "realizacji", "realizacja", "do", "programu", "kierunki", "i",
        "oraz", "w", "ramach", "obszarze", "szczegolowe", "szczegolowy", "planowane", "podejmowane", "proponowane",
        "glowne", "priorytetowe", "wykaz", "mierniki", "wskazniki", "realizatorzy", "partnerzy", "terminy",
        "termin", "cel", "cele", "nr", "na", "lata", "diagnoza", "opis", "problemu", "problem", "analiza", "stanu",
        "stan", "obecny", "charakterystyka", "zagrozen", "powiatowego", "miejskiego", "rok", "z", "rzeczowo",
        "finansowy", "karta", "karty", "zalacznik", "uwagi", "podstawowe", "wykonania", "wlasne", "przewidziane",
        "ogolna", "ogolny", "wstep", "rekomendacje", "rekomendowane", "matryca", "sposob", "miernik", "wskaznik",
        "monitorowania", "oczekiwane", "efekty", "obszaru", "danych",
    }
)  # fmt: skip
_LONGEST = 260


def explicit_heading(text: str) -> tuple[str, int | None, str] | None:
    """Kind, number and name if the line says itself that it opens an area ("OBSZAR II: …", "Priorytet: …")."""
    if len(text) > _LONGEST or not text[:1].isalnum():
        return None
    if match := _NUMBERED.fullmatch(text):
        kind, own, stop, name = match.groups()[1:]
        if (
            name[:1].islower()
            and not own.casefold().startswith(_ORDINALS)
            and (not stop.strip() or (own.isalpha() and number(own.upper()) is None))
        ):
            return None
        return fold(kind), _last(own), _name(name)
    if match := _NAMED.fullmatch(text):
        own = _OWN_NUMBER.match(match[3])
        no = own[1] if own else match[1]
        return fold(match[2]), _last(no) if no else None, _name(match[3][own.end() :] if own else match[3])
    return None


def _last(text: str) -> int | None:
    """The last part of a number; areas with letters are counted through the alphabet."""
    if (ordinal := text.casefold()).startswith(_ORDINALS):
        return next(no for no, word in enumerate(_ORDINALS, start=1) if ordinal.startswith(word))
    part = text.rsplit(".", maxsplit=1)[-1].upper()
    value = number(part)
    return value if value is not None or len(part) != 1 else ord(part) - ord("A") + 1


def _name(text: str) -> str:
    name = " ".join(text.split()).strip(" ,;.:")
    return name[1:-1].strip() if re.fullmatch(r"\([^()]+\)", name) else name


def is_generic(text: str) -> bool:
    """A heading that may stand over any list or table, and so names no area: "Zadania do realizacji"."""
    words = re.findall(r"[^\W\d_]+", fold(text[:_LONGEST]))
    return all(word in _GENERIC or len(word) < 3 for word in words)


def is_chapter(text: str) -> bool:
    """A line that opens a chapter: in capitals, with a Roman number, or "Rozdział 3"."""
    if len(text) > _LONGEST or text.endswith((";", ",")):
        return False
    if is_capitals(text):
        return True
    return _CHAPTER.fullmatch(text) is not None and not text.endswith(".") and not divide(text)[1]
