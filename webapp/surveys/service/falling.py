"""Surveys whose satisfaction fell between the last two quarters by more than chance."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Select, select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import Kind, Measure, State, SurveyKind
from webapp.surveys.rules.satisfaction import Change
from webapp.surveys.service.releasing import WHOLE
from webapp.surveys.service.scores import Score, change_at_end, joined, score

# By quarter, version and question, how many chose each point.
_ByQuarter = dict[Quarter, dict[int, dict[int, dict[int, int]]]]


@dataclass(frozen=True)
class Fall:
    """That satisfaction fell, with the newest version of the survey. Percentages, 0 to 100."""

    survey_id: int
    before: float
    after: float
    quarter: Quarter


def falls_since(first: Quarter) -> list[Fall]:
    """Of all surveys with figures from the quarter `first` on, those that fell, the newest first.

    What is compared are the last two quarters with figures of one survey, over all its versions,
    which have their questions in common. Interviews are left out: they are of a few members.
    """
    newest: dict[int, int] = {}
    held: dict[int, _ByQuarter] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(lambda: defaultdict(dict)))
    )
    for lineage, survey, year, number, question, value, count in db.session.execute(_rows(first)):
        newest[lineage] = max(survey, newest.get(lineage, 0))
        held[lineage][Quarter(year, number)][survey][question][value] = count
    found = (_fall(newest[lineage], by_quarter) for lineage, by_quarter in held.items())
    falls = [one for one in found if one and one.quarter >= first]
    return sorted(falls, key=lambda one: (one.quarter, one.survey_id), reverse=True)


def _fall(survey_id: int, by_quarter: _ByQuarter) -> Fall | None:
    scored = ((quarter, _together(by_quarter[quarter])) for quarter in sorted(by_quarter))
    series: list[tuple[Quarter, Score]] = [(quarter, one) for quarter, one in scored if one]
    if change_at_end(series) is not Change.FELL:
        return None
    (_quarter, before), (quarter, after) = series[-2:]
    return Fall(survey_id, before.percent, after.percent, quarter)


def _together(versions: Mapping[int, Mapping[int, Mapping[int, int]]]) -> Score | None:
    """The score of a quarter: of each version, which other people answered, and of all as one."""
    scores = (score(questions.values()) for questions in versions.values())
    return joined(one for one in scores if one)


def _rows(first: Quarter) -> Select[int, int, int, int, int, int, int]:
    """The counts of every survey that has any from `first` on."""
    tally = SurveyTally
    recent = (
        select(Survey.lineage)
        .join(SurveyQuestion, SurveyQuestion.survey_id == Survey.id)
        .join(tally, tally.question_id == SurveyQuestion.id)
        .where(
            (tally.year_be > first.year_be)
            | ((tally.year_be == first.year_be) & (tally.quarter >= first.number))
        )
    )
    return (
        select(
            Survey.lineage, Survey.id, tally.year_be, tally.quarter, tally.question_id, tally.value,
            tally.count,
        )
        .join(SurveyQuestion, SurveyQuestion.id == tally.question_id)
        .join(Survey, Survey.id == SurveyQuestion.survey_id)
        .where(SurveyQuestion.kind == Kind.SCALE, SurveyQuestion.measure == Measure.SATISFACTION)
        .where(Survey.kind != SurveyKind.INTERVIEW, Survey.state != State.DRAFT)
        .where(tally.way == WHOLE, Survey.lineage.in_(recent))
    )  # fmt: skip
