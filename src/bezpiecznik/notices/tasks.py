"""The one task of the room: whatever waits is sent. A task that is lost is made good by the next tick."""

from django_tasks import task

from bezpiecznik.notices.delivery import deliver_due


@task()
def deliver() -> None:
    deliver_due()
