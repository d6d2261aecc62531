"""What a person may want who tells an officer more, and for how long officers ask how it ended."""

from datetime import date, timedelta

import pytest

from webapp.complaints.rules.closing import MOST_TRIES, AskedAt, asked_until, is_to_be_tried
from webapp.complaints.rules.states import ENDED, OWED, State
from webapp.complaints.rules.wishes import Wish, wishes_of

CLOSED = date(2026, 3, 2)


@pytest.mark.parametrize("state", State)
def test_what_is_owed_is_added_to_or_taken_back_and_what_has_ended_is_taken_up_again(state):
    expected = []
    if state in OWED:
        expected = [Wish.ADD, Wish.WITHDRAW]
    elif state in ENDED:
        expected = [Wish.REOPEN, Wish.THANKS]
    assert wishes_of(state) == expected


def test_officers_ask_twice_at_each_time_and_never_later_than_six_weeks_after_the_closing():
    days = [CLOSED + timedelta(days=count) for count in range(60)]
    open_days = [day for day in days if is_to_be_tried(CLOSED, day, MOST_TRIES - 1)]
    assert open_days == days[:42]
    assert not any(is_to_be_tried(CLOSED, day, MOST_TRIES) for day in days)
    ends = [asked_until(CLOSED, time) for time in AskedAt]
    assert ends == [date(2026, 3, 30), date(2026, 4, 13)]
