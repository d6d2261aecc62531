"""An open survey on a site, and the addresses of the pages that only people who answer it see."""

from flask import Flask
from sqlalchemy import select

from webapp.extensions import db
from webapp.groups.rules.first import FIRST
from webapp.surveys import service
from webapp.surveys.models import Survey, SurveyInvitation
from webapp.surveys.rules.questions import Aspect, Channel, Kind, Measure, SurveyKind

TITLE = "Receiving petitions"
# The groups that surveys ask for in a new database, as answers keep them.
SEGMENTS = tuple(one.said_as for one in FIRST if one.said_as)


def open_survey(count: int = 2, one_a_page: bool = False) -> Survey:
    """Make and open a survey of `count` questions of every kind; return the one that there is."""
    kept = db.session.scalar(select(Survey).where(Survey.title_en == TITLE))
    if kept:
        return kept
    facts = service.Facts(
        SurveyKind.SERVICE,
        "งานรับเรื่องราวร้องทุกข์",
        TITLE,
        "เพื่อปรับปรุงบริการ",
        "To serve you better",
        one_a_page=one_a_page,
    )
    survey = service.make_survey(facts, None)
    for number in range(count):
        service.add_question(survey.id, asked(number), None)
    service.open_survey(survey.id, None)
    return survey


def asked(number: int) -> service.Asked:
    """Return a question of a kind by turns, the scale first."""
    kind = list(Kind)[number % len(Kind)]
    choices = (
        [["เสียง", "Sound"], ["เบรลล์", "Braille"]] if kind in (Kind.SINGLE, Kind.MULTIPLE) else []
    )
    measure = Measure.SATISFACTION if kind == Kind.SCALE else Measure.OTHER
    return service.Asked(
        kind,
        f"คำถามที่ {number + 1}",
        f"Question number {number + 1}",
        measure,
        Aspect.STAFF,
        choices,
    )


def address_to_answer(app: Flask) -> str:
    """The address at which a person goes on."""
    with app.app_context():
        response = service.begin(
            open_survey(), "somebody", service.Arrival(), app.config["SECRET_KEY"]
        )
        return f"/surveys/answer/{service.link_token(response, app.config['SECRET_KEY'])}"


def address_of_a_letter(app: Flask) -> str:
    """The address in a letter to a person of a sample."""
    with app.app_context():
        invitation = SurveyInvitation(
            survey_id=open_survey().id,
            channel=Channel.MAIL,
            person="one",
            segment=None,
            language="th",
        )
        return f"/surveys/letter/{service.invitation_token(invitation, app.config['SECRET_KEY'])}"


def address_of_thanks(app: Flask) -> str:
    """The page after the last one."""
    with app.app_context():
        return f"/surveys/{open_survey().key}/thanks"


def address_at_a_counter(app: Flask) -> str:
    """Where a device at a counter begins anew for each person."""
    with app.app_context():
        token = service.counter_token(open_survey().id, None, app.config["SECRET_KEY"])
        return f"/surveys/counter/{token}"
