"""What the tests of surveys share: a survey made through the service, and people who answer it."""

import pytest

from webapp.extensions import db
from webapp.shared import outbox
from webapp.surveys import service
from webapp.surveys.models import Survey, Volunteer
from webapp.surveys.rules.questions import Aspect, Kind, Measure, SurveyKind

SECRET = "test"


@pytest.fixture
def make(app, clock):
    """Make and open a survey of one scale question, or of the questions given."""

    def make(*questions: service.Asked, **facts) -> Survey:
        facts = {
            "kind": SurveyKind.SERVICE,
            "title_th": "บริการ",
            "title_en": "Service",
            "intro_th": "ถาม",
            "intro_en": "Asking",
            **facts,
        }
        survey = service.make_survey(service.Facts(**facts), None)
        for asked in questions or [scale()]:
            service.add_question(survey.id, asked, None)
        service.open_survey(survey.id, None)
        return survey

    return make


def scale(th: str = "พึงพอใจเพียงใด", aspect: Aspect = Aspect.STAFF, **more) -> service.Asked:
    return service.Asked(
        Kind.SCALE, th, "How satisfied are you?", Measure.SATISFACTION, aspect, **more
    )


@pytest.fixture
def answer(app):
    """Have a person answer every question of a survey with values or words."""

    def answer(
        survey: Survey,
        person: str,
        *given,
        segment: str | None = None,
        point: int | None = None,
        arrival=None,
    ) -> None:
        response = service.begin(survey, person, arrival or service.Arrival(), SECRET)
        said = {
            q.id: one if isinstance(one, str) else [one]
            for q, one in zip(survey.questions, given, strict=False)
        }
        service.keep(response, said, survey.questions)
        service.finish(response, segment, point)
        service.release(survey.id)
        db.session.expire_all()

    return answer


@pytest.fixture
def join(app):
    """Have people confirm that they let themselves be asked."""

    def join(*addresses: str, segment: str | None = None) -> None:
        for address in addresses:
            service.ask_to_be_asked(address, segment, "th", SECRET)
            volunteer = db.session.query(Volunteer).order_by(Volunteer.id.desc()).first()
            service.confirm_volunteer(service.volunteer_token(volunteer, SECRET), SECRET)
        outbox.drain()

    return join
