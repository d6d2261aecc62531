"""The results of a survey in words: from this page, table, chart, CSV and PDF are made alike."""

from collections.abc import Mapping
from dataclasses import replace

from flask_babel import gettext as _

from webapp.shared import dates
from webapp.shared.figures import Part
from webapp.surveys import wording
from webapp.surveys.question_parts import choices_part, number_part
from webapp.surveys.rows import Row, head
from webapp.surveys.rules.questions import Kind, SurveyKind
from webapp.surveys.rules.satisfaction import PUBLISHED, Attitude, Change
from webapp.surveys.rules.satisfaction import Figure as Published
from webapp.surveys.service import PEOPLE, Figures, Overall, Score, Series, change_at_end


def parts(figures: Figures, language: str) -> list[Part]:
    """Everything that may be shown of a survey, part by part."""
    survey = figures.survey
    # The office's published figures are of all its services: they open no series of one.
    published = survey.kind == SurveyKind.GENERAL and survey.service_id is None
    found = [
        _whole(figures.whole),
        _attitudes(figures.by_attitude),
        _trend(figures.series, language if published else "", figures.versions),
        *_other_trends(figures.other_series),
    ]
    aspects = [_row(str(wording.ASPECT[key]), score) for key, score in figures.by_aspect.items()]
    found.append(_compared("aspect", _("By aspect"), aspects))
    for way, groups in figures.groups.items():
        rows = [
            _row(wording.group(survey, way, key, language), score) for key, score in groups.items()
        ]
        found.append(_compared(way, str(wording.WAY[way]), rows))
    for question in survey.questions:
        counts = figures.by_question.get(question.id, {})
        if counts and question.kind == Kind.NUMBER:
            found.append(number_part(question, counts, language))
        elif counts:
            told = figures.choices.get(question.id, {})
            found.append(choices_part(question, counts[PEOPLE], told, language))
    return [part for part in found if part.rows]


def _row(name: str, score: Score) -> Row:
    low, high = score.interval or (None, None)
    return Row(name, score.people, score.percent, low, high, score.average, score.left_out)


def overall_parts(figures: Overall, language: str) -> list[Part]:
    """What may be shown of all services together, and of each of them."""
    services = [_row(getattr(one, language), score) for one, score in figures.by_service]
    return [
        part
        for part in (
            _whole(figures.whole),
            _attitudes(figures.by_attitude),
            _trend(figures.series, language),
            *_other_trends(figures.other_series),
            _compared("service", _("By service"), services),
        )
        if part.rows
    ]


def _attitudes(scores: Mapping[Attitude, Score]) -> Part:
    """Satisfied, dissatisfied, engaged, as far as it is asked."""
    rows = [_attitude_row(a, str(wording.ATTITUDE[a]), score) for a, score in scores.items()]
    said = [*map(_percent_said, rows), *_left_out_said(rows)]
    if Attitude.DISSATISFIED in scores:
        said.append(
            _(
                "Dissatisfied are answers of 1 or 2 where it is asked how satisfied one is, and of "
                "4 or 5 where it is asked how dissatisfied, of all answers to both."
            )
        )
    title = _("Satisfaction, dissatisfaction, engagement")
    return Part("attitude", title, " ".join(said), head(), rows)


def _attitude_row(attitude: Attitude, name: str, score: Score) -> Row:
    """A line about an attitude. The average says the same of satisfied and dissatisfied people: it
    stands with the first."""
    row = _row(name, score)
    return replace(row, average=None) if attitude == Attitude.DISSATISFIED else row


def _other_trends(series: Mapping[Attitude, Series]) -> list[Part]:
    """The series of dissatisfaction and of engagement."""
    found = []
    for attitude, held in series.items():
        rows = [_attitude_row(attitude, dates.quarter(quarter), score) for quarter, score in held]
        said = _change_said(change_at_end(held), rows)
        title = str(wording.TREND[attitude])
        found.append(Part(f"trend-{attitude.value}", title, said, head(), rows))
    return found


def _whole(whole: Score | None) -> Part:
    rows = [_row(_("All"), whole)] if whole else []
    said = ""
    for row in rows:
        if row.low is None or row.high is None:
            said = _untold_said(row)
            continue
        told = _(
            "%(percent)s percent of the answers of %(people)s people are satisfied ones (4 or 5 of "
            "5 points); with 95 percent confidence it is between %(low)s and %(high)s percent.",
            percent=row.shown,
            people=f"{row.people:,}",
            low=f"{row.low:.2f}",
            high=f"{row.high:.2f}",
        )
        said = " ".join([told, *_left_out_said(rows)])
    return Part("whole", _("Satisfaction in all"), said, head(), rows)


