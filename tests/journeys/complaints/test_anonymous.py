"""The anonymous conversation by keyboard: a codename alone carries it from one browser to another."""

from collections.abc import Iterator

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.journeys.complaints.conftest import OFFICER, PASSWORD
from tests.journeys.newcomer import Newcomer
from tests.support.axe import require_axe
from tests.support.browser import chromium
from tests.support.page import PageClient
from webapp.complaints.models import Complaint
from webapp.complaints.rules.codename import new_codename
from webapp.extensions import db

MONEY, ELSE = "เจ้าหน้าที่เรียกรับเงินที่โต๊ะหนึ่ง", "ไฟทางเดินดับมาหลายวัน"
QUESTION, ADDS, ANSWER = "วันไหนคะ", "วันจันทร์ค่ะ", "สอบสวนแล้วและย้ายเจ้าหน้าที่"


@pytest.fixture
def elsewhere(site, language) -> Iterator[Newcomer]:
    """The same person at another machine: another browser, with JavaScript."""
    try:
        require_axe()
        with chromium() as driver:
            yield Newcomer(driver, site, language, javascript=True)
    except LookupError as missing:
        pytest.skip(str(missing))


def test_a_codename_carries_the_conversation_to_another_browser(newcomer, elsewhere, desk):
    codename, number = file_message(newcomer, MONEY)
    desk("take_up", number)
    desk("ask", number, QUESTION)
    find_the_way(elsewhere)
    a_wrong_codename_opens_nothing(elsewhere)
    open_by(elsewhere, "".join(codename))
    assert QUESTION in elsewhere.text
    assert not elsewhere.breaches()
    elsewhere.fill(elsewhere.say("Your message"), ADDS)
    elsewhere.follow(elsewhere.say("Send"))
    assert ADDS in elsewhere.text
    desk("answer", number, ANSWER)
    newcomer.open("/complaints/track/codename")
    open_by(newcomer, " ".join(codename))
    assert ADDS in newcomer.text
    assert ANSWER in newcomer.text
    desk("close", number)
    tell_how_it_ended(elsewhere)


def test_two_messages_of_one_anonymous_person_look_like_those_of_two_persons(newcomer, site):
    (first, one), (second, two) = (file_message(newcomer, words) for words in (MONEY, ELSE))
    assert first != second
    officer = PageClient(site.app.test_client())
    officer.post("/en/account/sign-in", {"email": OFFICER, "password": PASSWORD})
    shown = [officer.get(f"/en/staff/complaints/{number}").main.text for number in (one, two)]
    # One word of a codename may stand on a page by chance (จดหมาย), never several.
    for codename in (first, second):
        assert not any(sum(word in text for word in codename) > 2 for text in shown)
    # But for its number and its words, each page says the same as the other.
    alike = [
        text.replace(f"Message {number}:", "").replace(words, "")
        for text, number, words in zip(shown, (one, two), (MONEY, ELSE), strict=True)
    ]
    assert alike[0] == alike[1]
    open_by_the_other(newcomer, second)


def file_message(newcomer, words) -> tuple[list[str], int]:
    """Send an anonymous complaint; gives its codename and its number, and closes the page."""
    say = newcomer.say
    newcomer.open("/complaints/new")
    newcomer.tab_to(say("Complaint"))
    newcomer.press(Keys.SPACE)
    newcomer.fill(say("Your message"), words)
    newcomer.tab_to(say("As myself"))
    newcomer.press(Keys.SPACE, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert newcomer.has_focus() == say("Anonymously, with a codename")
    newcomer.follow(say("Send"))
    listed = newcomer.driver.find_elements(By.CSS_SELECTOR, ".codename li")
    codename = [item.text for item in listed]
    assert len(codename) == 6
    newcomer.follow(say("I have the codename. Close this page"))
    assert codename[0] not in newcomer.text
    with newcomer.site.app.app_context():
        number = db.session.query(Complaint.id).order_by(Complaint.id.desc()).first()[0]
    return codename, number


def find_the_way(person) -> None:
    """From the page for receipts to the page for codenames."""
    person.open("/complaints/track")
    person.follow(person.say("Open a message by its codename"))
    assert not person.breaches()


def open_by(person, typed) -> None:
    person.fill(person.say("Your codename"), typed)
    person.follow(person.say("Open"))


def a_wrong_codename_opens_nothing(person) -> None:
    """It is said what to do, and what was typed stays."""
    wrong = " ".join(new_codename())
    open_by(person, wrong)
    assert person.driver.title.startswith(person.say("Error: ").strip())
    assert not person.breaches()
    field = person.tab_to(person.say("Your codename"))
    assert field.get_attribute("value") == wrong
    person.open("/complaints/track/codename")


def tell_how_it_ended(person) -> None:
    """Nobody can write to this person: the questions stand on the page."""
    person.open("/complaints/track/case")
    assert not person.breaches()
    for _question in range(2):
        person.tab_to(person.say("Yes"))
        person.press(Keys.SPACE)
    person.follow(person.say("Send my answers"))
    assert person.say("Thank you. Your answers are kept.") in person.text
    assert not person.breaches()


def open_by_the_other(newcomer, codename) -> None:
    """Each codename opens its own message and says nothing of the other."""
    newcomer.open("/complaints/track/codename")
    open_by(newcomer, " ".join(codename))
    assert ELSE in newcomer.text
    assert MONEY not in newcomer.text
