"""Forty people sign in at once: how long do others wait for their pages meanwhile?

Claim: they wait less than with what Django gives. Peer, in the same run: the same server with Django's default Argon2
(100 MiB, eight lanes), four threads as before, and everybody let in at once. Both are asked for the desk again and
again by somebody who is signed in already, alone and while forty others sign in; what is told is the median and the
95th percentile.
"""

import http.cookiejar
import os
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

PEOPLE, PASSWORD, SECONDS_ALONE = 40, "kot zjadł zielony parasol", 4
BEZPIECZNIK = [sys.executable, "-m", "bezpiecznik.cli"]
SERVERS = {
    "ours": ("bezpiecznik.config.settings", 48),
    "peer: Django's defaults": ("peer_settings", 4),
}
PEER = """
from bezpiecznik.config.settings import *
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
SIGN_INS_AT_ONCE = 1000
"""
FILL = f"""
from bezpiecznik.accounts.models import User
from django.contrib.auth.hashers import make_password
kept = make_password({PASSWORD!r})
User.objects.bulk_create(
    User(email=f"osoba{{no}}@bench.example", first_name="Osoba", last_name=str(no), password=kept)
    for no in range({PEOPLE} + 1)
)
"""


class Browser:
    """Keeps cookies, as a person's browser does."""

    def __init__(self, url):
        self.url = url
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar(policy=None))
        )

    def open(self, path, **fields):
        data = urllib.parse.urlencode(fields).encode() if fields else None
        with self.opener.open(self.url + path, data, timeout=120) as answer:
            return answer.geturl(), answer.read().decode()

    def ready(self, no):
        """Stand before the form, with everything typed."""
        _url, page = self.open("/konto/logowanie/")
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        self.fields = {"csrfmiddlewaretoken": token, "username": f"osoba{no}@bench.example", "password": PASSWORD}
        return self

    def sign_in(self):
        url, _page = self.open("/konto/logowanie/", **self.fields)
        assert url.endswith("/praca/"), url


@contextmanager
def served(settings, threads, home, port):
    environment = {
        **os.environ,
        "BEZPIECZNIK_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": f"{home}:{os.environ.get('PYTHONPATH', '')}",
        "SECOND_FACTOR_REQUIRED": "False",
    }
    (home / "peer_settings.py").write_text(PEER)
    subprocess.run([*BEZPIECZNIK, "migrate", "-v0"], env=environment, check=True)
    subprocess.run([*BEZPIECZNIK, "shell", "-v0", "-c", FILL], env=environment, check=True)
    server = subprocess.Popen(
        [*BEZPIECZNIK, "serve", "--port", str(port), "--threads", str(threads)],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        for _try in range(300):
            with suppress(OSError):
                Browser(url).open("/stan/")
                break
            time.sleep(0.1)
        yield url
    finally:
        server.terminate()
        server.wait()


def asked_until(stop, browser):
    """Milliseconds that each page took, one after the other, until told to stop."""
    took = []
    while not stop.is_set():
        begun = time.perf_counter()
        browser.open("/praca/")
        took.append((time.perf_counter() - begun) * 1000)
        time.sleep(0.02)
    return took


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure(settings, threads, port):
    with TemporaryDirectory(prefix="bz-bench-") as home, served(settings, threads, Path(home), port) as url:
        reader = Browser(url).ready(0)
        reader.sign_in()
        stop = threading.Event()
        threading.Timer(SECONDS_ALONE, stop.set).start()
        alone = asked_until(stop, reader)
        crowd = [Browser(url).ready(no) for no in range(1, PEOPLE + 1)]
        stop, waits = threading.Event(), []

        def enter(browser):
            begun = time.perf_counter()
            browser.sign_in()
            waits.append(time.perf_counter() - begun)

        threads = [threading.Thread(target=enter, args=(browser,)) for browser in crowd]
        under = []
        watcher = threading.Thread(target=lambda: under.extend(asked_until(stop, reader)))
        watcher.start()
        begun = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        whole = time.perf_counter() - begun
        stop.set()
        watcher.join()
        assert len(waits) == PEOPLE
        return alone, under, whole


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bezpiecznik.config.settings")
    print(f"{PEOPLE} sign-ins at once on {os.cpu_count()} cores; milliseconds of another person's page")
    print(f"{'':32}{'alone 50%':>11}{'95%':>7}{'under 50%':>11}{'95%':>7}{'ratio 50%':>11}{'all in, s':>11}")
    for no, (name, server) in enumerate(SERVERS.items()):
        alone, under, whole = measure(*server, 8911 + no)
        before, after = statistics.median(alone), statistics.median(under)
        print(
            f"{name:32}{before:11.0f}{percentile(alone, 0.95):7.0f}{after:11.0f}{percentile(under, 0.95):7.0f}"
            f"{after / before:11.1f}{whole:11.1f}"
        )


if __name__ == "__main__":
    main()
