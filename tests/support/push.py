"""A browser's push service, and a browser that can read what it is sent (RFC 8291)."""

import base64
import json
import os

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

from tests.support.bad_service import Question
from webapp.shared.push import Browser


def b64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def vapid_key() -> str:
    """A private key as VAPID_PRIVATE_KEY wants it."""
    key = ec.generate_private_key(ec.SECP256R1())
    return b64(key.private_numbers().private_value.to_bytes(32, "big"))


class Reader:
    """A browser that asked for messages at `service`."""

    def __init__(self, service: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._auth = os.urandom(16)
        point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.browser = Browser(f"{service}/push/abc", b64(point), b64(self._auth))

    def read(self, question: Question) -> dict:
        """What a message says, its encryption and its sender's signature proved."""
        assert question.headers["Content-Encoding"] == "aes128gcm"
        assert Vapid02.verify(question.headers["Authorization"])
        plain = http_ece.decrypt(
            question.body, private_key=self._key, auth_secret=self._auth, version="aes128gcm"
        )
        return json.loads(plain)
