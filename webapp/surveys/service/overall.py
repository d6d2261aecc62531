"""Satisfaction over all services, by service and by quarter, from the figures of their surveys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Row, select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyedService, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import Kind, Measure, State, SurveyKind
from webapp.surveys.rules.satisfaction import Change
from webapp.surveys.service.figures import Score, change_at_end, score
from webapp.surveys.service.releasing import WHOLE

# Surveys of how satisfied people are with the office's services.
COUNTED = (SurveyKind.SERVICE, SurveyKind.GENERAL)
_Counts = dict[int, dict[int, int]]


@dataclass(frozen=True)
class Overall:
    """Satisfaction with all services in a quarter, or in all quarters together.

    `by_service`: services with figures, in the order of the list. `quarters`: those that have any.
    """

    quarter: Quarter | None
    whole: Score | None
    by_service: list[tuple[SurveyedService, Score]]
    series: list[tuple[Quarter, Score]]

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
    held: dict[tuple[int, int | None, int, int], _Counts] = defaultdict(lambda: defaultdict(dict))
    for survey, service, question, year, number, value, count in _rows():
        held[survey, service, year, number][question][value] = count
    scores = {
        (survey, service, Quarter(year, number)): found
        for (survey, service, year, number), counts in held.items()
        if (found := score(counts.values()))
    }
    periods = sorted({period for _survey, _service, period in scores})
    series = [(p, joined(s for key, s in scores.items() if key[2] == p)) for p in periods]
    shown = {key: s for key, s in scores.items() if quarter in (None, key[2])}
    return Overall(
        quarter,
        joined(shown.values()),
        _by_service(shown),
        [(period, found) for period, found in series if found],
    )


def joined(scores: Iterable[Score]) -> Score | None:
    """Scores of different people as one; None for none."""
    held = list(scores)
    answers = sum(one.answers for one in held)
    if not answers:
        return None
    share = sum(one.share * one.answers for one in held) / answers
    average = sum(one.average * one.answers for one in held) / answers
    # Sums of fractions may pass 1 by a rounding.
    return Score(sum(one.people for one in held), answers, min(share, 1.0), average)


def _by_service(
    scores: Mapping[tuple[int, int | None, Quarter], Score],
) -> list[tuple[SurveyedService, Score]]:
    ids = {service for _survey, service, _quarter in scores if service}
    listed = select(SurveyedService).where(SurveyedService.id.in_(ids)).order_by(SurveyedService.id)
    found = (
        (service, joined(s for key, s in scores.items() if key[1] == service.id))
        for service in db.session.scalars(listed)
    )
    return [(service, held) for service, held in found if held]


def _rows() -> Iterable[Row[int, int | None, int, int, int, int, int]]:
    tally = SurveyTally
    return db.session.execute(
        select(
            Survey.id,
            Survey.service_id,
            tally.question_id,
            tally.year_be,
            tally.quarter,
            tally.value,
            tally.count,
        )
        .join(SurveyQuestion, SurveyQuestion.id == tally.question_id)
        .join(Survey, Survey.id == SurveyQuestion.survey_id)
        .where(SurveyQuestion.kind == Kind.SCALE, SurveyQuestion.measure == Measure.SATISFACTION)
        .where(Survey.kind.in_(COUNTED), Survey.state != State.DRAFT, tally.way == WHOLE)
    )
