"""The draft cut into paragraphs that can be commented on, each with an anchor and the hash of its words. Pure.

Frozen when a consultation is published: a comment keeps the paragraph it was made on, whatever becomes of the draft.
"""

from collections.abc import Iterator
from typing import Any

from bezpiecznik.core.frozen import digest

Text = dict[str, Any]

LISTS = (
    ("goals", "cel", "Cel", "Cele szczegółowe"),
    ("forms", "forma", "Forma", "Formy realizacji"),
    ("participants", "uczestnik", "Uczestnik", "Uczestnicy programu"),
    ("commission_tasks", "zadanie", "Zadanie", "Zadania komisji"),
)


def paragraphs_of(draft: Text) -> list[Text]:
    """Anchor, label, part, words and sha256 of each paragraph, in the document's order."""
    return [{**one, "sha256": digest(one["text"])} for one in _paragraphs(draft)]


def _paragraphs(draft: Text) -> Iterator[Text]:
    if draft["main_goal"]:
        yield _one("cel-glowny", "Cel główny", "Cel główny", draft["main_goal"])
    for name, anchor, label, part in LISTS:
        for no, text in enumerate(draft[name], start=1):
            yield _one(f"{anchor}-{no}", f"{label} {no}", part, text)
    for area in draft["areas"]:
        part = f"Obszar {area['no']}. {area['name']}"
        if area["diagnosis"]:
            yield _one(f"diagnoza-{area['no']}", f"Diagnoza obszaru {area['no']}", part, area["diagnosis"])
        for action in area["actions"]:
            yield _one(f"dzialanie-{area['no']}-{action['no']}", f"Działanie {action['code']}", part, _words(action))
    for initiative in draft["initiatives"]:
        name = f"Program {initiative['no']}"
        yield _one(f"program-{initiative['no']}", name, "Programy realizowane przez jednostki", _words(initiative))
    if draft["justification"]:
        yield _one("uzasadnienie", "Uzasadnienie", "Uzasadnienie", draft["justification"])


def _one(anchor: str, label: str, part: str, text: str) -> Text:
    return {"anchor": anchor, "label": label, "part": part, "text": text}


def _words(item: Text) -> str:
    """The wording with who answers for it, as residents read it."""
    facts = (
        ("Kogo obejmuje", item["audience"]), ("Termin", item["term_raw"]),
        ("Podmioty odpowiedzialne", ", ".join(item["leads"])), ("Partnerzy", ", ".join(item["partners"])),
    )  # fmt: skip
    return "\n".join((item["wording"], *(f"{name}: {said}" for name, said in facts if said)))
