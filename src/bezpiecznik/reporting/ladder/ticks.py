"""What the ladder does by itself. Hourly, because quiet hours are a setting: a fixed hour could be quiet every day.

A day's round is made once, in the first hour that is not quiet.
"""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core import ticks
from bezpiecznik.reporting.ladder import services


@ticks.every("reporting.ladder", title=gettext_lazy("Przypomnienia o sprawozdaniach"), interval=timedelta(hours=1))
def remind() -> str:
    made = services.make_round()
    if made is None:
        return _("dziś już przypomniano albo nie jest to pora")
    words = {"sent": made.sent, "letters": made.letters, "nobody": made.nobody}
    return _("przypomniano o %(sent)s, projekty pism: %(letters)s, nikt nie odbierze: %(nobody)s") % words
