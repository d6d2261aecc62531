"""Answering: begin, go on, finish. Of who answers only a hash is kept, until the survey closes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import Select, delete, select
from sqlalchemy.exc import IntegrityError

from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.quarters import quarter_of
from webapp.shared.transaction import transaction
from webapp.surveys.events import survey_answered
from webapp.surveys.models import Survey, SurveyAnswer, SurveyQuestion, SurveyResponse
from webapp.surveys.rules import cap
from webapp.surveys.rules.questions import Channel, Kind, SurveyKind, is_asked
from webapp.surveys.rules.themes import Theme, theme_of
from webapp.surveys.service.building import is_open, survey_by_id
from webapp.surveys.service.errors import (
    AnsweredAlready,
    DayOutside,
    GroupFull,
    NotOpen,
    SurveyNotFound,
)
from webapp.surveys.service.late import can_have_answered, may_enter, may_go_on
from webapp.surveys.service.quotas import full_groups, has_place, is_full

# What a person says: values by question, or words by question.
Given = Mapping[int, Sequence[int] | str]


@dataclass(frozen=True)
class Arrival:
    """How somebody came to a survey."""

    channel: Channel = Channel.LINK
    point_id: int | None = None
    segment: str | None = None


def begin(
    survey: Survey,
    person: str,
    arrival: Arrival,
    secret: str,
    known_as: Sequence[str] = (),
    claims: bool = False,
) -> SurveyResponse:
    """The response of a person who begins, or the one that she began before.

    `person`: anything that is the same when the same person comes again; only its keyed hash is
    kept. `known_as`: what else she may have begun as. `claims`: what she began so is hers by
    `person` from now on, and nobody else's who is known so too. Raises `NotOpen`, `GroupFull`, or
    `AnsweredAlready` where she has finished.
    """
    with transaction():
        if not is_open(survey) or survey.salt is None or is_full(survey):
            raise NotOpen
        if arrival.segment in full_groups(survey):
            raise GroupFull
        if survey.quota is not None:
            # One at a time, so that no more begin than are wanted.
            db.session.get(Survey, survey.id, with_for_update=True)
        key = _key(survey, survey.salt, person, secret)
        response = _begun_before(survey, [person, *known_as], secret)
        response = response or _begun(survey, arrival, key)
        if response is None:
            # The same person has just begun by another press of the button.
            response = db.session.scalars(_of(survey, key)).one()
        if claims and db.session.scalar(_of(survey, key)) in (None, response):
            response.person_key = key
            if not response.finished_on:
                response.segment = response.segment or arrival.segment
    if response.finished_on:
        raise AnsweredAlready
    return response


def has_answered(survey: Survey, people: Sequence[str], secret: str) -> bool:
    """Whether one of these has handed in answers; of a pulse, in this quarter."""
    if survey.salt is None:
        return False
    keys = [_key(survey, survey.salt, person, secret) for person in people]
    mine = select(SurveyResponse.id).where(
        SurveyResponse.survey_id == survey.id,
        SurveyResponse.person_key.in_(keys),
        SurveyResponse.finished_on.is_not(None),
    )
    return db.session.scalar(mine.limit(1)) is not None


def _begun_before(survey: Survey, people: Sequence[str], secret: str) -> SurveyResponse | None:
    """What one of these has handed in, else what the first of them who began has begun; None where
    none has."""
    mine = [_of(survey, _key(survey, survey.salt or "", person, secret)) for person in people]
    begun = [one for one in map(db.session.scalar, mine) if one]
    return next((one for one in begun if one.finished_on), begun[0] if begun else None)


def enter(survey: Survey, arrival: Arrival, account_id: int | None) -> SurveyResponse:
    """A response that staff enter for a person (paper, telephone, interview), some days after the
    last one too. Raises `NotOpen`."""
    with transaction():
        if not may_enter(survey, arrival.channel) or is_full(survey):
            raise NotOpen
        response = _new(survey, arrival)
        response.entered_by = account_id
        db.session.flush()
        audit.record(account_id, "surveys.enter", f"survey {survey.key}")
    return response


def link_token(response: SurveyResponse, secret: str) -> str:
    """What a person's own address has, with which she goes on later; nothing of it is stored."""
    return str(_links(secret).dumps(response.id))


def response_of(token: str, secret: str) -> tuple[SurveyResponse, Survey]:
    """The response of an address. Raises `SurveyNotFound`."""
    try:
        response = db.session.get(SurveyResponse, int(_links(secret).loads(token)))
    except (BadSignature, ValueError):
        raise SurveyNotFound from None
    if response is None:
        raise SurveyNotFound
    return response, survey_by_id(response.survey_id)


def response_entered(response_id: int) -> tuple[SurveyResponse, Survey]:
    """A response that staff enter. Raises `SurveyNotFound`."""
    response = db.session.get(SurveyResponse, response_id)
    if response is None or response.entered_by is None or response.finished_on:
        raise SurveyNotFound
    return response, survey_by_id(response.survey_id)


