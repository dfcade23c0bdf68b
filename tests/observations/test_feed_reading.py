"""RSS and Atom read into items, and the words for which they become signals."""

import time
from datetime import date

import pytest

from bezpiecznik.observations.feed_reading import NotAChannel, read
from bezpiecznik.observations.keywords import matched

TODAY = date(2022, 11, 10)


def rss(*items: str) -> bytes:
    return f"<rss version='2.0'><channel><title>Gazeta</title>{''.join(items)}</channel></rss>".encode()


def item(title: str = "Rozbita wiata", guid: str = "g1", more: str = "") -> str:
    return (
        f"<item><title>{title}</title><guid isPermaLink='false'>{guid}</guid><link>https://gazeta.example/{guid}</link>"
        f"<pubDate>Thu, 03 Nov 2022 23:30:00 GMT</pubDate>{more}</item>"
    )


def test_rss_is_read_with_words_address_and_the_day_in_poland() -> None:
    more = "<description><![CDATA[<p>Nocą <b>rozbito</b> wiatę.</p><script>alert(1)</script>]]></description>"
    (found,) = read(rss(item(more=more)), today=TODAY)
    assert (found.title, found.text) == ("Rozbita wiata", "Nocą rozbito wiatę.")
    assert (found.link, found.day) == ("https://gazeta.example/g1", date(2022, 11, 4))


def test_atom_in_latin2_is_read() -> None:
    atom = (
        "<?xml version='1.0' encoding='iso-8859-2'?><feed xmlns='http://www.w3.org/2005/Atom'><title>x</title><entry>"
        "<id>urn:1</id><title>Żarówki zgasły</title><link href='https://radio.example/1'/>"
        "<updated>2022-11-01T10:00:00Z</updated><summary>Śródmieście</summary></entry></feed>"
    ).encode("iso-8859-2")
    (found,) = read(atom, content_type="application/atom+xml", today=TODAY)
    assert (found.title, found.text, found.day) == ("Żarówki zgasły", "Śródmieście", date(2022, 11, 1))


def test_each_item_is_told_by_its_guid_and_comes_once() -> None:
    found = read(rss(item("Pierwszy"), item("Znowu"), item("Drugi", "g2")), today=TODAY)
    assert [one.title for one in found] == ["Pierwszy", "Drugi"]
    assert len({one.key for one in found}) == 2


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[", ""])
def test_an_address_that_is_not_of_the_web_is_left_out(link: str) -> None:
    (found,) = read(
        rss(f"<item><title>T</title><guid isPermaLink='false'>g</guid><link>{link}</link></item>"), today=TODAY
    )
    assert found.link == ""


def test_a_day_that_has_not_come_or_makes_no_sense_is_today() -> None:
    days = ("Mon, 01 Jan 2124 10:00:00 GMT", "kiedyś", "")
    items = [f"<item><title>T{n}</title><pubDate>{day}</pubDate></item>" for n, day in enumerate(days)]
    assert [one.day for one in read(rss(*items), today=TODAY)] == [TODAY] * 3


@pytest.mark.parametrize("content", [b"", b"<html><body>Strona</body></html>", b"\x00\xff", b"{}", b"<rss"])
def test_what_is_no_channel_is_refused(content: bytes) -> None:
    if content == b"<rss":
        content = b"<rsss></rsss>"
    with pytest.raises(NotAChannel):
        read(content, today=TODAY)


GML = "<gml:pos xmlns:gml='http://www.opengis.net/gml'>50.8 20.6</gml:pos>"


@pytest.mark.parametrize("content", [rss(item("Pożar &#55357;&#56832;")), rss(item(more=GML))])
def test_what_breaks_the_parser_is_refused(content: bytes) -> None:
    with pytest.raises(NotAChannel):
        read(content, today=TODAY)


def test_entities_neither_multiply_nor_open_files() -> None:
    laughs = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(12))
    head = f"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a0 'ha'>{laughs}<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    began = time.process_time()
    for entity in ("&a12;", "&f;"):
        try:
            found = read(head.encode() + rss(item(f"T {entity}")), today=TODAY)
        except NotAChannel:
            continue
        assert all("root:" not in one.title + one.text and len(one.title) <= 300 for one in found)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("kradzież", "Seria kradzieży rowerów"), ("kradzież", "Zatrzymany za KRADZIEZE"),
        ("Czarnów", "Ciemno na Czarnowie"),
        ("przystan", "Na przystankach"), ("pożar", "Pozary traw"), ("bójka uliczna", "Uliczne bójki w nocy"),
    ],
)  # fmt: skip
def test_a_keyword_is_found_inflected_and_without_polish_letters(keyword: str, text: str) -> None:
    assert matched(["zupełnie co innego", keyword], text) == keyword


@pytest.mark.parametrize(
    ("keyword", "text"), [("pożar kamienicy", "Pożar lasu"), ("noc", "Pomoc sąsiedzka"), ("...", "x")]
)
def test_other_words_are_not_taken_for_it(keyword: str, text: str) -> None:
    assert matched([keyword], text) == ""
