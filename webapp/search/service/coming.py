"""What newly comes to be found and that no other event tells of, so that followed searches hear.

Steps of bills, votes and documents have events of their own. A bill, an answer, a member, a
committee and an improvement are told of when they are first found; a question when its answer is
new; a page of help when what is new on it is a sentence at least, and then by that alone.
"""

import re
from collections.abc import Collection, Mapping

from sqlalchemy import select

from search_index.entry import Entry
from webapp.extensions import db
from webapp.search.events import came_to_be_found
from webapp.search.models import SearchEntry

# As the keys of their records begin.
PAGE, QUESTION = "page-", "question-"
_RECORDS = ("bill", "answer", "member", "committee", "improvement")
# Characters of new lines. Shorter ones are a count, a day or a name that became another.
_A_SENTENCE = 40
_MOST_TOLD = 4_000
_NUMBER = re.compile(r"\d+")


def is_own(key: str) -> bool:
    """Whether the record of this key is a page or an answer that the service itself holds."""
    return key.startswith((PAGE, QUESTION))


def announce_new(key: str, old: Collection[Entry], fresh: Collection[Entry]) -> None:
    """Announce, in the caller's transaction, what is newly found by a record whose entries took the
    place of the `old` ones; nothing where that is not worth a message."""
    kind = next((entry.kind for entry in fresh), "")
    if key.startswith(PAGE):
        words = _new_lines(old, fresh)
        # The page of improvements tells of what is told of each of them.
        is_new = kind == "page" and (not old or bool(words))
    elif key.startswith(QUESTION):
        words, is_new = {}, _is_new_answer(key, old, fresh)
    else:
        words, is_new = {}, kind in _RECORDS and not old
    if is_new:
        came_to_be_found.send("search", source=key, words=words)


def _new_lines(old: Collection[Entry], fresh: Collection[Entry]) -> Mapping[str, str]:
    """What a page says now and did not say, by language; other numbers are not new."""
    before = {entry.lang: {_without_numbers(line) for line in _lines(entry)} for entry in old}
    found = {}
    for entry in fresh:
        known = before.get(entry.lang)
        lines = [one for one in _lines(entry) if known and _without_numbers(one) not in known]
        said = "\n".join(lines)[:_MOST_TOLD]
        if len(said) >= _A_SENTENCE:
            found[entry.lang] = said
    return found


def _lines(entry: Entry) -> list[str]:
    return entry.text.split("\n")


def _without_numbers(line: str) -> str:
    return _NUMBER.sub("0", line)


def _is_new_answer(key: str, old: Collection[Entry], fresh: Collection[Entry]) -> bool:
    """Whether the answer was another before, or there was none, and no other kept question has the
    same one: under another key it is as old. Other words of the question are no new answer."""
    if _answers(fresh) <= _answers(old):
        return False
    others = select(SearchEntry).where(SearchEntry.kind == "question", SearchEntry.source != key)
    known = {_lines(row.entry)[0] for row in db.session.scalars(others)}
    return known.isdisjoint(_answers(fresh))


def _answers(entries: Collection[Entry]) -> set[str]:
    return {_lines(entry)[0] for entry in entries}
