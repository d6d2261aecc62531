"""PyThaiTTS's neural voice: Thai, natural, offline, where its weights are on disk.

Nothing is ever downloaded: the weights are 330 MB, and an officer decides to put them there.
"""

import hashlib
import importlib
import threading
import warnings
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np

from audio.engines import Places, VoiceNotInstalled, VoiceUnavailable
from audio.engines.neural_files import files_in, what_is_missing
from audio.pcm import Pcm

THAI = "th"
# The network reads 510 phoneme signs at once; a Thai letter is hardly ever more than three.
_MOST_LETTERS = 140
_PEEK = 1_000_000
_loading = threading.Lock()


class NeuralVoice:
    """One speaker of PyThaiTTS, from the files in `folder`."""

    name = "neural"
    voice = "thai_som"
    rate = 24_000

    def __init__(self, folder: Path) -> None:
        """Raise VoiceNotInstalled, which says what to put where, if a file is missing."""
        missing = what_is_missing(folder)
        if missing:
            raise VoiceNotInstalled(missing)
        self._folder = folder
        self.version = f"{metadata.version('pythaitts')}-{_fingerprint(folder)}"

    def speak(self, text: str, lang: str, speed: float) -> Pcm:
        """Speak one sentence; raise VoiceUnavailable for another language or broken weights."""
        if lang != THAI:
            raise VoiceUnavailable("The neural voice speaks Thai only.")
        with _loading:
            network = _network(self._folder)
            # The pace is a property of the network's wrapper, so one sentence at a time.
            network.speed = speed
            pieces = [_said(network, piece) for piece in _pieces(text)]
        return Pcm(b"".join(pieces), self.rate)


def make(places: Places) -> NeuralVoice:
    """Return the voice; raise VoiceNotInstalled where its weights are not on disk."""
    if places.neural is None:
        raise VoiceNotInstalled(what_is_missing(None))
    return NeuralVoice(places.neural)


@lru_cache(maxsize=1)
def _network(folder: Path) -> Any:
    """PyThaiTTS's network from the files in `folder`; some 6 seconds and 800 MB."""
    files = files_in(folder)
    # The package warns of its own escape sequences and unclosed files while it loads.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = importlib.import_module("pythaitts.pretrained.fastthaig2p.tts")
        try:
            # With every path given PyThaiTTS looks for nothing on the network.
            return package.TTS(files.model, files.speaker, files.signs)
        except Exception as error:
            # onnxruntime's errors have no common class of their own.
            raise VoiceUnavailable(
                f"The neural voice's weights in {folder} cannot be read; put them there anew."
            ) from error


def _said(network: Any, piece: str) -> bytes:
    wave = np.clip(network.generate(piece), -1.0, 1.0)
    return bytes((wave * 32767).astype("<i2").tobytes())


def _pieces(text: str) -> Iterator[str]:
    """Cut at spaces, and where there is none for long in the middle."""
    while len(text) > _MOST_LETTERS:
        space = text.rfind(" ", 1, _MOST_LETTERS)
        end = space if space > 0 else _MOST_LETTERS
        yield text[:end]
        text = text[end:].lstrip()
    if text.strip():
        yield text


@lru_cache(maxsize=4)
def _fingerprint(folder: Path) -> str:
    """What tells these weights from others, without reading all of the 330 MB."""
    digest = hashlib.sha256()
    for path in files_in(folder):
        with path.open("rb") as file:
            digest.update(file.read(_PEEK))
        digest.update(str(path.stat().st_size).encode())
    return digest.hexdigest()[:12]
