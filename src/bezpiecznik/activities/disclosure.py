"""Whether residents may see an activity: never words that look like data of a person, unless somebody decided."""

from django.utils.translation import gettext as _

from bezpiecznik.activities.models import Activity
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.personal import Finding
from bezpiecznik.core.privacy import Check

FIELDS_SHOWN = ("title", "description", "place", "audience")
"""What the public pages show of an activity in free words."""


def words_of(activity: Activity) -> str:
    """All free words that residents would read, as one text."""
    return "\n".join(getattr(activity, field) for field in FIELDS_SHOWN)


def seal_of(activity: Activity) -> str:
    """sha256 of exactly these words: a decision holds for them and for no others."""
    return digest(words_of(activity))


def findings(activity: Activity) -> list[Finding]:
    """What in the words looks like data of a person and nobody has decided about."""
    found = Check().findings(words_of(activity))
    return [] if found and activity.cleared_words == seal_of(activity) else found


def hindrances(activity: Activity) -> list[str]:
    """Why residents may not see it now, as sentences; empty when they may."""
    said = []
    if activity.withheld_because:
        said.append(_("Biuro ukryło ten wpis przed mieszkańcami: „%(why)s”.") % {"why": activity.withheld_because})
    if activity.joined_into_id:
        said.append(_("Mieszkańcy widzą wpis, z którym ten połączono."))
    if found := findings(activity):
        excerpts = ", ".join(f"{one.kind.value} ({one.excerpt})" for one in found)
        said.append(
            _("Wpis wygląda na dane osoby: %(what)s. Popraw go albo potwierdź, że to nie są dane osoby.")
            % {"what": excerpts}
        )
    return said
