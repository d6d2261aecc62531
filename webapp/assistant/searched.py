"""What the assistant hands to search: its questions and answers, in both languages."""

import hashlib
from collections.abc import Iterator

from flask import current_app, url_for
from flask_babel import force_locale

from search_index.entry import ONLY_FINDS, Entry
from webapp.assistant.ready import READY, ReadyAnswer
from webapp.search.service import Source, version_of
from webapp.shared.languages import LANGUAGES, language_of


def sources() -> Iterator[Source]:
    """Every ready answer with the words of the questions that it answers."""
    for answer in READY:
        key = f"question-{_mark(answer)}"
        entries = [_entry(f"{key}/{lang}", answer, lang) for lang in LANGUAGES]
        yield Source(key, version_of(entries), entries.copy)


def _mark(answer: ReadyAnswer) -> str:
    """Another for another answer, the same wherever it stands among them."""
    with force_locale("en"):
        said = f"{answer.endpoint} {answer.page} {answer.says}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _entry(entry_id: str, answer: ReadyAnswer, lang: str) -> Entry:
    asked = [word for words in answer.asks for word in words if language_of(word) == lang]
    with current_app.test_request_context(), force_locale(lang):
        says, title, url = str(answer.says), str(answer.page), url_for(answer.endpoint)
    return Entry(
        entry_id, "question", url, title, text=f"{says}\n{ONLY_FINDS}{' · '.join(asked)}", lang=lang
    )
