"""The shape of the house is kept by tests: rooms know only those below, in keys of the database too."""

from django.apps import apps
from django.db import models

from bezpiecznik.config.settings import ROOMS


def test_foreign_keys_point_down() -> None:
    floor = {room: number for number, room in enumerate(ROOMS)}
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in floor
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.ManyToManyField)
        and field.related_model._meta.app_label in floor
        and floor[field.related_model._meta.app_label] > floor[model._meta.app_label]
    ]
    assert upward == []


def test_what_was_reported_or_decided_cannot_be_deleted_along() -> None:
    """An alias goes with its institution, and a link with the message or draft it names; the rest is protected."""
    cascading = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE
    }
    assert cascading == {
        "institutions.Alias.institution", "institutions.Contact.institution",
        "commission.MeetingMessage.message", "motions.MotionLetter.letter",
    }  # fmt: skip
