"""People let themselves be asked by LINE, are asked there, and stop it there."""

from dataclasses import replace

import pytest

from tests.integration.surveys.conftest import SECRET
from tests.support import line as fake
from tests.support.page_rules import words
from webapp.extensions import db
from webapp.shared import outbox
from webapp.surveys import service
from webapp.surveys.models import SurveyResponse, Volunteer
from webapp.surveys.rules.questions import Channel


@pytest.fixture
def api():
    with fake.line_service() as api:
        yield api


@pytest.fixture
def config(config, api):
    return replace(config, LINE_API_URL=api.address, LINE_DATA_URL=api.address, **fake.SETTINGS)


@pytest.fixture
def write(page):
    """Somebody writes to our LINE account, and the answer goes out."""

    def write(user: str, text: str) -> None:
        body, signature = fake.told(fake.wrote(user, text))
        page.client.post("/line", data=body, headers={"X-Line-Signature": signature})
        outbox.drain()

    return write


@pytest.mark.parametrize("words", [("สำรวจ", "เลิกสำรวจ"), ("Survey", "stop survey")])
def test_a_word_begins_and_another_ends_it(app, clock, write, api, words):
    write("U1", words[0])
    assert service.count_volunteers() == {None: 1}
    write("U1", words[0])
    assert db.session.query(Volunteer).count() == 1
    write("U1", words[1])
    assert service.count_volunteers() == {}
    assert len(fake.said(api)) == 3


def test_a_survey_is_sent_by_line_and_answered_from_there(app, page, clock, make, write, api):
    survey = make()
    write("U1", "survey")
    assert service.invite_volunteers(survey, 5, None, None, SECRET) == 1
    outbox.drain()
    sent = fake.said(api)[-1]
    [link, stop] = [line for line in sent.splitlines() if line.startswith("http")]
    page.post(link.removeprefix("http://localhost"))
    page.post(page.path, {f"q{survey.questions[0].id}": "5"})
    page.post(page.path, {})
    assert db.session.query(SurveyResponse).one().channel == Channel.LINE
    assert words(page.get(stop.removeprefix("http://localhost")).h1) == "You are asked now and then"


def test_who_blocks_our_account_is_forgotten(app, clock, page, write):
    write("U1", "survey")
    left = {"type": "unfollow", "source": {"type": "user", "userId": "U1"}}
    body, signature = fake.told(left)
    page.client.post("/line", data=body, headers={"X-Line-Signature": signature})
    assert db.session.query(Volunteer).count() == 0


def test_who_joined_by_line_is_counted_as_not_known_and_never_left_out(
    app, officer, clock, make, join, write
):
    survey = make()
    for number in range(5):
        write(f"U{number}", "survey")
    join(*(f"p{number}@example.org" for number in range(6)), segment="disabled")
    join("one@example.org", "two@example.org", segment="senator")
    groups = service.volunteers_by_group()
    assert sum(groups.values()) == 13
    assert groups["disabled"] == 6
    assert all(count >= 5 for count in groups.values())
    thai, english = officer.both(f"/staff/surveys/{survey.id}")
    assert "13 people let themselves be asked" in words(english.main)
    assert "Disabled person: 6" in words(english.main)
    assert "Group not known, or of fewer than five people: 7" in words(english.main)
    assert "คนพิการ: 6" in words(thai.main)


def test_of_line_alone_the_group_is_said_to_be_not_known(app, officer, clock, make, write):
    survey = make()
    for number in range(5):
        write(f"U{number}", "survey")
    assert service.volunteers_by_group() == {"none": 5}
    assert "Group not known, as of all who joined by LINE: 5" in words(
        officer.get(f"/en/staff/surveys/{survey.id}").main
    )
