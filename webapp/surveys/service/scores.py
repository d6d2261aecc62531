"""Scores: how satisfied, dissatisfied and engaged so many people were, from counts of points."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from webapp.shared import disclosure
from webapp.shared.quarters import Quarter
from webapp.surveys.models import SurveyQuestion
from webapp.surveys.rules.questions import Aspect, Kind, Measure
from webapp.surveys.rules.satisfaction import POINTS as POINTS_OF_SCALE
from webapp.surveys.rules.satisfaction import SATISFIED, Attitude, Change, change, share_interval
from webapp.surveys.service.sides import BOTTOM, TOP

# The tallies of editions, and those of them that say how many stand at the ends of a scale.
CHOICE, SIDES = "choice", "sides"
# How many chose each point, with the people who answered under PEOPLE.
Counts = Mapping[int, int]
PEOPLE = -1
# Beside counts: the sum of all points, where it may be told; that nothing more moves before five
# people are new at each end; and, less the end of a scale (`sides`), how many more stand at an end
# that is not told than were told before, of how many more people (UNTOLD alone).
POINTS, FINAL, UNTOLD = -3, -20, -10
# Beside the ends of a scale that are not told: which survey stands before this one in the sum of
# all services (`shielding`), and whether it is this one itself.
SHIELD, IS_SHIELD = -21, -22
# Beside the counts of a group: what of it is not told, as `Hidden` has it, and IS_SHIELD.
UNTOLD_IN_GROUP = (-31, -32, -33)


class Hidden(NamedTuple):
    """What of a score stands behind no figure of its own: in how many parts, of how many answers,
    of which so many count."""

    parts: int = 0
    answers: int = 0
    chosen: int = 0

    def and_also(self, other: "Hidden") -> "Hidden":
        """Both together."""
        return Hidden(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def is_covered(self) -> bool:
        """Whether the sum of the parts may be told, as none of them can be told from it; never
        where their numbers were left out (`uncounted`)."""
        is_known = self.parts > 1 and 0 < self.chosen < self.answers
        return is_known and not disclosure.is_few(self.chosen, self.answers)

    @property
    def people_on_sides(self) -> tuple[float, float]:
        """How many people stand on each side at the least: who answers all of it is one."""
        parts = self.parts or 1
        return self.chosen / parts, (self.answers - self.chosen) / parts

    @property
    def uncounted(self) -> "Hidden":
        """The same of which no sum may be told: satisfied people beside it would tell the rest."""
        return Hidden(self.parts)


@dataclass(frozen=True)
class Score:
    """How satisfied how many people were; of several questions, the share of all answers.

    It is told where five people or more stand on each side, or nobody, and where it does not tell
    what is `hidden`. `points`: the sum of all points, None where it may not be told. `shield`: the
    survey beside which this part is in the sum of all services though it is hidden; `is_shield`:
    whether it is that survey's. `left_out`: how many more people are not in it.
    """

    people: int
    answers: int
    chosen: int
    points: int | None = None
    hidden: Hidden = Hidden()
    shield: int = 0
    is_shield: bool = False
    left_out: int = 0

    @property
    def share(self) -> float:
        """Of all answers those that count, 0 to 1, whether told or not."""
        return self.chosen / self.answers if self.answers else 0.0

    @property
    def is_few(self) -> bool:
        """Whether one to four people stand on one side: who answers several questions is one."""
        sides = (self.people * self.chosen, self.people * (self.answers - self.chosen))
        return any(0 < side < disclosure.FEWEST * self.answers for side in sides)

    @property
    def is_told(self) -> bool:
        """Whether anything but the number of people may be said."""
        return bool(self.answers) and not self.hidden.parts and not self.is_few

    @property
    def percent(self) -> float | None:
        """Percent satisfied, dissatisfied or engaged; None where it is not told."""
        return 100 * self.share if self.is_told else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Between which percentages the truth lies, with 95 percent confidence."""
        return share_interval(self.share, self.people) if self.is_told else None

    @property
    def average(self) -> float | None:
        """The average point as a percentage of the highest one, another usual way to give it."""
        if self.points is None or not self.is_told:
            return None
        return 100 * self.points / (5 * self.answers)


Series = Sequence[tuple[Quarter, Score]]


def score(counts: Counts) -> Score | None:
    """How satisfied a group is by one question; None where nobody answered. What few chose is
    hidden, and what else its tally says."""
    people = counts.get(PEOPLE, 0)
    if not people:
        return None
    chosen = sum(counts.get(point, 0) for point in SATISFIED)
    is_few = any(0 < counts.get(point, 0) < disclosure.FEWEST for point in POINTS_OF_SCALE)
    points = sum(point * counts.get(point, 0) for point in POINTS_OF_SCALE)
    hidden = Hidden(*(counts.get(value, 0) for value in UNTOLD_IN_GROUP))
    is_shield = IS_SHIELD in counts
    return Score(people, people, chosen, None if is_few else points, hidden, is_shield=is_shield)


