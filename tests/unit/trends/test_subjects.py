"""Which words are one subject, and what it is called."""

import pytest

from webapp.trends.rules.subjects import is_common, name_of, together


def test_words_that_stand_in_the_same_needs_are_one_subject():
    standing_in = {1: {1, 2, 3, 4, 5}, 2: {1, 2, 3}, 3: {6, 7, 8}, 4: {5, 6, 7, 8}}
    assert list(together([1, 2, 3, 4], standing_in)) == [(1, 2), (3, 4)]


def test_a_subject_is_called_by_its_longest_words():
    assert name_of(["ๆ", "2569", "เสียง", "หนังสือเสียง", "หนังสือ", "วัน", "ใน"]) == "หนังสือเสียง วัน ใน"
    assert name_of(["ๆ", "12", ""]) == ""


@pytest.mark.parametrize(
    ("before", "needs", "expected"), [(5, 24, False), (5, 25, False), (6, 25, True)]
)
def test_a_word_in_more_than_a_fifth_of_all_needs_before_is_no_subject(before, needs, expected):
    assert is_common(before, needs) is expected
