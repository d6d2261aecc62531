"""The results of a survey in words: from this page, table, chart, CSV and PDF are made alike."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.shared import dates
from webapp.shared.figures import Part
from webapp.surveys import wording
from webapp.surveys.models import SurveyQuestion
from webapp.surveys.rules.questions import Kind
from webapp.surveys.rules.satisfaction import Change
from webapp.surveys.service import Figures, Score


@dataclass(frozen=True)
class Row:
    """One line of a part: what it is, how many people, a percentage with its range where known."""

    name: str
    people: int
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    average: float | None = None

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
        return [self.name, f"{self.people:,}", self.shown, self.range, average]


def head() -> list[str]:
    """The titles of the columns."""
    return [
        _("What"),
        _("People"),
        _("Percent"),
        _("95 percent confidence"),
        _("Average as percent of 5 points"),
    ]


def parts(figures: Figures, language: str) -> list[Part]:
    """Everything that may be shown of a survey, part by part."""
    survey = figures.survey
    found = [_whole(figures), _trend(figures)]
    aspects = [_row(str(wording.ASPECT[key]), score) for key, score in figures.by_aspect.items()]
    found.append(_compared("aspect", _("By aspect"), aspects))
    for way, groups in figures.groups.items():
        rows = [
            _row(wording.group(survey, way, key, language), score) for key, score in groups.items()
        ]
        found.append(_compared(way, str(wording.WAY[way]), rows))
    for question in survey.questions:
        counts = figures.by_question.get(question.id, {})
        if counts:
            found.append(_question(question, counts, language))
    return [part for part in found if part.rows]


def _row(name: str, score: Score) -> Row:
    low, high = score.interval
    return Row(name, score.people, score.percent, low, high, score.average)


def _whole(figures: Figures) -> Part:
    rows = [_row(_("All"), figures.whole)] if figures.whole else []
    said = ""
    for row in rows:
        said = _(
            "%(percent)s percent of the answers of %(people)s people are satisfied ones (4 or 5 of "
            "5 points); with 95 percent confidence it is between %(low)s and %(high)s percent.",
            percent=row.shown,
            people=f"{row.people:,}",
            low=f"{row.low:.2f}",
            high=f"{row.high:.2f}",
        )
    return Part("whole", _("Satisfaction in all"), said, head(), rows)


def _trend(figures: Figures) -> Part:
    rows = [_row(dates.quarter(quarter), score) for quarter, score in figures.series]
    return Part(
        "trend", _("Quarter by quarter"), _change_said(figures.last_change, rows), head(), rows
    )


def _change_said(change: Change | None, rows: list[Row]) -> str:
    if change is None:
        return _("One quarter alone shows no change.") if rows else ""
    before, after = rows[-2:]
    values = {"before": before.shown, "after": after.shown, "first": before.name}
    if change == Change.ROSE:
        return _(
            "It rose from %(before)s percent (%(first)s) to %(after)s percent, more than chance "
            "explains.",
            **values,
        )
    if change == Change.FELL:
        return _(
            "It fell from %(before)s percent (%(first)s) to %(after)s percent, more than chance "
            "explains.",
            **values,
        )
    return _(
        "From %(before)s percent (%(first)s) to %(after)s percent: the difference is no more than "
        "chance explains.",
        **values,
    )


def _compared(part_id: str, title: str, rows: list[Row]) -> Part:
    said = ""
    if len(rows) > 1:
        most = max(rows, key=lambda row: row.percent or 0)
        least = min(rows, key=lambda row: row.percent or 0)
        said = _(
            "Most satisfied: %(most)s, %(high)s percent. Least: %(least)s, %(low)s percent.",
            most=most.name, high=most.shown, least=least.name, low=least.shown,
        )  # fmt: skip
    elif rows:
        said = _("%(name)s: %(percent)s percent.", name=rows[0].name, percent=rows[0].shown)
    return Part(part_id, title, said, head(), rows)


def _question(question: SurveyQuestion, counts: dict[int, int], language: str) -> Part:
    people = counts[-1]
    title = f"{question.place}. {question.text(language)}"
    part_id = f"question-{question.place}"
    said = ngettext("%(num)d person answered.", "%(num)d people answered.", people)
    values = {value: count for value, count in counts.items() if value >= 0}
    if question.kind == Kind.NUMBER:
        total = sum(value * count for value, count in values.items())
        mean = f"{total / people:.1f}"
        rows = [Row(_("Average: %(average)s", average=mean), people)]
        return Part(
            part_id, title, f"{said} {_('Average: %(average)s', average=mean)}", head(), rows
        )
    rows = [
        Row(name, values.get(value, 0), 100 * values.get(value, 0) / people)
        for value, name in wording.values(question, language)
    ]
    most = max(rows, key=lambda row: row.people)
    chosen = _("Most often: %(name)s, %(percent)s percent.", name=most.name, percent=most.shown)
    return Part(part_id, title, f"{said} {chosen}", head(), rows)


def how_computed() -> str:
    """How every figure is computed, in one paragraph."""
    return _(
        "Satisfied is who chose 4 or 5 of 5 points. With each percentage goes the range in which "
        "the true one lies with 95 percent confidence (Wilson's formula, by the number of people). "
        "The average is also given as a percentage of 5 points, as the office's source does not "
        "say by which formula its own figures were computed. Figures move on when at least 5 "
        "more people have answered, and groups of fewer than 5 are not shown."
    )
