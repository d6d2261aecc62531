"""A mail server that keeps what it is given, for tests of mail really sent."""

import asyncio
import email
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller

from tests.support.ports import free_port


class Letters:
    """Every message that arrived, oldest first; `refuse` makes the server answer 451 to the next ones.

    `answers` are what it says to an address instead of yes; `connections` counts who came, and
    after `most` letters of one connection it closes that, as busy servers do. No letter is taken
    before `together` have connected. `stop` and `start` let it be away for a time.
    """

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.refuse = False
        self.url = ""
        self.answers: dict[str, str] = {}
        self.connections = 0
        self.most = 0
        self.together = 0
        self._port = free_port()
        self._controller: Controller | None = None

    def start(self) -> None:
        """Listen, at the same address every time."""
        self._controller = Controller(self, hostname="127.0.0.1", port=self._port)
        self._controller.start()
        self.url = f"smtp://127.0.0.1:{self._port}"

    def stop(self) -> None:
        """Be away."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    async def handle_EHLO(  # noqa: N802
        self, _server: Any, session: Any, _envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name, session.letters = hostname, 0
        return [*responses[:-1], "250-PIPELINING", responses[-1]]

    async def handle_RCPT(  # noqa: N802
        self, _server: Any, session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        if self.most and session.letters >= self.most:
            return "421 4.7.0 enough for one connection"
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        # The name is aiosmtpd's.
        if self.refuse:
            return "451 Requested action aborted: try again later"
        while self.connections < self.together:
            await asyncio.sleep(0.01)
        message = email.message_from_bytes(envelope.content, policy=default)
        message["X-Envelope-To"] = ", ".join(envelope.rcpt_tos)
        self.received.append(message)
        session.letters += 1
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[Letters]:
    """Run the server on a free port; `url` (`smtp://127.0.0.1:PORT`) is what MAIL_URL wants."""
    letters = Letters()
    letters.start()
    try:
        yield letters
    finally:
        letters.stop()
