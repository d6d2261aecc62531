"""The quarters of the fiscal year, by which the office reports. Plain Python."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from thai_text.dates import BE_OFFSET, FISCAL_START_MONTH, fiscal_quarter, fiscal_year


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
    def next(self) -> "Quarter":
        """The quarter after this one."""
        year, place = divmod(self.number, 4)
        return Quarter(self.year_be + year, place + 1)

    @property
    def key(self) -> str:
        """How addresses and files name it: "2569-1"."""
        return f"{self.year_be}-{self.number}"

    @property
    def last_day(self) -> date:
        first = self.first_day
        month = first.month + 2
        return date(first.year, month, monthrange(first.year, month)[1])


def quarter_of(day: date) -> Quarter:
    """The quarter of the fiscal year that a day falls in."""
    return Quarter(fiscal_year(day), fiscal_quarter(day))
