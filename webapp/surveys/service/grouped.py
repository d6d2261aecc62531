"""How satisfied each group is: by point of service, segment and channel."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyTally
from webapp.surveys.service.releasing import WAYS
from webapp.surveys.service.scores import Counts, Score, is_rated, of_questions, score
from webapp.surveys.service.sums import joined


def groups_of(survey: Survey, quarter: Quarter | None) -> dict[str, dict[str, Score]]:
    """By way to group and by group ("" for those too few) the score in a quarter, or in all.

    Averages are told of all groups of a way or of none: else the whole's would tell another one.
    """
    held: dict[tuple[str, str], list[Score | None]] = defaultdict(list)
    for (way, key, _quarter), questions in _tallies(survey, quarter).items():
        # What is hidden of one question is told with no other's: each question's groups add up too.
        scores = (score(counts) for counts in questions.values())
        held[way, key].append(of_questions(scores, is_whole=False))
    found: dict[str, dict[str, Score]] = {way: {} for way in WAYS}
    for (way, key), quarters in sorted(held.items()):
        if one := joined(quarters):
            found[way][key] = one
    return {way: _with_averages(groups) for way, groups in found.items()}


def _with_averages(groups: Mapping[str, Score]) -> dict[str, Score]:
    if all(one.average is not None for one in groups.values()):
        return dict(groups)
    return {key: replace(one, points=None) for key, one in groups.items()}


def _tallies(
    survey: Survey, quarter: Quarter | None
) -> Mapping[tuple[str, str, tuple[int, int]], Mapping[int, Counts]]:
    """By way, group and quarter: how many chose each point of each rated question."""
    tally = SurveyTally
    ids = [question.id for question in survey.questions if is_rated(question)]
    wanted = select(
        tally.way, tally.key, tally.year_be, tally.quarter, tally.question_id, tally.value,
        tally.count,
    ).where(tally.question_id.in_(ids), tally.way.in_(WAYS))  # fmt: skip
    if quarter:
        wanted = wanted.where(tally.year_be == quarter.year_be, tally.quarter == quarter.number)
    held: dict[tuple[str, str, tuple[int, int]], dict[int, dict[int, int]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for way, key, year, number, question, value, count in db.session.execute(wanted):
        held[way, key, (year, number)][question][value] = count
    return held
