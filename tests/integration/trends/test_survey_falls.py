"""Falls of satisfaction are sought in every survey that has figures of the last year."""

from dataclasses import replace

import pytest

from tests.support.page_rules import words
from tests.support.surveys import asked
from webapp.extensions import db
from webapp.shared.transaction import transaction
from webapp.surveys import service as surveys
from webapp.surveys.models import SurveyTally
from webapp.surveys.rules.questions import SurveyKind
from webapp.surveys.rules.satisfaction import Change
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
            count(survey, (year, number), happy)
        return survey.id

    return surveyed


def count(survey, quarter, happy, place=0):
    """A hundred people answer a question in a quarter, and the figures are let out."""
    counts = {-1: 100, 5: happy, 1: 100 - happy}
    with transaction():
        db.session.add_all(
            SurveyTally(
                question_id=survey.questions[place].id, year_be=quarter[0], quarter=quarter[1],
                way="all", key="", value=value, count=number,
            )
            for value, number in counts.items()
        )  # fmt: skip
    surveys.release(survey.id)


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
    count(newer, PRESENT, 50)
    assert fallen() == [newer.id]


def test_what_fell_years_ago_and_interviews_are_no_news(surveyed):
    surveyed("Long ago", q2566_1=90, q2566_2=50)
    surveyed("Interview", SurveyKind.INTERVIEW, q2569_1=90, q2569_2=50)
    surveyed("Rose", q2569_1=50, q2569_2=90)
    assert fallen() == []


def test_the_warning_is_of_the_questions_that_the_results_compare(officer, surveyed):
    """An easy question of the first version is not asked any more: nobody became less satisfied."""
    first = surveys.survey_by_id(surveyed("First"))
    newer = surveys.new_version(first.id, None)
    surveys.remove_question(newer.id, newer.questions[0].id, None)
    surveys.add_question(newer.id, replace(asked(0), en="How good is the result?"), None)
    surveys.open_survey(newer.id, None)
    count(first, (2569, 1), 95)
    count(newer, PRESENT, 50)
    assert surveys.figures(newer).last_change is None
    assert fallen() == []


def test_a_fall_is_warned_of_where_the_results_say_that_it_fell(surveyed):
    survey = surveys.survey_by_id(surveyed("Both", q2569_1=90, q2569_2=50))
    assert surveys.figures(survey).last_change == Change.FELL
    assert fallen() == [survey.id]
