"""Why an act on a document was refused; each carries what the person needs to go on."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.problems import Problem


class AlreadyUploaded(Exception):
    """The same bytes are in the house already, as `intake`."""

    def __init__(self, intake: Intake) -> None:
        super().__init__(_("Ten sam plik jest już wczytany."))
        self.intake = intake


class PutAside(Exception):
    """The same bytes were brought and abandoned, as `intake`: they can be taken up again."""

    def __init__(self, intake: Intake) -> None:
        super().__init__(_("Ten sam plik wczytano już i porzucono."))
        self.intake = intake


class NotInReview(Exception):
    """The document is not being looked through any more (or yet); the message says what became of it."""

    def __init__(self, intake: Intake) -> None:
        super().__init__(_why_closed(intake))


class Outdated(Exception):
    """Somebody else changed what this person was looking at."""


class NotReady(Exception):
    """Something stands in the way of accepting: `problems`, each a sentence."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


def _why_closed(intake: Intake) -> str:
    if intake.state == IntakeState.ACCEPTED and intake.accepted_by and intake.accepted_at:
        return _("Ten dokument przyjęto już do programu: %(when)s, %(who)s.") % {
            "when": timezone.localtime(intake.accepted_at).strftime("%d.%m.%Y, %H:%M"),
            "who": intake.accepted_by.get_full_name(),
        }
    if intake.state == IntakeState.ABANDONED:
        return _("Ten dokument porzucono: wczytaj go ponownie, jeśli jest potrzebny.")
    return _("Dokument jest jeszcze odczytywany: poczekaj chwilę.")
