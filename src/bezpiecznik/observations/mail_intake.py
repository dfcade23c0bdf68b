"""Letters become signals at once when the office knows the sender; others wait for a decision. None is answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.observations import options, queries
from bezpiecznik.observations.facts import Facts
from bezpiecznik.observations.mail_reading import BadLetter, Letter, read
from bezpiecznik.observations.models import IncomingLetter, Observation
from bezpiecznik.observations.services import receive_media
from bezpiecznik.observations.states import ObservationKind, Received
from bezpiecznik.plans.models import Programme


class NoProgramme(Exception):
    """There is no programme yet to which a signal could belong."""


@dataclass
class Taken:
    """How many letters became signals, wait for a decision, came once more, were sent by machines or unreadable."""

    new: int = 0
    waiting: int = 0
    repeated: int = 0
    automatic: int = 0
    unreadable: int = 0

    def __str__(self) -> str:
        return (
            _("nowe sygnały: %(new)s, nierozpoznany nadawca: %(waiting)s, powtórzone: %(repeated)s, "
              "automatyczne: %(automatic)s, nieczytelne: %(unreadable)s") % vars(self)
        )  # fmt: skip


def take_in(letters: Iterable[bytes]) -> Taken:
    """Take each letter once, however often it comes. Raises NoProgramme before the first of them."""
    programme = queries.current_programme()
    if programme is None:
        raise NoProgramme
    done = Taken()
    for content in letters:
        became = _take(content, programme)
        setattr(done, became, getattr(done, became) + 1)
    return done


def _take(content: bytes, programme: Programme) -> str:
    """The name of the field of `Taken` to count it in."""
    try:
        letter = read(content, today=clock.today())
    except BadLetter:
        return "unreadable"
    if letter.automatic:
        return "automatic"
    if IncomingLetter.objects.filter(key=letter.key).exists():
        return "repeated"
    source = None if letter.suspect or not letter.sender else options.source_of(letter.sender)
    try:
        with transaction.atomic():
            return _wait(letter) if source is None else _become(letter, programme, source)
    except IntegrityError:  # it came twice at the same moment
        return "repeated"


def _become(letter: Letter, programme: Programme, source: str) -> str:
    text = letter.text + (_note(letter.attachments) if letter.attachments else "")
    facts = Facts(
        ObservationKind.MEDIA, letter.subject or _("(bez tematu)"), letter.sent_on, text=text, source=source[:200]
    )
    found = receive_media(programme, facts=facts, received=Received.EMAIL, source_key=letter.key)
    return "new" if found else "repeated"


def _wait(letter: Letter) -> str:
    if Observation.objects.filter(source_key=letter.key).exists():
        return "repeated"
    IncomingLetter.objects.create(
        key=letter.key, sender=letter.sender or _("(brak adresu)"), subject=letter.subject or _("(bez tematu)"),
        text=letter.text, attachments=list(letter.attachments), sent_on=letter.sent_on,
    )  # fmt: skip
    return "waiting"


def _note(attachments: tuple[str, ...]) -> str:
    return "\n\n" + _("Załączniki, których nie zachowano: %(names)s.") % {"names": ", ".join(attachments)}
