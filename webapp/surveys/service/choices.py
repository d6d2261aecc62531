"""How many chose each answer of a question: let out as an edition, by the rules of disclosure.

A quarter's counts are let out once five people or more, or nobody, stand behind each step of
them, or for a large lot, or once the quarter or the survey is over; what is of few people is hidden
then, with what would tell it. Between two editions nothing moves, so that no two exports tell what
one to four chose. Of a scale an edition says as well how many stand at each end (`sides`): the
scores are made of that alone, and never of what is not let out.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from sqlalchemy import delete, select

from webapp.extensions import db
from webapp.shared import disclosure
from webapp.shared.quarters import Quarter
from webapp.surveys.models import Survey, SurveyQuestion, SurveyTally
from webapp.surveys.rules.questions import Kind
from webapp.surveys.service import late, shielding, sides
from webapp.surveys.service.scores import (
    CHOICE,
    FINAL,
    IS_SHIELD,
    PEOPLE,
    POINTS,
    SHIELD,
    SIDES,
    UNTOLD,
    Hidden,
    Score,
    is_rated,
)

WHOLE = "all"
# Beside the ways to group people: how many chose a value, and which values are hidden.
TOLD, HIDDEN = "", "hidden"
# In figures: how many chose one of the hidden values.
REST = -2
Counts = dict[int, int]
Held = Mapping[tuple[str, str], Counts]
Editions = dict[Quarter, dict[tuple[str, str], Counts]]


class Edition(Enum):
    """Whether an edition says how many are satisfied of all who are counted."""

    WHOLE = "whole"
    WAITS = "waits"
    UNTOLD = "untold"
    SHIELD = "shield"


class _Next(NamedTuple):
    """What is to be let out of a question: all its counts, those told before, which are hidden,
    which ends untold."""

    question: SurveyQuestion
    whole: Counts
    before: Counts
    hidden: set[int]
    untold: set[int]
    # How many more people answered since the edition before, and stand at each end.
    new: int
    ends: Counts
    is_final: bool
    # Whether it is hidden so that what others hide cannot be told from the sum of all services.
    is_shield: bool = False

    @property
    def steps(self) -> Counts:
        """How many more people chose each value than is known."""
        known = self.before
        return {v: count - known.get(v, 0) for v, count in self.whole.items() if v != PEOPLE}

    @property
    def is_rated(self) -> bool:
        """Whether it says how satisfied people are."""
        return is_rated(self.question)


def let_out_choices(survey: Survey, holds_back: bool = False) -> int:
    """Let out what may be told of every question's answers, quarter by quarter; inside the caller's
    transaction. Run again, it changes nothing.

    `holds_back`: what could be hidden for another survey waits; how many people it is of.
    """
    held: dict[Quarter, dict[SurveyQuestion, Held]] = defaultdict(dict)
    for question in survey.questions:
        if question.kind != Kind.NUMBER:
            for quarter, counts in _counts(question).items():
                held[quarter][question] = counts
    return sum(_let_out(survey, *counted, holds_back) for counted in held.items())


def _let_out(
    survey: Survey, quarter: Quarter, counted: Mapping[SurveyQuestion, Held], holds_back: bool
) -> int:
    """Let out the editions of one quarter; how many people wait."""
    is_over = late.is_over(survey, quarter)
    edited = [_edition(question, counts, is_over) for question, counts in counted.items()]
    found = _hidden_together([one for one in edited if one], counted)
    if any(is_rated(q) and UNTOLD - sides.TOP in h[CHOICE, SIDES] for q, h in counted.items()):
        # What is hidden of it may stand in sums, of which nobody learns more by what comes late.
        found = [one for one in found if not (one.is_rated and one.untold)]
    waiting, step = 0, _step(found)
    if holds_back and step and shielding.may_stand(survey, step):
        waiting = step.people
        found = [one for one in found if not one.is_rated]
    elif step and shielding.stand(survey, quarter, step):
        found = [_as_shield(one) if one.is_rated else one for one in found]
    for edition in found:
        _keep(edition, quarter)
    return waiting


def _step(found: Sequence[_Next]) -> Score | None:
    """How satisfied those are of whom the last editions of a quarter tell for the first time, by
    each question with five people or more on each side; None where more may come."""
    rated = [one for one in found if one.is_rated]
    if not all(one.is_final for one in rated):
        return None
    many = [one for one in rated if _has_many(one.ends[sides.TOP], one.new)]
    people, chosen = sum(one.new for one in many), sum(one.ends[sides.TOP] for one in many)
    parts = Hidden(len(many), people, chosen)
    return Score(max((one.new for one in rated), default=0), people, chosen, None, parts)


def _has_many(count: int, people: int) -> bool:
    """Whether five people or more chose it, and five or more did not."""
    return min(count, people - count) >= disclosure.FEWEST


def _as_shield(one: _Next) -> _Next:
    return _all_untold(one)._replace(is_shield=True)


def _all_untold(one: _Next) -> _Next:
    """An edition that tells nothing of satisfaction, nor how many chose what would tell it."""
    hidden = sides.hides_end(one.hidden, one.steps, sides.TOP)
    return one._replace(untold={sides.TOP, sides.BOTTOM}, hidden=hidden)


def edition_of(question: SurveyQuestion, quarter: Quarter) -> Edition:
    """What the present edition of a scale question in a quarter says of all who are counted."""
    held = _counts(question)[quarter]
    kept = held[CHOICE, SIDES]
    if kept.get(PEOPLE) != held[WHOLE, ""].get(PEOPLE):
        return Edition.WAITS
    if IS_SHIELD in kept:
        return Edition.SHIELD
    return Edition.UNTOLD if UNTOLD - sides.TOP in kept else Edition.WHOLE


def _counts(question: SurveyQuestion) -> Editions:
    """By quarter: how many chose each value, as far as the whole is let out, and as it is told."""
    held: Editions = defaultdict(lambda: defaultdict(dict))
    tallies = select(SurveyTally).where(
        SurveyTally.question_id == question.id, SurveyTally.way.in_((WHOLE, CHOICE))
    )
    for one in db.session.scalars(tallies):
        held[Quarter(one.year_be, one.quarter)][one.way, one.key][one.value] = one.count
    return held


def _edition(question: SurveyQuestion, held: Held, is_over: bool) -> _Next | None:
    """The next edition of a question; None where it waits for more people."""
    is_scale = question.kind == Kind.SCALE
    whole, kept = held[WHOLE, ""], held[CHOICE, SIDES]
    # What was let out before there were sides is let out as for the first time.
    told, unknown = held[CHOICE, TOLD], held[CHOICE, HIDDEN]
    if is_scale and not kept:
        told, unknown = {}, {}
    new = whole.get(PEOPLE, 0) - told.get(PEOPLE, 0)
    was_untold = {end for end in (sides.TOP, sides.BOTTOM) if UNTOLD - end in kept}
    if new < disclosure.FEWEST or was_untold:
        return None
    # A hidden value may have been told before: that count is kept in its place.
    before = {**unknown, **told}
    steps = {v: count - before.get(v, 0) for v, count in whole.items() if v != PEOPLE}
    ends = {end: n - kept.get(end, 0) for end, n in sides.at_ends(whole).items()}
    if is_scale:
        hidden, untold = sides.plan(steps, ends, new, unknown)
        if sides.TOP in untold:
            hidden = sides.hides_end(hidden, steps, sides.TOP)
    else:
        is_exclusive = question.kind != Kind.MULTIPLE
        hidden = disclosure.hidden_cells(steps, new, is_exclusive, unknown)
        untold = set()
    is_last = is_over and FINAL not in kept
    is_open = new >= disclosure.LARGE_LOT and not untold
    if (hidden or untold) and not (is_last or is_open):
        return None
    is_final = is_over or FINAL in kept
    return _Next(question, whole, before, hidden, untold, new, ends, is_final)


def _hidden_together(found: Sequence[_Next], counted: Mapping[SurveyQuestion, Held]) -> list[_Next]:
    """The editions, with more untold where all questions' satisfaction would tell that of one."""
    rated = {one.question.id: one for one in found if one.is_rated}
    parts = {key: (one.ends[sides.TOP], one.new) for key, one in rated.items()}
    for question, held in counted.items():
        kept = held[CHOICE, SIDES]
        if question.id not in rated and UNTOLD - sides.TOP in kept:
            parts[question.id] = kept[UNTOLD - sides.TOP], kept[UNTOLD]
    more = disclosure.untold_shares(parts) if all(one.is_final for one in rated.values()) else ()
    return [
        _all_untold(one) if one.question.id in more and one.question.id in rated else one
        for one in found
    ]


