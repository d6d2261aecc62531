"""How many chose each answer of a question: let out as an edition, by the rules of disclosure.

A quarter's counts are let out once five people or more, or nobody, stand behind each step of
them, or for a large lot, or once the quarter or the survey is over; what is of few people is hidden
then, with what would tell it. Between two editions nothing moves, so that no two exports tell what
one to four chose.
"""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import delete, select

from webapp.extensions import db
from webapp.shared import clock, disclosure
from webapp.shared.quarters import Quarter, quarter_of
from webapp.surveys.models import Survey, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import Kind, State
from webapp.surveys.service.scores import PEOPLE

WHOLE = "all"
# Beside the ways to group people: how many chose a value, and which values are hidden.
CHOICE, TOLD, HIDDEN = "choice", "", "hidden"
# In figures: how many chose one of the hidden values.
REST = -2
Counts = dict[int, int]
Editions = dict[Quarter, dict[tuple[str, str], Counts]]


def let_out_choices(survey: Survey) -> None:
    """Let out what may be told of every question's answers, quarter by quarter; inside the caller's
    transaction. Run again, it changes nothing."""
    today = quarter_of(clock.today())
    for question in survey.questions:
        if question.kind == Kind.NUMBER:
            continue
        for quarter, held in _counts(question).items():
            is_over = survey.state == State.CLOSED or quarter != today
            _let_out(question, quarter, held, is_over)


def _counts(question: SurveyQuestion) -> Editions:
    """By quarter: how many chose each value, as far as the whole is let out, and as it is told."""
    held: Editions = defaultdict(lambda: defaultdict(dict))
    tallies = select(SurveyTally).where(
        SurveyTally.question_id == question.id, SurveyTally.way.in_((WHOLE, CHOICE))
    )
    for one in db.session.scalars(tallies):
        held[Quarter(one.year_be, one.quarter)][one.way, one.key][one.value] = one.count
    return held


def _let_out(
    question: SurveyQuestion,
    quarter: Quarter,
    held: Mapping[tuple[str, str], Counts],
    is_over: bool,
) -> None:
    whole, told = held[WHOLE, ""], held[CHOICE, TOLD]
    new = whole.get(PEOPLE, 0) - told.get(PEOPLE, 0)
    if new < disclosure.FEWEST:
        return
    steps = {v: count - told.get(v, 0) for v, count in whole.items() if v != PEOPLE}
    hidden = disclosure.hidden_cells(
        steps, new, question.kind != Kind.MULTIPLE, unknown=held[CHOICE, HIDDEN]
    )
    if hidden and not is_over and new < disclosure.LARGE_LOT:
        return
    shown = {value: count for value, count in whole.items() if value not in hidden}
    _keep(question, quarter, {TOLD: shown, HIDDEN: dict.fromkeys(hidden, 0)})


def _keep(question: SurveyQuestion, quarter: Quarter, edition: Mapping[str, Counts]) -> None:
    """Put an edition in the place of the one before."""
    mine = SurveyTally.question_id == question.id, SurveyTally.way == CHOICE
    when = SurveyTally.year_be == quarter.year_be, SurveyTally.quarter == quarter.number
    db.session.execute(delete(SurveyTally).where(*mine, *when))
    db.session.add_all(
        SurveyTally(
            question_id=question.id, year_be=quarter.year_be, quarter=quarter.number,
            way=CHOICE, key=key, value=value, count=count,
        )
        for key, counts in edition.items()
        for value, count in counts.items()
    )  # fmt: skip


def told_of(told: Mapping[int, int], hidden: Mapping[int, int], kind: Kind) -> Counts:
    """What figures show of a question: how many chose each value that no quarter hides, PEOPLE who
    answered and, where each chose one, REST who chose one of the hidden values."""
    shown = {value: count for value, count in told.items() if value not in hidden}
    rest = told.get(PEOPLE, 0) - sum(count for value, count in shown.items() if value != PEOPLE)
    if hidden:
        shown[REST] = rest if kind != Kind.MULTIPLE else 0
    return shown
