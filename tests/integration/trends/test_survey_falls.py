"""Falls of satisfaction are sought in every survey that has figures of the last year."""

import pytest

from tests.support.page_rules import words
from tests.support.surveys import asked
from webapp.extensions import db
from webapp.shared.transaction import transaction
from webapp.surveys import service as surveys
from webapp.surveys.models import SurveyTally
from webapp.surveys.rules.questions import SurveyKind
from webapp.trends import service

# The clock stands in quarter 2 of 2569.
PRESENT = (2569, 2)


@pytest.fixture
def surveyed(app, clock):
    """Make and open a survey; gives its number. `satisfied`: so many of a hundred, by quarter."""

    def surveyed(title="Survey", kind=SurveyKind.SERVICE, **satisfied):
        survey = surveys.make_survey(surveys.Facts(kind, "แบบสำรวจ", title, "", ""), None)
        surveys.add_question(survey.id, asked(0), None)
        surveys.open_survey(survey.id, None)
        for quarter, happy in satisfied.items():
            year, number = map(int, quarter.removeprefix("q").split("_"))
            count(survey.questions[0].id, (year, number), happy)
        return survey.id

    return surveyed


def count(question_id, quarter, happy):
    counts = {-1: 100, 5: happy, 1: 100 - happy}
    with transaction():
        db.session.add_all(
            SurveyTally(
                question_id=question_id, year_be=quarter[0], quarter=quarter[1], way="all", key="",
                value=value, count=number,
            )
            for value, number in counts.items()
        )  # fmt: skip


def fallen():
    service.look()
    return [one.survey_id for one in service.survey_falls()]


def test_a_fall_is_found_behind_thirty_newer_surveys(officer, surveyed):
    old = surveyed("The old one", q2569_1=90, q2569_2=50)
    for number in range(30):
        surveyed(f"Newer {number}", q2569_1=80, q2569_2=80)
    assert fallen() == [old]
    assert "The old one: from 90.00 to 50.00 percent" in words(officer.get("/en/staff/trends").main)


def test_versions_of_one_survey_are_compared_and_different_surveys_are_not(surveyed):
    first = surveyed("First", q2569_1=90)
    surveyed("Another", q2569_2=50)
    assert fallen() == []
    newer = surveys.new_version(first, None)
    surveys.open_survey(newer.id, None)
    count(newer.questions[0].id, PRESENT, 50)
    assert fallen() == [newer.id]


def test_what_fell_years_ago_and_interviews_are_no_news(surveyed):
    surveyed("Long ago", q2566_1=90, q2566_2=50)
    surveyed("Interview", SurveyKind.INTERVIEW, q2569_1=90, q2569_2=50)
    surveyed("Rose", q2569_1=50, q2569_2=90)
    assert fallen() == []
