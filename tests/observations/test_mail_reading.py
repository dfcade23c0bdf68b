"""Letters of all kinds read into words; hostile ones do no harm."""

import time
from datetime import date
from email.message import EmailMessage

import pytest
from letters_for_tests import letter, raw

from bezpiecznik.observations.mail_reading import LONGEST_TEXT, MOST_BYTES, BadLetter, read
from bezpiecznik.observations.plain_text import from_html

TODAY = date(2022, 11, 10)
WORDS = "Zażółć gęślą jaźń, Świętokrzyska"


def text_of(content: bytes) -> str:
    return read(content, today=TODAY).text


def test_a_decent_letter_is_read_with_the_day_in_poland() -> None:
    found = read(letter(), today=TODAY)
    assert (found.sender, found.subject, found.sent_on) == (
        "redakcja@gazeta.example", "Rozbita wiata", date(2022, 11, 4),
    )  # fmt: skip
    assert (found.text, found.attachments, found.automatic) == ("W nocy znów rozbito wiatę.", (), False)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-2", "cp1250", "windows-1250"])
@pytest.mark.parametrize("told", [True, False])
def test_polish_letters_survive_in_every_encoding_told_or_not(charset: str, told: bool) -> None:
    content_type = f"text/plain; charset={charset}" if told else "text/plain"
    assert text_of(raw(WORDS.encode(charset), content_type)) == WORDS


@pytest.mark.parametrize("charset", ["us-ascii", "x-nieznane", '"', "utf-7\x00"])
def test_an_encoding_that_is_a_lie_is_seen_through(charset: str) -> None:
    assert text_of(raw(WORDS.encode("cp1250"), f"text/plain; charset={charset}")) == WORDS


def test_a_subject_in_latin2_is_read() -> None:
    subject = b"Subject: =?iso-8859-2?Q?=AFar=F3wka_zgas=B3a?="
    content = letter(Subject="").replace(b"To:", subject + b"\nTo:", 1)
    assert read(content, today=TODAY).subject == "Żarówka zgasła"


def test_html_becomes_words_and_scripts_are_left_out() -> None:
    html = (
        "<html><head><title>x</title><style>p{}</style></head><body><script>alert(1)</script><h1>Tytuł</h1>"
        "<p>Ala&nbsp;ma <b>kota</b> &lt;script&gt;</p><img src=x onerror=alert(1)><svg><text>obraz</text></svg>"
        "<iframe src=http://zly.example>ramka</iframe><ul><li>raz</li><li>dwa</li></ul></body></html>"
    )
    assert text_of(raw(html.encode(), "text/html; charset=utf-8")) == "Tytuł\n\nAla ma kota <script>\n\nraz\n\ndwa"


def test_plain_words_go_before_html_and_attachments_are_only_named() -> None:
    message = EmailMessage()
    message["From"], message["Message-ID"] = "redakcja@gazeta.example", "<3@gazeta.example>"
    message.set_content("Zwykły tekst.")
    message.add_alternative("<p>HTML</p>", subtype="html")
    message.add_attachment(b"MZ\x90", maintype="application", subtype="octet-stream", filename="zdjęcie.exe")
    message.add_attachment("tajne", filename="../../etc/passwd\n.txt".replace("\n", ""))
    found = read(message.as_bytes(), today=TODAY)
    assert (found.text, found.subject) == ("Zwykły tekst.", "Zwykły tekst.")
    assert found.attachments == ("zdjęcie.exe", "../../etc/passwd.txt")


@pytest.mark.parametrize(
    "header",
    [{"Auto_Submitted": "auto-replied"}, {"Auto_Submitted": "auto-generated; x"}, {"Return_Path": "<>"},
     {"Precedence": "auto_reply"}, {"X_Autoreply": "yes"}],
)  # fmt: skip
def test_answers_of_machines_are_told_apart(header: dict[str, str]) -> None:
    assert read(letter(**header), today=TODAY).automatic


