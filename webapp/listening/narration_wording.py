"""States and refusals of recordings in the words that people read."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.listening.rules.narrations import NarrationState

STATE: dict[str, LazyString] = {
    NarrationState.ALIGNING: _l("Being put in step with the text"),
    NarrationState.WAITING: _l("Waits for an officer"),
    NarrationState.ACCEPTED: _l("In use"),
    NarrationState.REFUSED: _l("Not taken"),
    NarrationState.REPLACED: _l("Replaced by a newer one"),
    NarrationState.WITHDRAWN: _l("Withdrawn"),
    NarrationState.GONE: _l("Closed: its text is no longer in the document"),
}
FAULT: dict[str, LazyString] = {
    "kind": _l("This file is no recording that we can take. Save it as MP3, WAV, OGG or FLAC."),
    "length": _l("A recording has between 1 second and 30 minutes. Choose another file."),
    "rate": _l("The recording has too many or too few samples a second. Save it with 44,100."),
    "size": _l("The file is larger than 200 MB. Save it as MP3 or FLAC, then choose it again."),
}
