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


def test_who_told_no_group_by_line_is_counted_as_not_known_and_never_left_out(
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


def test_who_tells_no_group_is_counted_as_not_known(app, officer, clock, make, write):
    survey = make()
    for number in range(5):
        write(f"U{number}", "survey")
    assert service.volunteers_by_group() == {"none": 5}
    assert "Group not known: 5" in words(officer.get(f"/en/staff/surveys/{survey.id}").main)


def number_of(api, name: str) -> str:
    """The number of a group in the list that was sent."""
    [line] = [one for one in fake.said(api)[-1].splitlines() if one.endswith(f". {name}")]
    return line.partition(".")[0]


@pytest.mark.parametrize(
    ("join", "word", "disabled", "senator"),
    [("Survey", "Group", "Disabled person", "Senator"), ("สำรวจ", "กลุ่ม", "คนพิการ", "สมาชิกวุฒิสภา")],
)
def test_who_joins_by_line_is_asked_for_the_group_once_and_a_sample_of_it_reaches_her(
    app, clock, make, write, api, join, word, disabled, senator
):
    survey = make()
    write("U1", join)
    first, second = number_of(api, disabled), number_of(api, senator)
    write("U1", f"{word} {first}")
    assert disabled in fake.said(api)[-1]
    assert service.count_volunteers() == {"disabled": 1}
    # It can be changed, and joining again asks for it without forgetting it.
    write("U1", f"{word}{second}")
    write("U1", join)
    assert service.count_volunteers() == {"senator": 1}
    assert service.invite_volunteers(survey, 5, "disabled", None, SECRET) == 0
    assert service.invite_volunteers(survey, 5, "senator", None, SECRET) == 1
    outbox.drain()
    sent = fake.said(api)[-1]
    [link, _stop] = [line for line in sent.splitlines() if line.startswith("http")]
    _survey, _person, arrival = service.invited(link.rpartition("/")[2], SECRET)
    assert (arrival.segment, arrival.channel) == ("senator", Channel.LINE)


def test_a_group_can_be_taken_back_and_a_wrong_number_is_asked_for_again(app, clock, write, api):
    write("U1", "survey")
    write("U1", "group ๑")
    assert None not in service.count_volunteers()
    write("U1", "group 99")
    assert "Which group do you belong to?" in fake.said(api)[-1]
    write("U1", "group 0")
    assert service.count_volunteers() == {None: 1}
    # To somebody who is not asked here it says nothing of surveys.
    before = len(fake.said(api))
    write("U2", "group 1")
    assert service.count_volunteers() == {None: 1}
    assert "Noted" not in "".join(fake.said(api)[before:])
