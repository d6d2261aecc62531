"""Which surveys are offered: those that want answers, at the end of a task too."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from webapp.extensions import db
from webapp.shared import clock
from webapp.surveys.models import Survey
from webapp.surveys.rules import cap
from webapp.surveys.rules.questions import State, SurveyKind, Task
from webapp.surveys.service.answering import has_answered
from webapp.surveys.service.quotas import has_place, wants


def survey_at_end_of(
    task: Task, last_asked: date | None, people: Sequence[str], secret: str
) -> Survey | None:
    """The survey to offer to somebody who has just done something; None where none may be.

    It is the newest that wants more answers and that this person has not answered. `last_asked`:
    the day on which this browser was last asked, `people`: its random word and what stands for the
    readers of letters in it; it keeps them itself.
    """
    if not cap.may_ask(last_asked, clock.today()):
        return None
    running = select(Survey).where(Survey.state == State.OPEN, Survey.kind != SurveyKind.INTERVIEW)
    for survey in db.session.scalars(running.order_by(Survey.id.desc())):
        wanted = task in survey.tasks and is_offered(survey)
        if wanted and not has_answered(survey, people, secret):
            return survey
    return None


def is_offered(survey: Survey) -> bool:
    """Whether somebody of whom nothing is known may begin to answer now, and will be counted."""
    return wants(survey) and has_place(survey)
