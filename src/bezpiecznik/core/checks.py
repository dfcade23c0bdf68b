"""What `bezpiecznik check --deploy` tells the city's IT beside the framework's own advice."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register

READ_BY_OTHERS = 0o077


@register(Tags.security, deploy=True)
def installation(**_kwargs: Any) -> list[CheckMessage]:
    """Each thing that is fine on one's own machine and wrong where others come in."""
    found = (
        (
            _is_open(settings.HOME),
            "W001",
            "Other accounts of the machine can read BEZPIECZNIK_HOME: chmod go= on it.",
        ),
        (settings.DEMO, "W002", "DEMO is on: everybody can sign in as the invented people."),
        (not settings.EMAIL_HOST, "W003", "No mail server is set, so messages only wait: set EMAIL_URL."),
        (not settings.HTTPS, "W004", "HTTPS is off: cookies travel unprotected."),
    )
    return [Warning(words, id=f"bezpiecznik.{code}") for holds, code, words in found if holds]


def _is_open(home: Path) -> bool:
    return home.exists() and bool(home.stat().st_mode & READ_BY_OTHERS)
