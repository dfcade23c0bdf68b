"""What a password may be."""

import hashlib
from pathlib import Path

import pytest
from django.contrib.auth.hashers import get_hasher, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.passwords import Breached, is_listed
from bezpiecznik.plans.models import Programme

LEAKED = [
    "Password1234!",
    "qwertyuiop123",
    "zaq1@WSXcde3",
    "iloveyou12345",
    "monkey123456",
    "dragon-dragon",
    "łódź-łódź-łódź",
]


def hash_of(password: str) -> str:
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


@pytest.fixture
def list_of_leaks(tmp_path: Path) -> Path:
    path = tmp_path / "leaks.txt"
    path.write_text("".join(f"{line}:{no}\n" for no, line in enumerate(sorted(map(hash_of, LEAKED)), start=3)))
    return path


def test_every_leaked_password_is_found_and_no_other(list_of_leaks: Path) -> None:
    assert [is_listed(list_of_leaks, password) for password in LEAKED] == [True] * len(LEAKED)
    others = [f"nie ma mnie na liście {no}" for no in range(200)]
    assert [password for password in others if is_listed(list_of_leaks, password)] == []


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_short_lists_and_other_ends_of_line(tmp_path: Path, rows: int) -> None:
    path = tmp_path / "leaks.txt"
    path.write_bytes(b"".join(f"{line}:1\r\n".encode() for line in sorted(map(hash_of, LEAKED[:rows]))))
    assert [is_listed(path, password) for password in LEAKED[:3]] == [no < rows for no in range(3)]


def test_a_large_list_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty megabytes: each question reads some lines only."""
    path = tmp_path / "leaks.txt"
    with path.open("w") as stream:
        stream.writelines(f"{no:040X}:7\n" for no in range(1_000_000))
    read = []

    class Counted:
        def __init__(self, stream):
            self.stream = stream

        def __enter__(self):
            return self

        def __exit__(self, *_error):
            self.stream.close()

        def seek(self, place):
            self.stream.seek(place)

        def readline(self):
            read.append(self.stream.readline())
            return read[-1]

    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda self, mode: Counted(opened(self, mode)))

    assert not is_listed(path, "jakieś hasło spoza listy")
    assert len(read) < 100


def test_a_leaked_password_is_refused_and_without_a_list_nothing_is(list_of_leaks: Path, tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="wyciekło"):
        Breached(str(list_of_leaks)).validate("iloveyou12345")
    Breached("").validate("iloveyou12345")
    Breached(str(tmp_path / "brak")).validate("iloveyou12345")


@pytest.mark.parametrize(
    "password",
    [
        "za krótkie",
        "password1234",
        "robert.raportowski",
        "Bezpiecznik2026!",
        "program-bezpieczeństwa",
        "Zatorzyn2026",
        "Miasto-Zatorzyn-1",
    ],
)
def test_these_are_refused(programme: Programme, reporter: User, password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, reporter)


@pytest.mark.parametrize(
    "password",
    [
        "dwanaście zn",
        "kot zjadł zielony parasol",
        "aaabbbcccdddeee fff",
        "ż" * 128,
        "Miasto-Zatorzyn i jeszcze wiele słów",
    ],
)
def test_length_is_what_counts_and_no_signs_are_asked_for(programme: Programme, reporter: User, password: str) -> None:
    validate_password(password, reporter)


def test_the_hash_costs_what_owasp_advises(settings) -> None:
    settings.PASSWORD_HASHERS = ["bezpiecznik.accounts.hashers.Argon2"]
    kept = make_password("kot zjadł zielony parasol")
    assert kept.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert not get_hasher().must_update(kept)
