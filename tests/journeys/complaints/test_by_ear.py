"""With a screen reader: one question a page, a draft kept, and a codename that can be written down."""

import pytest
from selenium.webdriver.common.by import By

from tests.journeys.test_newcomer import MESSAGE

PAGE = "Send us a message: page %(number)s of %(pages)s"


@pytest.fixture
def scripts() -> bool:
    return False


def test_writing_one_question_a_page_and_getting_a_codename(listener):
    say = listener.say
    listener.open("/complaints/new")
    listener.tab_to(say("Answer one question a page instead"))
    listener.go()
    listener.tab_to(say("Go on"))
    assert say("Choose what you want to send.") in listener.go()
    listener.tab_to(say("Complaint"))
    listener.keys("space")
    is_at(listener, go_on(listener), 2)
    is_at(listener, go_on(listener), 3)
    listener.keys("Tab")
    listener.type(MESSAGE[listener.language])
    is_at(listener, go_on(listener), 4)
    listener.tab_to(say("As myself"))
    listener.keys("r", "r", "space")
    # Nobody who stays unnamed is asked for an address; then comes whether it may be published.
    go_on(listener)
    listener.tab_to(say("Yes, without my name and without anything else that tells who I am"))
    assert say("No, do not publish it") in listener.keys("r")
    listener.keys("space")
    # What was written is read once more.
    looked_through = go_on(listener)
    assert MESSAGE[listener.language] in looked_through
    listener.tab_to(say("Send"))
    receipt = listener.go()
    codename = [
        item.text for item in listener.reader.driver.find_elements(By.CSS_SELECTOR, ".codename li")
    ]
    for number, word in enumerate(codename, 1):
        assert f"{number}. {word}" in receipt
    listener.transcript.hide(codename)
    listener.transcript.compare()


def go_on(listener) -> str:
    listener.tab_to(listener.say("Go on"))
    return listener.go()


def is_at(listener, said, number) -> None:
    """The title says how far one is; the question is read without the menus before it."""
    told = listener.say(PAGE, number=number, pages=7)
    assert listener.reader.driver.title.startswith(told)
    assert listener.say("Skip to main content") not in said, said
