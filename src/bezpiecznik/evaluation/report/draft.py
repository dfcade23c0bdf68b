"""The mark that a draft bears, in every document made of evidence."""

from typing import Any

from bezpiecznik.documents.content import Block, Callout, Tone


def mark_of_draft(evidence: dict[str, Any]) -> tuple[Block, ...]:
    if not evidence.get("draft"):
        return ()
    sentence = (
        "Ocena tego roku nie jest zakończona. Sprawozdań, których nie złożono, nie uwzględniono, a oceny, których "
        "jeszcze nie rozstrzygnięto, są propozycjami według reguły. Projektu nie wpisano do rejestru dokumentów."
    )
    return (Callout("Projekt", sentence, Tone.WARNING),)
