"""A real provider of identity for the tests: django-oauth-toolkit as a process of its own, with its own people."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from e2e.installation import free_port, wait_until_answers

PROVIDER_ID = "urzad"
NAME = "Konto urzędowe"
CLIENT_ID, SECRET = "bezpiecznik", "tajemnica-na-probe"


@dataclass(frozen=True)
class Provider:
    url: str
    configuration: Path
    """The file for OIDC_PROVIDERS."""


@contextmanager
def running(callback_of: str, people: dict[str, dict[str, object]], **more: object) -> Iterator[Provider]:
    """`people`: each person's name at the provider, and its claims of them; `more` goes to our configuration."""
    with tempfile.TemporaryDirectory(prefix="bz-oidc-") as folder:
        home, port = Path(folder), free_port()
        url = f"http://127.0.0.1:{port}"
        known = {"id": PROVIDER_ID, "name": NAME, "issuer": f"{url}/o", "client_id": CLIENT_ID, "secret": SECRET}
        (home / "providers.json").write_text(json.dumps([{**known, **more}]))
        callback = f"{callback_of}/konto/logowanie/przez/{PROVIDER_ID}/powrot/"
        words = json.dumps({"folder": folder, "port": port, "callback": callback, "people": people})
        server = subprocess.Popen([sys.executable, str(Path(__file__).with_name("serve.py")), words])
        try:
            wait_until_answers(url)
            yield Provider(url, home / "providers.json")
        finally:
            server.terminate()
            server.wait(timeout=10)
