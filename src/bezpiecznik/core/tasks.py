"""The one task that the queue knows: everything else about a job stands in `core.jobs`."""

from django_tasks import task

from bezpiecznik.core import jobs


@task()
def run_job(pk: str) -> None:
    jobs.run(pk)
