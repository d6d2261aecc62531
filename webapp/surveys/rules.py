"""How satisfaction is computed, and what the office has published about it. Plain Python."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt

from thai_text.dates import BE_OFFSET, FISCAL_START_MONTH, fiscal_quarter, fiscal_year
from webapp.shared.official_names import OfficialName

# A scale of five points, 5 the most satisfied; 4 and 5 count as satisfied, 1 and 2 as dissatisfied.
POINTS = range(1, 6)
SATISFIED = frozenset({4, 5})
DISSATISFIED = frozenset({1, 2})
# The share of the normal distribution's middle 95 percent.
Z_95 = 1.96
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
    share = chosen / total
    spread = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    middle = share + z * z / (2 * total)
    scale = 100 / (1 + z * z / total)
    return max(0.0, (middle - spread) * scale), min(100.0, (middle + spread) * scale)


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a fiscal year (Buddhist era), 1 to 4, the period that is reported on."""

    year_be: int
    number: int

    @property
    def first_day(self) -> date:
        month = (FISCAL_START_MONTH - 1 + 3 * (self.number - 1)) % 12 + 1
        return date(self.year_be - BE_OFFSET - (month >= FISCAL_START_MONTH), month, 1)

    @property
    def last_day(self) -> date:
        first = self.first_day
        month = first.month + 2
        return date(first.year, month, monthrange(first.year, month)[1])


def quarter_of(day: date) -> Quarter:
    """The quarter of the fiscal year that a day falls in."""
    return Quarter(fiscal_year(day), fiscal_quarter(day))
