"""Words of messages: plain substitution of `{{ name }}`, and what is wrong with a wording. No tags, no filters."""

import re
from collections.abc import Container, Mapping

from django.utils.translation import gettext as _

from bezpiecznik.notices.kinds import Kind

VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
TAG = re.compile(r"</?[a-zA-Z!][^>]*>")
LONGEST_SUBJECT = 120
LONGEST_BODY = 4_000


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with its variables filled in, once: what stands in a word is never read as a variable.

    Raises KeyError for a word that is missing.
    """
    return VARIABLE.sub(lambda found: str(words[found[1]]), text)


def used_in(text: str) -> set[str]:
    """Names of the variables that stand in the text."""
    return set(VARIABLE.findall(text))


def one_line(text: str) -> str:
    """A subject: white space folded, so that no word can begin a header of its own."""
    return " ".join(text.split())


def faults(kind: Kind, subject: str, body: str) -> dict[str, list[str]]:
    """What is wrong with a wording, by field; empty when it may be kept."""
    used = used_in(subject + body)
    found = {name: text_faults(text, kind.variables) for name, text in (("subject", subject), ("body", body))}
    if len(subject) > LONGEST_SUBJECT:
        found["subject"].append(_("Temat może mieć najwyżej %(limit)s znaków.") % {"limit": LONGEST_SUBJECT})
    if "\n" in subject:
        found["subject"].append(_("Temat musi się mieścić w jednym wierszu."))
    for name in sorted(used_in(subject) & set(kind.private)):
        sentence = _("Zmienna {{ %(name)s }} nie może stać w temacie: temat widać na zablokowanym ekranie.")
        found["subject"].append(sentence % {"name": name})
    if len(body) > LONGEST_BODY:
        found["body"].append(_("Treść może mieć najwyżej %(limit)s znaków.") % {"limit": LONGEST_BODY})
    for name in kind.required:
        if name not in used:
            sentence = _("Brakuje zmiennej {{ %(name)s }}: bez niej wiadomość nie mówi tego, po co jest.")
            found["body"].append(sentence % {"name": name})
    return {field: sentences for field, sentences in found.items() if sentences}


def text_faults(text: str, variables: Container[str]) -> list[str]:
    """What is wrong with any text in which only these variables may stand, in sentences."""
    said = [
        _("Nie ma zmiennej {{ %(name)s }}. Możesz użyć tylko tych z listy.") % {"name": name}
        for name in dict.fromkeys(VARIABLE.findall(text))
        if name not in variables
    ]
    if BRACES.search(VARIABLE.sub("", text)):
        said.append(_("Nawiasy klamrowe służą tylko do zmiennych, np. {{ nazwa }}. Popraw albo usuń pozostałe."))
    if TAG.search(text):
        said.append(_("Pisz zwykłym tekstem, bez znaczników HTML."))
    return said


def example(kind: Kind) -> dict[str, str]:
    """A word for each variable, for the preview."""
    return {name: str(kind.examples.get(name, meaning)) for name, meaning in kind.variables.items()}
