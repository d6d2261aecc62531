"""Voices: one file each, one Protocol, found by name."""

import importlib
from typing import Protocol, cast

from audio.pcm import Pcm

DEFAULT = "espeak"
NAMES = ("espeak", "gtts")
SLOWEST, FASTEST = 0.5, 2.5  # times the usual pace


class VoiceUnavailable(RuntimeError):
    """A voice cannot speak here and now; its text says why in one sentence."""


class Engine(Protocol):
    """A voice. `voice` names the speaker, `version` everything else that changes how it sounds."""

    name: str
    version: str
    voice: str
    rate: int

    def speak(self, text: str, lang: str, speed: float) -> Pcm:
        """Speak one sentence of plain words in `lang` (`th` or `en`), `speed` times the usual pace.

        Raises VoiceUnavailable where the voice needs what is not there (a network, a library).
        """


def engine(name: str) -> Engine:
    """Return the voice called `name` (one of NAMES); raise VoiceUnavailable for any other."""
    if name not in NAMES:
        raise VoiceUnavailable(f"There is no voice called {name!r}; there are: {', '.join(NAMES)}.")
    # Only the voice asked for is loaded: each brings its own libraries.
    module = importlib.import_module(f"audio.engines.{name}")
    return cast(Engine, module.ENGINE)
