"""Recordings by people are put in step with the text, and again where its sentences are divided
otherwise today: the rules by which the voice divides a text grow."""

from itertools import groupby
from operator import attrgetter

from sqlalchemy import select

from audio.narration import align, sentence_texts
from audio.script import Passage, passages
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.narrations import Narration
from webapp.listening.rules.narrations import HELD, NarrationState
from webapp.listening.service.narrated_sounds import make_anew
from webapp.listening.service.narrations import (
    ALIGN,
    narration_by_id,
    narration_to_change,
    passage_key,
    sections_to_read,
)
from webapp.listening.service.recording_files import recording_path, remove_recording_file
from webapp.listening.service.recordings import whole_recording
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import after_commit, transaction


def align_narration(narration_id: int) -> None:
    """Find the sentences in a recording; run twice, it finds the same.

    The sounds with a recording that was accepted are made anew; people hear the old ones until
    then. What nobody keeps any more is left alone.
    """
    narration = narration_by_id(narration_id)
    if narration.state not in HELD:
        return
    passage = _text_of(narration)
    if passage is None:
        _close(narration_id)
        return
    lang = documents.kept_document_by_id(narration.document_id).lang
    path = recording_path(narration)
    # What was read must not hold a transaction open while the recording is worked through.
    db.session.rollback()
    found = align(whole_recording(path), passage, lang)
    with transaction():
        narration = narration_to_change(narration_id)
        if narration.state not in HELD:
            # An officer decided meanwhile.
            return
        narration.said = [[s.block, s.text, s.start, s.end, s.row] for s in found.said]
        narration.certainty, narration.trusted = found.certainty, found.trusted
        narration.doubtful = list(found.doubtful)
        if narration.state is NarrationState.ALIGNING:
            narration.state = NarrationState.WAITING
        elif narration.state is NarrationState.ACCEPTED:
            make_anew(narration)


def align_again() -> None:
    """Have every recording put in step again whose text has other sentences today."""
    kept = select(Narration).where(
        Narration.state.in_((NarrationState.WAITING, NarrationState.ACCEPTED))
    )
    by_document = attrgetter("document_id")
    found = db.session.scalars(kept.order_by(Narration.document_id, Narration.id)).all()
    for document_id, narrations in groupby(found, by_document):
        texts = _texts(document_id)
        lang = documents.kept_document_by_id(document_id).lang
        for narration in narrations:
            passage = texts.get(narration.text_key)
            if passage is not None and _is_divided_otherwise(narration, passage, lang):
                with transaction():
                    enqueue_once(ALIGN, narration_id=narration.id)


def _is_divided_otherwise(narration: Narration, passage: Passage, lang: str) -> bool:
    return [text for _block, text, *_times in narration.said] != sentence_texts(passage, lang)


def _text_of(narration: Narration) -> Passage | None:
    """The section that was read, by its text: in a newer version it may have another number.

    What has not been accepted is of use to the newest version alone.
    """
    if narration.state is NarrationState.ACCEPTED:
        return _texts(narration.document_id).get(narration.text_key)
    try:
        sections = sections_to_read(documents.document_by_id(narration.document_id))
    except documents.DocumentNotFound:
        return None
    return next((one for one in sections if passage_key(one) == narration.text_key), None)


def _texts(document_id: int) -> dict[str, Passage]:
    """The sections of every version of a document by their text; none of a withdrawn one."""
    try:
        document = documents.document_by_id(document_id)
    except documents.DocumentNotFound:
        return {}
    outlines = map(documents.outline_of, documents.list_versions(document))
    return {passage_key(one): one for outline in outlines for one in passages(outline)}


def _close(narration_id: int) -> None:
    """Nobody can hear what reads a text that is there no more, so nobody keeps it."""
    with transaction():
        narration = narration_to_change(narration_id)
        if narration.state is NarrationState.ALIGNING:
            narration.state = NarrationState.GONE
            recording = narration.recording
            after_commit(lambda: remove_recording_file(recording))
