"""The newcomer's way with a real screen reader: everything needed is said, in Thai and in English.

What Orca says is kept under `transcripts/`; a change of a page that changes what is heard shows there.
"""

from tests.journeys.test_newcomer import ABOUT, KRATOM, KRATOM_BILL, MESSAGE, TAKE_ALONG
from tests.support.ports import wait_until
from tests.support.transcript import RECEIPT


def test_finding_a_bill_and_hearing_where_it_stands(listener, site):
    say = listener.say
    home = listener.open("/" if listener.language == "th" else "")
    assert home.startswith(listener.reader.driver.title)
    assert say("Skip to main content") in home
    listener.tab_to(say("Search bills and documents"))
    listener.type(KRATOM[listener.language])
    results = listener.go()
    assert KRATOM[listener.language] in results.lower()
    listener.keys("h", "h", "h")
    bill = listener.open(site.bill_path(KRATOM_BILL))
    assert say("Steps so far") in bill
    assert say("Follow this bill") in bill
    listener.keys("2", "2", "2")
    listener.transcript.compare()


def test_reading_a_document_by_heading_and_saving_its_sound(listener, site, downloads):
    listener.open(site.bill_path(KRATOM_BILL))
    listener.tab_to(ABOUT[listener.language] + "…")
    document = listener.go()
    assert ABOUT[listener.language] in document
    listener.keys("h", "h", "h", "h")
    listener.tab_to(listener.say.start(TAKE_ALONG))
    listener.keys("Return")
    listener.tab_to("MP3,…")
    listener.transcript.compare()
    listener.reader.keys("Return")
    wait_until(lambda: list(downloads.glob("*.mp3")), 20, "the sound file")


def test_following_a_bill(listener, site):
    say = listener.say
    listener.open(site.bill_path(KRATOM_BILL))
    listener.tab_to(say("Follow this bill"))
    listener.go()
    listener.tab_to(say("Your e-mail address"))
    listener.type("somsri@example.org")
    listener.tab_to(say("Follow"))
    assert say("Look into your mailbox to confirm") in listener.go()
    listener.transcript.compare()


def test_complaining_and_looking_up_the_receipt(listener):
    say = listener.say
    listener.open("/complaints/new")
    listener.tab_to(say("Complaint"))
    listener.keys("space")
    listener.tab_to(say("Your message"))
    listener.type(MESSAGE[listener.language])
    listener.tab_to(say("Send"))
    receipt = listener.go()
    assert say("We have received your message") in receipt
    code = RECEIPT.search(receipt)
    assert code, receipt
    listener.tab_to(say("Follow your message"))
    listener.go()
    listener.tab_to(say("Receipt code"))
    listener.type(code[0].replace("-", "").lower())
    # What was typed is read out in as many pieces as it has sentences.
    assert "".join(MESSAGE[listener.language].split()) in "".join(listener.go().split())
    listener.transcript.compare()


def test_what_is_missing_is_said_first(listener):
    say = listener.say
    listener.open("/complaints/new")
    listener.tab_to(say("Your message"))
    listener.tab_to(say("Send"))
    said = listener.go()
    # The title, with which a reader announces a page, and the first words that are read of it.
    assert listener.reader.driver.title.startswith(say("Error: ").strip())
    assert said.startswith(say("There is a problem"))
    assert say("Choose what you want to send.") in said
    wait_until(
        lambda: "error-summary" in listener.reader.focused_class(), 5, "the focus on the summary"
    )
    assert say("Choose what you want to send.") in listener.keys("Tab")
