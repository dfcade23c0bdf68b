"""For attacks: the house with one of everything in it (the world of the table of rights), and a count of requests."""

from typing import Any

import pytest
import test_rights
from rights_world import World

world = test_rights.world


@pytest.fixture
def house(db: None, world: World, settings: Any) -> World:
    settings.MEDIA_ROOT = world.files
    return world


@pytest.fixture
def counted(settings: Any, request: pytest.FixtureRequest) -> None:
    """Requests are counted, as in life."""
    settings.CACHES = {
        **settings.CACHES,
        "limits": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": request.node.nodeid},
    }
