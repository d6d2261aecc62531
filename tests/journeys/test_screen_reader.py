"""The newcomer's way with a real screen reader: everything needed is said, in Thai and in English.

What Orca says is kept under `transcripts/`; a change of a page that changes what is heard shows there.
"""

from pathlib import Path

import pytest

from tests.journeys.test_newcomer import ABOUT, KRATOM, KRATOM_BILL, MESSAGE, TAKE_ALONG
from tests.support.orca import Reader
from tests.support.ports import wait_until
from tests.support.sample_site import SampleSite
from tests.support.transcript import RECEIPT, Transcript
from tests.support.words import Words

TRANSCRIPTS = Path(__file__).with_name("transcripts")


class Listener:
    """A blind newcomer: opens addresses, presses keys, and remembers what was said."""

    def __init__(self, reader: Reader, site: SampleSite, language: str, journey: str) -> None:
        self.reader = reader
        self.base = site.url + ("" if language == "th" else "/en")
        self.language = language
        self.say = Words(language)
        self.transcript = Transcript(TRANSCRIPTS / f"{journey}.{language}.txt")

    def open(self, path: str) -> str:
        """Open an address; return all that is read out, joined."""
        return self.arrive(f"open {path}", self.reader.open(self.base + path))

    def keys(self, *names: str) -> str:
        """Press keys on this page; return what is said."""
        return self.note(" ".join(names), self.reader.keys(*names))

    def tab_to(self, words: str) -> str:
        """Press Tab until `words` are said; return what is said there."""
        return self.note(f"Tab to: {words}", self.reader.tab_to(words))

    def type(self, text: str) -> None:
        """Type into the field that has the focus; each character is echoed, and not kept."""
        self.reader.type(text)

    def go(self, key: str = "Return") -> str:
        """Press a key that leads to another page; return what is read out there."""
        return self.arrive(key, self.reader.go(key))

    def arrive(self, what: str, said: list[str]) -> str:
        """Keep what was said of a page without the menus around it; return all of it."""
        heading, footer = (self.reader.region(place) for place in ("h1", "footer a"))
        return "\n".join(self.transcript.page(what, said, heading, footer))

    def note(self, what: str, said: list[str]) -> str:
        return "\n".join(self.transcript.step(what, said))


@pytest.fixture
def listener(request, reader, site, language):
    """A listener whose transcript is compared at the end of a journey that went well."""
    journey = request.node.originalname.removeprefix("test_")
    return Listener(reader, site, language, journey)


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
    assert say("Error: ").strip() in said
    assert say("Choose what you want to send.") in said
    wait_until(
        lambda: "error-summary" in listener.reader.focused_class(), 5, "the focus on the summary"
    )
    assert say("Choose what you want to send.") in listener.keys("Tab")
