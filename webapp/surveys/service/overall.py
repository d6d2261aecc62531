"""Satisfaction over all services, by service and by quarter, from the figures of their surveys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyedService, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import Kind, Measure, State, SurveyKind
from webapp.surveys.rules.satisfaction import Attitude, Change
from webapp.surveys.service.choices import CHOICE, SIDES
from webapp.surveys.service.scores import (
    Ends,
    Rated,
    Score,
    by_attitude,
    change_at_end,
    joined,
    joined_by_attitude,
    series_by_attitude,
)

# Surveys of how satisfied people are with the office's services.
COUNTED = (SurveyKind.SERVICE, SurveyKind.GENERAL)
_Scores = Mapping[Attitude, Score]


@dataclass(frozen=True)
class Overall:
    """Satisfaction with all services in a quarter, or in all quarters together.

    `by_service`: services with figures, in the order of the list. `quarters`: those that have any.
    `other_series`: dissatisfaction and engagement by quarter.
    """

    quarter: Quarter | None
    whole: Score | None
    by_attitude: dict[Attitude, Score]
    by_service: list[tuple[SurveyedService, Score]]
    series: list[tuple[Quarter, Score]]
    other_series: Mapping[Attitude, list[tuple[Quarter, Score]]] = field(default_factory=dict)

    @property
    def quarters(self) -> list[Quarter]:
        """The quarters for which there are figures, oldest first."""
        return [quarter for quarter, _score in self.series]

    @property
    def last_change(self) -> Change | None:
        """What may be said of the last quarter beside the one before it."""
        return change_at_end(self.series)


def overall(quarter: Quarter | None = None) -> Overall:
    """Satisfaction over all services. Who answered two surveys counts as two people."""
    scores = _scores()
    # Sums of what is told by itself: of the surveys of a service, of the services in a quarter.
    parts: dict[Quarter, dict[tuple[int, int | None], list[_Scores]]]
    parts = defaultdict(lambda: defaultdict(list))
    for (survey, service, period), found in scores.items():
        parts[period][service or 0, None if service else survey].append(found)
    quarters = {
        period: [joined_by_attitude(surveys) for surveys in services.values()]
        for period, services in parts.items()
    }
    series = series_by_attitude(quarters)
    shown = {key: found for key, found in scores.items() if quarter in (None, key[2])}
    attitudes = joined_by_attitude(
        joined_by_attitude(found) for period, found in quarters.items() if quarter in (None, period)
    )
    return Overall(
        quarter,
        attitudes.get(Attitude.SATISFIED),
        attitudes,
        _by_service(shown),
        series.pop(Attitude.SATISFIED),
        series,
    )


def _scores() -> dict[tuple[int, int | None, Quarter], _Scores]:
    """What each survey's people said in each quarter, by survey, service and quarter."""
    held: dict[tuple[int, int | None, Quarter], dict[tuple[int, Rated], dict[int, int]]]
    held = defaultdict(lambda: defaultdict(dict))
    for survey, service, question, measure, aspect, year, number, value, count in _rows():
        rated = question, (measure, aspect)
        held[survey, service, Quarter(year, number)][rated][value] = count
    return {
        key: by_attitude((rated, Ends.of(counts)) for (_q, rated), counts in questions.items())
        for key, questions in held.items()
    }


def _by_service(
    scores: Mapping[tuple[int, int | None, Quarter], _Scores],
) -> list[tuple[SurveyedService, Score]]:
    """How satisfied people are with each service: the sum of its surveys, each of its quarters."""
    surveys: dict[int, dict[int, list[Score | None]]] = defaultdict(lambda: defaultdict(list))
    for (survey, service, _quarter), one in scores.items():
        if service:
            surveys[service][survey].append(one.get(Attitude.SATISFIED))
    listed = select(SurveyedService).where(SurveyedService.id.in_(surveys))
    found = (
        (service, joined(joined(quarters) for quarters in surveys[service.id].values()))
        for service in db.session.scalars(listed.order_by(SurveyedService.id))
    )
    return [(service, held) for service, held in found if held]


def _rows() -> Iterable[Any]:
    """What editions tell of every scale question of every survey that counts."""
    tally = SurveyTally
    return db.session.execute(
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
