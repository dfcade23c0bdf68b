"""Mail servers of our own, on a port of this machine: one takes mail by SMTP, one gives it by IMAP."""

import re
import socketserver
import threading
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import TracebackType

Answer = Callable[[str], str]
"""What the server says to a command line, or after the text (`.`); blank breaks the connection off."""


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


class _StandIn:
    handler: type[socketserver.StreamRequestHandler]

    def __enter__(self):
        self.server = _Server(("127.0.0.1", 0), self.handler)
        self.server.told = self
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.shutdown()
        self.server.server_close()


class _Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        told: SmtpServer = self.server.told
        told.connections += 1
        sender, recipient = "", ""
        self._say("220 stand-in")
        while line := self.rfile.readline().decode().strip():
            told.commands.append(line)
            if line.upper().startswith("MAIL FROM:"):
                sender = re.search(r"<(.*?)>", line)[1]
            if line.upper().startswith("RCPT TO:"):
                recipient = re.search(r"<(.*?)>", line)[1]
            answer = told.answer(line)
            if not answer:
                return
            self._say(answer)
            if line.upper() == "DATA" and answer.startswith("354"):
                text = self._text()
                if text is None:
                    return
                told.received.append((sender, recipient, text))
                answer = told.answer(".")
                if not answer:
                    return
                self._say(answer)
            if line.upper() == "QUIT":
                return

    def _text(self) -> bytes | None:
        """Up to the line of one dot; nothing where the connection ends before it."""
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return None
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class SmtpServer(_StandIn):
    """Takes everything unless told otherwise: `server.says["RCPT"] = "550 no such user"`."""

    handler = _Conversation

    def __init__(self) -> None:
        self.received: list[tuple[str, str, bytes]] = []
        self.commands: list[str] = []
        self.connections = 0
        self.says: dict[str, str] = {}

    def answer(self, line: str) -> str:
        verb = line.split(maxsplit=1)[0].upper()
        usual = {"DATA": "354 go on", "QUIT": "221 bye"}.get(verb, "250 ok")
        return self.says.get(verb, usual)

    def letters(self) -> list[EmailMessage]:
        return [message_from_bytes(text, policy=policy.default) for _sender, _to, text in self.received]


class _ImapConversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        told: ImapServer = self.server.told
        self._say("* OK stand-in")
        while line := self.rfile.readline().decode().strip():
            tag, command, *rest = line.split(" ", 2)
            told.commands.append(f"{command} {' '.join(rest)}".strip())
            getattr(self, f"_{command.lower()}")(told, rest[0] if rest else "")
            refused = command == "LOGIN" and told.accepts not in rest[0]
            self._say(f"{tag} {'NO wrong password' if refused else 'OK done'}")
            if command == "LOGOUT":
                return

    def _capability(self, told: "ImapServer", rest: str) -> None:
        self._say("* CAPABILITY IMAP4rev1")

    def _login(self, told: "ImapServer", rest: str) -> None:
        """Whether it is right is said by `handle`."""

    def _select(self, told: "ImapServer", rest: str) -> None:
        self._say(f"* {len(told.letters)} EXISTS")

    def _search(self, told: "ImapServer", rest: str) -> None:
        unread = [str(no) for no in range(1, len(told.letters) + 1) if no not in told.seen]
        self._say(f"* SEARCH {' '.join(unread)}".strip())

    def _fetch(self, told: "ImapServer", rest: str) -> None:
        number = int(rest.split(maxsplit=1)[0])
        content = told.letters[number - 1]
        self.wfile.write(f"* {number} FETCH (BODY[] {{{len(content)}}}\r\n".encode() + content + b")\r\n")

    def _store(self, told: "ImapServer", rest: str) -> None:
        told.seen.add(int(rest.split(maxsplit=1)[0]))

    def _logout(self, told: "ImapServer", rest: str) -> None:
        self._say("* BYE")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class ImapServer(_StandIn):
    """One folder of letters; which were read is kept in `seen`, by number from 1."""

    handler = _ImapConversation

    def __init__(self, *letters: bytes, accepts: str = "tajne") -> None:
        self.letters = list(letters)
        self.accepts = accepts
        self.seen: set[int] = set()
        self.commands: list[str] = []
