"""What holds for every count of days."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.unit.bills.logs import TO_SENATE, K, daily
from webapp.bills.rules.clock import deadline, deemed_approved_on
from webapp.bills.rules.kinds import BillKind
from webapp.bills.rules.sessions import Session, Span, calendar_count, session_count
from webapp.bills.rules.steps import Step

DAY = timedelta(days=1)
BASE = date(2022, 1, 1)
days_in_year = st.integers(0, 700).map(lambda n: BASE + n * DAY)
senate_kinds = st.sampled_from([BillKind.ORDINARY, BillKind.MONEY, BillKind.BUDGET])


@st.composite
def session_tables(draw):
    """Sessions one after the other, some days apart, the last perhaps without an end."""
    table = []
    opens = BASE
    for _ in range(draw(st.integers(1, 5))):
        closes = opens + draw(st.integers(0, 150)) * DAY
        table.append(Session(opens, closes))
        opens = closes + draw(st.integers(1, 90)) * DAY
    if draw(st.booleans()):
        table[-1] = Session(table[-1].opens, None)
    return tuple(table)


@st.composite
def spans(draw):
    begins = draw(days_in_year)
    return Span(begins, begins + draw(st.integers(0, 60)) * DAY)


def in_session(day, table, today):
    def last(session):
        return session.closes or min(today, session.opens + 119 * DAY)

    return any(session.opens <= day <= last(session) for session in table)


@given(
    session_tables(), days_in_year, st.integers(1, 90), st.lists(spans(), max_size=2), days_in_year
)
def test_the_last_day_is_the_nth_session_day_that_does_not_stand_still(
    table, start, allowed, still, today
):
    count = session_count(start, allowed, still, table, today)
    if count.due is None:
        return
    counted = [
        start + n * DAY
        for n in range((count.due - start).days + 1)
        if in_session(start + n * DAY, table, today)
        and not any(span.holds(start + n * DAY) for span in still)
    ]
    assert len(counted) == allowed
    assert counted[-1] == count.due


@given(session_tables(), days_in_year, st.integers(1, 90), days_in_year)
def test_elapsed_days_never_exceed_what_is_allowed_and_are_all_past_or_today(
    table, start, allowed, today
):
    count = session_count(start, allowed, (), table, today)
    assert 0 <= count.elapsed <= allowed
    if today < start:
        assert count.elapsed == 0
    if count.due is not None and count.due <= today:
        assert count.elapsed == allowed


@given(session_tables(), days_in_year, st.integers(1, 60), st.integers(0, 60), days_in_year)
def test_more_days_allowed_never_end_earlier(table, start, allowed, more, today):
    shorter = session_count(start, allowed, (), table, today).due
    longer = session_count(start, allowed + more, (), table, today).due
    if longer is not None:
        assert shorter is not None
        assert shorter + more * DAY <= longer


@given(session_tables(), days_in_year, st.integers(0, 60), st.integers(1, 60), days_in_year)
def test_a_later_arrival_never_ends_earlier(table, start, later, allowed, today):
    first = session_count(start, allowed, (), table, today).due
    second = session_count(start + later * DAY, allowed, (), table, today).due
    if first is not None and second is not None:
        assert first <= second


@given(session_tables(), days_in_year, st.integers(1, 60), spans(), days_in_year)
def test_standing_still_never_shortens_a_count(table, start, allowed, span, today):
    plain = session_count(start, allowed, (), table, today).due
    stopped = session_count(start, allowed, (span,), table, today).due
    if plain is not None and stopped is not None:
        assert stopped >= plain


@given(days_in_year, st.integers(1, 200), st.lists(spans(), max_size=3), days_in_year)
def test_calendar_days_end_after_exactly_the_days_that_stood_still(start, allowed, still, today):
    count = calendar_count(start, allowed, still, today)
    passed = [start + n * DAY for n in range((count.due - start).days + 1)]
    stood = [day for day in passed if any(span.holds(day) for span in still)]
    assert len(passed) - len(stood) == allowed


@given(days_in_year, st.integers(1, 200), spans(), days_in_year)
def test_a_calendar_count_without_an_end_in_sight_stops(start, allowed, span, today):
    count = calendar_count(start, allowed, (Span(span.begins, None),), today)
    if span.begins - start < allowed * DAY:
        assert count.due is None
    else:
        assert count.due == start + (allowed - 1) * DAY


@given(senate_kinds, days_in_year, session_tables(), days_in_year)
def test_elapsed_and_left_make_up_what_is_allowed(kind, arrival, table, today):
    steps = [*daily(TO_SENATE[:-1], BASE), Step(K.SENATE_RECEIVED, arrival)]
    found = deadline(kind, steps, table, today=today)
    assert found.days_elapsed + found.days_left == found.days_allowed
    assert (found.due is None) == (found.unknown_because is not None)
    assert found.due is None or found.due >= arrival


@given(st.integers(1, 30), days_in_year, session_tables(), days_in_year)
def test_an_extension_never_shortens_the_senates_time(days, arrival, table, today):
    steps = [*daily(TO_SENATE[:-1], BASE), Step(K.SENATE_RECEIVED, arrival)]
    extended = [*steps, Step(K.SENATE_TIME_EXTENDED, arrival, days=days)]
    for kind in (BillKind.ORDINARY, BillKind.MONEY):
        plain = deadline(kind, steps, table, today=today)
        longer = deadline(kind, extended, table, today=today)
        assert longer.days_allowed == plain.days_allowed + days
        assert longer.due is None or longer.due >= plain.due + days * DAY


@given(senate_kinds, days_in_year, session_tables(), days_in_year)
def test_not_counting_the_first_day_never_ends_earlier(kind, arrival, table, today):
    steps = [*daily(TO_SENATE[:-1], BASE), Step(K.SENATE_RECEIVED, arrival)]
    counted = deadline(kind, steps, table, today=today)
    spared = deadline(kind, steps, table, today=today, first_day_counts=False)
    if spared.due is not None:
        assert counted.due is not None
        assert counted.due <= spared.due <= counted.due + 160 * DAY


@given(senate_kinds, days_in_year, session_tables(), days_in_year)
def test_approval_by_silence_follows_the_last_day_at_once(kind, arrival, table, today):
    steps = [*daily(TO_SENATE[:-1], BASE), Step(K.SENATE_RECEIVED, arrival)]
    found = deadline(kind, steps, table, today=today)
    deemed = deemed_approved_on(kind, steps, table, today=today)
    assert deemed == (found.due + DAY if found.due else None)


@given(session_tables(), days_in_year, st.integers(1, 60), days_in_year, st.integers(0, 100))
def test_a_known_last_day_does_not_move_as_time_passes(table, start, allowed, today, later):
    first = session_count(start, allowed, (), table, today).due
    assume(first is not None)
    assert session_count(start, allowed, (), table, today + later * DAY).due == first
