"""Whether the day of arrival is day 1 is a setting: the Constitution does not say."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.support.clock import StandingClock
from tests.support.records import keep_bill
from webapp import create_app
from webapp.bills import service
from webapp.bills.models import RECORD_INCOMPLETE
from webapp.bills.service import SessionFacts, StepEntry, StepKind


@pytest.mark.parametrize(("counts", "due"), [(True, date(2026, 8, 29)), (False, date(2026, 8, 30))])
def test_the_senates_sixty_days_begin_with_the_day_of_arrival_or_the_next(config, counts, due):
    app = create_app(replace(config, FIRST_DAY_COUNTS=counts))
    app.extensions["clock"] = StandingClock(datetime(2026, 7, 10, 5, tzinfo=UTC))
    with app.app_context():
        service.save_session(SessionFacts(date(2026, 7, 1), date(2026, 10, 28)), None)
        bill = keep_bill()
        arrival = StepEntry(
            StepKind.SENATE_RECEIVED, date(2026, 7, 1), exception_reason=RECORD_INCOMPLETE
        )
        service.record_step(bill.public_id, arrival, None)

        assert service.bill_state(bill).deadline.due == due
