"""Habits of the code itself, read from its text: what must not be there, and the few exceptions, named."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "bezpiecznik"
WITHOUT_TOKEN = {
    "intake/views.py",  # until the size of the upload is known; the view behind it checks the token itself
    "notices/views.py",  # leaving messages by one click of a mail program: the address is the permission (RFC 8058)
}
OWN_SQL = {"core/journal.py", "core/triggers.py"}
"""A lock, and triggers: no value of anybody's stands in them."""
WEAK_ON_PURPOSE = {"accounts/passwords.py"}
"""The list of leaked passwords is published so; nothing is protected by it."""


def python() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in path.parts:
            yield str(path.relative_to(SOURCE)), path.read_text()


def places(pattern: str, files: Iterator[tuple[str, str]]) -> set[str]:
    return {name for name, text in files if re.search(pattern, text)}


def templates() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.html")):
        yield str(path.relative_to(SOURCE)), path.read_text()


def scripts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "frontend").rglob("*.js")):
        yield path.name, path.read_text()


def test_no_template_lets_text_through_unescaped() -> None:
    assert places(r"\|\s*safe\b|autoescape\s+off|\|\s*safeseq", templates()) == set()


def test_no_script_makes_code_or_markup_out_of_text() -> None:
    """A message to other tabs of this house (BroadcastChannel) is none to other windows."""
    pattern = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|document\.cookie"
        r"|(?<!channel\?\.)postMessage"
    )
    assert places(pattern, scripts()) == set()


def test_no_page_loads_anything_from_another_host() -> None:
    pattern = r"(?:src|action)=[\"'](?:https?:)?//|<link[^>]+href=[\"'](?:https?:)?//"
    assert places(pattern, templates()) == set()


def test_no_code_runs_text_or_takes_objects_out_of_bytes() -> None:
    pattern = r"(?<![.\w])(?:eval|exec)\(|\bpickle\b|\bmarshal\b|yaml\.load\(|shell=True|os\.system|os\.popen"
    assert places(pattern, python()) == set()


def test_sql_is_written_by_the_framework() -> None:
    assert places(r"\.raw\(|\.extra\(|RawSQL|cursor\.execute", python()) - OWN_SQL == set()


def test_sql_of_our_own_takes_values_as_parameters() -> None:
    for name, text in python():
        if name in OWN_SQL:
            continue
        for call in ast.walk(ast.parse(text)):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "execute":
                first = call.args[0] if call.args else None
                assert not isinstance(first, ast.JoinedStr | ast.BinOp), f"{name}:{call.lineno}"


def test_no_form_takes_every_field_of_a_model() -> None:
    """Mass assignment: a field that nobody meant to be typed is never typed."""
    assert places(r"fields\s*=\s*[\"']__all__|^\s+exclude\s*=\s*[\[(]", python()) == set()


def test_no_service_is_fed_with_the_whole_of_what_was_sent() -> None:
    assert places(r"\*\*request\.(?:POST|GET)|\*\*dict\(request", python()) == set()


def test_only_named_views_do_without_the_token() -> None:
    assert places(r"csrf_exempt", python()) <= WITHOUT_TOKEN


def test_weak_hashes_and_guessable_randomness_are_nowhere() -> None:
    assert (
        places(r"hashlib\.(?:md5|sha1)\b|\bmd5\(|^import random|from random import", without_demo()) <= WEAK_ON_PURPOSE
    )


def without_demo() -> Iterator[tuple[str, str]]:
    return ((name, text) for name, text in python() if not name.startswith("demo/"))


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout: there is nothing to list")
def test_no_secret_stands_in_the_repository() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    assert [name for name in names if re.search(r"secret-key|\.pem$|\.key$|\.p12$|(^|/)\.env|\.sqlite3", name)] == []

    key = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE " + rb"KEY-----|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{36}")
    assert [name for name in names if key.search((ROOT / name).read_bytes())] == []
