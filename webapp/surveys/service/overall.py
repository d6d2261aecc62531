"""Satisfaction over all services, by service and by quarter, from the figures of their surveys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Row, select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyedService, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import Kind, Measure, State, SurveyKind
from webapp.surveys.rules.satisfaction import Attitude, Change
from webapp.surveys.service.choices import WHOLE
from webapp.surveys.service.scores import (
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
    quarters: dict[Quarter, list[_Scores]] = defaultdict(list)
    for (_survey, _service, period), found in scores.items():
        quarters[period].append(found)
    series = series_by_attitude(quarters)
    shown = {key: found for key, found in scores.items() if quarter in (None, key[2])}
    attitudes = joined_by_attitude(shown.values())
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
    held: dict[tuple[int, int | None, Quarter], dict[tuple[int, Measure], dict[int, int]]]
    held = defaultdict(lambda: defaultdict(dict))
    for survey, service, question, measure, year, number, value, count in _rows():
        held[survey, service, Quarter(year, number)][question, measure][value] = count
    return {
        key: by_attitude((measure, counts) for (_q, measure), counts in questions.items())
        for key, questions in held.items()
    }


def _by_service(
    scores: Mapping[tuple[int, int | None, Quarter], _Scores],
) -> list[tuple[SurveyedService, Score]]:
    ids = {service for _survey, service, _quarter in scores if service}
    listed = select(SurveyedService).where(SurveyedService.id.in_(ids)).order_by(SurveyedService.id)
    found = (
        (
            service,
            joined(
                one[Attitude.SATISFIED]
                for key, one in scores.items()
                if key[1] == service.id and Attitude.SATISFIED in one
            ),
        )
        for service in db.session.scalars(listed)
    )
    return [(service, held) for service, held in found if held]


def _rows() -> Iterable[Row[int, int | None, int, Measure, int, int, int, int]]:
    tally = SurveyTally
    return db.session.execute(
        select(
            Survey.id,
            Survey.service_id,
            tally.question_id,
            SurveyQuestion.measure,
            tally.year_be,
            tally.quarter,
            tally.value,
            tally.count,
        )
        .join(SurveyQuestion, SurveyQuestion.id == tally.question_id)
        .join(Survey, Survey.id == SurveyQuestion.survey_id)
        .where(SurveyQuestion.kind == Kind.SCALE, SurveyQuestion.measure != Measure.OTHER)
        .where(Survey.kind.in_(COUNTED), Survey.state != State.DRAFT, tally.way == WHOLE)
    )
