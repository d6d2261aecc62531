"""Asking Google's speech service for the sound of a sentence, patiently but not for ever."""

import base64
import random
import re
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import requests
from gtts import gTTS

from audio.engines import GOOGLE, VoiceUnavailable
from audio.engines.mp3_frames import is_whole

PATH = "/_/TranslateWebserverUi/data/batchexecute"
ATTEMPTS = 4
# Seconds. `CONNECT` and `SILENCE`: without an answer, without a byte. `WHOLE`: one answer from its
# first byte to its last, however slowly it drips. `LONGEST_WAIT`: between two attempts.
CONNECT, SILENCE, WHOLE, LONGEST_WAIT = 5.0, 10.0, 20.0, 20.0
_FIRST_WAIT = 0.5
_MOST_BYTES = 8_000_000
_AT_ONCE = 65_536
_SOUND = re.compile(rb'jQ1olc","\[\\"([A-Za-z0-9+/=]+)\\"\]')
_SORRY = "Google's voice cannot be reached; the offline voice can read this text."


class _TryAgain(Exception):
    """An attempt failed in a way that may pass; `wait` is how long the service asks to wait."""

    def __init__(self, what: str, wait: float = 0.0) -> None:
        super().__init__(what)
        self.wait = wait


class GoogleSpeech:
    """The service at one address; `pause` waits so many seconds, `limits` as the names above."""

    def __init__(
        self,
        base: str = GOOGLE,
        pause: Callable[[float], None] = time.sleep,
        silence: float = SILENCE,
        whole: float = WHOLE,
    ) -> None:
        self._address = base.rstrip("/") + PATH
        self._pause = pause
        self._timeout = (CONNECT, silence)
        self._whole = whole

    def fetch(self, text: str, lang: str, *, slow: bool) -> bytes:
        """Return the MP3 of `text`, empty where nothing in it can be said.

        Raises VoiceUnavailable after ATTEMPTS attempts, or at once where asking again is no use.
        """
        try:
            # gTTS knows how Google wants to be asked; its own sending verifies no certificate.
            bodies = gTTS(text, lang=lang, slow=slow, lang_check=False).get_bodies()
        except AssertionError:  # gTTS's way of saying that no word is left.
            return b""
        return b"".join(map(self._patiently, bodies))

    def _patiently(self, body: str) -> bytes:
        for attempt in range(ATTEMPTS):
            try:
                return self._once(body)
            except _TryAgain as failure:
                if attempt == ATTEMPTS - 1 or failure.wait > LONGEST_WAIT:
                    raise VoiceUnavailable(_SORRY) from failure
                self._pause(max(failure.wait, _wait_before(attempt + 1)))
        raise VoiceUnavailable(_SORRY)

    def _once(self, body: str) -> bytes:
        try:
            with requests.post(
                self._address,
                data=body,
                headers=gTTS.GOOGLE_TTS_HEADERS,
                timeout=self._timeout,
                stream=True,
                allow_redirects=False,
            ) as answer:
                _check(answer)
                return _sound(self._read(answer))
        except (requests.RequestException, OSError, _HTTPError) as error:
            raise _TryAgain(str(error)) from error

    def _read(self, answer: requests.Response) -> bytes:
        """The whole answer. Reading what has come, not blocks, lets a slow drip be noticed."""
        ends = time.monotonic() + self._whole
        read = bytearray()
        while piece := answer.raw.read1(_AT_ONCE, decode_content=True):
            read += piece
            if time.monotonic() > ends or len(read) > _MOST_BYTES:
                raise _TryAgain("the answer does not end")
        return bytes(read)


# What urllib3 raises while an answer is read; requests wraps it only in its own readers.
_urllib3 = requests.packages.urllib3  # type: ignore[attr-defined]  # re-exported untyped
_HTTPError = _urllib3.exceptions.HTTPError


def _check(answer: requests.Response) -> None:
    status = answer.status_code
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise _TryAgain(f"status {status}", _asked_to_wait(answer.headers.get("Retry-After", "")))
    if status != HTTPStatus.OK:
        raise VoiceUnavailable(f"Google's voice refused (status {status}); use the offline voice.")


def _asked_to_wait(header: str) -> float:
    """Seconds that Retry-After asks for, as a number or a date (RFC 9110 10.2.3); 0 for none."""
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except ValueError:
        return 0.0


def _sound(answer: bytes) -> bytes:
    found = _SOUND.search(answer)
    if found is None:
        raise _TryAgain("no sound in the answer")
    try:
        sound = base64.b64decode(found[1], validate=True)
    except ValueError as error:
        raise _TryAgain("the sound is not base 64") from error
    if not is_whole(sound):
        raise _TryAgain("the sound is cut short")
    return sound


def _wait_before(attempt: int) -> float:
    """Twice as long before each attempt, with jitter, so that many askers do not come at once."""
    longest = min(LONGEST_WAIT, _FIRST_WAIT * 2**attempt)
    return random.uniform(longest / 2, longest)  # noqa: S311 - a pause is no secret
