"""Google's online voice through gTTS: natural, needs the network, shows Google the text."""

import io
from importlib import metadata

# soundfile ships no types.
import soundfile  # type: ignore[import-untyped]
from gtts import gTTS
from gtts.tts import gTTSError

from audio.engines import VoiceUnavailable
from audio.pcm import Pcm

_SECONDS_TO_ANSWER = 10
_SLOW_BELOW = 0.8


class GoogleVoice:
    """Google Translate's speech; it knows two paces only, usual and slow."""

    name = "gtts"
    voice = "google"
    version = metadata.version("gtts")
    rate = 24_000

    def speak(self, text: str, lang: str, speed: float) -> Pcm:
        """Speak one sentence; raise VoiceUnavailable where Google cannot be reached or refuses."""
        slow = speed < _SLOW_BELOW
        request = gTTS(text, lang=lang, slow=slow, lang_check=False, timeout=_SECONDS_TO_ANSWER)
        answer = io.BytesIO()
        try:
            request.write_to_fp(answer)
            answer.seek(0)
            samples, rate = soundfile.read(answer, dtype="int16")
        except (gTTSError, OSError, soundfile.SoundFileError) as error:
            raise VoiceUnavailable(
                "Google's voice cannot be reached; the offline voice can read this text."
            ) from error
        if rate != self.rate or samples.ndim != 1:
            raise VoiceUnavailable("Google's voice answered in a form of sound that is not known.")
        return Pcm(samples.tobytes(), rate)


ENGINE = GoogleVoice()
