"""Labels that offices write in running text, beyond the words that head a column: verbs, questions, short forms."""

from __future__ import annotations

from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.polish import fold

_LISTS = {
    Role.LEAD: (
        "odp.|wyk.|real.|kto|kto realizuje|kto to robi|kto wykonuje|kto prowadzi|kto odpowiada|kto za to odpowiada"
        "|kto koordynuje|wykonanie|wykonanie zadania|realizacja|realizacja zadania|realizacja dzialania|prowadzi"
        "|prowadza|prowadzacy|prowadzaca|za realizacje odpowiada|za realizacje odpowiadaja|za realizacje"
        "|za wykonanie odpowiada|za wykonanie odpowiadaja|za wykonanie|za zadanie odpowiada|za dzialanie odpowiada"
        "|za realizacje zadania odpowiada|za realizacje zadania odpowiadaja|odpowiada|odpowiadaja"
        "|odpowiedzialnosc|gospodarz|gospodarz zadania|wlasciciel zadania|opiekun zadania|koordynacja|koordynuje"
        "|jednostka prowadzaca|jednostki prowadzace|podmiot prowadzacy|instytucja prowadzaca|organizuje|organizuja"
        "|realizowane przez|wykonywane przez|prowadzone przez|wdraza|wdrazaja|nadzor|w dyspozycji|w gestii"
        "|zadanie wykonuje|zadanie wykonuja|zadanie realizuje|zadanie realizuja|dzialanie realizuje|jednostka glowna"
    ),
    Role.PARTNERS: (
        "wsp.|par.|partn.|z kim|wspolnie z|razem z|lacznie z|we wspolpracy z|we wspolpracy|przy wspolpracy|przy udziale"
        "|przy wsparciu|przy pomocy|z udzialem|z pomoca|wspiera|wspieraja|wsparcie|kto wspiera|kto pomaga|pomaga"
        "|pomagaja|pomoc|pomocniczo|sojusznicy|wspolpracuje|wspolpracuja|wspoldziala|wspoldzialaja|wspolpraca"
        "|wspoldzialanie|uczestnicza|wlaczeni|jednostki wlaczone|podmioty wlaczone|jednostki uczestniczace"
        "|podmioty uczestniczace|jednostki wspoldzialajace|jednostki wspierajace|jednostki wspomagajace"
        "|wspoldzialajacy|w porozumieniu z|w partnerstwie z|w uzgodnieniu z|wspolrealizacja|wspolwykonanie|udzial biora"
        "|wspolnie|w kooperacji z|wspomaga|wspomagaja|do wspolpracy|zaproszeni do wspolpracy"
    ),
    Role.DEADLINE: (
        "term.|kiedy|do kiedy|od kiedy|w jakim czasie|jak czesto|jak dlugo|czas|okres|lata|terminarz|czestotliwosc"
        "|cykl|ramy czasowe|perspektywa|perspektywa czasowa|czas trwania|data|daty|horyzont|horyzont czasowy"
        "|harmonogram|realizacja w latach|w terminie|rok"
    ),
    Role.INDICATORS: (
        "miern.|wskazn.|po czym poznamy|jak zmierzymy|jak to zmierzymy|co mierzymy|jak mierzymy|jak sprawdzimy"
        "|spodziewany efekt|spodziewane efekty|spodziewany rezultat|produkt|produkty|pomiar|miara|miary"
        "|oczekiwany efekt|efekt|efekty|sposob pomiaru|co osiagniemy|monitorowanie|miara sukcesu|rezultat"
    ),
    Role.FUNDING: (
        "fin.|pieniadze|za co|za ile|skad pieniadze|ile to kosztuje|ile kosztuje|srodki|kwota|budzet|naklady|koszt"
        "|koszty|fundusze|platnik|skad srodki|zrodlo srodkow|limit wydatkow"
    ),
    Role.METHOD: (
        "jak|jak dzialamy|jak to zrobimy|w jaki sposob|przebieg|na czym polega|na czym to polega|opis|formy|metoda"
    ),
    Role.GOAL: "po co|dlaczego|w jakim celu|zamiar|zamierzenie programu|cel",
    Role.AUDIENCE: "dla kogo|do kogo|kogo dotyczy|dla|uczestnicy|odbiorcy|kto skorzysta",
    Role.TASK: "nazwa|tytul|tresc|zamierzenie|przedmiot|czynnosc|co robimy|co zrobimy|co",
}
_WORDS = {word: role for role, words in _LISTS.items() for word in words.split("|")}


def said_role(label: str) -> Role | None:
    """The meaning of a label that is one of these words and nothing more."""
    words = fold(label)
    return _WORDS.get(words) or _WORDS.get(words.rstrip(" ?"))
