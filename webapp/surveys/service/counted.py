"""What the surveys of how satisfied people are with the office's services tell, by quarter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import Kind, Measure, State, SurveyKind
from webapp.surveys.rules.satisfaction import Attitude
from webapp.surveys.service.scores import CHOICE, SIDES, Ends, Rated, Score, by_attitude

COUNTED = (SurveyKind.SERVICE, SurveyKind.GENERAL)


def counted_scores(
    quarter: Quarter | None = None,
) -> dict[tuple[int, int | None, Quarter], Mapping[Attitude, Score]]:
    """What each survey's people said in each quarter, or in one, by survey, service and quarter."""
    held: dict[tuple[int, int | None, Quarter], dict[tuple[int, Rated], dict[int, int]]]
    held = defaultdict(lambda: defaultdict(dict))
    for survey, service, question, measure, aspect, year, number, value, count in _rows(quarter):
        rated = question, (measure, aspect)
        held[survey, service, Quarter(year, number)][rated][value] = count
    return {
        key: by_attitude((rated, Ends.of(counts)) for (_q, rated), counts in questions.items())
        for key, questions in held.items()
    }


def _rows(quarter: Quarter | None) -> Iterable[Any]:
    """What editions tell of every scale question of every survey that counts."""
    tally = SurveyTally
    wanted = (
        select(
            Survey.id,
            Survey.service_id,
            tally.question_id,
            SurveyQuestion.measure,
            SurveyQuestion.aspect,
            tally.year_be,
            tally.quarter,
            tally.value,
            tally.count,
        )
        .join(SurveyQuestion, SurveyQuestion.id == tally.question_id)
        .join(Survey, Survey.id == SurveyQuestion.survey_id)
        .where(SurveyQuestion.kind == Kind.SCALE, SurveyQuestion.measure != Measure.OTHER)
        .where(Survey.kind.in_(COUNTED), Survey.state != State.DRAFT)
        .where(tally.way == CHOICE, tally.key == SIDES)
    )
    if quarter:
        wanted = wanted.where(tally.year_be == quarter.year_be, tally.quarter == quarter.number)
    return db.session.execute(wanted)
