"""The figures of a survey, from its tallies: by question, group and quarter. Codes, no words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import Kind, Measure, State
from webapp.surveys.rules.satisfaction import (
    DISSATISFIED,
    SATISFIED,
    Attitude,
    Change,
    change,
    share_interval,
)
from webapp.surveys.service.releasing import PEOPLE, WAYS, WHOLE

Counts = Mapping[int, int]


@dataclass(frozen=True)
class Score:
    """How satisfied how many people were; of several questions, the share of all answers."""

    people: int
    answers: int
    share: float
    # The average point as a percentage of the highest one, another usual way to give it.
    average: float

    @property
    def percent(self) -> float:
        """Percent satisfied."""
        return 100 * self.share

    @property
    def interval(self) -> tuple[float, float]:
        """Between which percentages the truth lies, with 95 percent confidence."""
        return share_interval(self.share, self.people)


def change_at_end(series: Sequence[tuple[Quarter, Score]]) -> Change | None:
    """What may be said of the last quarter of a series beside the one before it."""
    if len(series) < 2:
        return None
    (_q, before), (_r, after) = series[-2:]
    return change((before.share, before.people), (after.share, after.people))


@dataclass(frozen=True)
class Figures:
    """All that may be shown of a survey in a quarter, or in all of them.

    `by_question`: how many chose each value, with the people who answered under -1. `groups`: by
    way and group ("" for those too few). `quarters`: the series, over all versions.
    """

    survey: Survey
    quarter: Quarter | None
    by_question: dict[int, dict[int, int]]
    whole: Score | None
    by_attitude: dict[Attitude, Score]
    by_aspect: dict[str, Score]
    groups: dict[str, dict[str, Score]]
    series: list[tuple[Quarter, Score]]

    @property
    def last_change(self) -> Change | None:
        """What may be said of the last quarter beside the one before it."""
        return change_at_end(self.series)


def figures(survey: Survey, quarter: Quarter | None = None) -> Figures:
    """The figures of a survey, of one quarter or of all together."""
    rated = {q.id: q for q in survey.questions if is_rated(q)}
    held: dict[tuple[str, str], dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for question, way, key, value, count in _tallies(survey, quarter):
        held[way, key][question][value] = count
    whole = held.get((WHOLE, ""), {})
    aspects = {q.aspect.value for q in rated.values() if q.aspect}
    by_aspect = {
        aspect: score(whole[i] for i, q in rated.items() if q.aspect == aspect and i in whole)
        for aspect in sorted(aspects)
    }
    groups: dict[str, dict[str, Score]] = {way: {} for way in WAYS}
    for (way, key), counts in sorted(held.items()):
        found = score(counts[i] for i in rated if i in counts)
        if way in groups and found:
            groups[way][key] = found
    return Figures(
        survey,
        quarter,
        {question: dict(counts) for question, counts in whole.items()},
        score(whole[i] for i in rated if i in whole),
        _by_attitude(survey, whole),
        {aspect: found for aspect, found in by_aspect.items() if found},
        groups,
        _series(survey),
    )


def is_rated(question: SurveyQuestion) -> bool:
    """Whether a question counts into the percentage of satisfied people."""
    return question.kind == Kind.SCALE and question.measure == Measure.SATISFACTION


def _by_attitude(survey: Survey, whole: Mapping[int, Counts]) -> dict[Attitude, Score]:
    """How many are satisfied, dissatisfied and engaged."""
    rated = [whole[q.id] for q in survey.questions if is_rated(q) and q.id in whole]
    engaging = [
        whole[q.id]
        for q in survey.questions
        if q.kind == Kind.SCALE and q.measure == Measure.ENGAGEMENT and q.id in whole
    ]
    found = {
        Attitude.SATISFIED: score(rated),
        Attitude.DISSATISFIED: score(rated, DISSATISFIED),
        Attitude.ENGAGED: score(engaging),
    }
    return {attitude: held for attitude, held in found.items() if held}


def score(questions: Iterable[Counts], counted: frozenset[int] = SATISFIED) -> Score | None:
    """The score over questions with five points, as the share of the points `counted`; None where
    nobody answered."""
    held = list(questions)
    answers = sum(counts.get(PEOPLE, 0) for counts in held)
    if not answers:
        return None
    chosen = sum(counts.get(point, 0) for counts in held for point in counted)
    points = sum(p * n for counts in held for p, n in counts.items() if p > 0)
    people = max(counts.get(PEOPLE, 0) for counts in held)
    return Score(people, answers, chosen / answers, 100 * points / (5 * answers))


def quarters_of(survey: Survey) -> list[Quarter]:
    """The quarters for which there are figures of this version, oldest first."""
    found = select(SurveyTally.year_be, SurveyTally.quarter).distinct()
    rows = db.session.execute(found.where(SurveyTally.question_id.in_(_ids([survey]))))
    return sorted(Quarter(*row) for row in rows)


def _tallies(survey: Survey, quarter: Quarter | None) -> Sequence[tuple[int, str, str, int, int]]:
    tally = SurveyTally
    wanted = select(tally.question_id, tally.way, tally.key, tally.value, func.sum(tally.count))
    wanted = wanted.where(tally.question_id.in_(_ids([survey])))
    if quarter:
        wanted = wanted.where(tally.year_be == quarter.year_be, tally.quarter == quarter.number)
    grouped = wanted.group_by(tally.question_id, tally.way, tally.key, tally.value)
    return [(row[0], row[1], row[2], row[3], int(row[4])) for row in db.session.execute(grouped)]


def _series(survey: Survey) -> list[tuple[Quarter, Score]]:
    """The score of every quarter, over all versions of the survey."""
    versions = db.session.scalars(
        select(Survey).where(Survey.lineage == survey.lineage, Survey.state != State.DRAFT)
    ).all()
    rated = [q.id for version in versions for q in version.questions if is_rated(q)]
    tally = SurveyTally
    wanted = select(tally.year_be, tally.quarter, tally.question_id, tally.value, tally.count)
    wanted = wanted.where(tally.question_id.in_(rated), tally.way == WHOLE)
    held: dict[Quarter, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for year, number, question, value, count in db.session.execute(wanted):
        held[Quarter(year, number)][question][value] = count
    scored = ((quarter, score(held[quarter].values())) for quarter in sorted(held))
    return [(quarter, found) for quarter, found in scored if found]


def _ids(surveys: Sequence[Survey]) -> list[int]:
    return [question.id for survey in surveys for question in survey.questions]
