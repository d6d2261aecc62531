"""Looking a question up among all that can be searched here."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.assistant.rules import MOST_PASSAGES, any_of, to_look_up
from webapp.needs.service import Origin
from webapp.search import service as search


@dataclass(frozen=True)
class Passages:
    """The best passages for a question, each with its page.

    `has_all_words` is false where no page has all words of the question, and these have some.
    `from_index` is false while the search is being prepared and only names are looked through.
    """

    items: Sequence[search.Item] = ()
    looked_up: str = ""
    has_all_words: bool = True
    from_index: bool = True


def look_up(question: str) -> Passages:
    """The passages that may answer a question; none where nothing fits or nothing was asked."""
    wanted = to_look_up(question)
    found = search.ask(wanted, {}, 1, MOST_PASSAGES)
    if found.items or not wanted:
        return Passages(found.items, wanted, True, found.from_index)
    some = search.ask(any_of(wanted), {}, 1, MOST_PASSAGES)
    return Passages(some.items, wanted, False, some.from_index)


def note_unanswered(passages: Passages) -> None:
    """Count a question that nothing answers, as a search without result is counted: the words that
    several ask for become a need."""
    if passages.looked_up and passages.from_index and not passages.items:
        search.note_missed(passages.looked_up, Origin.ASSISTANT)
