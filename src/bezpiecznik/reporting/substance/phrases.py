"""Texts that are no fact, texts that say too little, and places left by a template. Pure.

What is no fact at all is decided by one pattern, written so that Python, SQLite and PostgreSQL read it alike:
`models.Entry.is_complete` and the SQL of `queries.reading` use the very same text.
"""

import re

from bezpiecznik.core.polish import fold
from bezpiecznik.reporting.substance.word_lists import words_of

_BETWEEN = "[ \t\r\n\u00a0\u202f.,;:!?…–—_/()\"'„”*+=<>|-]"
"""Spaces, dots, dashes and the like: what stands around and between words."""
_EMPTY_WORDS = (
    "brak", "brak danych", "brak uwag", "nd", "n d", "na", "n a", "nie dot", "nie dotyczy", "b z", "bz", "bez zmian",
    "j w", "jw", "jak wy[zżŻ]ej", "jak poprzednio", "tak", "nie", "ok", "x+", "0", "zero", "nic", "test",
)  # fmt: skip
_WORDS = "|".join(word.replace(" ", f"{_BETWEEN}+") for word in _EMPTY_WORDS)

NO_FACT = f"^{_BETWEEN}*(({_WORDS})({_BETWEEN}+({_WORDS}))*)?{_BETWEEN}*$"
"""Only signs and words that say nothing: „-”, „brak”, „N/D”, „nie dotyczy”, „j.w.”, „xxx”. Compare without case.

„Realizowano na bieżąco” is not here: it claims that something was done. Such a text counts, and is asked about.
"""
_NO_FACT = re.compile(NO_FACT, re.IGNORECASE)


def is_no_fact(text: str) -> bool:
    """Whether the text holds nothing that could be a fact or a reason; a blank one holds nothing either."""
    return bool(_NO_FACT.match(text))


VAGUE = words_of("turn")
"""Turns that fit any action of any institution, folded; what is left without them is what the text says."""

HOLLOW = frozenset(words_of("hollow"))
"""Words that carry nothing by themselves, folded."""

PLACEHOLDERS = (
    re.compile(r"\blorem ipsum\b"),
    re.compile(r"\bx{3,}\b"),
    re.compile(r"\basdf\w*|\bqwert\w*"),
    re.compile(r"\btodo\b"),
    re.compile(r"[\[<{(]\s*(tu |tutaj |prosze )?(uzupeln|wpis|do uzupeln|opis\b|tekst\b|podac|podaj)[^\]>})]*[\]>})]"),
    re.compile(r"\?{3,}"),
    re.compile(r"\w\s+(…|\.{3})\s+\w"),
    re.compile(r"[–—-]\s*do uzupelnienia\W*$"),
    re.compile(r"_{4,}|\.{6,}|…{2,}"),
    re.compile(r"^\W*(do uzupelnienia|tu wpisz\w*|tutaj wpisz\w*|wpisac|uzupelnic|do wpisania)\b.{0,30}$"),
    re.compile(r"^\W*(tekst|opis|przykladowy tekst|przykladowy opis|jakis tekst|jakis opis|bla bla.*)\W*$"),
)
"""What a template or a hurried hand leaves to be filled in later; matched in the folded text."""

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Folded words of the text, figures among them."""
    return _WORD.findall(fold(text))


def says(text: str) -> list[str]:
    """Words that are left when turns which fit anything and words that carry nothing are taken away."""
    plain = " ".join(words(text))
    for turn in VAGUE:
        plain = re.sub(rf"\b{turn}\b", " ", plain)
    return [word for word in plain.split() if word not in HOLLOW]


def placeholder_in(text: str) -> str:
    """The first place that waits to be filled in, as it stands in the text; blank when there is none."""
    plain = fold(text)
    for pattern in PLACEHOLDERS:
        if found := pattern.search(plain):
            whole = len(plain) == len(text)
            return (text[found.start() : found.end()] if whole else found.group()).strip()[:60]
    return ""
