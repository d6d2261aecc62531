"""Whether a subject is heard of more often than its own season explains. Plain Python.

The last four whole weeks are set beside the twelve before them, and both beside the same weeks of
up to three earlier years: whatever comes back each year, and whatever grows or shrinks over the
years as a whole, falls out of that table. The reasons stand in decision 0019.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt

from webapp.trends.rules.chance import binomial_tail, hypergeometric_tail

NOW, BEFORE, MOST_YEARS = 4, 12, 3
# A rise of the last two weeks alone is what an early warning is of.
SUDDEN = 2
# With fewer in all, or now, nothing is said.
FEWEST_NOW, FEWEST_IN_ALL = 5, 10
SURE, VERY_SURE = 0.05, 0.01
LEAST_RISE, FAST_RISE = 1.2, 2.0
_DAYS_IN_YEAR = 365.2425
Weekly = Mapping[int, int]


class Basis(StrEnum):
    """What the last weeks were set beside."""

    # The weeks before, as they went in earlier years.
    SEASON = "season"
    # The same weeks of earlier years, as there is too little in the weeks before.
    YEARS = "years"
    # The weeks before alone: its season is not known.
    RECENT = "recent"


class Verdict(StrEnum):
    """What may be said of a subject."""

    RISING = "rising"
    USUAL = "usual"
    TOO_FEW = "too_few"


def week_of(day: date) -> int:
    """The number of a day's week, which begins on Monday."""
    return (day.toordinal() - 1) // 7


def monday(week: int) -> date:
    """The first day of a week."""
    return date.fromordinal(1 + 7 * week)


def sunday(week: int) -> date:
    """The last day of a week."""
    return monday(week) + timedelta(days=6)


def last_whole_week(today: date) -> int:
    """The newest week that is over."""
    return week_of(today) - 1


def same_week(week: int, years: int) -> int:
    """The week that begins nearest to the same day, so many years earlier."""
    return week - round(years * _DAYS_IN_YEAR / 7)


def first_week_needed(last: int) -> int:
    """The earliest week that any comparison up to the week `last` looks at."""
    return same_week(last, MOST_YEARS) - NOW - BEFORE + 1


@dataclass(frozen=True)
class Comparison:
    """The last weeks beside what they would be as usual.

    `now`: how many in the last weeks; `in_all`: in all weeks that are looked at. `usual`: how many
    there would be now if nothing had changed, None where only the season speaks. `chance`: how
    likely at least so many are then. `years`: so many earlier years were looked at. `scatter`: how
    much more the weeks scatter than by chance, 1 if no more.
    """

    now: int
    usual: float | None
    basis: Basis
    years: int
    chance: float
    scatter: float
    in_all: int

    @property
    def is_testable(self) -> bool:
        """Whether there are enough in all for a test; what has fewer is not looked at."""
        return self.in_all >= FEWEST_IN_ALL

    @property
    def times(self) -> float | None:
        """How many times the usual number it is; None where that is not known or 0."""
        return self.now / self.usual if self.usual else None

    def verdict(self, chance: float, least_rise: float = LEAST_RISE, sure: float = SURE) -> Verdict:
        """What may be said, `chance` being corrected for all that was looked at together."""
        if self.now < FEWEST_NOW or not self.is_testable:
            return Verdict.TOO_FEW
        rises = chance <= sure and self.now >= least_rise * (self.usual or 0)
        return Verdict.RISING if rises else Verdict.USUAL


def compare(weekly: Weekly, last: int, first: int, now: int = NOW) -> Comparison:
    """The `now` weeks up to `last` beside the twelve before and the same weeks of earlier years.

    `weekly` has how many there were by week; `first` is the first week of the records, so that
    years without any are not taken for quiet ones. Raises `ValueError` for a number below 0.
    """
    if min(weekly.values(), default=0) < 0:
        raise ValueError("fewer than nothing")
    years = [one for one in range(1, MOST_YEARS + 1) if _begins(last, one, now) >= first]
    here = _sum(weekly, last, 0, now), _sum(weekly, last, now, BEFORE)
    earlier = [
        (
            _sum(weekly, same_week(last, one), 0, now),
            _sum(weekly, same_week(last, one), now, BEFORE),
        )
        for one in years
    ]
    then = sum(one for one, _two in earlier), sum(two for _one, two in earlier)
    scatter = max(1.0, _weeks_scatter(weekly, last, now, years), _years_scatter(earlier))
    return _compared(here, then, len(years), scatter, now)


def _begins(last: int, year: int, now: int) -> int:
    return same_week(last, year) - now - BEFORE + 1


def _sum(weekly: Weekly, last: int, skipped: int, weeks: int) -> int:
    return sum(weekly.get(last - skipped - place, 0) for place in range(weeks))


def _compared(
    here: tuple[int, int], then: tuple[int, int], years: int, scatter: float, weeks: int
) -> Comparison:
    (now, before), (now_then, before_then) = here, then
    # Each scattered as much as so many fewer that were not.
    n, b, nt, bt = (round(count / scatter) for count in (*here, *then))
    usual: float | None
    if not years or now_then + before_then == 0:
        basis, usual = Basis.RECENT, before * weeks / BEFORE
        chance = binomial_tail(n, n + b, weeks / (weeks + BEFORE))
    elif before + before_then >= FEWEST_IN_ALL:
        basis = Basis.SEASON
        usual = before * now_then / before_then if before_then else None
        chance = hypergeometric_tail(n, n + b + nt + bt, n + nt, n + b)
    else:
        basis, usual = Basis.YEARS, now_then / years
        chance = binomial_tail(n, n + nt, 1 / (years + 1))
    in_all = now + before + now_then + before_then
    return Comparison(now, usual, basis, years, chance, scatter, in_all)


def _weeks_scatter(weekly: Weekly, last: int, now: int, years: list[int]) -> float:
    """How much more single weeks differ from the season than chance: Pearson's chi-squared over its
    degrees of freedom, in the twelve weeks before and those of earlier years; 1 is chance."""
    rows = [
        [weekly.get(same_week(last, year) - now - place, 0) for place in range(BEFORE)]
        for year in (0, *years)
    ]
    if not years:
        rows.append([1000] * BEFORE)
    return _over_chance(rows)


def _years_scatter(earlier: list[tuple[int, int]]) -> float:
    """The same of the last weeks beside those before them, from year to year."""
    return _over_chance([list(one) for one in earlier])


def _over_chance(rows: list[list[int]]) -> float:
    rows = [row for row in rows if sum(row)]
    columns = [total for total in map(sum, zip(*rows, strict=True)) if total]
    freedom = (len(rows) - 1) * (len(columns) - 1)
    if freedom < 1:
        return 1.0
    found = sum(_squares(rows, sum(columns))) / freedom
    # What is found scatters itself: where it is more than chance, its upper end is taken.
    error = sqrt(2 / freedom)
    return found * (1 + error) if found > 1 + error else found


def _squares(rows: list[list[int]], whole: int) -> Iterator[float]:
    totals = [sum(column) for column in zip(*rows, strict=True)]
    for row in rows:
        for seen, total in zip(row, totals, strict=True):
            if total:
                expected = sum(row) * total / whole
                yield (seen - expected) ** 2 / expected
