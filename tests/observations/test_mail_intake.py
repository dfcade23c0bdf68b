"""Letters that become signals: by the pipe of a mail server, and by IMAP in `bezpiecznik tick`."""

import io
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from letters_for_tests import letter
from notices.stand_ins import ImapServer

from bezpiecznik import cli
from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, keeping, ticks
from bezpiecznik.core.models import OptionValue
from bezpiecznik.observations import kept, services
from bezpiecznik.observations.mail_intake import NoProgramme, take_in
from bezpiecznik.observations.models import IncomingLetter, Observation
from bezpiecznik.plans.models import Programme


@pytest.fixture
def known_newspaper(db: None) -> None:
    lines = "redakcja@gazeta.example Gazeta Zatorzyńska\n@radio.example"
    OptionValue.objects.create(key="observations.senders", value=lines, changed_at=clock.now(), changed_by="x")


def give(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))


@pytest.mark.usefixtures("known_newspaper")
def test_a_known_sender_is_a_source_and_their_address_is_not_kept(programme: Programme) -> None:
    assert take_in([letter()]).new == 1
    signal = Observation.objects.get()
    assert (signal.kind, signal.received, signal.state) == ("media", "email", "new")
    assert (signal.title, signal.source, signal.created_by) == ("Rozbita wiata", "Gazeta Zatorzyńska", None)
    assert "redakcja" not in f"{signal.text}{signal.search_text}"
    assert not IncomingLetter.objects.exists()
    take_in([letter(From="Ktoś <studio@radio.example>", Message_ID="<r@radio.example>")])
    assert Observation.objects.last().source == "radio.example"


@pytest.mark.usefixtures("known_newspaper")
@pytest.mark.parametrize(
    "headers",
    [{"From": "kto@inny.example"}, {"From": "x@niebardzoradio.example"}, {"From": ""},
     {"Authentication_Results": "mx; dmarc=fail"}],
)  # fmt: skip
def test_others_wait_for_a_decision(programme: Programme, headers: dict[str, str]) -> None:
    assert take_in([letter(**headers)]).waiting == 1
    assert (Observation.objects.count(), IncomingLetter.objects.get().state) == (0, "waiting")


@pytest.mark.usefixtures("known_newspaper")
def test_the_same_letter_is_taken_once_whatever_became_of_it(programme: Programme, coordinator: User) -> None:
    unknown = letter(From="kto@inny.example", Message_ID="<u@inny.example>")
    done = take_in([letter(), letter("Inne słowa, ten sam list."), unknown, unknown])
    assert (done.new, done.waiting, done.repeated) == (1, 1, 2)
    services.reject_letter(IncomingLetter.objects.get(), by=coordinator)
    assert take_in([unknown, letter()]).repeated == 2
    assert Observation.objects.count() == 1


def test_machines_are_not_heard_and_nobody_is_answered(
    programme: Programme, mailoutbox: list[Any], known_newspaper: None
) -> None:
    done = take_in([letter(Auto_Submitted="auto-replied"), b"\x00", letter()])
    assert (done.automatic, done.unreadable, done.new) == (1, 1, 1)
    assert mailoutbox == []


def test_without_a_programme_letters_stay_where_they_are(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoProgramme):
        take_in([letter()])
    give(monkeypatch, letter())
    with pytest.raises(CommandError) as refusal:
        call_command("receive_mail")
    assert refusal.value.returncode == 75


def test_a_mail_server_hands_a_letter_over_through_a_pipe(
    programme: Programme, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch, letter())
    call_command("receive_mail")
    assert "nierozpoznany nadawca: 1" in capsys.readouterr().out
    give(monkeypatch, b"\x00\x01")
    with pytest.raises(CommandError) as refusal:
        call_command("receive_mail")
    assert refusal.value.returncode == 65


@pytest.mark.usefixtures("known_newspaper")
def test_the_mailbox_is_read_by_the_tick_and_only_the_beginning_of_letters(programme: Programme, settings: Any) -> None:
    with ImapServer(letter(), letter(From="kto@inny.example", Message_ID="<u@x.example>")) as server:
        settings.SIGNALS_IMAP_URL = f"imap://sygnaly:tajne@127.0.0.1:{server.port}/INBOX"
        done = ticks.run_due(only="observations.mail")
        assert "nowe sygnały: 1, nierozpoznany nadawca: 1" in done["observations.mail"]
        assert server.seen == {1, 2}
        assert any("BODY.PEEK[]<0.2000000>" in command for command in server.commands)
        assert "nowe sygnały: 0" in ticks.run_due(only="observations.mail")["observations.mail"]
        assert (Observation.objects.count(), IncomingLetter.objects.count()) == (1, 1)


def test_the_command_is_called_with_a_hyphen() -> None:
    assert cli.with_module_names(["bezpiecznik", "receive-mail", "--a-b"]) == ["bezpiecznik", "receive_mail", "--a-b"]
    assert cli.with_module_names(["bezpiecznik", "--no-color"]) == ["bezpiecznik", "--no-color"]


def test_settled_letters_are_removed_after_their_days(programme: Programme, coordinator: User) -> None:
    take_in([letter(), letter(Message_ID="<9@x.example>")])
    services.reject_letter(IncomingLetter.objects.first(), by=coordinator)
    registered = keeping.KEPT["observations.letters"]
    due = registered.due(clock.now())
    assert [one.state for one in due] == ["rejected"]
    assert registered.remove([one.pk for one in due]) == 1
    assert (registered.days(), IncomingLetter.objects.get().state) == (kept.LETTER_DAYS.default, "waiting")
