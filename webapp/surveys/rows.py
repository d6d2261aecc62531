"""The lines of the parts in which results are told, and the titles of their columns."""

from dataclasses import dataclass

from flask_babel import gettext as _

# Whom, how many, percent, range, average.
COLUMNS = 5


@dataclass(frozen=True)
class Row:
    """One line of a part: what it is, how many people (None where that is not published), a
    percentage with its range where known."""

    name: str
    people: int | None
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    average: float | None = None
    # How many more people there are, who are not in it.
    left_out: int = 0
    # Of how many columns: one question has neither a range nor an average.
    columns: int = COLUMNS

    @property
    def shown(self) -> str:
        """The percentage as it is written everywhere."""
        return "" if self.percent is None else f"{self.percent:.2f}"

    @property
    def range(self) -> str:
        """The range of the percentage as it is written everywhere; "" for none."""
        if self.low is None or self.high is None:
            return ""
        return f"{self.low:.2f}–{self.high:.2f}"

    def cells(self) -> list[str]:
        """What its line of the table has."""
        average = "" if self.average is None else f"{self.average:.2f}"
        people = _("not published") if self.people is None else f"{self.people:,}"
        # The columns of a score say so where it is not told; of one answer there is none to say.
        shown = self.shown or (_("not told") if self.columns == COLUMNS else "")
        return [self.name, people, shown, self.range, average][: self.columns]


def head(columns: int = COLUMNS) -> list[str]:
    """The titles of the first `columns` columns."""
    titles = [
        _("Of whom or what"),
        _("People"),
        _("Percent"),
        _("95 percent confidence"),
        _("Average as percent of 5 points"),
    ]
    return titles[:columns]
