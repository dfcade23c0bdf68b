"""Columns of the lists of activities as files."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.activities.models import Activity
from bezpiecznik.core.lists import Column


def _bodies(activity: Activity) -> str:
    others = (
        body.institution.short for body in activity.bodies.all() if body.institution_id != activity.institution_id
    )
    return ", ".join(others)


def _codes(activity: Activity) -> str:
    return ", ".join(link.undertaking.code for link in activity.undertakings.all())


ACTIVITIES: tuple[Column[Activity], ...] = (
    Column(_("Dzień"), lambda activity: activity.starts_on),
    Column(_("Ostatni dzień"), lambda activity: activity.ends_on),
    Column(_("Rodzaj"), lambda activity: activity.get_kind_display()),
    Column(_("Co"), lambda activity: activity.title),
    Column(_("Gdzie"), lambda activity: activity.place),
    Column(_("Dla kogo"), lambda activity: activity.audience),
    Column(_("Stan"), lambda activity: activity.get_state_display()),
    Column(_("Ile razy"), lambda activity: activity.times),
    Column(_("Ile osób"), lambda activity: activity.participants),
    Column(_("Stwierdzone nieprawidłowości"), lambda activity: activity.found),
    Column(_("Zastosowane sankcje"), lambda activity: activity.sanctioned),
    Column(_("Podmiot"), lambda activity: activity.institution.name),
    Column(_("Razem z"), _bodies),
    Column(_("Działania programu"), _codes),
    Column(_("Widoczna dla mieszkańców"), lambda activity: str(_("tak") if activity.public else _("nie"))),
)
