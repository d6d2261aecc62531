"""The figures of groups for everybody, from the public tallies of each quarter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from webapp.complaints.rules.figures import ALL, Cell, Figure, Register, Way, figures_of
from webapp.complaints.rules.verdicts import Measure
from webapp.shared.quarters import Quarter
from webapp.shared.told_groups import Told, tell

# Of each way to group, of each group, by measure.
ToldGroups = dict[Way, dict[str, dict[Measure, Told]]]
# The cells of a quarter of one register.
Period = tuple[Quarter, Register]
# What is told of groups; how reopened messages were answered is told of the whole alone.
OF_GROUPS = (Measure.FIRST, Measure.FINAL)


def told_of(cells: Mapping[Period, Sequence[Cell]]) -> dict[Register, ToldGroups]:
    """What is told of the groups of each register, of all these quarters together."""
    told: dict[Register, ToldGroups] = {one: {} for one in Register}
    for (_quarter, register), found in sorted(cells.items()):
        for way, key, measure, one in _of_quarter(found):
            measures = told[register].setdefault(way, {}).setdefault(key, {})
            known = measures.get(measure)
            measures[measure] = known.and_of(one) if known else one
    together: dict[Register, list[Cell]] = defaultdict(list)
    for (_quarter, register), found in cells.items():
        together[register] += found
    for register, ways in told.items():
        _add_medians(ways, figures_of(together[register]))
    return told


def _of_quarter(found: Sequence[Cell]) -> Iterable[tuple[Way, str, Measure, Told]]:
    figures = figures_of(found)
    whole = figures.pop(Way.WHOLE, {}).get(ALL)
    if whole is None:
        return
    for way, groups in figures.items():
        for measure in OF_GROUPS:
            given = {key: group[measure] for key, group in groups.items()}
            for key, one in tell(given, whole[measure]).items():
                yield way, key, measure, one


def _add_medians(
    ways: ToldGroups, figures: Mapping[Way, Mapping[str, Mapping[Measure, Figure]]]
) -> None:
    for way, groups in ways.items():
        for key, measures in groups.items():
            for measure, one in measures.items():
                measures[measure] = one.with_median(figures[way][key][measure])
