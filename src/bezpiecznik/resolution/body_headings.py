"""Does a heading name an institution, as "Zadania realizowane przez KPP:" and "Straż Miejska" do?"""

from __future__ import annotations

import re

from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.polish import fold, is_capitals, looks_abbreviated

_LEADING = re.compile(
    r"(?:(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[a-z])[.)]\s+)?"
    r"(?:(?:(?:zadania|działania|przedsięwzięcia)(?:\s+(?:własne|podstawowe|do realizacji|planowane|programu))?"
    r"(?:\s+(?:realizowane|wykonywane|prowadzone|podejmowane|przewidziane|przypisane|nałożone))?(?:\s+(?:przez"
    r"|dla|na))?"
    r"|w zakresie działania|podmiot(?:\s+\w+)?|realizator|wykonawca|jednostka(?:\s+\w+)?|instytucja|odpowiedzialny"
    r"|lider)\s*[:–-]?\s+)",
    re.I,
)
_NUMBER = re.compile(
    r"^(?:(?i:rozdział|część|dział|podrozdział)\s+)?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Za-z])\s?[.):]\s+"
)
_NOUN = re.compile(
    r"(?:komend[aey]|komisariat|posterun|policj[aei]|straz(?:y|a)?\b|powiatow\w+ (?:stacj|inspektor|lekarz"
    r"|urz|zarz|centr)"
    r"|panstwow\w+ (?:powiatow|straz|inspek|gran)|zandarmeri|(?:miejsk|gminn|powiatow|regionaln"
    r"|wojewodzk)\w+ (?:osrod|zarz|urz"
    r"|inspek|centr|bibliot|zaklad|przedsieb|sluzb|poradn)|inspekt?or|inspekcj|osrod\w+ (?:pomoc|interw|sport"
    r"|kultur|wsparc)"
    r"|urz(?:ad|edu|edy)|starost(?:wo|wa|a)\b|szkol\w*|placowk|przedszkol|zarzad|wydzial|biuro|referat|gmin(?:y|a|ny)\b"
    r"|sad\b|sady\b|prokuratur|nadlesnictw|organizacj|stowarzyszen|fundacj|kuratori|poradni|szpital|biblioteka"
    r"|ochotnicz"
    r"|centrum|dom(?:y|u)? (?:pomoc|kultur)|wodn\w+ ochotn|rad[ay] (?:osied|solec|dzieln)|parafi|spoldzielni"
    r"|kolo lowiec"
    r"|(?:gminn|miejsk|powiatow)\w+ komisj|komisj\w+ (?:rozwiazyw|profilakt)|jednostk\w+ (?:osp|ochotn|oswiat"
    r"|organizac)|samorzad|administrator|zarzadc|lasy panstw|sluzb|urzednik|opiekun)"
)
_DOES = re.compile(
    r"\s+(?:realizuje|realizują|wykonuje|wykonują|podejmuje|podejmują|prowadzi|prowadzą)\b.{0,80}$", re.I
)
_NEVER = re.compile(
    r"komisj\w+ bezpiecz|^rada (?:miasta|gminy|powiatu|miejska)|^zarzadzan|^szkolen|^sluzb\w+ (?:ma|sa)\b"
)
_VERB = re.compile(
    r"\b(?:jest|sa|zostal\w*|odnotowal\w*|stwierdzil\w*|przeprowadzil\w*|bedzie|beda|nalezy|naleza|ma)\b"
)
_STATUTORY = re.compile(r"do (?:\w+ )?(?:zadan|obowiazkow|kompetencji)|obowiazki|kompetencj|zakres dzialania|nalez[ya]")
_NOUNS_OF_DOING = re.compile(r"\w+(?:anie|enie|ecie|ycie|cja|cji|ola|ole|arka|nosc|adz|adzor|ktyka|roly?|zacja)\b")
_NOT_DOING = frozenset(
    {
        "policja", "policji", "instytucja", "organizacje", "fundacja", "sekcja", "delegatura", "ludnosc",
        "mlodziez",
    }
)  # fmt: skip
_DOING = frozenset(
    {
        "udzial", "pomoc", "wsparcie", "nadzor", "kontrole", "kontrola", "patrole", "debaty", "spotkania",
        "warsztaty", "konkurs", "konkursy", "akcje", "akcja", "pogadanki", "szkolenia", "zajecia", "kampania",
        "kampanie", "dyzury", "dozor", "obsluga", "opieka", "patrol", "festyn", "turniej", "turnieje", "budowa",
        "przebudowa", "remont", "remonty", "zakup", "poprawa", "rozbudowa", "wymiana", "monitoring", "przeglad",
        "przeglady", "cwiczenia", "pokazy", "wspolpraca", "wzmozone", "porady", "biezace", "biezaca", "staly",
        "stala", "coroczne", "cykliczne", "edukacja", "profilaktyka", "diagnoza", "objazdy", "lustracje",
    }
)  # fmt: skip


def body_in(heading: str, listed: frozenset[str] = frozenset()) -> str | None:
    """The institution that this heading names as the one who does what follows, else None.

    `listed` holds the abbreviations that the document explains. Statutory duties ("Do zadań Policji należy") are
    no plan of anybody.
    """
    text = heading.strip().rstrip(":;,. –-").strip()
    if len(text) > 160 or not text:
        return None
    bare = _NUMBER.sub("", text, count=1)
    leading = _LEADING.match(bare)
    name = _DOES.sub("", bare[leading.end() :] if leading else bare)
    folded = fold(name)
    if not name or _NEVER.search(folded) or _STATUTORY.search(fold(text)) or _VERB.search(folded):
        return None
    words = name.split()
    is_named = name in listed or (
        len(words) <= 3 and any(word in listed or _is_abbreviation(word, name) for word in words[:2])
    )
    is_spelled = _NOUN.match(folded) is not None and len(words) <= 14
    return name if is_named or is_spelled else None


def begins_with_body(text: str) -> bool:
    """Does the text begin with an institution, by its abbreviation or by its name in any case?"""
    words = text.split(maxsplit=1)
    if not words:
        return False
    return looks_abbreviated(words[0].strip(",.;)")) or _NOUN.match(fold(text[:120])) is not None


def _is_abbreviation(word: str, heading: str) -> bool:
    """In a heading set in capitals "DROGI" looks as "PCPR" does: there only what can be no word, or is known."""
    if not looks_abbreviated(word):
        return False
    if not is_capitals(heading) or len(word) <= 3:
        return True
    return not re.search("[AĄEĘIOÓUY]", word) or bool(nation_wide().abbreviated(word))


def tells_what_is_done(text: str) -> bool:
    """Does the item begin as tasks do, with a noun of doing ("Prowadzenie …", "Kontrola …", "Patrole …")?"""
    words = fold(text[:80]).split()
    if not words or words[0].strip(".,;:") in _NOT_DOING:
        return False
    return words[0] in _DOING or _NOUNS_OF_DOING.fullmatch(words[0].strip(".,;")) is not None
