"""What the house clears away by itself each night."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks_db.models import DBTaskResult

from bezpiecznik.core import clock, ticks

KEPT_DAYS = 14


@ticks.daily("core.tasks", title=gettext_lazy("Usuwanie starych wpisów kolejki zadań"))
def clear_tasks() -> str:
    """Entries of the queue that ended long ago; what the work did stands elsewhere."""
    old = DBTaskResult.objects.finished().filter(finished_at__lt=clock.now() - timedelta(days=KEPT_DAYS))
    number, _by_model = old.delete()
    return _("usunięto %(number)s") % {"number": number}
