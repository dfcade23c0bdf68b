"""The row as it stands now, held until the end of the transaction; it is taken before any lock of higher rooms."""

from bezpiecznik.activities.models import Activity


def hold(activity: Activity) -> Activity:
    held = Activity.objects.select_for_update(of=("self",)).select_related("institution", "updated_by")
    return held.prefetch_related("bodies", "undertakings").get(pk=activity.pk)
