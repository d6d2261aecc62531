"""One answer a person, by however many ways she comes; two people at one device are two."""

from pathlib import Path

import pytest
from sqlalchemy import text

from tests.integration.surveys.conftest import SECRET
from tests.support.letters import letters_in
from tests.support.page import PageClient
from tests.support.page_rules import words
from webapp.extensions import db
from webapp.shared import outbox
from webapp.surveys import service
from webapp.surveys.models import SurveyResponse
from webapp.surveys.rules.questions import Task

SOMSRI, SOMCHAI = "somsri@example.org", "somchai@example.org"
ALREADY = "You have answered this survey"


@pytest.fixture
def survey(make):
    return make(tasks=[Task.DOWNLOAD])


@pytest.fixture
def invite(app, survey):
    """Write to an address; gives the link of the letter."""

    def invite(address: str) -> str:
        known = len(letters_in(Path(app.instance_path)))
        assert service.invite_sample(survey, [address], 1, None, "en", None, SECRET) == 1
        outbox.drain()
        said = letters_in(Path(app.instance_path))[known].get_body().get_content()
        [link] = [line.strip() for line in said.splitlines() if line.startswith("http")]
        return link.removeprefix("http://localhost")

    return invite


def answer(page: PageClient, survey, link: str) -> None:
    page.post(link)
    page.post(page.path, {f"q{survey.questions[0].id}": "5"})
    page.post(page.path, {})
    assert "Thank you" in words(page.get(page.path).h1)


def is_answered(page: PageClient, link: str) -> bool:
    return ALREADY in words(page.post(link).main)


def test_who_answered_a_letter_has_answered_by_the_public_link_and_by_another_letter(
    app, page, clock, survey, invite
):
    link, public = invite(SOMSRI), f"/en/surveys/{survey.key}"
    answer(page, survey, link)
    assert is_answered(page, public)
    clock.advance(days=91)
    assert not service.survey_at_end_of(
        Task.DOWNLOAD, None, [service.invited(link.rpartition("/")[2], SECRET)[1][0]], SECRET
    ), "it is not offered to her either"
    other = PageClient(app.test_client())
    assert is_answered(other, invite(SOMSRI)), "in another browser too"
    assert is_answered(other, public)
    assert db.session.query(SurveyResponse).count() == 1


def test_what_is_begun_by_a_letter_goes_on_by_the_public_link(app, page, clock, survey, invite):
    public, link = f"/en/surveys/{survey.key}", invite(SOMSRI)
    page.post(link)
    begun = page.path
    page.post(public)
    assert page.path == begun
    page.post(page.path, {f"q{survey.questions[0].id}": "5"})
    page.post(page.path, {})
    assert is_answered(page, link)
    assert is_answered(PageClient(app.test_client()), link)


def test_two_people_at_one_device_answer_each_her_own_letter(page, clock, survey, invite):
    first, second = invite(SOMSRI), invite(SOMCHAI)
    answer(page, survey, first)
    answer(page, survey, second)
    assert db.session.query(SurveyResponse).count() == 2
    assert is_answered(page, first)
    assert is_answered(page, second)


def test_a_letter_takes_up_nobody_elses_answers_in_a_shared_browser(
    app, page, clock, survey, invite
):
    public, link = f"/en/surveys/{survey.key}", invite(SOMCHAI)
    answer(page, survey, public)
    first = db.session.query(SurveyResponse).one()
    key = first.person_key
    assert "If it was you, you need not answer again" in words(page.get(link).main)
    answer(page, survey, link)
    db.session.expire_all()
    assert db.session.query(SurveyResponse).count() == 2
    assert db.session.get(SurveyResponse, first.id).person_key == key, "the row of the first one"
    assert is_answered(page, link)
    assert is_answered(page, public)
    other = PageClient(app.test_client())
    assert "need not answer again" not in words(other.get(link).main)
    assert is_answered(other, link)


def test_a_letter_shows_nothing_that_somebody_else_began_by_the_public_link(
    page, clock, survey, invite
):
    public, link = f"/en/surveys/{survey.key}", invite(SOMCHAI)
    page.post(public)
    begun = page.path
    page.post(begun, {f"q{survey.questions[0].id}": "2"})
    page.post(link)
    assert page.path != begun
    assert not page.get(page.path).select("input[checked]")
    page.post(page.path, {f"q{survey.questions[0].id}": "5"})
    page.post(page.path, {})
    # Who then comes by the public link is known as the letter's reader, who has answered.
    assert is_answered(page, public)


def test_of_the_address_a_keyed_hash_of_this_survey_alone_is_kept(page, clock, survey, invite):
    link = invite(SOMSRI)
    answer(page, survey, link)
    key = service.invited_key(link.rpartition("/")[2], SECRET)
    row = " ".join(map(str, db.session.execute(text("select * from survey_responses")).one()))
    assert SOMSRI not in row
    assert key not in row, "what the cap keeps is not laid beside what she answered"
