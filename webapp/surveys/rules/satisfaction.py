"""How satisfaction is computed, and what the office has published about it. Plain Python."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import comb, sqrt

from webapp.shared.official_names import OfficialName

# A scale of five points, 5 the most satisfied; 4 and 5 count as satisfied, 1 and 2 as dissatisfied.
POINTS = range(1, 6)
SATISFIED = frozenset({4, 5})
DISSATISFIED = frozenset({1, 2})
# The share of the normal distribution's middle 95 percent.
Z_95 = 1.96
# Of 20 differences like it chance brings one: what is rarer is more than chance.
BY_CHANCE = 0.05
# With fewer people expected in a cell the normal distribution is no longer near enough.
LEAST_EXPECTED = 5
# Places where a service asks at once (the office's self-assessment, PMQA 4.0, 3.2 Basic).
SERVICES_SURVEYED = 13
# Members interviewed about their engagement in fiscal year 2562 (the same).
MEMBERS_INTERVIEWED = 8


@dataclass(frozen=True)
class Figure:
    """One published result: a percentage of satisfaction over all services, of a Buddhist year."""

    year_be: int
    percent: float
    survey: OfficialName
    level: OfficialName


LEVEL_HIGH = OfficialName("ระดับมาก", "high")
# Source: self-assessment of the Secretariat, PMQA 4.0 category 3, 12 months, point 3.2 Basic.
PUBLISHED = (
    Figure(
        2561,
        82.75,
        OfficialName(
            "ร้อยละความพึงพอใจของผู้รับบริการ ตัวชี้วัดที่ 4 ในคำรับรองการปฏิบัติราชการ โดยผู้ประเมินภายนอก",
            "Satisfaction of service users, indicator 4 of the performance agreement, by an "
            "outside assessor",
        ),
        LEVEL_HIGH,
    ),
    Figure(
        2561,
        80.68,
        OfficialName(
            "ความพึงพอใจของผู้รับบริการตามแผนยุทธศาสตร์ ฉบับที่ 4 (พ.ศ. 2560-2564)",
            "Satisfaction of service users under strategic plan 4 (B.E. 2560-2564)",
        ),
        LEVEL_HIGH,
    ),
)


def percent_of(answers: Mapping[int, int], points: frozenset[int] = SATISFIED) -> float | None:
    """The percentage of answers at `points`, of all; None where nobody answered.

    `answers` maps a point of the scale, 1 to 5, to how many chose it. Raises ValueError for a
    point outside the scale or a negative number. The rule is this service's own: the office's
    self-assessment does not say how its figures were computed.
    """
    if any(point not in POINTS or count < 0 for point, count in answers.items()):
        raise ValueError(f"not answers on a scale of 1 to 5: {dict(answers)!r}")
    total = sum(answers.values())
    chosen = sum(count for point, count in answers.items() if point in points)
    return 100 * chosen / total if total else None


def wilson_interval(chosen: int, total: int, z: float = Z_95) -> tuple[float, float]:
    """Between which percentages the true share lies, with 95 percent confidence at the default `z`.

    `chosen` of `total` people said so. Raises ValueError unless 0 <= chosen <= total and total > 0.
    Source: Wilson, Probable inference, the law of succession, and statistical inference, 1927;
    unlike the usual formula it holds for few answers and for shares near 0 and 100 percent.
    """
    if not 0 <= chosen <= total or total == 0:
        raise ValueError(f"{chosen} of {total} is not a share")
    return share_interval(chosen / total, total, z)


def share_interval(share: float, people: int, z: float = Z_95) -> tuple[float, float]:
    """As `wilson_interval`, for a share (0 to 1) of answers that `people` gave.

    One person answers several questions alike, so it is people that are counted and not answers:
    the range is then never narrower than the truth. Raises ValueError for nobody.
    """
    if not 0 <= share <= 1 or people < 1:
        raise ValueError(f"{share} of {people} people is not a share")
    spread = z * sqrt(share * (1 - share) / people + z * z / (4 * people * people))
    middle = share + z * z / (2 * people)
    scale = 100 / (1 + z * z / people)
    return max(0.0, (middle - spread) * scale), min(100.0, (middle + spread) * scale)


class Attitude(StrEnum):
    """What is measured: satisfied, 4 or 5 of 5 points; dissatisfied, 1 or 2 of them, or 4 or 5
    where it is asked how dissatisfied one is; engaged, 4 or 5 where engagement is asked."""

    SATISFIED = "satisfied"
    DISSATISFIED = "dissatisfied"
    ENGAGED = "engaged"


class Change(StrEnum):
    """What may be said of the difference between two shares."""

    ROSE = "rose"
    FELL = "fell"
    CHANCE = "chance"


def change(before: tuple[float, int], after: tuple[float, int], z: float = Z_95) -> Change:
    """Whether a share rose or fell by more than chance explains, with 95 percent confidence.

    Each is (share 0 to 1, people). The test of two proportions with their pooled share, as in any
    textbook of statistics; its square is Pearson's chi-squared without correction (1900). Where
    fewer than 5 people are to be expected in one of the four cells, that test finds too much
    (Cochran, Some methods for strengthening the common chi-squared tests, 1954): there it is
    Fisher's exact test, of the nearest whole numbers of people.
    """
    (first, few), (second, many) = before, after
    pooled = (first * few + second * many) / (few + many)
    error = sqrt(pooled * (1 - pooled) * (1 / few + 1 / many))
    if error == 0:
        return Change.CHANCE
    if min(few, many) * min(pooled, 1 - pooled) < LEAST_EXPECTED:
        is_chance = fisher_p((round(first * few), few), (round(second * many), many)) >= BY_CHANCE
    else:
        is_chance = abs(second - first) / error <= z
    if is_chance:
        return Change.CHANCE
    return Change.ROSE if second > first else Change.FELL


def fisher_p(before: tuple[int, int], after: tuple[int, int]) -> float:
    """How likely two shares differ as they do, or as unlikely, by chance alone: 0 to 1.

    Each is (people who chose it, people). Source: Fisher, The design of experiments, 1935, section
    21: both sides, the sum of all tables with the same margins that are no likelier.
    """
    (first, few), (second, many) = before, after
    chosen = first + second
    # In whole numbers, so that nothing is lost however many people there are.
    ways = {
        count: comb(few, count) * comb(many, chosen - count)
        for count in range(max(0, chosen - many), min(few, chosen) + 1)
    }
    # What differs by less than this from the table found is as likely as that.
    alike = 10**7
    most = ways[first] * (alike + 1)
    return sum(one for one in ways.values() if one * alike <= most) / comb(few + many, chosen)
