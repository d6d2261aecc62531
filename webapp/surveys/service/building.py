"""What staff do with a survey: make, fill, open, close, make anew. All of it is audited."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select, update

from webapp.extensions import db
from webapp.shared import audit, clock, receipt
from webapp.shared.transaction import transaction
from webapp.surveys.events import survey_closed
from webapp.surveys.models import Survey, SurveyQuestion, SurveyResponse
from webapp.surveys.rules.questions import Aspect, Kind, Measure, State, SurveyKind
from webapp.surveys.service.errors import NotDraft, NotReadyToOpen, SurveyNotFound

KEY_SIGNS = 6


@dataclass(frozen=True)
class Facts:
    """What a survey is, apart from its questions."""

    kind: SurveyKind
    title_th: str
    title_en: str
    intro_th: str = ""
    intro_en: str = ""
    service_id: int | None = None
    bill: str | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    quota: int | None = None
    one_a_page: bool = False
    tasks: Sequence[str] = ()
    group_quotas: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """A question as staff write it."""

    kind: Kind
    th: str
    en: str
    measure: Measure = Measure.OTHER
    aspect: Aspect | None = None
    choices: Sequence[Sequence[str]] = ()
    is_required: bool = True
    condition: tuple[int, int] | None = None


def make_survey(facts: Facts, account_id: int | None) -> Survey:
    """Keep a new draft."""
    with transaction():
        survey = Survey(
            key=_new_key(), lineage=0, version=1, state=State.DRAFT, made_at=clock.now(),
            made_by=account_id, **_columns(facts),
        )  # fmt: skip
        db.session.add(survey)
        db.session.flush()
        survey.lineage = survey.id
        _audit(account_id, "make", survey)
    return survey


def change_facts(survey_id: int, facts: Facts, account_id: int | None) -> None:
    """Change what a draft is. Raises `SurveyNotFound` or `NotDraft`."""
    with transaction():
        survey = _draft(survey_id)
        for name, value in _columns(facts).items():
            setattr(survey, name, value)
        _audit(account_id, "change", survey)


def add_question(survey_id: int, asked: Asked, account_id: int | None) -> SurveyQuestion:
    """Put a question at the end of a draft. Raises `SurveyNotFound` or `NotDraft`."""
    with transaction():
        survey = _draft(survey_id)
        question = SurveyQuestion(
            survey_id=survey.id, place=len(survey.questions) + 1, kind=asked.kind,
            measure=asked.measure, aspect=asked.aspect, th=asked.th, en=asked.en,
            choices=[list(pair) for pair in asked.choices], is_required=asked.is_required,
            asked_if_id=asked.condition[0] if asked.condition else None,
            asked_if_value=asked.condition[1] if asked.condition else None,
        )  # fmt: skip
        survey.questions.append(question)
        db.session.flush()
        _audit(account_id, "add_question", survey)
    return question


def remove_question(survey_id: int, question_id: int, account_id: int | None) -> None:
    """Take a question out of a draft; questions that depended on it are asked of everyone.

    Raises `SurveyNotFound` or `NotDraft`.
    """
    with transaction():
        survey = _draft(survey_id)
        question = _question(survey, question_id)
        for other in survey.questions:
            if other.asked_if_id == question_id:
                other.asked_if_id = other.asked_if_value = None
        db.session.flush()
        survey.questions.remove(question)
        db.session.delete(question)
        _number(survey)
        _audit(account_id, "remove_question", survey)


def move_up(survey_id: int, question_id: int, account_id: int | None) -> None:
    """Ask a question one place earlier, unless it depends on the one before it.

    Raises `SurveyNotFound` or `NotDraft`.
    """
    with transaction():
        survey = _draft(survey_id)
        question = _question(survey, question_id)
        at = survey.questions.index(question)
        if at and question.asked_if_id != survey.questions[at - 1].id:
            survey.questions.insert(at - 1, survey.questions.pop(at))
            _number(survey)
            _audit(account_id, "move_question", survey)


def open_survey(survey_id: int, account_id: int | None) -> None:
    """Let people answer, from its opening day on; an earlier version closes.

    Raises `SurveyNotFound`, `NotDraft` or `NotReadyToOpen`.
    """
    with transaction():
        survey = _draft(survey_id)
        today = clock.today()
        survey.opens_on = survey.opens_on or today
        ends = survey.closes_on
        if not survey.questions or (ends and (ends < survey.opens_on or ends < today)):
            raise NotReadyToOpen
        survey.state, survey.salt = State.OPEN, secrets.token_hex(32)
        others = select(Survey).where(Survey.lineage == survey.lineage, Survey.state == State.OPEN)
        for other in db.session.scalars(others.where(Survey.id != survey.id)):
            _close(other)
        _audit(account_id, "open", survey)


def close_survey(survey_id: int, account_id: int | None) -> None:
    """Take no more answers, and destroy what told one person from another.

    Raises `SurveyNotFound`.
    """
    with transaction():
        survey = survey_by_id(survey_id)
        if survey.state == State.OPEN:
            _close(survey)
            _audit(account_id, "close", survey)


def close_overdue() -> int:
    """Close every survey whose last day has passed; how many there were."""
    with transaction():
        late = select(Survey).where(Survey.state == State.OPEN, Survey.closes_on < clock.today())
        overdue = db.session.scalars(late).all()
        for survey in overdue:
            _close(survey)
    return len(overdue)


def new_version(survey_id: int, account_id: int | None) -> Survey:
    """A draft with the same questions, whose figures go on where this one's end.

    Raises `SurveyNotFound`.
    """
    with transaction():
        old = survey_by_id(survey_id)
        newest = select(func.max(Survey.version)).where(Survey.lineage == old.lineage)
        kept = {name: getattr(old, name) for name in Facts.__dataclass_fields__}
        kept |= {"opens_on": None, "closes_on": None}
        survey = Survey(
            key=_new_key(), lineage=old.lineage, version=(db.session.scalar(newest) or 0) + 1,
            state=State.DRAFT, made_at=clock.now(), made_by=account_id, **kept,
        )  # fmt: skip
        db.session.add(survey)
        db.session.flush()
        new_ids: dict[int | None, int] = {}
        for question in old.questions:
            copy = SurveyQuestion(
                survey_id=survey.id,
                asked_if_id=new_ids.get(question.asked_if_id),
                **{name: getattr(question, name) for name in _COPIED},
            )
            db.session.add(copy)
            db.session.flush()
            new_ids[question.id] = copy.id
        _audit(account_id, "new_version", survey)
    return survey


_COPIED = (
    "place", "kind", "measure", "aspect", "th", "en", "choices", "is_required", "asked_if_value",
)  # fmt: skip


def survey_by_id(survey_id: int) -> Survey:
    """One survey. Raises `SurveyNotFound`."""
    survey = db.session.get(Survey, survey_id)
    if survey is None:
        raise SurveyNotFound
    return survey


def is_open(survey: Survey) -> bool:
    """Whether today lies between its days; how many have answered is not looked at."""
    today = clock.today()
    begun = survey.opens_on is None or survey.opens_on <= today
    ended = survey.closes_on is not None and survey.closes_on < today
    return survey.state == State.OPEN and begun and not ended


def count_responses(survey: Survey) -> int:
    """How many have finished answering."""
    done = select(func.count(SurveyResponse.id)).where(SurveyResponse.survey_id == survey.id)
    return db.session.scalar(done.where(SurveyResponse.finished_on.is_not(None))) or 0


def _close(survey: Survey) -> None:
    today = clock.today()
    survey.state, survey.salt = State.CLOSED, None
    survey.closes_on = min(survey.closes_on or today, today)
    db.session.execute(
        update(SurveyResponse).where(SurveyResponse.survey_id == survey.id).values(person_key=None)
    )
    survey_closed.send("surveys", survey_id=survey.id)


def _columns(facts: Facts) -> dict[str, Any]:
    values = {name: getattr(facts, name) for name in Facts.__dataclass_fields__}
    return {**values, "tasks": list(facts.tasks), "group_quotas": dict(facts.group_quotas)}


def _draft(survey_id: int) -> Survey:
    survey = survey_by_id(survey_id)
    if survey.state != State.DRAFT:
        raise NotDraft
    return survey


def _question(survey: Survey, question_id: int) -> SurveyQuestion:
    for question in survey.questions:
        if question.id == question_id:
            return question
    raise SurveyNotFound


def _number(survey: Survey) -> None:
    for place, question in enumerate(survey.questions, 1):
        question.place = place


def _new_key() -> str:
    return receipt.new_code()[:KEY_SIGNS]


def _audit(account_id: int | None, action: str, survey: Survey) -> None:
    audit.record(account_id, f"surveys.{action}", f"survey {survey.key}")
