"""What was searched for in vain becomes an improvement, and the person who asked hears of it: by
keyboard, without JavaScript."""

import re

from selenium.webdriver.common.keys import Keys

from tests.journeys.test_newcomer import CODE

MISSED = "รถรับส่งผู้ใช้วีลแชร์"
WISH = f"ขอ{MISSED}ไปรัฐสภา"
TITLE = "รถรับส่งจากสถานีรถไฟฟ้า"
WORK, TOLD = "จัดรถสองคัน", "มีรถรับส่งสองคันแล้วทุกวันทำการ"
UNDER = "Number of the need under which this one is put"


def test_from_a_search_in_vain_to_an_improvement_and_back(newcomer, officer):
    search_in_vain(newcomer)
    code = ask_for_it(newcomer)
    put_together(officer)
    propose(officer)
    for state in ("Planned", "Under way"):
        bring_into(officer, state)
    see_where_it_stands(newcomer, code, "Under way")
    bring_into(officer, "Done")
    tell_back(officer)
    hear_of_it(newcomer, code)
    find_it_in_the_plan(newcomer)


def search_in_vain(newcomer) -> None:
    """Three times, hours apart: then the words can be read by the office."""
    for _time in range(3):
        newcomer.site.app.extensions["clock"].advance(hours=2)
        newcomer.open()
        newcomer.fill(newcomer.say("Search bills and documents"), MISSED)
        newcomer.enter()


def ask_for_it(newcomer) -> str:
    """The form has the words that were looked for; gives the receipt code."""
    say = newcomer.say
    newcomer.follow(say("Tell us that this is missing, and hear what becomes of it"))
    words = say("What do you need, or what should be different?")
    assert newcomer.field_value(words) == MISSED
    newcomer.press(Keys.HOME, "ขอ", Keys.END, "ไปรัฐสภา")
    newcomer.fill(f"{say('E-mail address')} {say('(optional)')}", newcomer.email)
    newcomer.follow(say("Send"))
    assert newcomer.heading == say("We have received what you need")
    (code,) = set(CODE.findall(newcomer.text))
    newcomer.follow(say("I have the code. Close this page"))
    assert code not in newcomer.text
    return str(code)


def put_together(officer) -> None:
    """The register has both; what the person told is put under the search, which is offered."""
    say = officer.say
    officer.follow(say("Needs"))
    told, searched = (number_in(officer.text, words) for words in (WISH, MISSED))
    officer.follow(f"{told}. {WISH}")
    assert f"{searched}. {MISSED}" in officer.text, "what says nearly the same is offered"
    officer.fill(say(UNDER), searched)
    officer.follow(say("Put it under that need"))
    officer.follow(say("Need %(number)s", number=searched))


def number_in(register, words) -> str:
    """The number under which a need stands in the register."""
    return re.search(rf"(\d+)\. {words}", register)[1]


def propose(officer) -> None:
    say = officer.say
    officer.follow(say("Propose an improvement that answers this need"))
    officer.fill(say("Name of the improvement, in a few words"), TITLE)
    officer.fill(say("You said: what people told the office"), WISH)
    officer.fill(say("We do: what the office does about it"), WORK)
    for points in ("2", "3"):
        officer.tab_to("1")
        officer.press(Keys.SPACE, *[Keys.ARROW_DOWN] * (int(points) - 1))
        assert officer.has_focus() == points
    officer.follow(say("Propose"))


def bring_into(officer, state) -> None:
    officer.tab_to(officer.say(state))
    officer.press(Keys.SPACE)
    officer.follow(officer.say("Keep the state"))
    assert officer.heading.endswith(officer.say(state))


def open_by_code(newcomer, code) -> None:
    newcomer.fill(newcomer.say("Receipt code"), code.lower())
    newcomer.enter()
    assert newcomer.heading == newcomer.say("What became of your need")


def see_where_it_stands(newcomer, code, state) -> None:
    """Before anything is written, the person's page says what the office does about it."""
    newcomer.open("/needs/track")
    open_by_code(newcomer, code)
    assert f"{TITLE}: {newcomer.say(state)}" in newcomer.text
    newcomer.follow(newcomer.say("Close this page"))


def tell_back(officer) -> None:
    say = officer.say
    # The person of this journey reads in the language of the pages.
    for label in (
        "What the people who asked read, in Thai",
        "What the people who asked read, in English",
    ):
        officer.fill(say(label), TOLD)
    officer.follow(say("Tell them and close"))
    assert officer.heading.endswith(say("Told back"))


def hear_of_it(newcomer, code) -> None:
    """A letter leads to the page; the page says what was told and leads to the improvement."""
    newcomer.open_whole(newcomer.link_in_letter("/needs/track"))
    open_by_code(newcomer, code)
    assert TOLD in newcomer.text
    newcomer.follow(TITLE)
    assert newcomer.heading == TITLE
    for words in (WISH, WORK, TOLD):
        assert words in newcomer.text


def find_it_in_the_plan(newcomer) -> None:
    """Everyone finds it on the public page, from the page of needs."""
    newcomer.open("/needs")
    newcomer.follow(newcomer.say("How the office improves its services"))
    newcomer.follow(TITLE)
    assert TOLD in newcomer.text
