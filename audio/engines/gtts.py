"""Google's online voice through gTTS: natural, needs the network, shows Google the text."""

import hashlib
import io
from importlib import metadata

import soundfile  # type: ignore[import-untyped]  # nobody publishes its types

from audio.engines import Places, VoiceUnavailable
from audio.engines.google_speech import GoogleSpeech
from audio.engines.sound_cache import SoundCache
from audio.pcm import Pcm
from audio.stretch import stretched

# Google knows two paces; slow is about this share of the usual one.
_SLOW_PACE = 0.7
_SLOW_BELOW = 0.8
# Nobody speaks faster: a sound that is shorter lacks its end.
_LEAST_SECONDS_A_LETTER = 0.02


class GoogleVoice:
    """Google Translate's speech at any pace; what it said is kept, so that it is asked once."""

    name = "gtts"
    voice = "google"
    version = metadata.version("gtts")
    rate = 24_000

    def __init__(self, service: GoogleSpeech, cache: SoundCache) -> None:
        self._service = service
        self._cache = cache

    def speak(self, text: str, lang: str, speed: float) -> Pcm:
        """Speak one sentence; raise VoiceUnavailable where Google cannot be reached or refuses."""
        slow = speed < _SLOW_BELOW
        return stretched(self._said(text, lang, slow), speed / (_SLOW_PACE if slow else 1.0))

    def _said(self, text: str, lang: str, slow: bool) -> Pcm:
        settings = (text, lang, str(slow), self.version)
        key = hashlib.sha256("\0".join(settings).encode()).hexdigest()
        kept = self._cache.find(key)
        if kept is not None:
            try:
                return self._samples(kept, text)
            except VoiceUnavailable:
                self._cache.forget(key)
        mp3 = self._service.fetch(text, lang, slow=slow)
        sound = self._samples(mp3, text) if mp3 else Pcm(b"", self.rate)
        if mp3:
            self._cache.keep(key, mp3)
        return sound

    def _samples(self, mp3: bytes, text: str) -> Pcm:
        try:
            samples, rate = soundfile.read(io.BytesIO(mp3), dtype="int16")
        except (OSError, soundfile.SoundFileError) as error:
            raise VoiceUnavailable("Google's voice answered with what is no sound.") from error
        if rate != self.rate or samples.ndim != 1:
            raise VoiceUnavailable("Google's voice answered in a form of sound that is not known.")
        sound = Pcm(samples.tobytes(), rate)
        if sound.seconds < _LEAST_SECONDS_A_LETTER * len(text):
            raise VoiceUnavailable("Google's voice answered with less than was asked for.")
        return sound


def make(places: Places) -> GoogleVoice:
    """Return the voice with its address and its cache."""
    return GoogleVoice(GoogleSpeech(places.google), SoundCache(places.cache))
