"""A whole search is mended word by word: its signs stay, and right words are not passed over."""

import pytest

from search_index.slips import Meant, spelt_otherwise
from search_index.spelling import Vocabulary, vocabulary_words

TEXTS = ("สหกรณ์ งบประมาณ ข่าว เสนอ จ้าง ระบบ รัฐธรรมนูญ ขออนุญาต ล้มละลาย committee price adoption",)


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(dict.fromkeys(vocabulary_words(TEXTS), 1))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("สหกรน์  งบประมาณ", "สหกรณ์ งบประมาณ"),
        ("สหกรน์ -งบประมาน", "สหกรณ์ -งบประมาน"),
        ("สหกรน์ –งบประมาน", "สหกรณ์ –งบประมาน"),
        ("สหกรน์ NOT งบประมาน", "สหกรณ์ NOT งบประมาน"),
        ("สหกรน์ OR งบประมาน", "สหกรณ์ OR งบประมาณ"),
        ('สหกรน์ "งบประมาน  แผ่นดิน"', 'สหกรณ์ "งบประมาน  แผ่นดิน"'),
        ("สหกรน์ “งบประมาน”", 'สหกรณ์ "งบประมาน"'),
        ('"สหกรน์', "สหกรณ์"),
    ],
)
def test_the_signs_of_a_search_stay_as_they_were(vocabulary, typed, words):
    assert spelt_otherwise(typed, vocabulary) == Meant(words, is_sure=True)


@pytest.mark.parametrize(
    "typed", ["", "งบประมาณ  รัฐธรรมนูญ", '"งบประมาน"', "-งบประมาน", "“สหกรน์”", "NOT สหกรน์"]
)
def test_what_needs_no_mending_is_left(vocabulary, typed):
    assert spelt_otherwise(typed, vocabulary) is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ข้าว", "ข่าว"),
        ("เสือ", "เสนอ"),
        ("ช้าง", "จ้าง"),
        ("ระบอบ", "ระบบ"),
        ("ระบอบรัฐธรรมนูญ", "ระบบรัฐธรรมนูญ"),
        ("สหกรน์ ข้าว", "สหกรณ์ ข่าว"),
        ("rice", "price"),
        ("abortion", "adoption"),
    ],
)
def test_a_right_word_is_surely_no_slip(vocabulary, typed, words):
    assert spelt_otherwise(typed, vocabulary) == Meant(words, is_sure=False)


@pytest.mark.parametrize("typed", ["ขออนุญาติ", "ล้มละราย", "งบประมาน", "Comittee"])
def test_a_slip_that_falls_into_right_words_is_one(vocabulary, typed):
    meant = spelt_otherwise(typed, vocabulary)
    assert meant is not None
    assert meant.is_sure
