"""A mailbox on this machine that speaks as much IMAP as reading unread letters needs."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Mailbox:
    """`letters` by number from 1; `seen` are the numbers that were read."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.seen: set[int] = set()
        self.password = "secret"
        self.url = ""


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.say("* OK ready")
        while line := self.rfile.readline():
            tag, _, command = line.decode().strip().partition(" ")
            if command.upper().startswith("LOGOUT"):
                self.say("* BYE", f"{tag} OK bye")
                return
            self.say(*self.answer(command), f"{tag} {self.outcome(command)}")

    def say(self, *lines: str | bytes) -> None:
        for line in lines:
            self.wfile.write((line if isinstance(line, bytes) else line.encode()) + b"\r\n")

    def outcome(self, command: str) -> str:
        wrong = command.startswith("LOGIN") and self.box.password not in command
        return "NO wrong password" if wrong else "OK done"

    @property
    def box(self) -> Mailbox:
        return self.server.box

    def answer(self, command: str) -> Iterator[str | bytes]:
        words = command.upper()
        if words == "CAPABILITY":
            yield "* CAPABILITY IMAP4rev1"
        elif words.startswith("SELECT"):
            yield f"* {len(self.box.letters)} EXISTS"
        elif words.startswith("UID SEARCH"):
            unseen = [n for n in range(1, len(self.box.letters) + 1) if n not in self.box.seen]
            yield f"* SEARCH {' '.join(map(str, unseen))}"
        elif found := re.match(r"UID FETCH (\d+)", words):
            content = self.box.letters[int(found[1]) - 1]
            head = f"* {found[1]} FETCH (UID {found[1]} BODY[]<0> {{{len(content)}}}\r\n"
            yield head.encode() + content + b")"
        elif found := re.match(r"UID STORE (\d+)", words):
            self.box.seen.add(int(found[1]))


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """The mailbox while the block runs; `url` is what IMAP_URL wants."""
    box = Mailbox()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        server.daemon_threads = True
        server.box = box
        box.url = f"imap://bounces:{box.password}@127.0.0.1:{server.server_address[1]}/INBOX"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()
