"""Satisfaction over all services, by service and by quarter, from the figures of their surveys."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import SurveyedService
from webapp.surveys.rules.satisfaction import Attitude, Change
from webapp.surveys.service.counted import counted_scores
from webapp.surveys.service.scores import Score, change_at_end
from webapp.surveys.service.sums import across_sums, across_surveys, over_quarters, told_among

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
    scores = counted_scores()
    parts: dict[Quarter, list[_Scores]] = defaultdict(list)
    for (_survey, _service, period), found in scores.items():
        parts[period].append(found)
    quarters = {period: across_surveys(parts[period]) for period in sorted(parts)}
    series = {
        attitude: [(period, one[attitude]) for period, one in quarters.items() if attitude in one]
        for attitude in Attitude
    }
    shown = {key: found for key, found in scores.items() if quarter in (None, key[2])}
    attitudes = across_sums(one for period, one in quarters.items() if quarter in (None, period))
    return Overall(
        quarter,
        attitudes.get(Attitude.SATISFIED),
        attitudes,
        _by_service(shown),
        series.pop(Attitude.SATISFIED),
        series,
    )


def _by_service(
    scores: Mapping[tuple[int, int | None, Quarter], _Scores],
) -> list[tuple[SurveyedService, Score]]:
    """How satisfied people are with each service: the sum of its surveys, each of its quarters."""
    surveys: dict[int, dict[int, list[Score | None]]] = defaultdict(lambda: defaultdict(list))
    for survey, service, period in sorted(scores, key=lambda key: key[2]):
        if service:
            said = scores[survey, service, period].get(Attitude.SATISFIED)
            surveys[service][survey].append(said)
    listed = select(SurveyedService).where(SurveyedService.id.in_(surveys))
    found = (
        (service, told_among(over_quarters(held) for held in surveys[service.id].values()))
        for service in db.session.scalars(listed.order_by(SurveyedService.id))
    )
    return [(service, one) for service, one in found if one]
