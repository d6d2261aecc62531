"""Who is asked, by what, and how seldom: one cap over samples, pulses and offers."""

from pathlib import Path

import pytest

from tests.integration.surveys.conftest import SECRET
from tests.support.letters import letters_in
from tests.support.page import PageClient
from tests.support.page_rules import words
from tests.support.records import keep_law
from webapp.extensions import db
from webapp.shared import outbox
from webapp.surveys import service
from webapp.surveys.browser import _signed
from webapp.surveys.models import Asking, Survey, SurveyInvitation, SurveyResponse, Volunteer
from webapp.surveys.rules import cap
from webapp.surveys.rules.questions import Channel, SurveyKind, Task

PEOPLE = [f"person{number}@example.org" for number in range(30)]


def letters(app):
    return letters_in(Path(app.instance_path))


def links(letter) -> list[str]:
    text = letter.get_body().get_content()
    return [
        line.strip().removeprefix("http://localhost")
        for line in text.splitlines()
        if line.startswith("http")
    ]


def asked(survey: Survey) -> int:
    return db.session.query(SurveyInvitation).filter_by(survey_id=survey.id).count()


def test_a_sample_is_drawn_by_lot_and_has_the_wanted_size(app, clock, make):
    first, second = make(), make()
    assert service.invite_sample(first, PEOPLE, 10, None, "th", None, SECRET) == 10
    drawn = {one.address for one in db.session.query(SurveyInvitation)}
    assert len(drawn) == 10
    assert drawn < set(PEOPLE)
    # The other twenty are left for another survey; nobody is drawn twice.
    assert service.invite_sample(second, PEOPLE, 30, None, "th", None, SECRET) == 20
    assert not drawn & {
        one.address for one in db.session.query(SurveyInvitation).filter_by(survey_id=second.id)
    }


def test_nobody_is_asked_twice_within_90_days_whatever_asks(app, clock, make, join):
    survey, pulse = make(), make(kind=SurveyKind.PULSE)
    join(*PEOPLE[:6])
    assert service.invite_sample(survey, PEOPLE[:3], 3, None, "th", None, SECRET) == 3
    # Closing questions of complaints ask the same cap by the same name of a person.
    assert service.claim_asking(f"mail:{PEOPLE[3]}", SECRET)
    assert not service.claim_asking(f"mail:{PEOPLE[0]}", SECRET)
    service.send_pulses(SECRET)
    assert asked(pulse) == 2
    clock.advance(days=89)
    assert service.invite_sample(survey, PEOPLE[:6], 6, None, "th", None, SECRET) == 0
    clock.advance(days=1)
    assert service.invite_sample(survey, PEOPLE[:6], 6, None, "th", None, SECRET) == 6


def is_offered(page: PageClient, document: str) -> bool:
    return "How was it?" in words(page.get(document).main)


def test_after_a_download_a_survey_is_offered_once_and_not_before(page, clock, make):
    make(tasks=[Task.DOWNLOAD])
    document = f"/en/documents/{keep_law().public_id}"
    assert not is_offered(page, document)
    page.client.get(f"{document.removeprefix('/en')}/text.txt")
    assert is_offered(page, document)
    assert not is_offered(page, document)
    clock.advance(days=90)
    assert is_offered(page, document)


def test_a_browser_that_answered_a_letter_is_offered_nothing_for_90_days(app, page, clock, make):
    survey = make()
    make(tasks=[Task.DOWNLOAD])
    document = f"/en/documents/{keep_law().public_id}"
    service.invite_sample(survey, PEOPLE[:1], 1, None, "en", None, SECRET)
    outbox.drain()
    [link] = links(letters(app)[0])
    page.client.get(f"{document.removeprefix('/en')}/text.txt")
    page.post(link)
    assert page.path.startswith("/en/surveys/answer/")
    clock.advance(days=89)
    assert not is_offered(page, document)
    clock.advance(days=1)
    assert is_offered(page, document)


FORMS = {
    "needs/new": {"words": "ขอที่จอดรถ"},
    "complaints/new": {"kind": "complaint", "message": "ลิฟต์เสีย"},
    "surveys/be-asked": {},
    "following/new?q=สหกรณ์": {"channel": "email"},
    "forms/request": {"wanted": "sign-language", "subject": "พระราชบัญญัติสหกรณ์"},
}


def give_address(page: PageClient, form: str = "needs/new") -> None:
    page.post(f"/en/{form}", {**FORMS[form], "email": PEOPLE[0]})


def take_along(page: PageClient, document: str) -> None:
    page.client.get(f"{document.removeprefix('/en')}/text.txt")


@pytest.mark.parametrize("form", FORMS)
def test_whose_address_was_asked_is_not_asked_in_the_browser_that_it_was_given_in(
    page, clock, make, form
):
    survey = make()
    make(tasks=[Task.DOWNLOAD])
    document = f"/en/documents/{keep_law().public_id}"
    assert service.invite_sample(survey, PEOPLE[:1], 1, None, "en", None, SECRET) == 1
    clock.advance(days=10)
    give_address(page, form)
    take_along(page, document)
    assert not is_offered(page, document)
    clock.advance(days=80)
    take_along(page, document)
    assert is_offered(page, document)
    # From then on the address waits as long as the browser does.
    assert service.invite_sample(survey, PEOPLE[:1], 1, None, "en", None, SECRET) == 0


