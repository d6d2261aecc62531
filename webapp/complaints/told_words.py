"""What everybody is told of groups, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from webapp.complaints.figure_rows import WAY, Row, id_of, in_named_order, percent_said, titled
from webapp.complaints.rules.figures import Register, Way
from webapp.complaints.rules.verdicts import Measure
from webapp.shared.figures import Part
from webapp.shared.told_groups import Told


@dataclass(frozen=True)
class ToldRow(Row):
    """A line of a group; `said` is its percentage as it is written."""

    said: str = ""

    @property
    def shown(self) -> str:
        """What the chart says: the percentage, and that it is the least."""
        return self.said if self.percent is not None else ""


def part(register: Register, way: Way, groups: Mapping[str, Mapping[Measure, Told]]) -> Part:
    """The groups of one way: a sentence, and a row for each."""
    rows = [_row(name, groups[key]) for key, name in in_named_order(way, groups)]
    title = titled(register, WAY[way])
    return Part(id_of(register, way), title, how_told(), _head(str(WAY[way])), rows)


def how_told() -> str:
    """That it is told of groups what is sure, and why."""
    return _(
        "Of each group it is told how many percent at least were not late. Up to 4 messages in a "
        "quarter are taken off, so that nobody is known by the figure; not late is also what is "
        "still within its time and what was taken back in time."
    )


def _head(title: str) -> list[str]:
    return [
        title,
        _("Messages"),
        _("First reply not late, percent"),
        _("First reply, median of working days"),
        _("Final answer not late, percent"),
        _("Final answer, median of working days"),
    ]


def _row(name: str, group: Mapping[Measure, Told]) -> ToldRow:
    first, final = group[Measure.FIRST], group[Measure.FINAL]
    cells = [f"{final.messages:,}"]
    for told in (first, final):
        cells += [_percent(told), "–" if told.median is None else f"{told.median:g}"]
    return ToldRow(name, tuple(cells), final.percent, said=_percent(final))


def _percent(told: Told) -> str:
    if told.percent is None:
        return _("not told")
    said = percent_said(told.percent)
    return said if told.is_exact else _("at least %(percent)s", percent=said)
