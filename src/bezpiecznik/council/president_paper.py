"""The president's page as one sheet of paper, by the same typesetting as all documents."""

from collections.abc import Iterable
from dataclasses import asdict

from django.conf import settings
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.core.identity import UNIT_NAME
from bezpiecznik.core.polish import long_date
from bezpiecznik.council.president import Line, Part
from bezpiecznik.documents.content import Block, BulletList, DocumentContent, Heading, Paragraph
from bezpiecznik.documents.pdf import render_pdf


def paper(parts: Iterable[Part]) -> bytes:
    """A PDF of today's page. Its hash is that of what stands on it."""
    found, today = list(parts), clock.today()
    told = [{"title": str(part.title), "lines": [asdict(line) for line in part.lines]} for part in found]
    return render_pdf(
        DocumentContent(
            kind=_("Kartka dla prezydenta"),
            title=_("Co wymaga decyzji: %(day)s r.") % {"day": long_date(today)},
            number=_("bez numeru"),
            issued_on=today,
            organisation=UNIT_NAME.value(),
            author=UNIT_NAME.value(),
            snapshot_sha256=digest(as_text(told)),
            blocks=tuple(_blocks(found)),
            made_up=settings.DEMO,
            cover=False,
        )
    )


def _blocks(parts: list[Part]) -> Iterable[Block]:
    if not parts:
        yield Paragraph(_("Nic nie wymaga dziś decyzji."))
    for part in parts:
        yield Heading(1, str(part.title))
        yield BulletList(tuple(_told(line) for line in part.lines))


def _told(line: Line) -> str:
    return f"{line.sentence} ({_('źródło:')} {line.source})"
