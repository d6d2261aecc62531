"""The words of all that can be found, held by each process for mending what is misspelt."""

from datetime import datetime, timedelta
from typing import NamedTuple

from flask import current_app
from sqlalchemy import select

from search_index.spelling import Vocabulary
from webapp.extensions import db
from webapp.search.models import SearchWord
from webapp.shared import clock

# What is proposed meanwhile is looked for before it is shown: a word that is gone is never shown.
READ_AGAIN_AFTER = timedelta(minutes=10)


class _Held(NamedTuple):
    vocabulary: Vocabulary
    read_at: datetime


def current_vocabulary() -> Vocabulary:
    """The words as this process read them, at most ten minutes ago."""
    held: _Held | None = current_app.extensions.get("search_words")
    if held is None or clock.now() - held.read_at > READ_AGAIN_AFTER:
        counts = db.session.execute(select(SearchWord.word, SearchWord.entries))
        held = _Held(Vocabulary({row.word: row.entries for row in counts}), clock.now())
        current_app.extensions["search_words"] = held
    return held.vocabulary
