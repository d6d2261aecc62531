"""A device at a point of service, on which one person after the other answers a survey.

Its link is signed for one survey and one point of service. Each who begins is another person, as
the browser is of nobody: it keeps nothing, and no cap holds for it.
"""

import secrets

from itsdangerous import BadSignature, URLSafeSerializer

from webapp.surveys.models import Survey, SurveyResponse
from webapp.surveys.rules.questions import Channel
from webapp.surveys.service.answering import Arrival, begin
from webapp.surveys.service.building import survey_by_id
from webapp.surveys.service.errors import SurveyNotFound


def counter_token(survey_id: int, point_id: int | None, secret: str) -> str:
    """What the link of a device has, at a point of service or at none."""
    return str(_links(secret).dumps([survey_id, point_id]))


def counter_of(token: str, secret: str) -> tuple[Survey, int | None]:
    """The survey of a device's link, and its point of service. Raises `SurveyNotFound`."""
    try:
        survey_id, point_id = _links(secret).loads(token)
    except (BadSignature, ValueError, TypeError):
        raise SurveyNotFound from None
    return survey_by_id(survey_id), point_id


def begin_at_counter(token: str, secret: str) -> SurveyResponse:
    """A new person's response, whoever answered here before.

    Raises `SurveyNotFound`, and `NotOpen` once the survey is closed or has enough answers.
    """
    survey, point_id = counter_of(token, secret)
    person = f"counter:{secrets.token_hex(16)}"
    return begin(survey, person, Arrival(Channel.COUNTER, point_id), secret)


def _links(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="survey counter")