def _trend(series: Series, published: str, versions: int = 1) -> Part:
    """The series; before it, where a language is given, the points that the office published.

    `versions`: of how many versions of a survey it is made.
    """
    rows = [_row(dates.quarter(quarter), score) for quarter, score in series]
    said = [_change_said(change_at_end(series), rows), *_left_out_said(rows)] if rows else []
    if rows and versions > 1:
        said.append(
            _(
                "The answers to all versions of this survey are added up, of the questions that "
                "this version asks."
            )
        )
    first = [_published(figure, published) for figure in PUBLISHED] if published else []
    if first:
        points = [_("%(percent)s percent", percent=row.shown) for row in first]
        said.append(
            _(
                "The first points are the office's own, of B.E. %(year)s: %(points)s. Source: the "
                "Secretariat's self-assessment, PMQA 4.0 category 3, point 3.2. It does not say "
                "how they were computed, so our figures are not tested against them.",
                year=PUBLISHED[0].year_be,
                points=", ".join(points),
            )
        )
    return Part("trend", _("Quarter by quarter"), " ".join(said), head(), [*first, *rows])


def _published(figure: Published, language: str) -> Row:
    survey = figure.survey.th if language == "th" else figure.survey.en
    name = _("B.E. %(year)s, published: %(survey)s", year=figure.year_be, survey=survey)
    return Row(name, None, figure.percent)


def _change_said(change: Change | None, rows: list[Row]) -> str:
    if len(rows) < 2:
        return _("One quarter alone shows no change.") if rows else ""
    before, after = rows[-2:]
    if change is None:
        return _(
            "Whether it changed from %(first)s to %(last)s is not told, as too few people stand on "
            "one side in one of them.",
            first=before.name, last=after.name,
        )  # fmt: skip
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
    told = [row for row in rows if row.shown]
    if len(told) > 1:
        most = max(told, key=lambda row: row.percent or 0)
        least = min(told, key=lambda row: row.percent or 0)
        said = _(
            "Most satisfied: %(most)s, %(high)s percent. Least: %(least)s, %(low)s percent.",
            most=most.name, high=most.shown, least=least.name, low=least.shown,
        )  # fmt: skip
        if most.shown == least.shown:
            said = _("All alike: %(percent)s percent.", percent=most.shown)
    elif rows:
        said = _percent_said((told or rows)[0])
    return Part(part_id, title, " ".join([said, *_left_out_said(rows)]).strip(), head(), rows)


def _left_out_said(rows: list[Row]) -> list[str]:
    """Of whom a line is not, so that nobody takes it for all."""
    return [
        _(
            "%(name)s: %(people)s more people are not in it, as it would tell what too few of them "
            "said.",
            name=row.name,
            people=f"{row.left_out:,}",
        )
        for row in rows
        if row.shown and row.left_out
    ]


def _percent_said(row: Row) -> str:
    if not row.shown:
        return _untold_said(row)
    return _("%(name)s: %(percent)s percent.", name=row.name, percent=row.shown)


def _untold_said(row: Row) -> str:
    return _(
        "%(name)s: the percentage is told once at least five people, or nobody, stand on each side "
        "of it.",
        name=row.name,
    )


def how_computed() -> str:
    """How every figure is computed, in one paragraph."""
    said = _(
        "Satisfied is who chose 4 or 5 of 5 points. Dissatisfied is who chose 1 or 2 where it is "
        "asked how satisfied one is, and 4 or 5 where it is asked how dissatisfied. Engaged is who "
        "chose 4 or 5 where engagement is asked. With each percentage goes the range in which "
        "the true one lies with 95 percent confidence (Wilson's formula, by the number of people). "
        "The average is also given as a percentage of 5 points, as the office's source does not "
        "say by which formula its own figures were computed. Figures move on when at least 5 "
        "more people have answered, and groups of fewer than 5 are not shown, nor is how many "
        "chose an answer that fewer than 5 chose. No percentage, range or average is told where "
        "fewer than 5 people stand on one side of it, or where it would tell one that is not told: "
        "it waits for more answers, at the longest until the quarter or the survey is over, and "
        "two weeks longer where staff enter answers from paper or the telephone."
    )
    shields = _(
        "Where that would tell of a few people from the figures of all services, one other service "
        "is not told in that quarter either; the sum has both."
    )
    return f"{said} {shields}"
