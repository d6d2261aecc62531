"""A mail server that keeps what it is given, for tests of mail really sent."""

import email
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller

from tests.support.ports import free_port


class Letters:
    """Every message that arrived, oldest first; `refuse` makes the server answer 451 to the next ones."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.refuse = False
        self.url = ""

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        # The name is aiosmtpd's.
        if self.refuse:
            return "451 Requested action aborted: try again later"
        message = email.message_from_bytes(envelope.content, policy=default)
        message["X-Envelope-To"] = ", ".join(envelope.rcpt_tos)
        self.received.append(message)
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[Letters]:
    """Run the server on a free port; `url` (`smtp://127.0.0.1:PORT`) is what MAIL_URL wants."""
    letters = Letters()
    controller = Controller(letters, hostname="127.0.0.1", port=free_port())
    controller.start()
    letters.url = f"smtp://{controller.hostname}:{controller.port}"
    try:
        yield letters
    finally:
        controller.stop()
