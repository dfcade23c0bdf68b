"""Consistency is tested, not remembered."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models

from bezpiecznik.config.settings import ROOMS

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "bezpiecznik"
TEMPLATES = SOURCE / "templates"
OUR_MODELS = [model for model in apps.get_models() if model._meta.app_label in ROOMS]


def text_of_all(*patterns: str) -> str:
    return "\n".join(path.read_text() for pattern in patterns for path in sorted(SOURCE.rglob(pattern)))


def test_every_template_is_used() -> None:
    named = text_of_all("*.py", "*.html")
    known_to_django = {
        "django/forms/form.html",
        "django/forms/field.html",
    }

    unused = [
        name
        for path in sorted(TEMPLATES.rglob("*.html"))
        if (name := str(path.relative_to(TEMPLATES))) not in known_to_django and f'"{name}' not in named
    ]
    assert unused == []


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_every_model_has_polish_names(model: type[models.Model]) -> None:
    meta = model._meta
    assert meta.verbose_name_raw != re.sub(r"(?<!^)(?=[A-Z])", " ", meta.object_name or "").lower(), "name it in Polish"
    assert str(meta.verbose_name_plural) != f"{meta.verbose_name}s", "give the plural"


def test_every_setting_of_the_environment_is_explained() -> None:
    read = set(re.findall(r'env\.\w+\(\s*"(\w+)"', (SOURCE / "config" / "settings.py").read_text()))
    explained = set(re.findall(r"`([A-Z_]+)`", (ROOT / "README.md").read_text()))

    assert read - explained == set()


def test_only_settings_read_the_environment() -> None:
    allowed = {"config/settings.py", "config/wsgi.py", "cli.py", "core/management/commands/serve.py"}
    readers = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py") if "os.environ" in path.read_text()}

    assert readers - allowed == set()


def test_every_event_of_the_journal_belongs_to_its_room() -> None:
    events = Counter(
        (path.parent.name, value)
        for path in SOURCE.rglob("events.py")
        for value in re.findall(r'= "([\w.-]+)", _\(', path.read_text())
    )

    assert [event for event, times in events.items() if times > 1 or not event[1].startswith(f"{event[0]}.")] == []
    assert len(events) > 20


def test_decisions_are_numbered_without_gaps() -> None:
    titles = [path.read_text().splitlines()[0] for path in sorted((ROOT / "docs" / "adr").glob("*.md"))]

    assert [int(title.split()[1].rstrip(".")) for title in titles] == list(range(1, len(titles) + 1))


def test_the_rooms_of_the_readme_are_the_rooms_of_the_settings() -> None:
    line = next(line for line in (ROOT / "README.md").read_text().splitlines() if line.startswith("`portal`"))

    assert re.findall(r"`(\w+)`", line) == list(reversed(ROOMS))


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_pages_speak_polish_time() -> None:
    assert (settings.LANGUAGE_CODE, settings.TIME_ZONE) == ("pl", "Europe/Warsaw")
