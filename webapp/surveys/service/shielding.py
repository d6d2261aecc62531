"""Surveys that are hidden in a quarter so that satisfaction over all services can be told.

Where one to four people of a survey are on a side, it is not told, and the sum of all services less
the others would tell it. So one other survey is not told either in that quarter, a shield: of those
whose last figures of it are still to be let out the one that has been one least often, then the
smallest, with five people or more on each side of what is new. Then the sum is told with both.
While there is none, the sum is told without the first.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, exists, func, select

from webapp.extensions import db
from webapp.shared import disclosure
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import Kind, Measure
from webapp.surveys.rules.satisfaction import Attitude
from webapp.surveys.service.counted import COUNTED, counted_scores
from webapp.surveys.service.scores import CHOICE, IS_SHIELD, PEOPLE, SHIELD, SIDES, Score

_EDITIONS = (SurveyTally.way == CHOICE, SurveyTally.key == SIDES)


def may_stand(survey: Survey, step: Score) -> bool:
    """Whether a survey could be hidden for others, by what is to be told of it anew (`step`)."""
    sides = step.hidden.people_on_sides
    return survey.kind in COUNTED and all(side >= disclosure.FEWEST for side in sides)


def stand(survey: Survey, quarter: Quarter, step: Score) -> bool:
    """Have a survey stand before all that wait for one in a quarter; whether it is to be hidden for
    them. Inside the caller's transaction, which then keeps its editions."""
    if not may_stand(survey, step):
        return False
    waiting = waiting_ids(counted_scores(quarter))
    waiting = [survey_id for survey_id in waiting if survey_id != survey.id]
    # One at a time, so that no two stand before the same one.
    for survey_id in sorted(waiting):
        db.session.get(Survey, survey_id, with_for_update=True)
    waiting = [survey_id for survey_id in waiting if not _has(survey_id, quarter)]
    for survey_id in waiting:
        _note(survey_id, quarter, survey.id)
    return bool(waiting)


def waiting_ids(
    scores: Mapping[tuple[int, int | None, Quarter], Mapping[Attitude, Score]],
) -> list[int]:
    """The surveys that are in no sum of all services, as too few people are on a side."""
    found = {key[0]: one.get(Attitude.SATISFIED) for key, one in scores.items()}
    return [key for key, one in found.items() if one and one.hidden.parts and not one.shield]


def in_turn(waiting: Mapping[int, int]) -> list[int]:
    """Surveys by whose turn it is to be hidden for others; `waiting`: how many people each has."""
    served = dict.fromkeys(waiting, 0)
    often = (
        select(SurveyQuestion.survey_id, func.count())
        .join(SurveyTally, SurveyTally.question_id == SurveyQuestion.id)
        .where(*_EDITIONS, SurveyTally.value == IS_SHIELD, SurveyQuestion.survey_id.in_(waiting))
        .group_by(SurveyQuestion.survey_id)
    )
    served |= {row[0]: row[1] for row in db.session.execute(often)}
    return sorted(waiting, key=lambda key: (served[key], waiting[key], key))


def _has(survey_id: int, quarter: Quarter) -> bool:
    known = (*_of(survey_id, quarter), SurveyTally.value == SHIELD)
    return bool(db.session.scalar(select(exists().where(*known))))


def _of(survey_id: int, quarter: Quarter) -> Sequence[ColumnElement[bool]]:
    rated = select(SurveyQuestion.id).where(
        SurveyQuestion.survey_id == survey_id,
        SurveyQuestion.kind == Kind.SCALE,
        SurveyQuestion.measure == Measure.SATISFACTION,
    )
    when = SurveyTally.year_be == quarter.year_be, SurveyTally.quarter == quarter.number
    return (*_EDITIONS, *when, SurveyTally.question_id.in_(rated))


def _note(survey_id: int, quarter: Quarter, shield: int) -> None:
    """Say beside each edition of a survey in a quarter which one stands before it."""
    told = select(SurveyTally.question_id).where(
        *_of(survey_id, quarter), SurveyTally.value == PEOPLE
    )
    db.session.add_all(
        SurveyTally(
            question_id=question, year_be=quarter.year_be, quarter=quarter.number,
            way=CHOICE, key=SIDES, value=SHIELD, count=shield,
        )
        for question in db.session.scalars(told)
    )  # fmt: skip
