"""Every file is kept once, under the hash of its bytes."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from bezpiecznik.files.models import StoredFile
from bezpiecznik.files.services import store

DATA = "Uchwała".encode()
DIGEST = hashlib.sha256(DATA).hexdigest()


def on_disk() -> list[str]:
    root = Path(settings.MEDIA_ROOT)
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@pytest.mark.django_db
def test_the_same_bytes_are_kept_once() -> None:
    first, second = store(DATA, media_type="text/plain"), store(DATA, media_type="text/plain")

    assert (first, first.read(), first.size) == (second, DATA, len(DATA))
    assert on_disk() == [f"{DIGEST[:2]}/{DIGEST}"]


@pytest.mark.django_db(transaction=True)
def test_what_a_failed_transaction_left_on_disk_is_taken_up_by_the_next() -> None:
    with transaction.atomic():
        store(DATA, media_type="text/plain")
        transaction.set_rollback(True)
    assert not StoredFile.objects.exists()

    kept = store(DATA, media_type="text/plain")

    assert (kept.content.name, kept.read()) == (f"{DIGEST[:2]}/{DIGEST}", DATA)
    assert on_disk() == [kept.content.name]
