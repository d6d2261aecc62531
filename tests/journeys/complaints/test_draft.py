"""A message written in two sittings, one question a page, by keyboard: in Thai without JavaScript,
and in English with it, as axe-core is a script."""

import re

import pytest
from selenium.webdriver.common.keys import Keys

SUBJECT = {"th": "ลิฟต์อาคารสุขประพฤติ", "en": "The lift of the main building"}
MESSAGE = {"th": "ลิฟต์ไม่มีเสียงบอกชั้น", "en": "The lift does not speak the floors."}
CODE = re.compile(r"\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}\b")
PAGE = "Send us a message: page %(number)s of %(pages)s"


@pytest.fixture(params=["th", "en"])
def language(request) -> str:
    return request.param


@pytest.fixture
def javascript(language) -> bool:
    return language == "en"


def test_a_message_is_begun_on_one_device_and_sent_from_another(newcomer):
    say, language = newcomer.say, newcomer.language
    newcomer.open("/complaints")
    newcomer.follow(say("Send us a message, one question a page"))
    newcomer.follow(say("Go on"))
    assert newcomer.driver.title.startswith(say("Error: ").strip())
    assert not newcomer.breaches()
    newcomer.tab_to(say("Complaint"))
    newcomer.press(Keys.SPACE)
    newcomer.follow(say("Go on"))
    assert newcomer.heading == say(PAGE, number=2, pages=7)
    newcomer.fill(f"{say('What it is about, in a few words')}…", SUBJECT[language])
    newcomer.follow(say("Keep as a draft"))
    assert newcomer.heading == say("Your draft is kept")
    assert not newcomer.breaches()
    (code,) = set(CODE.findall(newcomer.text))

    newcomer.driver.delete_all_cookies()
    newcomer.open("/complaints")
    newcomer.follow(say("Go on with a draft"))
    newcomer.fill(say("Code of the draft"), code.replace("-", " ").lower())
    newcomer.enter()
    newcomer.follow(say("One question a page"))
    newcomer.follow(say("Go on"))
    field = f"{say('What it is about, in a few words')}…"
    assert newcomer.field_value(field) == SUBJECT[language]
    newcomer.enter()
    newcomer.fill(say("Your message"), MESSAGE[language])
    for number in (4, 5, 6, 7):
        newcomer.follow(say("Go on"))
        assert newcomer.heading.endswith(say(PAGE, number=number, pages=7)[-6:])
    for said in (SUBJECT[language], MESSAGE[language]):
        assert said in newcomer.text
    assert not newcomer.breaches()
    newcomer.follow(say("Send"))
    assert newcomer.heading == say("We have received your message")