def answers_of(response: SurveyResponse) -> dict[int, Sequence[int] | str]:
    """What has been answered so far, by question."""
    kept: dict[int, list[int] | str] = {}
    mine = select(SurveyAnswer).where(SurveyAnswer.response_id == response.id)
    for answer in db.session.scalars(mine.order_by(SurveyAnswer.id)):
        if answer.words is not None:
            kept[answer.question_id] = answer.words
        else:
            values = kept.setdefault(answer.question_id, [])
            if isinstance(values, list):
                values.append(answer.value)
    return dict(kept)


def asked_of(survey: Survey, given: Given) -> list[SurveyQuestion]:
    """The questions that a person is asked who has answered so."""
    values = {key: value for key, value in given.items() if not isinstance(value, str)}
    asked: list[SurveyQuestion] = []
    for question in survey.questions:
        held = {one.id: values.get(one.id, ()) for one in asked}
        if is_asked(question.condition, held):
            asked.append(question)
    return asked


def keep(response: SurveyResponse, given: Given, questions: Sequence[SurveyQuestion]) -> None:
    """Keep answers to these questions in the place of earlier ones.

    Raises `NotOpen`, or `AnsweredAlready` where the answers have been handed in.
    """
    with transaction():
        _check_going_on(response)
        ids = [question.id for question in questions]
        db.session.execute(
            delete(SurveyAnswer).where(
                SurveyAnswer.response_id == response.id, SurveyAnswer.question_id.in_(ids)
            )
        )
        for question in questions:
            for value, words in _values(question, given.get(question.id, ())):
                db.session.add(
                    SurveyAnswer(
                        response_id=response.id, question_id=question.id, value=value, words=words
                    )
                )


def finish(
    response: SurveyResponse,
    segment: str | None,
    point_id: int | None,
    notes: str = "",
    on: date | None = None,
) -> None:
    """Hand the answers in; those to questions that were not to be asked are dropped.

    `on`: the day on which the person answered, or on which it was received; today where None; they
    count in its quarter. Raises
    `NotOpen`, `GroupFull`, `AnsweredAlready`, or `DayOutside` for a day on which nobody could.
    """
    with transaction():
        _check_going_on(response)
        survey = survey_by_id(response.survey_id)
        day = on or clock.today()
        if not can_have_answered(survey, day):
            raise DayOutside
        response.segment = segment or response.segment
        _check_wanted(survey, response.segment)
        asked = [question.id for question in asked_of(survey, answers_of(response))]
        db.session.execute(
            delete(SurveyAnswer).where(
                SurveyAnswer.response_id == response.id, SurveyAnswer.question_id.not_in(asked)
            )
        )
        quarter = quarter_of(day)
        response.point_id = point_id or response.point_id
        response.finished_on = day
        response.year_be, response.quarter = quarter.year_be, quarter.number
        response.notes = notes or None
        survey_answered.send("surveys", survey_id=survey.id, response_id=response.id)


def _begun(survey: Survey, arrival: Arrival, key: str) -> SurveyResponse | None:
    """A new response; None where the same person begins at this moment. Raises `NotOpen`."""
    if not has_place(survey):
        raise NotOpen
    try:
        with db.session.begin_nested():
            response = _new(survey, arrival)
            response.person_key = key
    except IntegrityError:
        return None
    return response


def _check_going_on(response: SurveyResponse) -> None:
    held = db.session.get(SurveyResponse, response.id, with_for_update=True, populate_existing=True)
    if held is None or held.finished_on:
        raise AnsweredAlready
    if not may_go_on(held, survey_by_id(response.survey_id)):
        raise NotOpen


def _check_wanted(survey: Survey, segment: str | None) -> None:
    """Whether one more answer is wanted, and one of this group; one at a time."""
    if survey.quota is None and not survey.group_quotas:
        return
    db.session.get(Survey, survey.id, with_for_update=True)
    if is_full(survey):
        raise NotOpen
    if segment in full_groups(survey):
        raise GroupFull


def _key(survey: Survey, salt: str, person: str, secret: str) -> str:
    """What is kept in a person's place, of this survey alone."""
    return cap.keyed(secret + salt, _once(survey), person)


def _of(survey: Survey, key: str) -> Select[SurveyResponse]:
    """The response of the person of whom `key` is kept."""
    return select(SurveyResponse).where(
        SurveyResponse.survey_id == survey.id, SurveyResponse.person_key == key
    )


def _once(survey: Survey) -> str:
    """A pulse is answered once a quarter, anything else once."""
    if survey.kind != SurveyKind.PULSE:
        return "survey"
    quarter = quarter_of(clock.today())
    return f"pulse {quarter.year_be}-{quarter.number}"


def _new(survey: Survey, arrival: Arrival) -> SurveyResponse:
    response = SurveyResponse(
        survey_id=survey.id,
        channel=arrival.channel,
        point_id=arrival.point_id,
        segment=arrival.segment,
        begun_on=clock.today(),
    )
    db.session.add(response)
    return response


def _values(question: SurveyQuestion, given: Sequence[int] | str) -> list[tuple[int, str | None]]:
    if isinstance(given, str):
        words = given.strip()
        if not words or question.kind != Kind.TEXT:
            return []
        return [(list(Theme).index(theme_of(words)), words)]
    return [(value, None) for value in given]


def _links(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="survey response")
