"""A citizen's way by keyboard, in Thai, without JavaScript: from filing to the closing that holds."""

from datetime import date

from selenium.webdriver.common.keys import Keys

from tests.journeys.test_newcomer import CODE, MESSAGE
from webapp.complaints import service
from webapp.complaints.models import Complaint
from webapp.extensions import db

QUESTION, ADDS = "ลิฟต์ตัวไหนคะ", "ตัวที่อยู่ข้างห้องสมุดค่ะ"
ANSWER, STILL, AGAIN = "ซ่อมเสร็จแล้ว", "ยังไม่มีเสียงบอกชั้น", "ติดตั้งเสียงบอกชั้นแล้ว"


def test_from_filing_to_closing(newcomer, desk):
    code = file_message(newcomer)
    number = number_of(newcomer)
    for deed in ("take_up", "accept", "examine"):
        desk(deed, number)
    desk("ask", number, QUESTION)
    answer_the_question(newcomer, code)
    desk("answer", number, ANSWER)
    desk("close", number)
    say_that_it_is_not_answered(newcomer)
    assert newest(newcomer).state == "reopened"
    desk("answer", number, AGAIN)
    desk("close", number)
    say_that_it_is_answered(newcomer, code)
    assert newest(newcomer).state == "closed"
    with newcomer.site.app.app_context():
        told = service.closing_answers(date(2026, 3, 2), date(2026, 3, 2))
    # Other journeys close messages on the same site.
    assert [said.was_solved for said in told][-2:] == ["no", "yes"]


def file_message(newcomer) -> str:
    """Send a complaint with an e-mail address; gives the receipt code."""
    say = newcomer.say
    newcomer.open()
    newcomer.follow(say("Complain, suggest, comment or praise"))
    newcomer.tab_to(say("Complaint"))
    newcomer.press(Keys.SPACE)
    newcomer.fill(say("Your message"), MESSAGE["th"])
    newcomer.fill(say("E-mail address") + "…", newcomer.email)
    newcomer.follow(say("Send"))
    assert newcomer.heading == say("We have received your message")
    (code,) = set(CODE.findall(newcomer.text))
    return str(code)


def newest(newcomer) -> Complaint:
    with newcomer.site.app.app_context():
        return db.session.query(Complaint).order_by(Complaint.id.desc()).first()


def number_of(newcomer) -> int:
    return newest(newcomer).id


def open_by_code(newcomer, code) -> None:
    newcomer.open("/complaints/track")
    newcomer.fill(newcomer.say("Receipt code"), code)
    newcomer.enter()


def answer_the_question(newcomer, code) -> None:
    """A letter says that we wait; the question is read and answered on the tracking page."""
    say = newcomer.say
    newcomer.open_whole(newcomer.link_in_letter("/complaints/track"))
    newcomer.fill(say("Receipt code"), code)
    newcomer.enter()
    assert newcomer.heading == say("Your message: %(state)s", state=say("Waiting for you"))
    assert QUESTION in newcomer.text
    newcomer.fill(say("Your message"), ADDS)
    newcomer.follow(say("Send"))
    assert newcomer.heading == say("Your message: %(state)s", state=say("Being examined"))
    assert ADDS in newcomer.text


def verdict(newcomer, answered: int, solved: int) -> None:
    """Choose in both questions: 0 yes, 1 partly, 2 no."""
    for down in (answered, solved):
        newcomer.tab_to(newcomer.say("Yes"))
        newcomer.press(Keys.SPACE, *[Keys.ARROW_DOWN] * down)


def say_that_it_is_not_answered(newcomer) -> None:
    """The letter of the closing asks; "no" offers to take it up again with the words typed."""
    say = newcomer.say
    newcomer.open_whole(newcomer.link_in_letter("/complaints/closing/"))
    assert newcomer.heading == say("Two questions about how it ended")
    assert ANSWER not in newcomer.text
    verdict(newcomer, 2, 2)
    newcomer.fill(say("Why do you say so?") + "…", STILL)
    newcomer.follow(say("Send my answers"))
    assert newcomer.field_value(say("Your message")) == STILL
    newcomer.follow(say("Take it up again"))
    assert say("Your message is taken up again. The days are counted anew.") in newcomer.text


def say_that_it_is_answered(newcomer, code) -> None:
    """Nobody is asked twice within 90 days, but who wants to tell how it ended can."""
    say = newcomer.say
    newcomer.site.work()
    assert "/complaints/closing/" not in newcomer.site.letters_to(newcomer.email)[-1].get_content()
    open_by_code(newcomer, code)
    assert AGAIN in newcomer.text
    newcomer.follow(say("Tell us how it ended: two questions"))
    verdict(newcomer, 0, 0)
    newcomer.follow(say("Send my answers"))
    assert newcomer.heading == say("Your message: %(state)s", state=say("Closed"))
    assert say("Thank you. Your answers are kept.") in newcomer.text