def of_questions(scores: Iterable[Score | None], is_whole: bool = True) -> Score | None:
    """Scores of questions that the same people answered as one; None for none.

    It is not told where that would tell what one of them hides. `is_whole`: it is of all these
    people's questions or of all of an aspect, which lie in one another; of any others hidden parts
    are never told together, as two such sums could be subtracted.
    """
    held = [one for one in scores if one]
    if not held:
        return None
    found = added_up(held, max(one.people for one in held))
    shields = {one.shield for one in held if one.hidden.parts}
    found = replace(found, shield=max(shields, default=0))
    is_covered = is_whole and found.hidden.is_covered and not found.is_few
    return replace(found, hidden=Hidden()) if is_covered else found


def added_up(held: Sequence[Score], people: int) -> Score:
    """The sum of one score or more, which `people` gave, with all that they hide."""
    hidden, points = Hidden(), [one.points for one in held if one.points is not None]
    for one in held:
        hidden = hidden.and_also(one.hidden)
    return Score(
        people,
        sum(one.answers for one in held),
        sum(one.chosen for one in held),
        sum(points) if len(points) == len(held) else None,
        hidden,
        is_shield=any(one.is_shield for one in held),
        left_out=sum(one.left_out for one in held),
    )


@dataclass(frozen=True)
class Ends:
    """What an edition tells of one scale question in one quarter: how many people stand at each end
    of it (4 and 5, 1 and 2), and what of which end is not told."""

    people: int
    top: int
    bottom: int
    points: int | None
    untold: Mapping[int, Hidden]
    shield: int = 0
    is_shield: bool = False

    @classmethod
    def of(cls, counts: Counts) -> "Ends":
        """As an edition keeps it (`choices`)."""
        ends = [end for end in (TOP, BOTTOM) if UNTOLD - end in counts]
        untold = {end: Hidden(1, counts[UNTOLD], counts[UNTOLD - end]) for end in ends}
        people, points = counts[PEOPLE], counts.get(POINTS)
        shield, is_shield = counts.get(SHIELD, 0), IS_SHIELD in counts
        bottom = counts.get(BOTTOM, 0)
        return cls(people, counts.get(TOP, 0), bottom, points, untold, shield, is_shield)

    @property
    def high(self) -> Score:
        """Who chose 4 or 5."""
        hidden = self.untold.get(TOP, Hidden())
        # What stands before others is never told with another part of the same survey.
        return self._score(self.top, self.points, hidden.uncounted if self.is_shield else hidden)

    @property
    def low(self) -> Score:
        """Who chose 1 or 2."""
        hidden = self.untold.get(BOTTOM, Hidden()).uncounted
        return self._score(self.bottom, None, hidden)

    def _score(self, chosen: int, points: int | None, hidden: Hidden) -> Score:
        people, shields = self.people, (self.shield, self.is_shield)
        return Score(people, people, chosen, points, hidden, *shields)


# A question as far as scores need it: what it measures, and its aspect.
Rated = tuple[Measure, Aspect | None]


def by_aspect(
    questions: Iterable[tuple[Rated, Ends]], is_whole: bool = True
) -> dict[Aspect | None, Score]:
    """How many are satisfied with each aspect, of the same people's questions; `is_whole` as for
    `of_questions`."""
    held: dict[Aspect | None, list[Score]] = defaultdict(list)
    for (measure, aspect), ends in questions:
        if measure == Measure.SATISFACTION:
            held[aspect].append(ends.high)
    found = {aspect: of_questions(scores, is_whole) for aspect, scores in held.items()}
    return {aspect: one for aspect, one in found.items() if one}


def by_attitude(
    questions: Iterable[tuple[Rated, Ends]], is_whole: bool = True
) -> dict[Attitude, Score]:
    """How many are satisfied, dissatisfied and engaged, of the same people's scale questions.

    Dissatisfied are answers of 1 or 2 where it is asked how satisfied one is, and of 4 or 5 where
    it is asked how dissatisfied. Satisfaction is summed up by aspect, each of which is told.
    `is_whole` as for `of_questions`.
    """
    held = list(questions)
    measured = {measure: [e for (m, _a), e in held if m == measure] for measure in Measure}
    high = [ends.high for ends in measured[Measure.DISSATISFACTION]]
    against = [replace(one, hidden=one.hidden.uncounted) for one in high]
    low = [ends.low for ends in measured[Measure.SATISFACTION]]
    found = {
        Attitude.SATISFIED: of_questions(by_aspect(held, is_whole).values(), is_whole),
        Attitude.DISSATISFIED: of_questions([*low, *against]),
        Attitude.ENGAGED: of_questions(
            (ends.high for ends in measured[Measure.ENGAGEMENT]), is_whole
        ),
    }
    return {attitude: one for attitude, one in found.items() if one}


def change_at_end(series: Series) -> Change | None:
    """What may be said of the last quarter of a series beside the one before it."""
    if len(series) < 2:
        return None
    (_q, before), (_r, after) = series[-2:]
    if not (before.is_told and after.is_told):
        return None
    return change((before.share, before.people), (after.share, after.people))


def is_scaled(question: SurveyQuestion) -> bool:
    """Whether a question has the five points from which scores are made, and measures something."""
    return question.kind == Kind.SCALE and question.measure != Measure.OTHER


def is_rated(question: SurveyQuestion) -> bool:
    """Whether a question counts into the percentage of satisfied people."""
    return question.kind == Kind.SCALE and question.measure == Measure.SATISFACTION
