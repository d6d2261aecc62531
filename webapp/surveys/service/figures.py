"""The figures of a survey, from its tallies: by question, group and quarter. Codes, no words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import State
from webapp.surveys.rules.satisfaction import Attitude, Change
from webapp.surveys.service.choices import CHOICE, HIDDEN, TOLD, WHOLE, told_of
from webapp.surveys.service.releasing import WAYS
from webapp.surveys.service.scores import (
    Score,
    by_attitude,
    change_at_end,
    is_rated,
    is_scaled,
    score,
    series_by_attitude,
)


@dataclass(frozen=True)
class Figures:
    """All that may be shown of a survey in a quarter, or in all of them.

    `by_question`: how many chose each value, with the people who answered under PEOPLE; for sums
    alone. `groups`: by way and group ("" for those too few). `series`: satisfaction by quarter,
    over all versions, of the questions that this version asks; `other_series`: the same of
    dissatisfaction and engagement. `versions`: how many have been given out. `choices`: what may
    be told of how many chose each value (`choices.told_of`).
    """

    survey: Survey
    quarter: Quarter | None
    by_question: dict[int, dict[int, int]]
    whole: Score | None
    by_attitude: dict[Attitude, Score]
    by_aspect: dict[str, Score]
    groups: dict[str, dict[str, Score]]
    series: list[tuple[Quarter, Score]]
    other_series: Mapping[Attitude, list[tuple[Quarter, Score]]] = field(default_factory=dict)
    versions: int = 1
    choices: dict[int, dict[int, int]] = field(default_factory=dict)

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
    versions = _versions(survey)
    series = _series(survey, versions)
    return Figures(
        survey,
        quarter,
        {question: dict(counts) for question, counts in whole.items()},
        score(whole[i] for i in rated if i in whole),
        by_attitude(
            (q.measure, whole[q.id]) for q in survey.questions if is_scaled(q) and q.id in whole
        ),
        {aspect: found for aspect, found in by_aspect.items() if found},
        groups,
        series.pop(Attitude.SATISFIED),
        series,
        len(versions),
        {
            q.id: told_of(held[CHOICE, TOLD][q.id], held[CHOICE, HIDDEN].get(q.id, {}), q.kind)
            for q in survey.questions
            if q.id in held.get((CHOICE, TOLD), {})
        },
    )


def quarters_of(survey: Survey) -> list[Quarter]:
    """The quarters for which there are figures of this version, oldest first."""
    found = select(SurveyTally.year_be, SurveyTally.quarter).distinct()
    ids = [question.id for question in survey.questions]
    rows = db.session.execute(found.where(SurveyTally.question_id.in_(ids)))
    return sorted(Quarter(*row) for row in rows)


def _tallies(survey: Survey, quarter: Quarter | None) -> Sequence[tuple[int, str, str, int, int]]:
    tally = SurveyTally
    ids = [question.id for question in survey.questions]
    wanted = select(tally.question_id, tally.way, tally.key, tally.value, func.sum(tally.count))
    wanted = wanted.where(tally.question_id.in_(ids))
    if quarter:
        wanted = wanted.where(tally.year_be == quarter.year_be, tally.quarter == quarter.number)
    grouped = wanted.group_by(tally.question_id, tally.way, tally.key, tally.value)
    return [(row[0], row[1], row[2], row[3], int(row[4])) for row in db.session.execute(grouped)]


def _versions(survey: Survey) -> Sequence[Survey]:
    """The versions that have been given out."""
    given = select(Survey).where(Survey.lineage == survey.lineage, Survey.state != State.DRAFT)
    return db.session.scalars(given).all()


def _series(
    survey: Survey, versions: Sequence[Survey]
) -> dict[Attitude, list[tuple[Quarter, Score]]]:
    """The scores of every quarter: of the questions that this version asks, what all versions were
    answered. Two versions of one quarter are of different people, and are added up."""
    asked = {question.sense for question in survey.questions}
    same = {
        question.id: question
        for version in versions
        for question in version.questions
        if is_scaled(question) and question.sense in asked
    }
    quarters: dict[Quarter, list[dict[Attitude, Score]]] = defaultdict(list)
    for (quarter, _version), counts in _by_quarter_and_version(same).items():
        quarters[quarter].append(by_attitude((same[i].measure, n) for i, n in counts.items()))
    return series_by_attitude(quarters)


def _by_quarter_and_version(
    questions: Mapping[int, SurveyQuestion],
) -> Mapping[tuple[Quarter, int], Mapping[int, Mapping[int, int]]]:
    """How many chose each value of these questions, in each quarter of each version."""
    tally = SurveyTally
    wanted = select(tally.year_be, tally.quarter, tally.question_id, tally.value, tally.count)
    wanted = wanted.where(tally.question_id.in_(questions), tally.way == WHOLE)
    held: dict[tuple[Quarter, int], dict[int, dict[int, int]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for year, number, question, value, count in db.session.execute(wanted):
        held[Quarter(year, number), questions[question].survey_id][question][value] = count
    return held
