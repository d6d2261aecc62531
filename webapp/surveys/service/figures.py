"""The figures of a survey, from its tallies: by question, group and quarter. Codes, no words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import and_, func, or_, select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyTally
from webapp.surveys.rules.questions import Aspect
from webapp.surveys.rules.satisfaction import Attitude, Change
from webapp.surveys.service.choices import HIDDEN, TOLD, WHOLE, told_of
from webapp.surveys.service.grouped import groups_of
from webapp.surveys.service.scores import (
    CHOICE,
    PEOPLE,
    Score,
    by_aspect,
    by_attitude,
    change_at_end,
    is_rated,
    is_scaled,
)
from webapp.surveys.service.series import Said, said_of, series_of, versions_of
from webapp.surveys.service.sums import across_quarters, joined, over_quarters


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
    held: dict[tuple[str, str], dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for question, way, key, value, count in _tallies(survey, quarter):
        held[way, key][question][value] = count
    whole = held.get((WHOLE, ""), {})
    scaled = {question.id: question for question in survey.questions if is_scaled(question)}
    quarters = said_of(scaled, quarter)
    said = [quarters[key] for key in sorted(quarters)]
    attitudes = across_quarters(by_attitude(one) for one in said)
    versions = versions_of(survey.lineage)
    series = series_of(survey, versions)
    return Figures(
        survey,
        quarter,
        {question: dict(counts) for question, counts in whole.items()},
        attitudes.get(Attitude.SATISFIED) or _waiting(survey, whole),
        attitudes,
        _by_aspect(said),
        groups_of(survey, quarter),
        series.pop(Attitude.SATISFIED),
        series,
        len(versions),
        {
            q.id: told_of(held[CHOICE, TOLD][q.id], held[CHOICE, HIDDEN].get(q.id, {}), q.kind)
            for q in survey.questions
            if q.id in held.get((CHOICE, TOLD), {})
        },
    )


def _by_aspect(said: Iterable[Said]) -> dict[str, Score]:
    """How satisfied people are with each aspect; of a single one the whole itself."""
    parts = [by_aspect(one) for one in said]
    add_up = over_quarters if len({aspect for one in parts for aspect in one}) == 1 else joined
    found = {aspect: add_up(one.get(aspect) for one in parts) for aspect in Aspect}
    return {aspect.value: one for aspect, one in sorted(found.items()) if one}


def _waiting(survey: Survey, whole: Mapping[int, Mapping[int, int]]) -> Score | None:
    """How many have answered, while nothing can be told of what they said."""
    rated = {question.id for question in survey.questions if is_rated(question)}
    people = max((counts.get(PEOPLE, 0) for q, counts in whole.items() if q in rated), default=0)
    return Score(people, 0, 0) if people else None


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
    # Groups and the ends of scales are added up quarter by quarter, as what is told of each.
    wanted = wanted.where(
        or_(tally.way == WHOLE, and_(tally.way == CHOICE, tally.key.in_((TOLD, HIDDEN))))
    )
    if quarter:
        wanted = wanted.where(tally.year_be == quarter.year_be, tally.quarter == quarter.number)
    grouped = wanted.group_by(tally.question_id, tally.way, tally.key, tally.value)
    return [(row[0], row[1], row[2], row[3], int(row[4])) for row in db.session.execute(grouped)]
