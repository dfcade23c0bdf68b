"""Headings of columns in plain words: questions ("Kto za to odpowiada?") and everyday names ("Gospodarz")."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PARTNERS_WORDS = (
    r"pomaga|pomoze|pomoga|wspier|wesprze|wspolprac|wspoldzial|wspolrealiz|wspolodpow|dolacz|jeszcze|wspomag"
    r"|uczestnicz|wezmie udzial|bierze udzial|towarzysz|bedzie pomag|asyst|poza tym|wlacz"
)
_MEASURED = r"z?mierz|sprawdz|ocen|pozna|dowiemy|rozlicz|efekt|rezultat|wskazni|sukces|uda|osiagn|zmieni|zysk"
_MONEY = r"(?:za|o)?plac(?:i|a)|finans|koszt|pieni|srodk|fundusz"

# The name of a role is that of `headers.Role`; of several rules the first one that fits decides.
_QUESTIONS = (
    ("DEADLINE", r"(?:od|do|na|przed)? ?kiedy\b|jak (?:czesto|dlugo)\b|ile (?:razy|czasu)\b|co ile\b"
                 r"|ile to (?:po)?trwa"
                 r"|(?:w|do) (?:jakim|jakiego|ktorym|ktorego) (?:terminie|czasie|okresie|roku|dnia|latach)"),
    ("FUNDING", rf"(?:kto|z czego|skad|jak|za co|czym|co)\b.*\b(?:{_MONEY})|za (?:ile|co|czyje"
                rf"|jakie)\b(?!.*odpow)|z czego$"
                r"|skad (?:na to|wezmiemy)$|ile (?:to )?(?:b\w+ )?(?:koszt\w*|wyda\w*)|za jakie pieniadze|ile to$"
                r"|ile potrzeba"),
    ("GOAL", r"po co\b|co chcemy|dokad|do czego (?:zmierza|daz)\w*"),
    ("INDICATORS", rf"(?:po czym|jak|skad|w jaki sposob|co|czym|jakie|kiedy)\b.*\b(?:{_MEASURED})"
                   rf"|skad (?:b\w+ )?wiadomo"
                   r"|skad (?:b\w+ )?(?:wiemy|wiedziec)|jaki (?:bedzie )?(?:efekt|skutek|wynik)|ile chcemy"
                   r"|co z tego|co nam to da"),
    ("AUDIENCE", r"(?:dla|do) kogo\b|komu\b|kogo\b|(?:kto|ktos) .*skorzysta|czyj\w* (?:bezpieczenstw|potrzeb)"),
    ("LEAD_AND_PARTNERS", r"kto(?:,? | i | oraz )(?:razem )?z kim|kto(?: to)? robi i (?:kto|z kim)"
                          r"|kto i z czyja pomoca"),
    ("PARTNERS", rf"(?:razem |wspolnie |i |oraz |a )?(?:z|przy) (?:kim|czyim|czyja|czyjej)\b"
                 rf"|kto\b.*\b(?:{_PARTNERS_WORDS})"),
    ("TASK", r"co (?:sie )?(?:z?robi|bedzie|trzeba|nalezy|mamy|do zrobienia|planuj|zrealiz|realiz|wykona"
             r"|wykonuj|podejm|zapewni"
             r"|naprawi|chce)\w*\b|co$|co konkretnie|(?:jakie|ktore) (?:zadani|dzialan|kroki|przedsiew)"
             r"|za co .*odpow"),
    ("LEAD", r"kto\b|czyje\b|czyja\b|przez kogo\b|u kogo\b|do kogo nalezy"),
    ("METHOD", r"jak$|jak (?:to )?(?:z?robi|zreal|realiz|wykon|osiag|dziala|bedziemy|chce)\w*|w jaki sposob"
               r"|jakimi?\b"),
)  # fmt: skip
_SAID = (
    ("NUMBER", r"(?:#|lit|id|znak|kod|indeks)$"),
    ("PARTNERS", r"w?espol(?: |$)|razem z|wspolnie z|pozostal\w+ |uczestni|sojusznik|kooper|asyst|pomagaj"
                 r"|z pomoca|przy pomocy"
                 r"|(?:inne|inni) (?:podmiot|jednostk|instytucj|sluzb)|wsparcie$|do pomocy"),
    ("LEAD", r"gospodarz|prowadzac|prowadzi$|wlasciciel (?:zad|dzi|proc)|opiekun(?:owie)?(?: (?:zad|dzi"
             r"|karty))?$|kieruj"
             r"|zawiadujac|nadzoruj|inicjator|dysponent|osoba kontaktowa|odp$|pion$|autor zadania|zespol zadaniowy"),
    ("INDICATORS", r"miar[ay]\b|mierzymy|mierzaln|.*\bmierzaln|sprawdzian|produkt|parametr|poziom docelowy"
                   r"|cel do osiagniecia"
                   r"|dowod wykonania|oczekiwany (?:wynik|stan)|wynik"),
    ("DEADLINE", r"horyzont|czasokres|(?:realizacja|wykonanie) (?:w|do)\b|(?:od|do)$|lata$|rok$|kalendarz"
                 r"|ramy czasowe|przedzial czas|perspektywa czas|etap(?:y"
                 r"|owanie)?$|cykl\b|dni$"
                 r"|pora roku|miesiac(?:e)?$|kwartal(?:y)?$|do dnia|od \S+ do|czas$|w latach"),
    ("FUNDING", r"pieniadze|limit|platnik|fundusz|wartosc zadania|wycena|ile kosztuje"),
    ("METHOD", r"form[ay]\b|tryb\b|przebieg|narzedzi|technik|szczegoly$"),
    ("GOAL", r"(?:zamierzon\w|glown\w|zakladan\w|nasz\w?|oczekiwan\w) cele?$|zamiar$|dazymy do|zalozenia\b|.*\(cele?$"),
    ("AUDIENCE", r"uczestnicy zajec|dla$|objeci\b"),
    ("AREA", r"(?:dzial|sfera|plaszczyzn\w|zagadnieni[ea]|tematyka|temat|tematy|pole|dziedziny|modul|blok"
             r"|segment|filar)$"
             r"|(?:grupa|rodzaj|kategoria|typ) (?:zad|dzi|zagroz|przeds)|zakres tematyczny|rodzaj zagrozenia"
             r"|problem$"),
)  # fmt: skip
_TASK_IF_PERFORMED = re.compile(
    r"(?:wyszczegolnieni|zamierzeni|przedmiot|zakres(?: (?:rzeczowy|prac|czynnosci|robot|merytoryczny))?$"
    r"|czynnosc|aktywnosc"
    r"|zobowiazani|krok|pomysl|postulat|inwestycj|nazwa$|tytul$|wykonanie$|polecenie|punkt programu|plan$|prace\b"
    r"|kierunki? pracy|tematy? i tresc|rekomendacj|zalecen|propozycj|projekty?$)"
)
_OF_INITIATIVES = re.compile(r"(?:nazwa|tytul|haslo)$")
_CONTENT_QUESTION = re.compile(r"co (?:roku|rok|miesiac|tydzien|dzien|dwa|trzy|kwartal|najmniej|wiemy|to)\b")
_ASKING = re.compile(
    r"(?:a |i |oraz )?(?:co|kto|kogo|komu|kiedy|jak\w*|skad|dokad|ile|czyj\w*|czym|razem|wspolnie|ktore"
    r"|(?:z|za|po|od|do|na|dla|przy|przez|przed|u|w) (?:co|czego|czym|kim|kogo|kiedy|ile|czyj\w*|jak\w+|ktor\w+))\b"
)


def _compiled(rules: tuple[tuple[str, str], ...]) -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in rules}


_QUESTION_RULES, _SAID_RULES = _compiled(_QUESTIONS), _compiled(_SAID)


def asked(folded: str) -> str | None:
    """What a heading asks for, as the name of a role; None for one that is no question."""
    if not _ASKING.match(folded) or _CONTENT_QUESTION.match(folded):
        return None
    return _first(_QUESTION_RULES, folded)


def said(folded: str) -> str | None:
    """What an everyday name of a column means, asked only where no usual word was found."""
    return _first(_SAID_RULES, folded)


def _first(rules: Mapping[str, re.Pattern[str]], folded: str) -> str | None:
    bare = folded.strip(" ?!.:")
    return next((name for name, pattern in rules.items() if pattern.match(bare)), None)


def is_task_if_performed(folded: str) -> bool:
    """Words that stand over tasks in a table that says who performs them, and over anything else elsewhere."""
    return _TASK_IF_PERFORMED.match(folded.strip(" ?.:")) is not None


def names_initiatives(folded: str) -> bool:
    """A bare "Nazwa": beside the people it is for, the name of a programme."""
    return _OF_INITIATIVES.match(folded.strip(" ?.:")) is not None