def _keep(edition: _Next, quarter: Quarter) -> None:
    """Put an edition in the place of the one before."""
    question, whole, hidden = edition.question, edition.whole, edition.hidden
    mine = SurveyTally.question_id == question.id, SurveyTally.way == CHOICE
    when = SurveyTally.year_be == quarter.year_be, SurveyTally.quarter == quarter.number
    db.session.execute(delete(SurveyTally).where(*mine, *when))
    shown = {value: count for value, count in whole.items() if value not in hidden}
    kept = {TOLD: shown, HIDDEN: {value: edition.before.get(value, 0) for value in hidden}}
    if question.kind == Kind.SCALE:
        kept[SIDES] = {PEOPLE: whole[PEOPLE], **sides.at_ends(whole)}
        kept[SIDES] |= {UNTOLD - end: edition.ends[end] for end in edition.untold}
        kept[SIDES] |= ({UNTOLD: edition.new} if edition.untold else {}) | (
            {FINAL: 0} if edition.is_final else {}
        )
        if edition.is_shield:
            kept[SIDES] |= {IS_SHIELD: 0, SHIELD: question.survey_id}
        if not hidden:
            kept[SIDES][POINTS] = sum(value * n for value, n in whole.items() if value > 0)
    db.session.add_all(
        SurveyTally(
            question_id=question.id, year_be=quarter.year_be, quarter=quarter.number,
            way=CHOICE, key=key, value=value, count=count,
        )
        for key, counts in kept.items()
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
