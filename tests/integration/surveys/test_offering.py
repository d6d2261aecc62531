"""What is offered and written about: surveys that still want an answer of the person, no others."""

from pathlib import Path

import pytest

from tests.integration.surveys.conftest import SECRET
from tests.support.letters import letters_in
from tests.support.page_rules import words
from tests.support.records import keep_law
from tests.support.surveys import SEGMENTS
from webapp.extensions import db
from webapp.shared import outbox
from webapp.surveys import service
from webapp.surveys.models import Asking, SurveyInvitation
from webapp.surveys.rules.questions import SurveyKind, Task

FULL_OF_ALL = dict.fromkeys(SEGMENTS, 5)


def fill(survey, answer, segment="senator", count=5):
    for number in range(count):
        answer(survey, f"{survey.id} {segment} {number}", 5, segment=segment)


def offered(task=Task.ANSWER, person="nobody yet"):
    return service.survey_at_end_of(task, None, [person], SECRET)


def test_at_the_end_of_a_task_the_newest_survey_is_offered_that_still_wants_answers(
    app, clock, make, answer
):
    older, newer = make(tasks=[Task.ANSWER]), make(tasks=[Task.ANSWER], quota=5)
    make(tasks=[Task.FOLLOW])
    make(tasks=[Task.ANSWER], kind=SurveyKind.INTERVIEW)
    assert offered().id == newer.id
    fill(newer, answer)
    assert offered().id == older.id
    service.close_survey(older.id, None)
    assert offered() is None


def test_a_survey_with_enough_of_every_group_is_not_offered(app, clock, make, answer):
    survey = make(tasks=[Task.ANSWER], group_quotas=FULL_OF_ALL)
    for group in SEGMENTS:
        assert offered().id == survey.id
        fill(survey, answer, group)
    assert offered() is None


def test_whose_place_would_be_refused_is_offered_nothing(app, clock, make):
    survey = make(tasks=[Task.ANSWER], quota=1)
    service.begin(survey, "one", service.Arrival(), SECRET)
    assert offered() is None
    clock.advance(days=1)
    assert offered().id == survey.id


def test_who_has_answered_is_offered_the_next_one(app, clock, make, answer):
    older, newer = make(tasks=[Task.ANSWER]), make(tasks=[Task.ANSWER])
    answer(newer, "one", 5)
    assert offered(person="one").id == older.id
    assert offered(person="two").id == newer.id


def test_after_a_download_the_full_survey_is_passed_over_on_the_page(page, clock, make, answer):
    make(tasks=[Task.DOWNLOAD], title_en="Still wanted")
    fill(make(tasks=[Task.DOWNLOAD], title_en="Full", quota=5), answer)
    document = f"/documents/{keep_law().public_id}"
    page.client.get(f"{document}/text.txt")
    offer = words(page.get(f"/en{document}").select_one("#survey-invitation").parent)
    assert "Still wanted" in offer
    assert "Full" not in offer


def test_the_list_has_a_full_survey_among_the_results_only(page, clock, make, answer):
    survey = make(quota=5)
    assert page.get("/en/surveys").select(f"main a[href$='/surveys/{survey.key}']")
    fill(survey, answer)
    for shown in page.both("/surveys"):
        assert not shown.select(f"main a[href$='/surveys/{survey.key}']")
        assert shown.select(f"main a[href$='/surveys/{survey.key}/results']")


def test_nobody_is_written_to_about_a_full_survey_or_for_a_full_group(app, clock, make, answer):
    full = make(quota=5)
    fill(full, answer)
    with pytest.raises(service.NotOpen):
        service.invite_sample(full, ["a@example.org"], 1, None, "th", None, SECRET)
    groups = make(group_quotas={"senator": 5})
    fill(groups, answer)
    with pytest.raises(service.GroupFull):
        service.invite_sample(groups, ["a@example.org"], 1, "senator", "th", None, SECRET)
    assert db.session.query(Asking).count() == 0


def test_of_those_who_let_themselves_be_asked_a_full_group_is_passed_over(
    app, clock, make, answer, join
):
    join("one@example.org", segment="senator")
    join("two@example.org", segment="citizen")
    survey = make(group_quotas={"senator": 5})
    fill(survey, answer)
    assert service.invite_volunteers(survey, 5, None, None, SECRET) == 1
    assert db.session.query(SurveyInvitation).one().segment == "citizen"


def test_an_officer_hears_why_nobody_is_written_to(officer, clock, make, answer):
    survey = make(group_quotas={"senator": 5})
    fill(survey, answer)
    desk = f"/en/staff/surveys/{survey.id}?do=sample"
    typed = {"sample-size": "3", "sample-segment": "senator", "sample-lang": "th"}
    refused = officer.post(desk, typed)
    assert "Enough people of this group" in words(refused.select_one(".error-summary"))
    assert refused.select_one("#sample-size")["value"] == "3"


def test_a_letter_that_is_no_longer_wanted_is_not_sent_and_its_person_may_be_asked_again(
    app, clock, make, answer, join
):
    join("one@example.org")
    sent = len(letters_in(Path(app.instance_path)))
    survey = make(quota=5)
    assert service.invite_volunteers(survey, 1, None, None, SECRET) == 1
    fill(survey, answer)
    assert not service.may_ask("mail:one@example.org", SECRET)
    outbox.drain()
    assert service.may_ask("mail:one@example.org", SECRET)
    assert db.session.query(SurveyInvitation).count() == 0
    assert len(letters_in(Path(app.instance_path))) == sent
