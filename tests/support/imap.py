"""A mailbox on this machine that speaks as much IMAP as reading and deleting letters needs."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from email import message_from_bytes

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Mailbox:
    """`letters` of the inbox by number from 1; `seen` are the numbers that were read or moved.

    `done` are the letters in the other folder, by the same numbers; `deleted` those in no folder.
    `arrived` are their days, where they are not today's; `can` is what the server can do.
    """

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.seen: set[int] = set()
        self.done: dict[int, bytes] = {}
        self.deleted: set[int] = set()
        self.arrived: dict[int, date] = {}
        self.can = "MOVE UIDPLUS"
        self.takes_moved = True
        self.password = "secret"
        self.url = ""


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.folder, self.marked = "", set[int]()
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
        stuck = command.startswith(("UID MOVE", "UID COPY")) and not self.box.takes_moved
        return "NO not done" if wrong or stuck else "OK done"

    @property
    def box(self) -> Mailbox:
        return self.server.box

    @property
    def here(self) -> dict[int, bytes]:
        """The letters of the folder that is open."""
        if self.folder != "INBOX":
            return self.box.done
        there = enumerate(self.box.letters, 1)
        gone = self.box.deleted | self.box.done.keys()
        return {number: letter for number, letter in there if number not in gone}

    def answer(self, command: str) -> Iterator[str | bytes]:
        if command == "CAPABILITY":
            yield f"* CAPABILITY IMAP4rev1 {self.box.can}"
        elif found := re.match(r'SELECT "?([^"]+)"?', command):
            self.folder = found[1]
            yield f"* {len(self.here)} EXISTS"
        elif command.startswith("UID SEARCH"):
            yield from self.search(command)
        elif command.startswith("UID FETCH"):
            yield from self.fetch(command)
        elif found := re.match(r"UID (STORE|MOVE|COPY) (\d+)(.*)", command):
            self.change(found[1], int(found[2]), found[3].upper())
        elif command.startswith(("UID EXPUNGE", "EXPUNGE")):
            self.expunge()

    def search(self, command: str) -> Iterator[str]:
        if "UNSEEN" in command:
            unseen = [n for n in range(1, len(self.box.letters) + 1) if n not in self.box.seen]
            yield f"* SEARCH {' '.join(map(str, unseen))}"
        elif found := re.search(r"BEFORE (\d+)-(\w+)-(\d+)", command):
            limit = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
            old = [n for n in self.here if self.box.arrived.get(n, date.max) < limit]
            yield f"* SEARCH {' '.join(map(str, old))}"

    def fetch(self, command: str) -> Iterator[bytes]:
        if "1:*" in command:
            for number, letter in self.here.items():
                name = message_from_bytes(letter)["Message-ID"]
                yield self.fetched(number, f"Message-ID: {name}\r\n\r\n" if name else "\r\n")
        elif found := re.match(r"UID FETCH (\d+)", command):
            yield self.fetched(int(found[1]), self.here[int(found[1])])

    def fetched(self, number: int, content: str | bytes) -> bytes:
        sent = content if isinstance(content, bytes) else content.encode()
        head = f"* {number} FETCH (UID {number} BODY[]<0> {{{len(sent)}}}\r\n"
        return head.encode() + sent + b")"

    def change(self, deed: str, number: int, more: str) -> None:
        if deed != "STORE" and not self.box.takes_moved:
            return
        self.box.seen.add(number)
        if deed in ("MOVE", "COPY"):
            self.box.done[number] = self.box.letters[number - 1]
        elif "DELETED" in more:
            self.marked.add(number)

    def expunge(self) -> None:
        for number in self.marked:
            if self.folder != "INBOX":
                self.box.done.pop(number, None)
            if number not in self.box.done:
                self.box.deleted.add(number)
        self.marked.clear()


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
