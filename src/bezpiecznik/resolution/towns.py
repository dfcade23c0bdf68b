"""The unit that a council governs, named in the nominative as far as the document itself leaves no doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bezpiecznik.resolution.polish import fold

COUNTY, CITY, COMMUNE = "powiat", "miasto na prawach powiatu", "gmina"
_SMALL = frozenset({"w", "we", "nad", "pod", "na", "i", "z"})
# Genitive and locative endings of towns, and what the nominative may end with instead.
_ENDINGS = (
    ("owca", "owiec"), ("ca", "iec"), ("ca", "ec"), ("ńca", "niec"), ("owa", "ów"), ("owa", "owo"),
    ("owie", "ów"), ("owie", "owo"), ("owie", "owa"), ("iu", ""), ("niu", "ń"), ("szczy", "szcz"), ("ach", "i"),
    ("ach", "y"), ("ach", "e"), ("ach", "a"), ("ego", "e"), ("ym", "e"), ("im", "ie"), ("nego", "ne"),
    ("nem", "ne"), ("ej", "a"), ("y", "a"), ("i", "a"), ("ia", "ie"), ("ie", ""), ("ie", "o"), ("ie", "a"),
    ("dzie", "d"), ("dzie", "da"), ("dzie", "do"), ("ście", "sto"), ("ście", "st"), ("ście", "sta"), ("cie", "t"),
    ("cie", "to"), ("cie", "ta"), ("rze", "r"), ("rze", "ra"), ("rze", "ro"), ("le", "ła"), ("le", "ło"),
    ("le", "ł"), ("u", ""), ("a", ""), ("a", "o"), ("a", "e"), ("u", "o"), ("u", "e"), ("ni", "nia"), ("i", "ń"),
    ("ku", "ek"), ("ka", "ek"), ("cku", "ck"), ("ku", "k"), ("dze", "ga"), ("ce", "ka"), ("ży", "ż"),
    ("zy", "za"),
)  # fmt: skip
_COUNTY_ADJECTIVE = re.compile(
    r"\bpowiat(u|owi|em|cie)?\s+([^\W\d_]+(?:sk|ck|zk)(i|iego|iemu|im|ie)(?:-[^\W\d_]+)?)\b", re.I
)
_LOOKED_AT = 200_000


def unit_of(council: str, text: str, *, county_city: bool) -> tuple[str, str]:
    """Name and kind of the unit of a council written in the nominative ("Rada Powiatu Górskiego")."""
    kind, *name = council.split()[1:]
    text = text[:_LOOKED_AT]
    if kind == "Powiatu":
        return _county(name, text), COUNTY
    if kind == "Gminy":
        return " ".join(["Gmina", *name]), COMMUNE
    located = bool(name) and name[0] in ("w", "we")
    own = name[1:] if located else name
    town = _town(own, text, located=located)
    if town is None and located:
        return " ".join(["Miasto", *name]), CITY if county_city else COMMUNE
    return " ".join(["Miasto", *(town or own)]), CITY if county_city else COMMUNE


def _county(name: list[str], text: str) -> str:
    """ "Powiatu Górskiego" is "Powiat Górski"; "Powiatu w Lipnie" only what the text calls it elsewhere."""
    if name and name[0] in ("w", "we"):
        adjectives = Counter(match[2] for match in _COUNTY_ADJECTIVE.finditer(text) if _is_of(match[2], name[1:]))
        if adjectives:
            return f"Powiat {_capital(adjective(adjectives.most_common(1)[0][0].lower()))}"
        by_seat = _adjective_of(name[1]) if len(name) == 2 else None
        return f"Powiat {by_seat}" if by_seat else " ".join(["Powiat", *name])
    return " ".join(["Powiat", *(word if word in _SMALL else adjective(word) for word in name)])


def _adjective_of(seat: str) -> str | None:
    """ "w Lisowie" is lisowski, "w Gdańsku" gdański; other endings leave doubt."""
    if seat.endswith("owie"):
        return f"{seat[:-2]}ski"
    return f"{seat[:-1]}i" if seat.endswith(("sku", "cku")) else None


def _is_of(word: str, seat: list[str]) -> bool:
    """Does the adjective come from the name of the seat?"""
    return bool(seat) and fold(word)[:3] == fold(seat[0])[:3]


def adjective(word: str) -> str:
    """ "Górskiego" is "Górski", "Nowego" is "Nowy", "górskim" is "górski"."""
    for ending, base in (
        ("iego", "i"),
        ("iemu", "i"),
        ("im", "i"),
        ("ie", "i"),
        ("ego", "y"),
        ("emu", "y"),
        ("ym", "y"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + base
    return word


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _town(words: list[str], text: str, *, located: bool) -> list[str] | None:
    """Each word of the name in the nominative; None where the document never shows it."""
    if not words:
        return None
    found = [word if word in _SMALL else _nominative(word, text, located=located) for word in words]
    if any(word is None for word in found):
        return None
    return [word for word in found if word is not None]


def _nominative(word: str, text: str, *, located: bool) -> str | None:
    """The form after "Miasto", else what the ending leaves no doubt of, else the only possible form in the text."""
    forms = list(dict.fromkeys(_forms(word)))
    named = [form for form in forms if re.search(rf"\b(?:miasto|gmina)\s+{re.escape(form)}\b", text, re.I)]
    if len(named) == 1:
        return named[0]
    if sure := _by_ending(word, text, located=located):
        return sure
    seen = [form for form in forms if form != word and re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text)]
    if len(seen) == 1:
        return seen[0]
    locative = re.search(rf"\b{re.escape(word[:-1])}(?:ie|iu|u)\b", text)
    if not located and word.endswith("a") and locative and f"{word[:-1]}y" not in text and not seen:
        return word[:-1]
    return None if located or seen else word


def _by_ending(word: str, text: str, *, located: bool) -> str | None:
    """ "Piotrowie" is "Piotrów", "Gorzysławiu" "Gorzysław", "Brzozowca" "Brzozowiec"."""
    if word.endswith("owie") or (word.endswith("owa") and f"{word[:-3]}owie" in text):
        return word[: -4 if word.endswith("owie") else -3] + "ów"
    if located and re.search(r"(?:[bpwmfł])iu$", word):
        return word[:-2]
    if located and word.endswith("ie") and re.search(rf"\b{re.escape(word[:-2])}y\b", text):
        return word[:-2] + "a"
    if word.endswith("ej") and len(word) > 4:
        return word[: -3 if word.endswith(("kiej", "giej")) else -2] + "a"
    cut = re.fullmatch(r"(\w{2,}?)(ń|\w)c(?:a|u)", word)
    if cut and (located or f"{cut[1]}{cut[2]}cu" in text):
        return cut[1] + {"l": "lec", "ń": "niec"}.get(cut[2], f"{cut[2]}iec")
    return None


def _forms(word: str) -> Iterator[str]:
    for ending, other in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word[: -len(ending)] + other
