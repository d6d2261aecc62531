"""Orca loads this file at its start: what it would say aloud is written to a file instead, at once.

It runs in Debian's Python inside Orca, not in the tests. Speaking through a real speech server hangs
where there is no sound device, and takes the time that speaking takes.
"""

import json
import os
import re
import threading
import time
from html import unescape

import speechd

MARKS = re.compile(r"<[^>]+>")
lines = open(os.environ["ORCA_UTTERANCES"], "a", buffering=1, encoding="utf-8")  # noqa: SIM115 (open as long as Orca runs)


class SpeechToFile:
    """Stands where Orca expects the client of speech-dispatcher."""

    def __init__(self, *_arguments, **_names):
        self.language = None

    def __getattr__(self, _name):
        return lambda *_arguments, **_names: None

    def list_synthesis_voices(self, *_arguments):
        return ()

    def list_output_modules(self):
        return ("file",)

    def set_language(self, language):
        self.language = language

    def speak(self, text, callback=None, event_types=None):
        self.write("say", unescape(MARKS.sub("", text or "")))
        if callback:
            threading.Thread(target=finish, args=(callback,), daemon=True).start()

    def char(self, character):
        self.write("character", character)

    def cancel(self, *_arguments):
        """Orca cancels before nearly everything it says; a file cannot be cut short."""

    def write(self, kind, text):
        line = {"kind": kind, "text": text, "voice": self.language}
        lines.write(json.dumps(line, ensure_ascii=False) + "\n")


def finish(callback):
    """Tell Orca that the words have been spoken: its reading of a whole page waits for that."""
    callback(speechd.CallbackType.BEGIN)
    time.sleep(0.01)
    callback(speechd.CallbackType.END)


speechd.SSIPClient = SpeechToFile
