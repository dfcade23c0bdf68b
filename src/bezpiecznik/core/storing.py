"""Saving with the database as the judge of its constraints: one write where all is well, a sentence where it is not."""

from typing import Any

from django.db import IntegrityError, models, transaction


def store(obj: models.Model, **how: Any) -> None:
    """Check the fields and `clean`, then save (`how` goes to `save`).

    Asking each constraint before each write costs a query apiece; the database asks them anyway. Only when it refuses
    are they asked one by one. Raises ValidationError with the sentence of what is broken.
    """
    obj.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            obj.save(**how)
    except IntegrityError:
        obj.full_clean()
        raise
