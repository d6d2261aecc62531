"""Voices: one file each, one Protocol, found by name."""

import importlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar, cast

from audio.pcm import Pcm

DEFAULT = "espeak"
NAMES = ("espeak", "gtts", "neural")
SLOWEST, FASTEST = 0.5, 3.0  # times the usual pace
GOOGLE = "https://translate.google.com"

Made = TypeVar("Made")


class VoiceUnavailable(RuntimeError):
    """A voice cannot speak here and now; its text says why in one sentence."""


class VoiceNotInstalled(VoiceUnavailable):
    """A voice lacks what has to be put on this machine first; its text says what and where."""


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


@dataclass(frozen=True)
class Places:
    """Where voices find and keep what is in no package.

    `cache`: a folder for sentences that the online voice has said, None to keep none. `neural`: the
    folder with the neural voice's weights. `google`: where the online voice is asked.
    """

    cache: Path | None = None
    neural: Path | None = None
    google: str = GOOGLE

    @classmethod
    def from_environment(cls) -> "Places":
        """Read VOICE_CACHE_DIR, NEURAL_VOICE_DIR and GTTS_URL."""
        cache, neural = os.environ.get("VOICE_CACHE_DIR"), os.environ.get("NEURAL_VOICE_DIR")
        return cls(
            cache=Path(cache) if cache else None,
            neural=Path(neural) if neural else None,
            google=os.environ.get("GTTS_URL") or GOOGLE,
        )


def engine(name: str, places: Places | None = None) -> Engine:
    """Return the voice called `name` (one of NAMES); `places` default to the environment's.

    Raises VoiceUnavailable for any other name, and VoiceNotInstalled where its files are missing.
    """
    if name not in NAMES:
        raise VoiceUnavailable(f"There is no voice called {name!r}; there are: {', '.join(NAMES)}.")
    # Only the voice asked for is loaded: each brings its own libraries.
    module = importlib.import_module(f"audio.engines.{name}")
    if name == DEFAULT:
        return cast(Engine, module.ENGINE)
    return cast(Engine, module.make(places or Places.from_environment()))


@dataclass(frozen=True)
class Availability:
    """Whether the voice called `name` can be chosen here; `note` says what to know, or why not."""

    name: str
    usable: bool
    note: str = ""


def available(places: Places | None = None) -> tuple[Availability, ...]:
    """Return what can be said of every voice without a network and without loading it."""
    neural = importlib.import_module("audio.engines.neural_files")
    missing = neural.what_is_missing((places or Places.from_environment()).neural)
    return (
        Availability("espeak", True),
        Availability("gtts", True, "It needs the internet, and Google is sent the text."),
        Availability("neural", not missing, missing),
    )


@dataclass(frozen=True)
class Spoken(Generic[Made]):
    """What was made, the voice that spoke it, and why that is not the voice asked for ("")."""

    made: Made
    engine: Engine
    reason: str = ""


def speak_with(
    name: str, make: Callable[[Engine], Made], places: Places | None = None
) -> Spoken[Made]:
    """Let `make` work with the voice called `name`, and with DEFAULT where that one fails midway.

    For a voice that a network or a service may take away. Raises VoiceNotInstalled where files are
    missing (asking again does not help, so nobody is given another voice), and VoiceUnavailable
    where DEFAULT itself cannot speak.
    """
    chosen = engine(name, places)
    try:
        return Spoken(make(chosen), chosen)
    except VoiceNotInstalled:
        raise
    except VoiceUnavailable as error:
        if name == DEFAULT:
            raise
        default = engine(DEFAULT, places)
        return Spoken(make(default), default, str(error))
