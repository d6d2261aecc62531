"""Surveys whose satisfaction fell between the last two quarters by more than chance."""

from dataclasses import dataclass

from sqlalchemy import select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import State, SurveyKind
from webapp.surveys.rules.satisfaction import Attitude, Change
from webapp.surveys.service.scores import change_at_end
from webapp.surveys.service.series import series_of, versions_of


@dataclass(frozen=True)
class Fall:
    """That satisfaction fell, with the newest version of the survey. Percentages, 0 to 100."""

    survey_id: int
    before: float
    after: float
    quarter: Quarter


def falls_since(first: Quarter) -> list[Fall]:
    """Of all surveys with figures from the quarter `first` on, those that fell, the newest first.

    What is compared are the last two quarters of the series that the results of the newest version
    show. Interviews are left out: they are of a few members.
    """
    tally = SurveyTally
    recent = (
        select(Survey.lineage)
        .join(SurveyQuestion, SurveyQuestion.survey_id == Survey.id)
        .join(tally, tally.question_id == SurveyQuestion.id)
        .where(Survey.kind != SurveyKind.INTERVIEW, Survey.state != State.DRAFT)
        .where(
            (tally.year_be > first.year_be)
            | ((tally.year_be == first.year_be) & (tally.quarter >= first.number))
        )
    )
    found = (_fall(lineage) for lineage in db.session.scalars(recent.distinct()).all())
    falls = [one for one in found if one and one.quarter >= first]
    return sorted(falls, key=lambda one: (one.quarter, one.survey_id), reverse=True)


def _fall(lineage: int) -> Fall | None:
    versions = versions_of(lineage)
    series = series_of(versions[-1], versions)[Attitude.SATISFIED]
    if change_at_end(series) is not Change.FELL:
        return None
    (_quarter, before), (quarter, after) = series[-2:]
    return Fall(versions[-1].id, 100 * before.share, 100 * after.share, quarter)
