"""Channels fetched by the tick: matching items become signals, each once; a failure is told and tried later."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from http_stand_in import WebServer
from test_feed_reading import item, rss

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, ticks
from bezpiecznik.observations import fetching, services
from bezpiecznik.observations.fetching import Fetched
from bezpiecznik.observations.models import Channel, Observation, SeenItem
from bezpiecznik.plans.models import Programme


@pytest.fixture
def server(settings: Any) -> Iterator[WebServer]:
    settings.FETCH_PRIVATE_ADDRESSES = True
    with WebServer() as running:
        yield running


@pytest.fixture
def channel(db: None, server: WebServer) -> Channel:
    return Channel.objects.create(name="Gazeta Zatorzyńska", address=server.url(), keywords="wiata\nkradzież")


def poll() -> str:
    Channel.objects.update(due_at=clock.now())
    return ticks.run_due(only="observations.channels")["observations.channels"]


def test_items_with_a_keyword_become_signals_once(programme: Programme, channel: Channel, server: WebServer) -> None:
    server.pages["/rss"] = (200, {}, rss(item("Rozbite wiaty"), item("Koncert w parku", "g2")))
    assert poll() == "kanałów: 1, nieudanych: 0, nowych sygnałów: 1"
    signal = Observation.objects.get()
    assert (signal.title, signal.kind, signal.received, signal.state) == ("Rozbite wiaty", "media", "rss", "new")
    assert (signal.keyword, signal.source, signal.link) == (
        "wiata", "Gazeta Zatorzyńska", "https://gazeta.example/g1",
    )  # fmt: skip
    assert "nowych sygnałów: 0" in poll()
    server.pages["/rss"] = (200, {}, rss(item("Rozbite wiaty, ciąg dalszy"), item("Kradzieże", "g3")))
    assert "nowych sygnałów: 1" in poll()
    assert list(Observation.objects.values_list("title", flat=True)) == ["Rozbite wiaty", "Kradzieże"]
    assert SeenItem.objects.count() == 3


def test_one_article_in_two_channels_is_one_signal(programme: Programme, channel: Channel, server: WebServer) -> None:
    Channel.objects.create(name="Portal", address=server.url("/drugi"), keywords="wiata")
    server.pages["/rss"] = server.pages["/drugi"] = (200, {}, rss(item()))
    assert "nowych sygnałów: 1" in poll()
    assert Observation.objects.count() == 1


def test_a_failure_is_told_on_screen_tried_later_and_stops_nobody_else(
    programme: Programme, channel: Channel, server: WebServer
) -> None:
    server.pages["/rss"] = (503, {}, b"")
    server.pages["/dobry"] = (200, {}, rss(item()))
    good = Channel.objects.create(name="Portal", address=server.url("/dobry"), keywords="wiata")
    pauses = []
    for _round in range(3):
        poll()
        channel.refresh_from_db()
        pauses.append(channel.due_at - clock.now())
    assert (channel.failures, channel.error) == (3, "Serwer odpowiedział kodem 503.")
    assert [round(pause / timedelta(minutes=30)) for pause in pauses] == [1, 2, 4]
    good.refresh_from_db()
    assert (good.failures, Observation.objects.count()) == (0, 1)
    server.pages["/rss"] = (200, {}, b"<html></html>")
    poll()
    channel.refresh_from_db()
    assert channel.error == "Pod tym adresem nie ma kanału RSS ani Atom, który da się odczytać."
    server.pages["/rss"] = (200, {"ETag": '"1"'}, rss(item("Kradzież", "k")))
    poll()
    channel.refresh_from_db()
    assert (channel.failures, channel.error, channel.etag, channel.found) == (0, "", '"1"', 1)


def test_one_channel_that_cannot_be_read_stops_nobody_else(
    programme: Programme, channel: Channel, server: WebServer
) -> None:
    server.pages["/rss"] = (200, {}, rss(item("Pożar &#55357;&#56832;")))
    server.pages["/dobry"] = (200, {}, rss(item()))
    Channel.objects.create(name="Portal", address=server.url("/dobry"), keywords="wiata")
    assert poll() == "kanałów: 2, nieudanych: 1, nowych sygnałów: 1"


def changed_while_fetched(monkeypatch: pytest.MonkeyPatch, channel: Channel, by: User, **said: Any) -> None:
    """The office saves the channel while its answer is on the way."""
    fetch = fetching.fetch

    def slowly(address: str, **more: str) -> Fetched:
        current = Channel.objects.get(pk=channel.pk)
        for name, value in said.items():
            setattr(current, name, value)
        services.keep_channel(current, by=by)
        return fetch(address, **more)

    monkeypatch.setattr(fetching, "fetch", slowly)


def test_what_the_office_changes_during_a_fetch_stays(
    programme: Programme, channel: Channel, server: WebServer, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.pages["/rss"] = (200, {"ETag": '"1"'}, rss(item("Pożar lasu")))
    changed_while_fetched(monkeypatch, channel, coordinator, name="Kurier", keywords="pożar", active=False)
    assert "nowych sygnałów: 1" in poll()
    channel.refresh_from_db()
    assert (channel.name, channel.keywords, channel.active, channel.etag) == ("Kurier", "pożar", False, '"1"')


@pytest.mark.parametrize("status", [200, 503])
def test_an_answer_of_the_former_address_says_nothing_of_the_new_one(
    programme: Programme, channel: Channel, server: WebServer, coordinator: User, monkeypatch: pytest.MonkeyPatch,
    status: int,
) -> None:  # fmt: skip
    server.pages["/rss"] = (status, {"ETag": '"1"'}, rss(item()))
    changed_while_fetched(monkeypatch, channel, coordinator, address=server.url("/nowy"))
    poll()
    channel.refresh_from_db()
    assert (channel.address, channel.etag, channel.error, channel.failures) == (server.url("/nowy"), "", "", 0)
    assert channel.due_at <= clock.now()


def test_a_channel_rests_until_it_is_due_and_unchanged_ones_cost_nothing(
    programme: Programme, channel: Channel, server: WebServer
) -> None:
    server.pages["/rss"] = (200, {"ETag": '"1"'}, rss(item()))
    poll()
    assert ticks.run_due(only="observations.channels") == {"observations.channels": "żaden kanał nie czekał"}
    poll()
    assert server.asked[1][1]["If-None-Match"] == '"1"'
    Channel.objects.update(active=False)
    poll()
    assert len(server.asked) == 2


def test_items_gone_for_long_are_forgotten(programme: Programme, channel: Channel, server: WebServer) -> None:
    server.pages["/rss"] = (200, {}, rss(item()))
    poll()
    SeenItem.objects.update(at=clock.now() - timedelta(days=200))
    server.pages["/rss"] = (200, {}, rss(item("Kradzież", "k")))
    poll()
    assert SeenItem.objects.count() == 1
    server.pages["/rss"] = (200, {}, rss(item()))
    assert "nowych sygnałów: 0" in poll()


def test_before_there_is_a_programme_nothing_is_fetched(channel: Channel, server: WebServer) -> None:
    assert poll() == "żaden kanał nie czekał"
    assert server.asked == []
