"""Only what a question offers is an answer to it, whatever is sent."""

import pytest

from tests.integration.surveys.conftest import scale
from tests.support.page import PageClient
from webapp.extensions import db
from webapp.surveys import service
from webapp.surveys.models import SurveyAnswer
from webapp.surveys.rules.questions import Kind


def single() -> service.Asked:
    return service.Asked(
        Kind.SINGLE, "ใช่หรือไม่", "Yes or no?", choices=[["ใช่", "Yes"], ["ไม่", "No"]]
    )


@pytest.mark.parametrize("asked", [scale(), single()])
@pytest.mark.parametrize("value", ["999999", "-1", "abc", "6", "1.5", "๙"])
def test_a_value_that_no_choice_has_is_refused_and_nothing_is_kept(app, clock, make, asked, value):
    survey = make(asked)
    person = PageClient(app.test_client())
    person.post(f"/en/surveys/{survey.key}")
    shown = person.post(person.path, {f"q{survey.questions[0].id}": value})
    assert "Choose an answer to question 1." in shown.select_one(".error-summary").text
    assert db.session.query(SurveyAnswer).count() == 0
