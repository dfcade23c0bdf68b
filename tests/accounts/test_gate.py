"""Few sign in at once; the rest wait, and when all places are taken, they are asked to come back."""

import threading

from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts import gate
from bezpiecznik.accounts.models import Tally, User

SIGN_IN = "/konto/logowanie/"


def test_two_at_once_and_the_rest_one_after_another() -> None:
    inside, most, lock = [0], [0], threading.Lock()

    def go() -> None:
        with gate.turn():
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            threading.Event().wait(0.01)
            with lock:
                inside[0] -= 1

    threads = [threading.Thread(target=go) for _no in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (inside[0], most[0]) == (0, 2)


def test_when_all_places_are_taken_nobody_waits_and_no_guess_is_counted(
    client: InspectingClient, reporter: User, monkeypatch
) -> None:
    monkeypatch.setattr(gate, "_waiting", threading.BoundedSemaphore(1))
    with gate.turn():
        answer = client.post(SIGN_IN, {"username": reporter.email, "password": "nie to"})

    assert (answer.status_code, text_of(soup(answer).h1)) == (503, "Wiele osób loguje się naraz")
    assert Tally.objects.count() == 0
    assert client.post(SIGN_IN, {"username": reporter.email, "password": "hasło-na-próbę-1"}).status_code == 302
