"""The series of a survey: its scores quarter by quarter, over all its versions.

Results, charts, what may be said of the last change and the warning of a fall are made of this one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import State
from webapp.surveys.rules.satisfaction import Attitude
from webapp.surveys.service.scores import (
    CHOICE,
    SIDES,
    Ends,
    Rated,
    Score,
    by_attitude,
    is_scaled,
)
from webapp.surveys.service.sums import across_versions

# What the questions of one version say in one quarter.
Said = list[tuple[Rated, Ends]]


def versions_of(lineage: int) -> Sequence[Survey]:
    """The versions of a survey that have been given out, the newest last."""
    given = select(Survey).where(Survey.lineage == lineage, Survey.state != State.DRAFT)
    return db.session.scalars(given.order_by(Survey.version)).all()


def series_of(
    survey: Survey, versions: Sequence[Survey]
) -> dict[Attitude, list[tuple[Quarter, Score]]]:
    """The scores of every quarter: of the questions that this version asks, what all versions were
    answered. Two versions of one quarter are of different people, and are added up; of a version
    of which this one asks a part, and of two together, nothing is told that either hides."""
    asked = {question.sense for question in survey.questions}
    same = {
        question.id: question
        for version in versions
        for question in version.questions
        if is_scaled(question) and question.sense in asked
    }
    whole = {
        version.id
        for version in versions
        if all(question.id in same for question in version.questions if is_scaled(question))
    }
    quarters: dict[Quarter, list[dict[Attitude, Score]]] = defaultdict(list)
    for (quarter, version_id), said in said_of(same).items():
        quarters[quarter].append(by_attitude(said, is_whole=version_id in whole))
    found = {quarter: across_versions(quarters[quarter]) for quarter in sorted(quarters)}
    return {
        attitude: [(quarter, one[attitude]) for quarter, one in found.items() if attitude in one]
        for attitude in Attitude
    }


def said_of(
    questions: Mapping[int, SurveyQuestion], quarter: Quarter | None = None
) -> dict[tuple[Quarter, int], Said]:
    """What these scale questions tell, in each quarter (or in one) of each version."""
    tally = SurveyTally
    wanted = select(tally.year_be, tally.quarter, tally.question_id, tally.value, tally.count)
    wanted = wanted.where(tally.question_id.in_(questions), tally.way == CHOICE, tally.key == SIDES)
    if quarter:
        wanted = wanted.where(tally.year_be == quarter.year_be, tally.quarter == quarter.number)
    held: dict[tuple[Quarter, int], dict[int, int]] = defaultdict(dict)
    for year, number, question, value, count in db.session.execute(wanted):
        held[Quarter(year, number), question][value] = count
    said: dict[tuple[Quarter, int], Said] = defaultdict(list)
    for (period, question_id), counts in held.items():
        question = questions[question_id]
        rated = question.measure, question.aspect
        said[period, question.survey_id].append((rated, Ends.of(counts)))
    return said