@pytest.mark.parametrize("first", ["offer", "address"])
def test_whose_browser_was_asked_is_not_asked_by_letter_whichever_was_known_first(
    page, clock, make, first
):
    survey = make()
    make(tasks=[Task.DOWNLOAD])
    document = f"/en/documents/{keep_law().public_id}"
    if first == "address":
        give_address(page)
    take_along(page, document)
    assert is_offered(page, document)
    if first == "offer":
        clock.advance(days=1)
        give_address(page)
    clock.advance(days=89 - (first == "offer"))
    assert service.invite_sample(survey, PEOPLE[:1], 1, None, "en", None, SECRET) == 0
    clock.advance(days=1)
    assert service.invite_sample(survey, PEOPLE[:1], 1, None, "en", None, SECRET) == 1


def test_who_only_opened_a_letter_shares_its_cap_with_the_browser(app, page, clock, make):
    survey = make()
    make(tasks=[Task.DOWNLOAD])
    document = f"/en/documents/{keep_law().public_id}"
    service.invite_sample(survey, PEOPLE[:1], 1, None, "en", None, SECRET)
    outbox.drain()
    [link] = links(letters(app)[0])
    page.get(link)
    take_along(page, document)
    assert not is_offered(page, document)
    clock.advance(days=90)
    take_along(page, document)
    assert is_offered(page, document)
    assert service.invite_sample(survey, PEOPLE[:1], 1, None, "en", None, SECRET) == 0


def test_another_browser_and_another_address_are_other_people(app, page, clock, make):
    survey = make()
    make(tasks=[Task.DOWNLOAD])
    document = f"/en/documents/{keep_law().public_id}"
    give_address(page)
    take_along(page, document)
    assert is_offered(page, document)
    assert service.invite_sample(survey, PEOPLE[1:2], 1, None, "en", None, SECRET) == 1
    other = PageClient(app.test_client())
    take_along(other, document)
    assert is_offered(other, document)


def test_of_an_address_a_keyed_hash_alone_is_kept(page, clock):
    give_address(page)
    cookie = page.client.get_cookie("surveys").value
    _person, _asked, known = _signed().loads(cookie)
    assert known == [cap.keyed(SECRET, "asking", f"mail:{PEOPLE[0]}")]
    assert PEOPLE[0] not in cookie
    assert db.session.query(Asking).count() == 0


def test_a_letter_is_answered_once_and_says_its_group(app, page, clock, make):
    survey = make()
    service.invite_sample(survey, PEOPLE[:1], 1, "committee", "en", None, SECRET)
    outbox.drain()
    invitation = db.session.query(SurveyInvitation).one()
    assert (invitation.address, invitation.person) == (None, None)
    [link] = links(letters(app)[0])
    page.post(link)
    page.post(page.path, {f"q{survey.questions[0].id}": "5"})
    page.post(page.path, {})
    kept = db.session.query(SurveyResponse).one()
    assert (kept.segment, kept.channel) == ("committee", Channel.MAIL)
    assert "You have answered this survey" in words(page.post(link).main)


def test_a_person_lets_herself_be_asked_confirms_and_leaves(app, page, clock):
    for start in ("", "/en"):
        wrong = page.post(f"{start}/surveys/be-asked", {"email": "somsri", "segment": "disabled"})
        assert wrong.select_one("#email")["value"] == "somsri"
        assert wrong.select_one(".error-summary")
        page.both("/surveys/be-asked/sent")
    page.post("/en/surveys/be-asked", {"email": "Somsri@example.org", "segment": "disabled"})
    outbox.drain()
    [letter] = letters(app)
    [link] = links(letter)
    assert service.count_volunteers() == {}
    page.both(link.removeprefix("/en"))
    assert words(page.post(link).h1) == "You are asked now and then"
    assert service.count_volunteers() == {"disabled": 1}
    # Asked for again, nothing is told, to nobody.
    page.post("/surveys/be-asked", {"email": "somsri@example.org"})
    outbox.drain()
    assert len(letters(app)) == 1
    page.post(f"{link}/stop", form_page=link)
    assert db.session.query(Volunteer).count() == 0


def test_an_address_that_nobody_confirms_is_forgotten(app, clock):
    service.ask_to_be_asked("somsri@example.org", None, "th", SECRET)
    clock.advance(days=7)
    assert service.forget_unconfirmed() == 0
    clock.advance(days=1)
    assert service.forget_unconfirmed() == 1


def test_an_officer_writes_to_a_sample_of_a_group(app, officer, clock, make, join):
    survey = make()
    join(*PEOPLE[:4], segment="disabled")
    join(*PEOPLE[4:8], segment="senator")
    typed = {"sample-size": "3", "sample-segment": "disabled", "sample-lang": "th"}
    desk = officer.post(f"/en/staff/surveys/{survey.id}?do=sample", typed)
    assert "3 messages go out." in words(desk.main)
    drawn = db.session.query(SurveyInvitation).all()
    assert {one.segment for one in drawn} == {"disabled"}
    assert len({one.address for one in drawn} & set(PEOPLE[:4])) == 3


def test_who_leaves_the_list_gets_no_message_that_still_waits_and_was_not_asked(
    app, page, clock, make, join
):
    survey = make()
    join(PEOPLE[0], PEOPLE[1])
    assert service.invite_volunteers(survey, 2, None, None, SECRET) == 2
    first = db.session.query(Volunteer).order_by(Volunteer.id).first()
    token = service.volunteer_token(first, SECRET)
    page.post(f"/surveys/be-asked/{token}/stop", form_page=f"/surveys/be-asked/{token}")
    [left] = db.session.query(SurveyInvitation)
    assert left.address == PEOPLE[1]
    before = len(letters(app))
    outbox.drain()
    sent = letters(app)[before:]
    assert [letter["To"] for letter in sent] == [PEOPLE[1]]
    # Who was not written to may be asked by something else.
    assert service.claim_asking(f"mail:{PEOPLE[0]}", SECRET)
    assert not service.claim_asking(f"mail:{PEOPLE[1]}", SECRET)
