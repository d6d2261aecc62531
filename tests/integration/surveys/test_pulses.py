"""Pulses go out by themselves: within each quarter, once to a person, under the one cap."""

from datetime import date
from pathlib import Path

import pytest

from tests.integration.surveys.conftest import SECRET
from tests.support.databases import both_databases
from tests.support.letters import letters_in
from webapp.extensions import db
from webapp.shared import clock as site_clock
from webapp.shared import outbox
from webapp.surveys import service
from webapp.surveys.models import Survey, SurveyInvitation
from webapp.surveys.rules.questions import SurveyKind
from webapp.surveys.service import inviting

PEOPLE = [f"person{number}@example.org" for number in range(10)]


def letters(app):
    return letters_in(Path(app.instance_path))


def asked(survey: Survey) -> int:
    return db.session.query(SurveyInvitation).filter_by(survey_id=survey.id).count()


def test_a_pulse_goes_out_by_itself_once_a_quarter(app, clock, make, join):
    pulse = make(kind=SurveyKind.PULSE)
    join(*PEOPLE[:5])
    sent = len(letters(app))
    for _night in range(3):
        outbox.enqueue_nightly()
        db.session.commit()
        outbox.drain()
    assert len(letters(app)) - sent == 5
    assert "/surveys/be-asked/" in letters(app)[-1].get_body().get_content()
    # 1 April begins another quarter, but 90 days have not passed; 1 July begins the next.
    clock.advance(days=31)
    service.send_pulses(SECRET)
    assert asked(pulse) == 5
    clock.advance(days=92)
    service.send_pulses(SECRET)
    assert asked(pulse) == 10


def test_a_pulse_is_answered_anew_in_each_quarter(app, clock, make, answer):
    pulse = make(kind=SurveyKind.PULSE)
    answer(pulse, "one", 5)
    with pytest.raises(service.AnsweredAlready):
        answer(pulse, "one", 5)
    clock.advance(days=31)
    answer(pulse, "one", 4)
    assert service.count_responses(pulse) == 2


@both_databases
def test_who_joins_within_the_quarter_is_sent_its_pulse_once(app, clock, make, join):
    pulse = make(kind=SurveyKind.PULSE)
    # A first night without anybody to write to does not use up the quarter.
    assert service.send_pulses(SECRET) == 0
    join(*PEOPLE[:2])
    assert service.send_pulses(SECRET) == 2
    clock.advance(days=5)
    join(PEOPLE[2], segment="disabled")
    assert service.send_pulses(SECRET) == 1
    assert service.send_pulses(SECRET) == 0
    assert asked(pulse) == 3


def test_a_pulse_opened_in_the_middle_of_a_quarter_is_sent_in_it(app, clock, make, join):
    join(*PEOPLE[:2])
    service.send_pulses(SECRET)
    clock.advance(days=10)
    pulse = make(kind=SurveyKind.PULSE)
    assert service.send_pulses(SECRET) == 2
    assert asked(pulse) == 2


def test_who_may_be_asked_again_within_the_quarter_is_sent_its_pulse_then(app, clock, make, join):
    survey, pulse = make(), make(kind=SurveyKind.PULSE)
    join(PEOPLE[0])
    service.invite_volunteers(survey, 1, None, None, SECRET)
    clock.advance(days=89)
    assert service.send_pulses(SECRET) == 0
    clock.advance(days=1)
    assert service.send_pulses(SECRET) == 1
    assert asked(pulse) == 1


def test_nobody_is_sent_two_pulses_in_a_quarter_of_92_days(app, clock, make, join):
    pulse = make(kind=SurveyKind.PULSE)
    join(PEOPLE[0])
    clock.advance(days=(date(2026, 7, 1) - site_clock.today()).days)
    assert service.send_pulses(SECRET) == 1
    clock.advance(days=90)
    assert site_clock.today() == date(2026, 9, 29)
    service.forget_askings()
    assert service.send_pulses(SECRET) == 0
    # Nor where an officer draws for it.
    assert service.invite_volunteers(pulse, 5, None, None, SECRET) == 0
    clock.advance(days=2)
    assert service.send_pulses(SECRET) == 1


def test_a_quarters_pulse_goes_to_so_many_people_at_most(app, clock, make, join, monkeypatch):
    monkeypatch.setattr(inviting, "PULSE_SAMPLE", 3)
    pulse = make(kind=SurveyKind.PULSE)
    join(*PEOPLE[:2])
    assert service.send_pulses(SECRET) == 2
    join(*PEOPLE[2:6])
    assert service.send_pulses(SECRET) == 1
    assert service.send_pulses(SECRET) == 0
    assert asked(pulse) == 3


def test_a_pulse_with_enough_answers_is_not_sent(app, clock, make, join, answer):
    pulse = make(kind=SurveyKind.PULSE, quota=5)
    for number in range(5):
        answer(pulse, f"p{number}", 5)
    join(PEOPLE[0])
    assert service.send_pulses(SECRET) == 0
