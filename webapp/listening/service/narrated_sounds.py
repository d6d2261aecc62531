"""The sounds in which a recording is heard: made anew with it, or taken out with it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from sqlalchemy import select

from audio.engines import DEFAULT, VoiceUnavailable
from audio.script import passages
from thai_text.outline import Document as Outline
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.events import sounds_taken_out
from webapp.listening.models.forms import DocumentForm
from webapp.listening.models.narrations import Narration
from webapp.listening.rules.forms import Urgency
from webapp.listening.rules.kinds import SOUNDS
from webapp.listening.service import recipes
from webapp.listening.service.narrated import peoples_reading
from webapp.listening.service.narrations import passage_key
from webapp.listening.service.outlines import kept_outline_of
from webapp.listening.service.queue import await_again
from webapp.listening.service.registry import shelves
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import after_commit


def make_anew(narration: Narration) -> None:
    """Make the sounds of every version that has the recording's text again; until then people
    hear the old ones. Inside a transaction."""
    for row, _outline in _sounds(narration):
        await_again(row, Urgency.NEW)
    enqueue_once("listening.make_forms")


def take_out(narration: Narration) -> None:
    """Remove, with the commit, every sound that may hold the recording and what was spoken on the
    way to it; they are made again without it.

    Inside a transaction, while the recording still counts as accepted.
    """
    sounds = _sounds(narration)
    keys = {row.key for row, _outline in sounds if row.key and row.narrated_seconds}
    pieces = {key for row, outline in sounds for key in _keys_of_pieces(narration, row, outline)}
    for row, _outline in sounds:
        if row.key in keys:
            row.key, row.recipe, row.spoken_by = None, "", ""
            row.bytes, row.seconds, row.narrated_seconds = 0, 0.0, 0.0
        await_again(row, Urgency.NEW)
    sounds_taken_out.send("listening", document_id=narration.document_id)
    enqueue_once("listening.make_forms")
    after_commit(lambda: _remove(keys, pieces))


def remove_unused(key: str) -> None:
    """Remove the file of a key that no form has."""
    if db.session.scalar(select(DocumentForm.id).where(DocumentForm.key == key).limit(1)) is None:
        shelves().remove(key)


def _remove(keys: set[str], pieces: set[str]) -> None:
    for key in keys:
        remove_unused(key)
    for key in pieces:
        shelves().drop_tracks(key)


def _sounds(narration: Narration) -> list[tuple[DocumentForm, Outline]]:
    """The sounds of every version that has the recording's text, with the text of each; of
    comparisons those alone in which a person is heard."""
    versions = documents.list_versions(documents.kept_document_by_id(narration.document_id))
    rows = db.session.scalars(
        select(DocumentForm)
        .where(
            DocumentForm.version_id.in_([version.id for version in versions]),
            DocumentForm.kind.in_(SOUNDS),
        )
        .order_by(DocumentForm.id)
        # A maker that ends now waits, then sees the decision; or has ended, and its file is seen.
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    wanted = [row for row in rows if row.compared_with_id is None or row.narrated_seconds]
    return [(row, outline) for row, outline in _with_texts(wanted) if _has(outline, narration)]


def _with_texts(rows: Sequence[DocumentForm]) -> list[tuple[DocumentForm, Outline]]:
    texts: dict[tuple[int, int | None, str], Outline] = {}
    found = []
    for row in rows:
        which = (row.version_id, row.compared_with_id, row.told)
        if which not in texts:
            texts[which] = kept_outline_of(row)
        found.append((row, texts[which]))
    return found


def _has(outline: Outline, narration: Narration) -> bool:
    return any(passage_key(passage) == narration.text_key for passage in passages(outline))


def _keys_of_pieces(narration: Narration, row: DocumentForm, outline: Outline) -> list[str]:
    """Where the pieces of a sound are on the way to it, in its own voice and the one that is
    always there."""
    reading = peoples_reading(narration.document_id, outline, row.speed)
    keys: list[str] = []
    if reading is None:
        return keys
    for voice in {row.voice, DEFAULT}:
        with suppress(VoiceUnavailable):
            variant = replace(row.variant, voice=voice)
            keys.append(recipes.tracks_key(outline, variant, reading.key))
    return keys
