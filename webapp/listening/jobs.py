"""Work that listening does later: speaking takes minutes."""

from flask import current_app

from audio.engines import VoiceUnavailable
from webapp.documents import service as documents
from webapp.listening import service
from webapp.shared.outbox import Job


def make_sound(form_id: int) -> None:
    try:
        service.make_sound(form_id, current_app.extensions["settings"].audio_dir)
    except VoiceUnavailable as reason:
        service.give_up(form_id, str(reason))


def make_own_sounds() -> None:
    """The documents written for this service can be heard from the first day on."""
    own = [d for d in documents.iter_published() if d.written_for_service]
    versions = [documents.get_version(document) for document in own]
    settings = current_app.extensions["settings"]
    service.request_missing(versions, settings.SPEECH_ENGINE, settings.audio_dir)


JOBS = {
    # The longest law plays for a day and is spoken in some ten minutes.
    "listening.make_sound": Job(make_sound, lease_minutes=120),
    "listening.make_own_sounds": Job(make_own_sounds),
}
