"""Who was asked how it ended and said nothing is counted, where five or more are."""

from datetime import date

import pytest
from flask_babel import force_locale

from tests.support.complaint_register import at, keep_case
from webapp.complaints import report_parts
from webapp.complaints.models import ClosingAnswer, ComplaintClosing
from webapp.complaints.rules.closing import AskedAt, Verdict
from webapp.complaints.rules.states import State
from webapp.extensions import db
from webapp.shared.quarters import Quarter

# Four weeks later lies in the same quarter.
CLOSED = at(date(2025, 11, 3))


@pytest.mark.parametrize(("silent", "is_told"), [(4, False), (5, True)])
def test_who_was_asked_and_said_nothing_is_told_where_five_or_more_are(app, clock, silent, is_told):
    for place in range(5 + silent):
        case = keep_case(at(date(2025, 10, 6)), [(State.CLOSED, CLOSED)])
        db.session.flush()
        closing = ComplaintClosing(complaint_id=case.id, closed_at=CLOSED, asked_on=CLOSED.date())
        if place < 5:
            said = {"was_answered": Verdict.YES, "was_solved": Verdict.YES, "why": ""}
            closing.answers = [ClosingAnswer(asked_at=AskedAt.CLOSING, at=CLOSED, **said)]
        db.session.add(closing)
    db.session.commit()
    with force_locale("en"):
        counts = report_parts.closing_counts(Quarter(2569, 1))
        [part, _later] = report_parts.closing_parts(counts)
    assert part.sentence.startswith("5 people answered.")
    assert ("5 more were asked and did not answer." in part.sentence) is is_told
