"""A sheet on which the office sees how its papers look, before any paper is made."""

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import digest
from bezpiecznik.documents import office
from bezpiecznik.documents.content import DocumentContent, Heading, Look, Paragraph, Signatory, Signatures
from bezpiecznik.documents.pdf import render_pdf


def sample_pdf(look: Look) -> bytes:
    """A short document that says it is a sample."""
    words = office.words()
    content = DocumentContent(
        kind="Wzór",
        title="Wzór wyglądu dokumentu",
        number="wzór",
        issued_on=clock.today(),
        organisation=words["urzad"],
        author=words["urzad"],
        snapshot_sha256=digest("wzór"),
        cover=False,
        look=look,
        blocks=(
            Heading(1, "Tak wygląda nagłówek"),
            Paragraph(f"Tak wygląda tekst pisma do {words['rady']}. Ta kartka służy tylko do obejrzenia wyglądu."),
            Signatures((Signatory(words["organ"]),)),
        ),
    )
    return render_pdf(content)
