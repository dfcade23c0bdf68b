"""How a draft would look on paper. Nothing is kept and no number is taken."""

from dataclasses import replace

from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.documents import office
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.letters.content import frozen, letter_content
from bezpiecznik.letters.models import Letter


def preview(letter: Letter) -> bytes:
    """The PDF of a draft, with today's date, and "projekt" where number and sign will stand."""
    data = frozen(letter, sign=_("nada system"))
    meta = Meta(_("projekt"), letter.subject, clock.today(), digest(as_text(data)))
    look = office.look_of(office.in_force())
    return render_pdf(replace(letter_content(data, meta), look=look))
