"""Letting figures out: answers become tallies in blocks, by the rules of disclosure.

The pages read tallies only. A block once let out never changes, so that no two exports differ by
fewer than five people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select, update

from webapp.extensions import db
from webapp.shared import disclosure
from webapp.shared.quarters import Quarter
from webapp.shared.transaction import transaction
from webapp.surveys.events import survey_text_given
from webapp.surveys.models import (
    Survey,
    SurveyAnswer,
    SurveyQuestion,
    SurveyResponse,
    SurveyTally,
)
from webapp.surveys.rules.questions import NOT_KNOWN, Kind, State
from webapp.surveys.rules.satisfaction import SATISFIED
from webapp.surveys.service import late
from webapp.surveys.service.choices import WHOLE, Edition, edition_of, let_out_choices
from webapp.surveys.service.scores import (
    IS_SHIELD,
    PEOPLE,
    UNTOLD_IN_GROUP,
    Hidden,
    is_rated,
)
from webapp.surveys.service.shielding import in_turn

WAYS = ("point", "segment", "channel")


class _Answer(NamedTuple):
    id: int
    response_id: int
    value: int
    block: int | None
    keys: tuple[str, str, str]


def release(survey_id: int, holds_back: bool = False) -> int:
    """Let out what may be let out of a survey; run again, it lets nothing out twice.

    `holds_back`: what could be hidden for another survey waits; of how many people it is.
    """
    with transaction():
        survey = db.session.get(Survey, survey_id, with_for_update=True)
        if survey is None:
            return 0
        waiting = {question: _waiting(question) for question in survey.questions}
        for question, quarters in waiting.items():
            for quarter, answers in quarters.items():
                _release_whole(question, quarter, answers)
        held_back = let_out_choices(survey, holds_back)
        for question, quarters in waiting.items():
            for quarter, answers in quarters.items():
                is_over = late.is_over(survey, quarter)
                _release_groups(question, quarter, answers, is_over)
    return held_back


def release_all() -> None:
    """Let out what the end of a quarter or of a survey allows: first where too few people are on a
    side, then what may be hidden for these."""
    given = select(Survey.id).where(Survey.state != State.DRAFT)
    held_back = {
        survey_id: release(survey_id, holds_back=True)
        for survey_id in db.session.scalars(given).all()
    }
    for survey_id in in_turn({key: people for key, people in held_back.items() if people}):
        release(survey_id)


def _waiting(question: SurveyQuestion) -> dict[Quarter, list[_Answer]]:
    """Answers that no lot of groups holds yet, by quarter, in the order in which they came."""
    found = db.session.execute(
        select(SurveyAnswer, SurveyResponse)
        .join(SurveyResponse, SurveyResponse.id == SurveyAnswer.response_id)
        .where(SurveyAnswer.question_id == question.id, SurveyAnswer.lot.is_(None))
        .where(SurveyResponse.finished_on.is_not(None))
        .order_by(SurveyAnswer.id)
    )
    waiting: dict[Quarter, list[_Answer]] = defaultdict(list)
    for answer, response in found:
        keys = (
            str(response.point_id or "none"),
            response.segment or NOT_KNOWN,
            str(response.channel.value),
        )
        quarter = Quarter(response.year_be or 0, response.quarter or 0)
        waiting[quarter].append(_Answer(answer.id, response.id, answer.value, answer.block, keys))
    return waiting


def _release_whole(question: SurveyQuestion, quarter: Quarter, answers: list[_Answer]) -> None:
    """Count new answers into the whole where five people or more have given them."""
    new = [answer for answer in answers if answer.block is None]
    if len({answer.response_id for answer in new}) < disclosure.FEWEST:
        return
    block = max((answer.block or 0 for answer in answers), default=0) + 1
    _count(question, quarter, WHOLE, {"": new}, {})
    _mark(new, block=block)
    answers[:] = [a if a.block else a._replace(block=block) for a in answers]


def _release_groups(
    question: SurveyQuestion, quarter: Quarter, answers: Sequence[_Answer], is_over: bool
) -> None:
    """Count what the whole holds already into groups, where the lot is ready."""
    lot = [answer for answer in answers if answer.block is not None]
    people = {answer.response_id: answer.keys for answer in lot}
    ways = {
        way: disclosure.groups_of({person: keys[at] for person, keys in people.items()})
        for at, way in enumerate(WAYS)
    }
    if not disclosure.is_ready(ways.values(), len(people), is_over):
        return
    edition = edition_of(question, quarter) if is_rated(question) else Edition.WHOLE
    if edition == Edition.WAITS:
        return
    held = {
        way: {key: [a for a in lot if a.response_id in group] for key, group in groups.items()}
        for way, groups in disclosure.protected(ways, blocks=_blocks(lot)).items()
    }
    untold = {way: _untold(groups, edition) for way, groups in held.items()}
    if not is_rated(question):
        untold = dict.fromkeys(untold, {})
    # In a lot this large one group of few does not hold back the others: it alone is not told.
    if any(untold.values()) and not is_over and len(people) < disclosure.LARGE_LOT:
        return
    for way, groups in held.items():
        _count(question, quarter, way, groups, untold[way], edition == Edition.SHIELD)
    _mark(lot, lot=1)
    if question.kind == Kind.TEXT:
        _hand_on(question, lot)


def _hand_on(question: SurveyQuestion, lot: Iterable[_Answer]) -> None:
    """Tell that words were let out: so many at once that none says whose they are."""
    for answer in lot:
        survey_text_given.send(
            "surveys",
            answer_id=answer.id,
            survey_id=question.survey_id,
            question_id=question.id,
            channel=answer.keys[WAYS.index("channel")],
        )


def _blocks(lot: Iterable[_Answer]) -> list[set[int]]:
    """The people of a lot as the whole has moved on by them, five or more at a time, in its order:
    the difference of two whole figures has shown each run of these."""
    blocks: dict[int, set[int]] = defaultdict(set)
    for answer in lot:
        blocks[answer.block or 0].add(answer.response_id)
    return [blocks[number] for number in sorted(blocks)]


def _untold(groups: Mapping[str, Sequence[_Answer]], edition: Edition) -> dict[str, Hidden]:
    """Of groups of a lot those whose satisfaction may not be told, with what it is: all of them
    where that of the whole is not told."""
    names = sorted(groups)
    shares = {
        number: (sum(a.value in SATISFIED for a in groups[name]), len(groups[name]))
        for number, name in enumerate(names)
    }
    untold = disclosure.untold_shares(shares)
    return {
        names[number]: Hidden(1, shares[number][1], shares[number][0])
        for number in shares
        if edition in (Edition.UNTOLD, Edition.SHIELD) or number in untold
    }


def _count(
    question: SurveyQuestion,
    quarter: Quarter,
    way: str,
    groups: Mapping[str, Sequence[_Answer]],
    untold: Mapping[str, Hidden],
    is_shield: bool = False,
) -> None:
    """Add answers to the tallies of groups, with what of them is not told; `is_shield`: as the
    whole is hidden for another survey."""
    own = (
        SurveyTally.question_id == question.id,
        SurveyTally.year_be == quarter.year_be,
        SurveyTally.quarter == quarter.number,
        SurveyTally.way == way,
    )
    # Read at once: there are hundreds of them, and this runs after every few answers.
    held = {
        (one.key, one.value): one for one in db.session.scalars(select(SurveyTally).where(*own))
    }
    for key, answers in groups.items():
        counts = Counter(answer.value for answer in answers)
        counts[PEOPLE] = len({answer.response_id for answer in answers})
        counts.update(dict(zip(UNTOLD_IN_GROUP, untold.get(key, ()), strict=False)))
        if is_shield:
            counts[IS_SHIELD] = 1
        for value, count in counts.items():
            tally = held.get((key, value))
            if tally is None:
                tally = SurveyTally(
                    question_id=question.id, year_be=quarter.year_be, quarter=quarter.number,
                    way=way, key=key, value=value, count=0,
                )  # fmt: skip
                db.session.add(tally)
            tally.count += count


def _mark(answers: Iterable[_Answer], **values: int) -> None:
    ids = [answer.id for answer in answers]
    for start in range(0, len(ids), 500):
        part = SurveyAnswer.id.in_(ids[start : start + 500])
        db.session.execute(update(SurveyAnswer).where(part).values(**values))
