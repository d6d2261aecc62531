"""The newcomer's way, by keyboard only: find a bill, read about it, hear it, follow it, complain.

Each journey is made four times: in Thai and in English, with JavaScript and without it.
"""

import re

from selenium.webdriver.common.keys import Keys

from tests.support.ports import wait_until

# The bill's number in the records of the sample.
KRATOM_BILL = "lw-0146"
KRATOM = {"th": "กระท่อม", "en": "kratom"}
ABOUT = {"th": "ร่างนี้เกี่ยวกับอะไร", "en": "What this bill is about"}
MESSAGE = {
    "th": "ลิฟต์ที่ทางเข้าสภาไม่มีเสียงบอกชั้น ขอให้แก้ไขด้วยค่ะ",
    "en": "The lift at the entrance does not speak the floors. Please mend it.",
}
CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}\b")

TAKE_ALONG = "Take along: %(num)d form to download"


def find_the_bill(newcomer) -> None:
    """From the home page, by search, to the bill's own page."""
    newcomer.open()
    newcomer.fill(newcomer.say("Search bills and documents"), KRATOM[newcomer.language])
    newcomer.enter()
    newcomer.follow_to(newcomer.site.bill_path(KRATOM_BILL))


def read_about_it(newcomer) -> None:
    """From the bill's page to the document that explains it."""
    newcomer.follow(ABOUT[newcomer.language] + "…")


def test_a_newcomer_finds_a_bill_and_learns_where_it_stands(newcomer):
    find_the_bill(newcomer)
    say, text = newcomer.say, newcomer.text
    assert KRATOM[newcomer.language] in newcomer.heading.lower()
    for heading in ("Steps so far", "Votes", "Documents", "About this bill"):
        assert say(heading) in text


def test_a_newcomer_reads_a_document_and_takes_its_sound_along(newcomer, downloads):
    find_the_bill(newcomer)
    read_about_it(newcomer)
    newcomer.tab_to(newcomer.say.start(TAKE_ALONG))
    newcomer.press(Keys.ENTER)
    newcomer.tab_to("MP3,…")
    newcomer.press(Keys.ENTER)
    wait_until(lambda: list(downloads.glob("*.mp3")), 20, "the file")
    (file,) = downloads.glob("*.mp3")
    assert file.read_bytes()[:3] == b"ID3"
    assert file.stat().st_size > 100_000


def test_a_newcomer_follows_a_bill_and_can_stop(newcomer):
    say = newcomer.say
    find_the_bill(newcomer)
    newcomer.follow(say("Follow this bill"))
    newcomer.fill(say("Your e-mail address"), newcomer.email)
    newcomer.follow(say("Follow"))
    assert newcomer.heading == say("Look into your mailbox to confirm")
    newcomer.open_whole(newcomer.link_in_letter("/confirm/"))
    assert not newcomer.breaches()
    newcomer.follow(say("Yes, follow this"))
    assert newcomer.heading == say("What I follow")
    newcomer.driver.delete_all_cookies()
    newcomer.open("/following")
    newcomer.fill(say("Your e-mail address"), newcomer.email)
    newcomer.enter()
    newcomer.open_whole(newcomer.link_in_letter("/stop/"))
    assert not newcomer.breaches()
    newcomer.follow(say("Stop the messages about this"))
    assert newcomer.heading == say("You no longer follow this")


def test_a_newcomer_complains_and_looks_up_the_receipt(newcomer):
    say = newcomer.say
    newcomer.open()
    newcomer.follow(say("Complain, suggest, comment or praise"))
    newcomer.tab_to(say("Complaint"))
    newcomer.press(Keys.SPACE)
    newcomer.fill(say("Your message"), MESSAGE[newcomer.language])
    newcomer.follow(say("Send"))
    assert newcomer.heading == say("We have received your message")
    assert not newcomer.breaches()
    (code,) = set(CODE.findall(newcomer.text))
    newcomer.follow(say("Follow your message"))
    newcomer.fill(say("Receipt code"), code.replace("-", " ").lower())
    newcomer.enter()
    assert MESSAGE[newcomer.language] in newcomer.text
    assert not newcomer.breaches()


def test_what_was_typed_stays_when_something_is_missing(newcomer):
    say = newcomer.say
    newcomer.open("/complaints/new")
    newcomer.fill(say("Your message"), MESSAGE[newcomer.language])
    newcomer.follow(say("Send"))
    assert newcomer.driver.title.startswith(say("Error: ").strip())
    assert MESSAGE[newcomer.language] in newcomer.field_value(say("Your message"))
    assert not newcomer.breaches()
    newcomer.tab_to(say("Choose what you want to send."))
    newcomer.press(Keys.ENTER)
    assert newcomer.has_focus() == say("Complaint")
