"""Which surveys there are: for everyone by their address and in a list, for staff all of them."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select

from webapp.extensions import db
from webapp.shared import receipt
from webapp.shared.pagination import Page
from webapp.surveys.models import Survey
from webapp.surveys.rules.questions import State, SurveyKind
from webapp.surveys.service.building import KEY_SIGNS
from webapp.surveys.service.errors import SurveyNotFound
from webapp.surveys.service.offering import is_offered

PER_PAGE = 25
_PUBLIC = Survey.state != State.DRAFT, Survey.kind != SurveyKind.INTERVIEW


def survey_by_key(key: str) -> Survey:
    """The survey of an address; drafts have none yet, and interviews none at all, as nothing of
    them is public. Raises `SurveyNotFound`."""
    wanted = select(Survey).where(Survey.key == key.upper(), *_PUBLIC)
    survey = db.session.scalar(wanted)
    if survey is None:
        raise SurveyNotFound
    return survey


def survey_of_paper(typed: str) -> Survey:
    """The survey whose paper code somebody typed, in any case, with or without its dash.

    Raises `SurveyNotFound`.
    """
    try:
        key = receipt.parse(typed, KEY_SIGNS)
    except receipt.CodeMistyped:
        raise SurveyNotFound from None
    wanted = select(Survey).where(Survey.key == key, Survey.state != State.DRAFT)
    survey = db.session.scalar(wanted)
    if survey is None:
        raise SurveyNotFound
    return survey


def list_surveys(number: int) -> Page[Survey]:
    """One page of all surveys for staff, the newest first."""
    return _page(select(Survey), number)


def public_surveys(number: int) -> tuple[Sequence[Survey], Page[Survey]]:
    """Every survey that can be answered now, and one page of those that have results only, `number`
    from 1; the newest first."""
    public = select(Survey).where(*_PUBLIC)
    running = public.where(Survey.state == State.OPEN).order_by(Survey.id.desc())
    now = [survey for survey in db.session.scalars(running) if is_offered(survey)]
    others = public.where(Survey.id.not_in([survey.id for survey in now]))
    return now, _page(others, number)


def _page(wanted: Select[Survey], number: int) -> Page[Survey]:
    total = db.session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    newest = wanted.order_by(Survey.id.desc()).limit(PER_PAGE).offset((number - 1) * PER_PAGE)
    return Page(db.session.scalars(newest).all(), number, PER_PAGE, total)
