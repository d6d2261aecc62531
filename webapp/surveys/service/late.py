"""What came in time and is entered late: papers and calls of the last days of a survey."""

from datetime import date, timedelta

from sqlalchemy import exists, select

from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.quarters import Quarter, quarter_of
from webapp.surveys.models import Survey, SurveyResponse
from webapp.surveys.rules.questions import BY_STAFF, Channel, State
from webapp.surveys.service.building import is_open

# So long after its last day staff enter what they received until then (a rule of this service).
ENTERED_WITHIN = timedelta(days=14)


def entered_until(survey: Survey) -> date | None:
    """The last day on which staff enter answers to a survey that is over; None for another."""
    if survey.closes_on is None or survey.state == State.DRAFT:
        return None
    if survey.state == State.OPEN and survey.closes_on >= clock.today():
        return None
    return survey.closes_on + ENTERED_WITHIN


def may_enter(survey: Survey, channel: Channel) -> bool:
    """Whether answers that came this way can be entered today: everything while it is open, what
    staff enter for a person some days longer."""
    until = entered_until(survey)
    is_late = channel in BY_STAFF and until is not None and clock.today() <= until
    return is_open(survey) or is_late


def may_go_on(response: SurveyResponse, survey: Survey) -> bool:
    """Whether answers that were begun can be kept and handed in today."""
    return may_enter(survey, response.channel)


def is_over(survey: Survey, quarter: Quarter) -> bool:
    """Whether no more answers to a survey are to be expected in a quarter, so that its figures are
    the last: at once, or, where staff entered some by hand, after the days for late ones."""
    today = clock.today()
    if survey.state != State.CLOSED and quarter == quarter_of(today):
        return False
    last = min(quarter.last_day, survey.closes_on or quarter.last_day)
    return today > last + ENTERED_WITHIN or not _has_entered(survey)


def _has_entered(survey: Survey) -> bool:
    by_hand = SurveyResponse.channel.in_(BY_STAFF)
    mine = SurveyResponse.survey_id == survey.id
    return bool(db.session.scalar(select(exists().where(mine, by_hand))))


def can_have_answered(survey: Survey, day: date) -> bool:
    """Whether somebody can have answered on a day: from its first day to its last, or to today."""
    today = clock.today()
    last = min(survey.closes_on or today, today)
    return (survey.opens_on or day) <= day <= last
