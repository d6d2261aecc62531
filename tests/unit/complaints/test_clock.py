"""The clock of a message, against an independent count: real holidays, sudden ones, pauses."""

import json
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.complaints.rules.clock import Count, Lateness, Pause, StandsStill, lateness
from webapp.complaints.rules.standard import FIRST

FIRST_DAY, LAST_DAY = date(2024, 1, 1), date(2028, 12, 31)
ONE_DAY = timedelta(days=1)
days = st.dates(FIRST_DAY, LAST_DAY - timedelta(days=60))
hours = st.times()
closures = st.frozensets(st.dates(FIRST_DAY, LAST_DAY), max_size=40)


@pytest.fixture(scope="module")
def government_closed(shared_data) -> frozenset[date]:
    rows = json.loads((shared_data / "holidays_th_2024_2028.json").read_text())["holidays"]
    return frozenset(date.fromisoformat(row["date"]) for row in rows if row["government_closed"])


def closing_hours(closed) -> list[datetime]:
    """Every moment at which a working day ends, in order: the independent count is over these."""
    span = (LAST_DAY + timedelta(days=90) - FIRST_DAY).days
    all_days = [FIRST_DAY + timedelta(days=n) for n in range(span)]
    return [
        datetime.combine(day, time(16, 30))
        for day in all_days
        if day.isoweekday() <= 5 and day not in closed
    ]


def counted_by_hand(ends: list[datetime], received: datetime, pauses, within: int) -> date:
    """The ends of working days at or after receipt; the first is day 0, those in a pause none."""
    after = [end for end in ends if end >= received][1:]
    left = [end for end in after if not any(begins <= end < stops for begins, stops in pauses)]
    return left[within - 1].date()


def test_the_clock_agrees_with_a_count_by_hand_on_every_day_of_2024_to_2028(government_closed):
    ends = closing_hours(government_closed)
    checked = 0
    day = FIRST_DAY
    while day <= LAST_DAY:
        for hour in (time(0, 0), time(12, 0), time(16, 30), time(16, 30, 1), time(23, 59)):
            received = datetime.combine(day, hour)
            due = counted_by_hand(ends, received, (), FIRST.answer_within)
            if due > LAST_DAY:
                continue
            count = Count(received, government_closed, FIRST.counting)
            assert count.limit_day(FIRST.answer_within) == due, received
            checked += 1
        day += ONE_DAY
    assert checked > 5 * 1800


@st.composite
def stretches(draw, received: datetime) -> list[tuple[datetime, datetime]]:
    """Up to three pauses after receipt, one after the other."""
    found, start = [], received
    for _number in range(draw(st.integers(0, 3))):
        start += timedelta(minutes=draw(st.integers(1, 10_000)))
        end = start + timedelta(minutes=draw(st.integers(1, 15_000)))
        found.append((start, end))
        start = end
    return found


@given(st.data())
def test_it_agrees_with_sudden_holidays_and_pauses_too(government_closed, data):
    received = datetime.combine(data.draw(days), data.draw(hours))
    closed = government_closed | data.draw(closures)
    within = data.draw(st.integers(1, 15))
    pauses = data.draw(stretches(received))
    count = Count(received, closed, FIRST.counting, [Pause(*pause) for pause in pauses])
    by_hand = counted_by_hand(closing_hours(closed), received, pauses, within)
    assert count.limit_day(within) == by_hand


@given(st.data())
def test_a_holiday_declared_later_never_makes_an_answer_due_earlier(data):
    received = datetime.combine(data.draw(days), data.draw(hours))
    closed = data.draw(closures)
    sudden = data.draw(st.frozensets(st.dates(FIRST_DAY, LAST_DAY), min_size=1, max_size=3))
    before = Count(received, closed, FIRST.counting).limit_day(3)
    assert Count(received, closed | sudden, FIRST.counting).limit_day(3) >= before


@given(st.data())
def test_days_left_while_it_stands_still_are_those_counted_once_it_runs_again(data):
    received = datetime.combine(data.draw(days), data.draw(hours))
    closed = data.draw(closures)
    asked = received + timedelta(minutes=data.draw(st.integers(1, 20_000)))
    written = asked + timedelta(minutes=data.draw(st.integers(1, 50_000)))
    whole = Count(received, closed, FIRST.counting, [Pause(asked, written)]).limit_day(3)
    after = [end for end in closing_hours(closed) if end >= received][1:]
    counted = sum(end < asked for end in after)
    waiting = Count(received, closed, FIRST.counting, [Pause(asked)])
    if counted >= 3:
        assert waiting.limit_day(3) == whole
        return
    with pytest.raises(StandsStill) as still:
        waiting.limit_day(3)
    assert still.value.left == 3 - counted
    assert [end.date() for end in after if end >= written][still.value.left - 1] == whole


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_neither_the_day_of_asking_nor_those_of_waiting_count():
    # Monday morning; asked on Tuesday, answered on Thursday before the cut-off.
    pause = Pause(at("2026-03-03T10:00"), at("2026-03-05T10:00"))
    count = Count(at("2026-03-02T09:00"), frozenset(), FIRST.counting, [pause])
    assert count.limit_day(3) == date(2026, 3, 9)


def test_an_answer_after_the_cut_off_counts_from_the_next_day():
    pause = Pause(at("2026-03-03T10:00"), at("2026-03-05T16:31"))
    count = Count(at("2026-03-02T09:00"), frozenset(), FIRST.counting, [pause])
    assert count.limit_day(3) == date(2026, 3, 10)


def test_lateness_has_two_levels():
    due, very = date(2026, 3, 5), date(2026, 3, 10)
    assert lateness(due, due, very) is Lateness.IN_TIME
    assert lateness(due + ONE_DAY, due, very) is Lateness.LATE
    assert lateness(very, due, very) is Lateness.LATE
    assert lateness(very + ONE_DAY, due, very) is Lateness.VERY_LATE
