"""Forty people sign in at the same moment; somebody else goes on working.

Claim: while 40 sign-ins are being answered, no page of a person already at work takes longer than a second, and all 40
are in. Peer: the same pages with nobody signing in, in the same run. The product runs as `bezpiecznik serve` starts it.
"""

import http.client
import os
import re
import secrets
import subprocess
import sys
import tempfile
import threading
import time
from statistics import median
from urllib.parse import urlencode

PEOPLE = 40
LIMIT_MS = 1000
PORT = 8719
PASSWORD = secrets.token_urlsafe(16)
SIGN_IN = "/konto/logowanie/"
MAKE = f"""
import django; django.setup()
from bezpiecznik.accounts.models import User
for no in range({PEOPLE + 1}):
    User.objects.create_user(f"osoba{{no}}@miasto.example", "{PASSWORD}", first_name="Osoba", last_name=str(no))
"""


class Browser:
    """One connection and its cookies."""

    def __init__(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        self.cookies = {}

    def ask(self, method, path, form=None):
        headers = {"Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items())}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, urlencode(form) if form else None, headers)
        answer = self.connection.getresponse()
        body = answer.read().decode()
        for said in answer.headers.get_all("Set-Cookie") or ():
            key, _is, value = said.partition(";")[0].partition("=")
            self.cookies[key] = value
        return answer.status, body

    def open_sign_in(self):
        _status, page = self.ask("GET", SIGN_IN)
        self.token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        return self

    def sign_in(self, no):
        email = f"osoba{no}@miasto.example"
        form = {"csrfmiddlewaretoken": self.token, "username": email, "login": email, "password": PASSWORD}
        return self.ask("POST", SIGN_IN, form)[0] == 302


def pages(browser, enough):
    """Times in ms of pages opened one after another until `enough()`."""
    times = []
    while not enough():
        began = time.perf_counter()
        status, _page = browser.ask("GET", "/praca/")
        times.append((time.perf_counter() - began) * 1000)
        assert status == 200, status
        time.sleep(0.02)
    return times


def measure():
    worker = Browser().open_sign_in()
    assert worker.sign_in(PEOPLE)
    until = time.perf_counter() + 3
    quiet = pages(worker, lambda: time.perf_counter() > until)

    crowd = [Browser().open_sign_in() for _no in range(PEOPLE)]
    came = []
    threads = [threading.Thread(target=lambda no=no: came.append(crowd[no].sign_in(no))) for no in range(PEOPLE)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    rush = pages(worker, lambda: not any(thread.is_alive() for thread in threads))
    return quiet, rush, time.perf_counter() - began, sum(came)


def main():
    home = tempfile.mkdtemp(prefix="bezpiecznik-bench-")
    environment = {
        **os.environ, "BEZPIECZNIK_HOME": home, "DJANGO_SETTINGS_MODULE": "bezpiecznik.config.settings",
        "SECOND_FACTOR_REQUIRED": "False",
    }  # fmt: skip
    command = [sys.executable, "-m", "bezpiecznik.cli"]
    subprocess.run([*command, "migrate", "--verbosity", "0"], env=environment, check=True)
    subprocess.run([sys.executable, "-c", MAKE], env=environment, check=True)
    server = subprocess.Popen(
        [*command, "serve", "--port", str(PORT), *sys.argv[1:]], env=environment, stdout=subprocess.DEVNULL
    )
    try:
        for _time in range(100):
            time.sleep(0.2)
            try:
                Browser().ask("GET", "/stan/")
                break
            except OSError:
                continue
        quiet, rush, seconds, came = measure()
    finally:
        server.terminate()
        server.wait()
    print(f"{came} of {PEOPLE} signed in within {seconds:.1f} s")
    for when, times in (("quiet", quiet), ("meanwhile", rush)):
        print(f"page of somebody at work, {when}: median {median(times):.0f} ms, slowest {max(times):.0f} ms")
    print(f"limit of the slowest meanwhile: {LIMIT_MS} ms")
    return 0 if came == PEOPLE and max(rush) <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
