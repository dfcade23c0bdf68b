"""The fixed sentences around a document: the same words in DOCX and in PDF."""

from bezpiecznik.core.polish import long_date
from bezpiecznik.documents.content import DocumentContent

MADE_UP = "DANE ZMYŚLONE – dokument pokazowy"


def signs(content: DocumentContent) -> tuple[str, ...]:
    """By what an answer to the letter may call it."""
    known = (("Znak sprawy", content.case_sign), ("Nr w rejestrze pism", content.number))
    return tuple(f"{name}: {value}" for name, value in known if value)


def concerns(content: DocumentContent) -> str:
    return f"Dotyczy: {content.title}"


def quoted(words: str) -> str:
    """Somebody's own words between Polish quotation marks."""
    return f"„{words.strip()}”"


def date_in_words(content: DocumentContent) -> str:
    return f"{long_date(content.issued_on)}\u00a0r."


def place_and_date(content: DocumentContent) -> str:
    return f"{content.place}, {date_in_words(content)}" if content.place else date_in_words(content)


def running_title(content: DocumentContent) -> str:
    """What stands in the footer of each page, beside the number of the page."""
    return f"{content.number} · {date_in_words(content)} · {content.organisation}"


def footer_hash(content: DocumentContent) -> str:
    if content.is_letter:
        return f"sha256 {content.snapshot_sha256}"
    return f"Migawka danych: sha256 {content.short_hash}…"


def facts(content: DocumentContent) -> tuple[tuple[str, str], ...]:
    """What the cover says of the document; what is not known is left out."""
    known = (
        ("Numer dokumentu", content.number),
        ("Znak sprawy", content.case_sign),
        ("Data", date_in_words(content)),
        ("Opracowanie", content.author),
    )
    return tuple((name, value) for name, value in known if value)


def verifying(content: DocumentContent) -> str:
    """Where anybody may see whether the paper in hand is ours, and still holds."""
    return f"Sprawdź dokument {content.number}: zeskanuj kod albo otwórz adres\n{content.verify_url}"


def colophon(content: DocumentContent) -> tuple[str, ...]:
    """The last words of the document: what it was made from and how that can be checked. A letter has none."""
    if content.is_letter:
        return ()
    sentences = (
        f"Dokument {content.number} z\u00a0dnia {date_in_words(content)} sporządzono z\u00a0niezmiennej migawki "
        "danych. Te same dane dają zawsze ten sam dokument.",
        f"Skrót migawki (sha256): {content.snapshot_sha256}",
    )
    if content.made_up:
        return (*sentences, f"{MADE_UP}. Instytucje nie składały przytoczonych tu sprawozdań.")
    return sentences


def volume(no: int) -> str:
    return f"Tom {no}"


def title_of_volume(title: str, no: int, of: int) -> str:
    return f"{title}, tom {no} z\u00a0{of}"


def span(first: str, last: str) -> str:
    """What a volume holds, by its first and last heading."""
    return f"„{first}”" if first == last else f"od „{first}” do „{last}”"


def continued(heading: str) -> str:
    return f"{heading} (cd.)"
