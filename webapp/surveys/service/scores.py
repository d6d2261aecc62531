"""Scores: how satisfied, dissatisfied and engaged so many people were, from counts of points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from webapp.shared.quarters import Quarter
from webapp.surveys.models import SurveyQuestion
from webapp.surveys.rules.questions import Kind, Measure
from webapp.surveys.rules.satisfaction import (
    DISSATISFIED,
    SATISFIED,
    Attitude,
    Change,
    change,
    inverted,
    share_interval,
)

# How many chose each point, with the people who answered under PEOPLE.
Counts = Mapping[int, int]
PEOPLE = -1


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
        """Percent satisfied, dissatisfied or engaged."""
        return 100 * self.share

    @property
    def interval(self) -> tuple[float, float]:
        """Between which percentages the truth lies, with 95 percent confidence."""
        return share_interval(self.share, self.people)


Series = Sequence[tuple[Quarter, Score]]


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


def by_attitude(questions: Iterable[tuple[Measure, Counts]]) -> dict[Attitude, Score]:
    """How many are satisfied, dissatisfied and engaged, of the same people's scale questions.

    `questions`: what each measures, and how many chose each point. Dissatisfied are answers of 1
    or 2 where it is asked how satisfied one is, and of 4 or 5 where it is asked how dissatisfied.
    """
    held: dict[Measure, list[Counts]] = {measure: [] for measure in Measure}
    for measure, counts in questions:
        held[measure].append(counts)
    satisfied = held[Measure.SATISFACTION]
    against = [inverted(counts) for counts in held[Measure.DISSATISFACTION]]
    found = {
        Attitude.SATISFIED: score(satisfied),
        Attitude.DISSATISFIED: score([*satisfied, *against], DISSATISFIED),
        Attitude.ENGAGED: score(held[Measure.ENGAGEMENT]),
    }
    return {attitude: one for attitude, one in found.items() if one}


def joined_by_attitude(parts: Iterable[Mapping[Attitude, Score]]) -> dict[Attitude, Score]:
    """What different people's scores are together, attitude by attitude."""
    held = list(parts)
    found = {
        attitude: joined(one[attitude] for one in held if attitude in one) for attitude in Attitude
    }
    return {attitude: one for attitude, one in found.items() if one}


def series_by_attitude(
    quarters: Mapping[Quarter, Iterable[Mapping[Attitude, Score]]],
) -> dict[Attitude, list[tuple[Quarter, Score]]]:
    """The series of each attitude, oldest quarter first, from what different people said in it."""
    found: dict[Attitude, list[tuple[Quarter, Score]]] = {attitude: [] for attitude in Attitude}
    for quarter in sorted(quarters):
        for attitude, one in joined_by_attitude(quarters[quarter]).items():
            found[attitude].append((quarter, one))
    return found


def change_at_end(series: Series) -> Change | None:
    """What may be said of the last quarter of a series beside the one before it."""
    if len(series) < 2:
        return None
    (_q, before), (_r, after) = series[-2:]
    return change((before.share, before.people), (after.share, after.people))


def is_scaled(question: SurveyQuestion) -> bool:
    """Whether a question has the five points from which scores are made, and measures something."""
    return question.kind == Kind.SCALE and question.measure != Measure.OTHER


def is_rated(question: SurveyQuestion) -> bool:
    """Whether a question counts into the percentage of satisfied people."""
    return question.kind == Kind.SCALE and question.measure == Measure.SATISFACTION
