"""The figures of complaints in words: page, tables, charts, report and PDF are made from these.

Every number of a part is taken from one `Figure`, so that sentence, table and chart cannot differ.
"""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.complaints import told_words
from webapp.complaints.figure_rows import (
    MEASURE,
    WAY,
    Row,
    id_of,
    in_named_order,
    percent_said,
    titled,
)
from webapp.complaints.rules.figures import BINS, GROUPED, Figure, Group, Register, Scope, Way
from webapp.complaints.rules.verdicts import Measure, Outcome
from webapp.complaints.service.figures import ComplaintFigures, RegisterFigures
from webapp.shared import dates
from webapp.shared.figures import Part
from webapp.shared.quarters import Quarter


def parts(figures: ComplaintFigures) -> list[Part]:
    """Everything that may be shown of the figures, part by part, in the page's language."""
    found = []
    for register, counted in figures.registers.items():
        found += _register_parts(register, counted, figures)
    return found


def _register_parts(
    register: Register, counted: RegisterFigures, figures: ComplaintFigures
) -> list[Part]:
    found = []
    for measure in Measure:
        figure = (counted.whole or {}).get(measure)
        if figure is not None:
            found += [_outcomes(register, measure, figure), _days(register, measure, figure)]
        elif measure is not Measure.AGAIN:
            title = titled(register, MEASURE[measure])
            found.append(Part(id_of(register, measure), title, nothing_said(None, figures.scope),
                              [], []))  # fmt: skip
    for way in GROUPED:
        if groups := counted.groups.get(way):
            found.append(_groups(register, way, groups))
        if told := counted.told.get(way):
            found.append(told_words.part(register, way, told))
    return [*found, _series(register, counted, figures.scope)]


def nothing_said(figure: Figure | None, scope: Scope) -> str:
    """Why there is no share: it says so, where other figures would say 100 percent."""
    if figure is not None:
        pending = figure.outcomes[Outcome.PENDING]
        if pending:
            return ngettext(
                "There is nothing to assess yet: %(num)d message is still within its time.",
                "There is nothing to assess yet: %(num)d messages are still within their time.",
                pending,
            )
        return _("There is nothing to assess: what came was taken back in time.")
    if scope is Scope.STAFF:
        return _("There is nothing to assess: no message came.")
    return _(
        "There is nothing to assess: no message came, or fewer than 5, which are not shown so that "
        "nobody is known by them."
    )


def _outcomes(register: Register, measure: Measure, figure: Figure) -> Part:
    late = figure.missed - figure.undone
    rows = [
        _share(_("In time"), figure.met, figure.assessed),
        _share(_("Too late"), late, figure.assessed),
        _share(_("Not done, and its day is past"), figure.undone, figure.assessed),
        _share(_("Still within its time: not assessed"), figure.outcomes[Outcome.PENDING], 0),
        _share(_("Taken back in time: not assessed"), figure.outcomes[Outcome.VOID], 0),
    ]
    head = [str(MEASURE[measure]), _("Messages"), _("Percent of those assessed")]
    title = titled(register, MEASURE[measure])
    return Part(id_of(register, measure), title, share_said(figure), head, rows)


def share_said(figure: Figure) -> str:
    """The share in time with the formula beside it."""
    if figure.percent is None:
        return nothing_said(figure, Scope.STAFF)
    said = _(
        "%(percent)s percent in time: %(met)s ÷ (%(met)s in time + %(missed)s missed).",
        percent=percent_said(figure.percent),
        met=f"{figure.met:,}",
        missed=f"{figure.missed:,}",
    )
    if figure.undone:
        said += " " + ngettext(
            "Of the missed, %(num)d has not been done until now.",
            "Of the missed, %(num)d have not been done until now.",
            figure.undone,
        )
    return said


def _share(name: str, count: int, total: int) -> Row:
    percent = 100 * count / total if total else None
    return Row(name, (f"{count:,}", percent_said(percent)), percent)


