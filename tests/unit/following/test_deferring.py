"""A full mailbox is its owner's trouble; many people put off at one time are a provider's."""

import pytest

from webapp.following.rules.deferring import is_trouble


@pytest.mark.parametrize(
    ("put_off", "reached", "trouble"),
    [
        (0, 0, False),
        (1, 0, False),
        (4, 0, False),
        (5, 0, True),
        (5, 494, True),
        (5, 495, False),
        (150, 19_850, False),
        (1_000, 19_000, True),
        (20_000, 0, True),
    ],
)
def test_more_than_one_of_a_hundred_and_five_at_least_are_too_many(put_off, reached, trouble):
    assert is_trouble(put_off, reached) is trouble
