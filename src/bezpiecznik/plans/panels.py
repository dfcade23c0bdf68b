"""What higher rooms show on the page of an undertaking: reports by period, grades, later activities and money.

from bezpiecznik.plans import panels

@panels.register
def reports(user: User, undertaking: Undertaking) -> panels.Panel | None: ...
"""

from bezpiecznik.accounts.models import User
from bezpiecznik.core.panels import Panel, Registry
from bezpiecznik.plans.models import Undertaking

__all__ = ["Panel", "panels", "register"]

_of_undertaking: Registry[User, Undertaking] = Registry()
register = _of_undertaking.register
panels = _of_undertaking.panels
