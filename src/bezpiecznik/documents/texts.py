"""Fixed texts of documents: declared by the room that owns the kind, worded anew by the office on screen.

The owning room declares its texts when its app is ready, reads those in force while it freezes the snapshot, and prints
them out of the snapshot only. So a document renders the same years later, whatever the office writes since:

    texts.declare(DocumentKind.MINUTES, "opening", "Posiedzenie otworzył(a) {{ chair }}.",
                  title=_("Otwarcie posiedzenia"), placeholders={"chair": _("kto przewodniczył, np. Jan Nowak")})

    snapshot["texts"] = texts.frozen(DocumentKind.MINUTES, chair="Jan Nowak")  # while freezing: a dict of strings
    blocks = prose(snapshot["texts"]["opening"])  # in `build`: paragraphs and lists, `documents.prose`
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

from bezpiecznik.documents.models import DocumentKind, FixedText
from bezpiecznik.documents.vocabulary import WORDS, Unit
from bezpiecznik.notices.wording import filled, used_in

Words = str | Promise


@dataclass(frozen=True)
class Text:
    """One text of a kind: its default, and what `{{ name }}` in it stands for (name: what it is).

    An empty line begins a paragraph, a line that begins with a dash and a space is an item of a list.
    """

    kind: DocumentKind
    key: str
    default: Words
    title: Words
    help: Words = ""
    placeholders: Mapping[str, Words] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, Words]:
        """Its own placeholders and those that every text has."""
        return {**dict(self.placeholders), **{name: meaning for name, (meaning, _value) in COMMON.items()}}


TEXTS: dict[tuple[DocumentKind, str], Text] = {}
COMMON: dict[str, tuple[Words, Callable[[], str]]] = {}
"""Placeholders of every text: what each is, and what gives its word."""


def declare(
    kind: DocumentKind,
    key: str,
    default: Words,
    help: Words = "",
    placeholders: Mapping[str, Words] | None = None,
    *,
    title: Words,
) -> Text:
    """Make a text known to the page of texts.

    Raises ValueError for a key declared twice, and for a default with a placeholder that is not declared.
    """
    text = Text(kind, key, default, title, help, placeholders or {})
    if (kind, key) in TEXTS:
        raise ValueError(f"Text declared twice: {kind} {key}")
    # Rooms are ready from the highest to the lowest, so the words of the unit are not among the variables yet.
    if unknown := used_in(str(default)) - set(text.variables) - set(WORDS[Unit.CITY]):
        raise ValueError(f"Text {kind} {key} uses what is not declared: {sorted(unknown)}")
    TEXTS[kind, key] = text
    return text


def common(name: str, meaning: Words, value: Callable[[], str]) -> None:
    """A placeholder that every text may use; `value` gives its word while a snapshot is frozen."""
    COMMON[name] = (meaning, value)


def of_kind(kind: DocumentKind) -> list[Text]:
    """Texts of the kind, in the order of declaration."""
    return [text for text in TEXTS.values() if text.kind == kind]


def of(kind: DocumentKind, key: str, **words: object) -> str:
    """The text in force, filled in. Raises KeyError for a text or a word that nobody gave."""
    return _filled(TEXTS[kind, key], _own(kind).get(key, ""), words)


def frozen(kind: DocumentKind, **words: object) -> dict[str, str]:
    """All texts of the kind in force, filled in: what a room puts into its snapshot. Words too many do no harm.

    Raises KeyError for a word that nobody gave.
    """
    own = _own(kind)
    return {text.key: _filled(text, own.get(text.key, ""), words) for text in of_kind(kind)}


def _own(kind: DocumentKind) -> dict[str, str]:
    return dict(FixedText.objects.filter(kind=kind).exclude(body="").values_list("key", "body"))


def _filled(text: Text, own: str, words: Mapping[str, object]) -> str:
    body = own or str(text.default)
    known = {name: str(word) for name, word in words.items()}
    shared = {name: COMMON[name][1]() for name in used_in(body) & set(COMMON) - set(known)}
    return filled(body, {**shared, **known})
