"""The queue of tasks does not grow for ever."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bezpiecznik.core import ticks

pytestmark = pytest.mark.django_db


def entry(days: int, status: str) -> DBTaskResult:
    long_ago = timezone.now() - timedelta(days=days)
    ended = long_ago if status != "READY" else None
    return DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}}, task_path="x", queue_name="default", backend_name="default",
        status=status, finished_at=ended, exception_class_path="", traceback="",
    )  # fmt: skip


def test_entries_that_ended_long_ago_are_cleared_and_others_stay() -> None:
    entry(15, "SUCCESSFUL"), entry(15, "FAILED")
    kept = {entry(13, "SUCCESSFUL").pk, entry(15, "READY").pk}
    assert ticks.run_due("core.tasks") == {"core.tasks": "usunięto 2"}
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == kept