def test_a_person_is_no_machine_and_a_failed_check_makes_suspect() -> None:
    assert not read(letter(Auto_Submitted="no"), today=TODAY).automatic
    assert read(letter(Authentication_Results="mx.example; spf=pass; dmarc=fail"), today=TODAY).suspect
    assert not read(letter(Authentication_Results="mx.example; spf=pass; dmarc=pass"), today=TODAY).suspect


@pytest.mark.parametrize(
    "sender", ["", "a@b.example, c@d.example", "=?x?", "nikt", "<script>@x.example", "a" * 400 + "@b.example"]
)
def test_a_sender_that_is_not_one_address_is_nobody(sender: str) -> None:
    content = letter(From="").replace(b"To:", f"From: {sender}\nTo:".encode(), 1)
    assert read(content, today=TODAY).sender == ""


def test_a_letter_without_an_identifier_is_told_by_its_bytes() -> None:
    one, other = letter(Message_ID=""), letter("Inny.", Message_ID="")
    keys = [read(content, today=TODAY).key for content in (one, one, other)]
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize("day", ["", "wczoraj", "Thu, 99 Foo 99999 99:99:99 +9999", "Mon, 01 Jan 2124 10:00:00 +0000"])
def test_an_impossible_day_is_today(day: str) -> None:
    content = letter(Date="").replace(b"To:", f"Date: {day}\nTo:".encode(), 1)
    assert read(content, today=TODAY).sent_on == TODAY


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 1000, b"To: x\r\n\r\n", b"\r\n" * 5000],
)
def test_what_is_no_letter_is_refused(content: bytes) -> None:
    with pytest.raises(BadLetter):
        read(content, today=TODAY)


HOSTILE = {
    "nested": b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (depth, depth) for depth in range(3000)
    ),
    "many parts": b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    + b"--x\r\n\r\nq\r\n" * 20_000,
    "long header": b"From: a@b.example\r\nSubject: " + b"=?utf-8?q?" * 30_000 + b"\r\n\r\nTekst",
    "unclosed comments": raw(b"<!--" * 40_000 + b"<p", "text/html"),
    "unclosed tags": raw(b"<div " * 40_000, "text/html"),
    "headers with nul": b"From: a@b.example\r\nSubject: a\x00b\x08c\r\n\r\nTekst\x00 z\x07 dzwonkiem",
    "broken base64": raw(b"!!!not base64!!!", "text/plain", b"Content-Transfer-Encoding: base64"),
    "boundary missing": raw(b"--x\r\n\r\nTekst", "multipart/mixed"),
    "address bomb": b"From: " + b"a@b.example," * 20_000 + b"\r\n\r\nTekst",
    "parameters": raw(b"Tekst", "text/plain; charset*0*=utf-8''%FF; charset*1=x; name*=a'b'c"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_letters_are_read_or_refused_in_little_time(name: str) -> None:
    began = time.process_time()
    try:
        found = read(HOSTILE[name], today=TODAY)
    except BadLetter:
        found = None
    assert time.process_time() - began < 3
    assert found is None or ("\x00" not in found.text + found.subject and len(found.subject) <= 300)


def test_words_beyond_the_limit_are_cut_and_a_huge_attachment_costs_nothing() -> None:
    assert len(text_of(letter("słowo " * 10_000))) == LONGEST_TEXT
    huge = raw(b"--x\r\n\r\nTekst\r\n--x\r\nContent-Disposition: attachment; filename=a.bin\r\n\r\n"
               + b"A" * (MOST_BYTES + 10), "multipart/mixed; boundary=x")  # fmt: skip
    found = read(huge, today=TODAY)
    assert (found.text, found.attachments) == ("Tekst", ("a.bin",))


def test_html_that_never_ends_gives_what_was_read() -> None:
    assert from_html("<p>Początek<style>p{}") == "Początek"
    assert from_html("</script></p>Ala") == "Ala"
