"""One device at a counter takes the answers of many, one after the other."""

import pytest

from tests.support.page_rules import words
from webapp.extensions import db
from webapp.surveys import service
from webapp.surveys.models import SurveyResponse
from webapp.surveys.rules.questions import Channel


@pytest.fixture
def survey(make):
    """An open survey of a service with one counter."""
    listed = service.list_service("งานร้องทุกข์", "Petitions", None)
    service.list_point(listed.id, "เคาน์เตอร์ 1", "Counter 1", None)
    db.session.expire_all()
    return make(service_id=listed.id)


@pytest.fixture
def counter(officer, survey) -> str:
    """Where the officer opens the survey on the device, without its language."""
    desk = officer.get(f"/staff/surveys/{survey.id}")
    [link] = desk.select("a[href*='/surveys/counter/']")
    assert words(link) == "เปิดสำหรับ: เคาน์เตอร์ 1"
    return link["href"][link["href"].index("/surveys/") :]


def answer(page, address: str, survey) -> str:
    """Answer on the device as somebody; the address of the questions."""
    page.post(address)
    asked = page.path
    page.post(asked, {f"q{survey.questions[0].id}": "5"})
    page.post(page.path, {})
    assert page.path == f"{address}?answered=1"
    return asked


def test_each_who_hands_in_leaves_a_fresh_start_to_the_next(page, survey, counter, clock):
    for start in ("", "/en", "/en"):
        asked = answer(page, start + counter, survey)
        assert page.get(page.path).select_one(".notice--done")
    kept = db.session.query(SurveyResponse).all()
    assert [(one.channel, one.point_id) for one in kept] == [(Channel.COUNTER, 1)] * 3
    assert all(one.finished_on for one in kept)
    assert len({one.person_key for one in kept}) == 3
    # Nothing of who was here: no cookie of surveys, no way back to the answers.
    assert page.client.get_cookie("surveys") is None
    page.get(asked)
    assert page.path == f"/en{counter}"


def test_who_goes_away_midway_leaves_a_fresh_start_too(page, survey, counter, clock):
    page.post(f"/en{counter}")
    shown = page.get(page.path)
    assert "Go on later" not in words(shown.main)
    again = page.get(shown.select_one("main a[href*='/counter/']")["href"])
    assert "Everyone begins anew here." in words(again.main)


def test_the_link_ends_when_the_survey_closes(page, survey, counter, clock):
    service.close_survey(survey.id, None)
    for shown in page.both(counter):
        assert not shown.main.select("form")
    with pytest.raises(service.NotOpen):
        service.begin_at_counter(counter.rpartition("/")[2], "test")


def test_a_link_that_somebody_made_up_opens_nothing_and_no_address_claims_to_be_a_counter(
    page, survey, clock
):
    page.get("/en/surveys/counter/x", 404)
    page.post(f"/en/surveys/{survey.key}?via=counter")
    assert db.session.query(SurveyResponse).one().channel == Channel.LINK
