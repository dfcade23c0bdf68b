"""The shortest ways to enter activities in tests."""

import io
from datetime import date
from typing import Any

from PIL import Image

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import services
from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.models import Activity
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking

LIST = "/praca/dzialalnosc/"
ADD = f"{LIST}dodaj/"
DAY = date(2022, 10, 12)


def facts(**said: Any) -> Facts:
    return Facts(**{"kind": "meeting", "title": "Spotkanie z seniorami", "starts_on": DAY, "participants": 30, **said})


def enter(
    institution: Institution, *, by: User, undertakings: tuple[Undertaking, ...] = (),
    others: tuple[Institution, ...] = (), **said: Any,
) -> Activity:  # fmt: skip
    """A meeting of 12 October 2022 with thirty people, unless something else is said."""
    return services.create_activity(institution, by=by, facts=facts(**said), undertakings=undertakings, others=others)


def photo(colour: str = "navy", size: tuple[int, int] = (1600, 1200), *, exif: bool = False) -> bytes:
    """A JPEG; with `exif`, one that says by which camera it was taken."""
    buffer, hidden = io.BytesIO(), Image.Exif()
    if exif:
        hidden[0x0110] = "Aparat Tajny 3000"
    Image.new("RGB", size, colour).save(buffer, "JPEG", exif=hidden.tobytes())
    return buffer.getvalue()
