"""What is kept how long: each class ends when its time is over, and not before."""

from datetime import timedelta

import pytest
from cast import mail_to
from django.contrib.sessions.models import Session

from bezpiecznik.core import clock
from bezpiecznik.core.keeping import KEPT, Ending, register, unreferenced
from bezpiecznik.core.models import Job, JobState, OptionValue
from bezpiecznik.files.models import StoredFile
from bezpiecznik.files.services import discard_unreferenced, store
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.notices.kept import REMOVED
from bezpiecznik.notices.models import Message, MessageState

pytestmark = pytest.mark.django_db


def days_ago(days: int):
    return clock.now() - timedelta(days=days)


def test_every_class_says_what_it_holds_on_what_basis_and_what_happens_then() -> None:
    assert [name for name, kept in KEPT.items() if not (kept.title and kept.holds and kept.basis)] == []
    assert [name for name, kept in KEPT.items() if kept.ending == Ending.KEPT and (kept.due or not kept.why)] == []
    assert [name for name, kept in KEPT.items() if kept.ending == Ending.DELETED and not kept.remove] == []


def test_every_period_has_a_least_value_that_its_default_keeps() -> None:
    wrong = [name for name, kept in KEPT.items() if kept.period and not kept.least <= kept.period.default]
    assert wrong == []


def test_a_class_is_registered_once() -> None:
    with pytest.raises(ValueError, match="registered twice"):
        register(KEPT["core.sessions"])


def test_expired_sessions_end_and_running_ones_stay() -> None:
    for key, days in (("old", 2), ("fresh", 0), ("running", -1)):
        Session.objects.create(session_key=key, session_data="", expire_date=days_ago(days))
    assert KEPT["core.sessions"].remove_some(10) == 1
    assert set(Session.objects.values_list("pk", flat=True)) == {"fresh", "running"}


def test_the_period_is_the_one_of_the_settings() -> None:
    Session.objects.create(session_key="old", session_data="", expire_date=days_ago(2))
    OptionValue.objects.create(key="core.keep_sessions", value=3)
    assert (KEPT["core.sessions"].days(), KEPT["core.sessions"].remove_some(10)) == (3, 0)


def job(days: int, state: str = JobState.DONE) -> Job:
    finished = days_ago(days) if state in {JobState.DONE, JobState.FAILED} else None
    return Job.objects.create(kind="próba", title="Próba", state=state, finished_at=finished)


def test_jobs_end_unless_they_run_or_something_points_to_them(coordinator) -> None:
    old, fresh, running = job(91), job(89), job(200, JobState.RUNNING)
    pointed = job(200)
    file = store(b"uchwala", media_type="text/plain")
    Intake.objects.create(file=file, file_name="u.txt", job=pointed, uploaded_by=coordinator, state=IntakeState.REVIEW)
    assert KEPT["core.jobs"].remove_some(10) == 1
    assert set(Job.objects.all()) == {fresh, running, pointed}
    assert old.pk not in set(Job.objects.values_list("pk", flat=True))


def test_batches_are_no_larger_than_asked() -> None:
    for _n in range(5):
        job(100)
    assert [KEPT["core.jobs"].remove_some(2) for _n in range(4)] == [2, 2, 1, 0]


def message(user, days: int, state: str = MessageState.SENT) -> Message:
    return mail_to(user, state, url="/x/", created_at=days_ago(days))


def test_words_of_old_messages_go_and_the_line_of_the_log_stays(reporter) -> None:
    old, fresh, waiting = message(reporter, 366), message(reporter, 364), message(reporter, 400, MessageState.WAITING)
    kept = KEPT["notices.messages"]
    assert (kept.remove_some(10), kept.remove_some(10)) == (1, 0)
    for one in (old, fresh, waiting):
        one.refresh_from_db()
    assert [one.body for one in (old, fresh, waiting)] == [REMOVED, "Treść", "Treść"]
    assert (old.subject, old.address) == ("Temat", reporter.email)


def intake(coordinator, content: bytes, days: int, state: str) -> Intake:
    return Intake.objects.create(
        file=store(content, media_type="text/plain"), file_name="u.txt", uploaded_by=coordinator, state=state,
        uploaded_at=days_ago(days),
    )  # fmt: skip


def test_only_abandoned_uploads_end_with_their_file(coordinator, django_capture_on_commit_callbacks) -> None:
    gone = intake(coordinator, b"porzucona", 91, IntakeState.ABANDONED)
    stays = [
        intake(coordinator, b"swieza", 10, IntakeState.ABANDONED),
        intake(coordinator, b"w pracy", 500, IntakeState.REVIEW),
    ]
    content = gone.file.content
    with django_capture_on_commit_callbacks(execute=True):
        assert KEPT["intake.abandoned"].remove_some(10) == 1
    assert list(Intake.objects.order_by("pk")) == stays
    assert StoredFile.objects.count() == 2
    assert not content.storage.exists(content.name)


def test_a_file_that_another_upload_uses_stays(coordinator, django_capture_on_commit_callbacks) -> None:
    intake(coordinator, b"ta sama", 91, IntakeState.ABANDONED)
    again = intake(coordinator, b"ta sama", 1, IntakeState.REVIEW)
    with django_capture_on_commit_callbacks(execute=True):
        KEPT["intake.abandoned"].remove_some(10)
    assert again.file.read() == b"ta sama"


def test_bytes_brought_again_before_the_end_are_not_lost(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert discard_unreferenced([store(b"plik", media_type="text/plain")]) == 1
        again = store(b"plik", media_type="text/plain")
    assert again.read() == b"plik"


def test_unreferenced_looks_into_all_rooms() -> None:
    assert "intake_intake" in str(unreferenced(Job.objects.all()).query)
    assert "documents_document" in str(unreferenced(Job.objects.all()).query)
