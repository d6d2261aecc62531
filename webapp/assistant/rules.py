"""What is left of a question to look up, and when a ready answer fits it. Plain Python."""

from collections.abc import Iterable
from functools import cache

from thai_text.words import fold, spans, words

# Characters; as much as the search reads.
LONGEST_QUESTION = 200
# Passages that are shown: more are not an answer but a list, and the search page has that.
MOST_PASSAGES = 3
# Words that make a question of its subject; they are in every text and say nothing of it.
QUESTION_WORDS = (
    "อะไร อย่างไร ยังไง ทำไม เมื่อไร เมื่อไหร่ ที่ไหน ไหน ใคร กี่ เท่าไร เท่าไหร่ ไหม มั้ย หรือ บ้าง คือ "
    "ครับ ค่ะ คะ นะ หน่อย ช่วย ขอ อยาก ทราบ รู้ บอก ถาม ต้อง จะ ได้ ให้ ว่า ที่ ของ มี เป็น อยู่ และ ใน กับ "
    "แล้ว ถึง ฉัน ผม ดิฉัน เรา "
    "what which who where when why how is are was were do does did can could should would will "
    "i me my we our you your it its the a an of to in on at by for from with about and or "
    "please tell say there this that have has much many long want know need get"
)


@cache
def _filler() -> frozenset[str]:
    """The question words as terms; cut on first use, for cutting loads the dictionary."""
    return frozenset(words(QUESTION_WORDS))


def to_look_up(question: str) -> str:
    """The pieces of a question that say what it is about, as words to search for; "" if none.

    Pieces that stood together stay together, so that a name written without spaces is found whole.
    """
    folded = fold(question[:LONGEST_QUESTION])
    pieces: list[str] = []
    end = -1
    for span in spans(folded):
        if span.start < end or span.term in _filler():
            continue
        written = folded[span.start : span.end]
        if span.start == end and pieces:
            pieces[-1] += written
        else:
            pieces.append(written)
        end = span.end
    return " ".join(pieces)


def any_of(looked_up: str) -> str:
    """The same words, of which one is enough."""
    terms = dict.fromkeys(term for term in words(looked_up) if len(term) > 1)
    return " OR ".join(terms)


def fits(question: str, asks: Iterable[Iterable[str]]) -> bool:
    """Whether a question speaks of each of the things in `asks`, each in one of its wordings."""
    folded = fold(question[:LONGEST_QUESTION])
    return all(any(fold(wording) in folded for wording in wordings) for wordings in asks)
