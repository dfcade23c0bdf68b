"""A document comes in: its bytes are kept once, and a job reads them. Nothing here looks inside of them.

Called as `services.upload` and so on.
"""

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs, journal
from bezpiecznik.files.models import StoredFile
from bezpiecznik.files.services import store
from bezpiecznik.intake.events import Event
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.intake.originals import media_type
from bezpiecznik.intake.refusals import AlreadyUploaded, PutAside
from bezpiecznik.resolution import sniff

READ = "intake.read"


def upload(data: bytes, *, name: str, by: User, ocr: bool = False) -> Intake:
    """Keep a document and have it read in the background; `ocr` lets a scan be recognised.

    Raises UnreadableDocument (one sentence) for what is surely no document; AlreadyUploaded for bytes that are in the
    house, PutAside for those that were abandoned. Nothing is stored then. What else may be wrong, the job tells.
    """
    kind = sniff(data)
    try:
        with transaction.atomic():
            file = store(data, media_type=media_type(kind, name))
            _refuse_known(file)
            return _enter(file, name=name, by=by, ocr=ocr)
    except IntegrityError:
        # Two people brought the same file at the same moment; the constraint let one of them in.
        raise AlreadyUploaded(_living(store(data, media_type=media_type(kind, name))).get()) from None


def _refuse_known(file: StoredFile) -> None:
    if known := _living(file).first():
        raise AlreadyUploaded(known)
    if aside := Intake.objects.filter(file=file).order_by("-pk").first():
        raise PutAside(aside)


def _living(file: StoredFile) -> QuerySet[Intake]:
    return Intake.objects.filter(file=file).exclude(state=IntakeState.ABANDONED)


def _enter(file: StoredFile, *, name: str, by: User, ocr: bool) -> Intake:
    intake = Intake.objects.create(file=file, file_name=name[:200], uploaded_by=by, uploaded_at=clock.now(), ocr=ocr)
    journal.record(Event.UPLOADED, intake, by=by, sha256=file.sha256, size=file.size)
    start_reading(intake, by=by)
    return intake


def start_reading(intake: Intake, *, by: User) -> None:
    """Queue the job that reads it."""
    title = _("Odczytywanie dokumentu „%(name)s”") % {"name": intake.file_name}
    intake.job = jobs.start(READ, title=title, by=by, about=intake.get_absolute_url(), intake=intake.pk)
    intake.save(update_fields=("job",))


@transaction.atomic
def bring_back(intake: Intake, *, anew: bool = False, by: User) -> Intake:
    """Take an abandoned document up again: as it was left, or (`anew`) as one just brought, read from the beginning.

    One that is not abandoned is left alone. Raises AlreadyUploaded when the same file has come in again meanwhile.
    """
    aside = Intake.objects.select_for_update(of=("self",)).select_related("file").get(pk=intake.pk)
    if aside.state != IntakeState.ABANDONED:
        return aside
    if known := _living(aside.file).first():
        raise AlreadyUploaded(known)
    if anew:
        return _enter(aside.file, name=aside.file_name, by=by, ocr=aside.ocr)
    aside.state = IntakeState.REVIEW if aside.reading else IntakeState.READING
    aside.save(update_fields=("state",))
    journal.record(Event.BROUGHT_BACK, aside, by=by)
    if aside.state == IntakeState.READING:
        start_reading(aside, by=by)
    return aside
