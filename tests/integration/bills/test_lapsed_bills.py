"""What the page of a lapsed bill says: before, within and after the time to ask for it again."""

from datetime import date

import pytest

from tests.integration.bills.making import TO_SENATE, K, make_bill, record
from webapp.bills import service
from webapp.bills.rules.sessions import SessionKind
from webapp.bills.rules.stages import Stage

pytestmark = pytest.mark.usefixtures("clock")
ONLY_CABINET = "Only a new cabinet can ask Parliament to take it up again."


@pytest.fixture
def lapsed(app):
    return make_bill(*TO_SENATE, (K.LAPSED, "2026-02-01"))


def sit_first(on):
    service.save_session(service.SessionFacts(on, None, SessionKind.FIRST), None)


def lead(page, bill):
    _thai, english = page.both(f"/bills/{bill.public_id}")
    return english.select_one(".lead").get_text(" ", strip=True)


def test_before_the_first_sitting_is_known_the_page_says_why_no_day_is(page, lapsed):
    assert ONLY_CABINET in lead(page, lapsed)
    assert "the first sitting after the election is not recorded" in lead(page, lapsed)


def test_the_sixty_days_to_ask_count_from_the_first_sitting(page, lapsed):
    sit_first(date(2026, 2, 20))
    said = lead(page, lapsed)
    assert ONLY_CABINET in said
    assert "may ask Parliament to take it up again until 20 April 2026" in said


def test_after_the_sixty_days_nobody_is_said_to_be_able_to_ask(page, lapsed, clock):
    sit_first(date(2026, 2, 20))
    clock.advance(days=60)
    said = lead(page, lapsed)
    assert ONLY_CABINET not in said
    assert "ended on 20 April 2026, and no request is recorded" in said


def test_once_asked_the_page_says_that_parliament_decides(page, lapsed):
    sit_first(date(2026, 2, 20))
    record(lapsed, K.RESUMPTION_ASKED, "2026-02-25")
    state = service.bill_state(lapsed)
    assert (lapsed.stage, lapsed.family) == (Stage.RESUMPTION, service.StageFamily.BOTH_HOUSES)
    assert [step.kind for step in state.usual_steps] == [K.RESUMED, K.RESUMPTION_REFUSED]
    assert lead(page, lapsed) == (
        "This bill lapsed when the House of Representatives ended; the new cabinet has asked "
        "Parliament to take it up again. That is since 25 February 2026. "
        "Next, Parliament decides whether to take it up again. "
        "The Constitution sets no time limit for this."
    )


def test_what_parliament_does_not_take_up_again_has_ended(page, lapsed):
    sit_first(date(2026, 2, 20))
    record(lapsed, K.RESUMPTION_ASKED, "2026-02-25")
    record(lapsed, K.RESUMPTION_REFUSED, "2026-02-26")
    assert lead(page, lapsed) == (
        "It has come to its end: Parliament did not take it up again on 26 February 2026."
    )


def test_a_bill_that_lapsed_after_the_king_returned_it_is_gone_for_good(page):
    returned = (
        (K.SENATE_R1_ACCEPTED, "2026-01-21"),
        (K.SENATE_R2_DONE, "2026-01-22"),
        (K.SENATE_R3_APPROVED, "2026-01-23"),
        (K.SENT_TO_PM, "2026-01-24"),
        (K.PRESENTED, "2026-01-31"),
        (K.RETURNED_BY_KING, "2026-02-10"),
        (K.LAPSED, "2026-02-11"),
    )
    said = lead(page, make_bill(*TO_SENATE, *returned))
    assert said == (
        "This bill lapsed when the House of Representatives ended. That is since 11 February 2026."
    )
