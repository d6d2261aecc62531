"""The espeak-ng library, called in place: text or phoneme names in, samples out.

The library keeps one voice and one callback for the whole process and is not made for threads, so
one lock guards every call. It starts at its first use in each process: a worker has its own.
"""

import atexit
import ctypes
import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

import espeakng_loader

from audio.engines import VoiceUnavailable
from audio.engines.thai_table import UnknownFormat, write_data

_SYNCHRONOUS = 2  # hand samples to the callback within the call, play nothing
_PHONEME_EVENTS, _DONT_EXIT = 0x0001, 0x8000
_UTF8, _PHONEME_INPUT = 0x0001, 0x0100
_RATE, _PITCH, _RANGE = 1, 3, 4
_EVENT_END, _EVENT_PHONEME = 0, 7


class Prosody(NamedTuple):
    """How a voice reads: words a minute (80 to 450), height and range of its pitch (0 to 100)."""

    rate: int
    pitch: int
    range: int


class _EventId(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class Library:
    """One process's espeak-ng, with the Thai table."""

    def __init__(self) -> None:
        """Start espeak-ng; raise VoiceUnavailable where the library or its data cannot be used."""
        folder = Path(tempfile.mkdtemp(prefix="espeak-"))
        atexit.register(_remove, folder, os.getpid())
        try:
            data = write_data(Path(espeakng_loader.get_data_path()), folder)
            self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        except (OSError, RuntimeError, UnknownFormat) as error:
            raise VoiceUnavailable(f"The offline voice espeak-ng cannot start: {error}") from error
        self._lock = threading.Lock()
        self._samples = bytearray()
        self._phonemes: list[str] = []
        self._voice = ""
        self.rate = self._library.espeak_Initialize(
            _SYNCHRONOUS, 0, str(data).encode(), _PHONEME_EVENTS | _DONT_EXIT
        )
        if self.rate <= 0:
            raise VoiceUnavailable("The offline voice espeak-ng cannot read its own data.")
        # The library keeps only the address: the callback must live as long as it does.
        self._callback = _Callback(self._receive)
        self._library.espeak_SetSynthCallback(self._callback)

    def _receive(
        self,
        samples: "ctypes._Pointer[ctypes.c_short]",
        count: int,
        events: "ctypes._Pointer[_Event]",
    ) -> int:
        if samples and count > 0:
            self._samples += ctypes.string_at(samples, 2 * count)
        at = 0
        while events[at].type != _EVENT_END:
            if events[at].type == _EVENT_PHONEME:
                self._phonemes.append(events[at].id.string.decode("ascii", "replace"))
            at += 1
        return 0

    def samples(self, text: str, voice: str, prosody: Prosody, *, phonemes: bool = False) -> bytes:
        """Return 16-bit mono samples of `text` in espeak-ng's `voice`; `phonemes` reads `[[…]]`."""
        with self._lock:
            self._synthesise(text, voice, prosody, phonemes)
            return bytes(self._samples)

    def heard(self, phonemes: str, voice: str, prosody: Prosody) -> list[str]:
        """Return the names of the phonemes that `voice` really made of phoneme names in `[[…]]`."""
        with self._lock:
            self._synthesise(phonemes, voice, prosody, phonemes=True)
            return list(self._phonemes)

    def _synthesise(self, text: str, voice: str, prosody: Prosody, phonemes: bool) -> None:
        self._samples.clear()
        self._phonemes.clear()
        if voice != self._voice:
            if self._library.espeak_SetVoiceByName(voice.encode()) != 0:
                raise VoiceUnavailable(f"espeak-ng has no voice {voice!r}.")
            self._voice = voice
        for parameter, value in (
            (_RATE, prosody.rate),
            (_PITCH, prosody.pitch),
            (_RANGE, prosody.range),
        ):
            self._library.espeak_SetParameter(parameter, value, 0)
        raw = text.encode()
        flags = _UTF8 | (_PHONEME_INPUT if phonemes else 0)
        if self._library.espeak_Synth(raw, len(raw) + 1, 0, 1, 0, flags, None, None) != 0:
            raise VoiceUnavailable("The offline voice espeak-ng refused a text.")


def _remove(folder: Path, owner: int) -> None:
    # A forked worker must not take away what its parent still reads.
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