def _days(register: Register, measure: Measure, figure: Figure) -> Part:
    counts = figure.distribution()
    total = sum(counts) + figure.undone
    rows = [_share(_bin(*days), count, total) for days, count in zip(BINS, counts, strict=True)]
    rows.append(_share(_("Not done, and its day is past"), figure.undone, total))
    title = titled(register, _("%(what)s: working days", what=MEASURE[measure]))
    head = [_("Working days"), _("Messages"), _("Percent")]
    return Part(id_of(register, measure, "days"), title, median_said(figure), head,
                rows if total else [])  # fmt: skip


def median_said(figure: Figure) -> str:
    """The median of working days in a sentence."""
    if figure.median is not None:
        return ngettext("The median is %(days)s working day.",
                        "The median is %(days)s working days.",
                        1 if figure.median == 1 else 2, days=f"{figure.median:g}")  # fmt: skip
    if figure.undone:
        return _("There is no median: half of them or more have not been done until now.")
    return _("There is no median: nothing has been done yet.")


def _bin(first: int, last: int | None) -> str:
    if last is None:
        return _("%(days)s or more", days=first)
    return str(first) if first == last else _("%(first)s to %(last)s", first=first, last=last)


def _group_head(title: str) -> list[str]:
    return [
        title,
        _("Messages"),
        _("First reply in time, percent"),
        _("First reply, median of working days"),
        _("Final answer in time, percent"),
        _("Final answer, median of working days"),
    ]


def _group_row(name: str, group: Group) -> Row:
    first, final = group[Measure.FIRST], group[Measure.FINAL]
    cells = [f"{final.messages:,}"]
    for figure in (first, final):
        cells += [percent_said(figure.percent) or _("nothing to assess"), _median_cell(figure)]
    return Row(name, tuple(cells), final.percent)


def _median_cell(figure: Figure) -> str:
    return "–" if figure.median is None else f"{figure.median:g}"


def _groups(register: Register, way: Way, groups: Mapping[str, Group]) -> Part:
    rows = [_group_row(name, groups[key]) for key, name in in_named_order(way, groups)]
    title = titled(register, WAY[way])
    return Part(id_of(register, way), title, _compared(rows), _group_head(str(WAY[way])), rows)


def _compared(rows: list[Row]) -> str:
    """Which group had most of its final answers in time, and which fewest."""
    known = [row for row in rows if row.percent is not None]
    if not known:
        return _("There is nothing to assess yet.")
    if len(known) == 1:
        return _(
            "Final answers in time: %(name)s %(percent)s percent.",
            name=known[0].name, percent=known[0].shown,
        )  # fmt: skip
    most = max(known, key=lambda row: row.percent or 0)
    least = min(known, key=lambda row: row.percent or 0)
    return _(
        "Final answers in time: most often %(most)s, %(high)s percent; least often %(least)s, "
        "%(low)s percent.",
        most=most.name, high=most.shown, least=least.name, low=least.shown,
    )  # fmt: skip


def _series(register: Register, counted: RegisterFigures, scope: Scope) -> Part:
    rows = [_quarter_row(period, group, scope) for period, group in counted.series]
    title = titled(register, _("Quarter by quarter"))
    head = _group_head(_("Quarter of the fiscal year"))
    return Part(id_of(register, "quarters"), title, _course(rows), head, rows)


def _quarter_row(period: Quarter, group: Group | None, scope: Scope) -> Row:
    name = dates.quarter(period)
    if group is not None:
        return _group_row(name, group)
    none = "0" if scope is Scope.STAFF else _("fewer than 5")
    nothing = _("nothing to assess")
    return Row(name, (none, nothing, "–", nothing, "–"))


def _course(rows: list[Row]) -> str:
    known = [row for row in rows if row.percent is not None]
    if not known:
        return _("In no quarter is there anything to assess.")
    said = [
        _("%(name)s %(percent)s percent", name=row.name, percent=row.shown) for row in known[-4:]
    ]
    return _("Final answers in time: %(list)s.", list=", ".join(said))
