"""An officer's whole day by keyboard alone, in Thai: from the queue to the published answer."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.journeys.complaints.conftest import OFFICER, PASSWORD
from tests.support.sample_site import MOMENT
from webapp.complaints import service
from webapp.complaints.models import Complaint
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.templates import Use
from webapp.extensions import db
from webapp.shared.uploads.vault import site_vault

NAME, PHONE = "สมศรี ใจดี", "081-234-5678"
WORDS = f"ลิฟต์ตึกหนึ่งไม่มีเสียงบอกชั้น ติดต่อ {NAME} โทร {PHONE}"
NOTE = "ช่างรับว่าจะมาพรุ่งนี้เช้า"
TEMPLATE, FIELD, DAY = "ซ่อมเสร็จแล้ว", "วันที่ซ่อมเสร็จ", "4 มีนาคม"


@dataclass(frozen=True)
class Queue:
    """The numbers of the messages that wait, and the address of who sent the repeat."""

    lift: int
    repeat: int
    suggestion: int
    compliments: tuple[int, int]
    repeater: str


@pytest.fixture
def javascript() -> bool:
    """axe-core looks at every page of the day."""
    return True


@pytest.fixture
def waiting(site, newcomer) -> Queue:
    """Five messages; the one that is due first was entered last."""

    def send(kind, subject, message, days_ago=0, **who) -> int:
        filing = service.Filing(
            kind, message, "th", subject, received_at=MOMENT - timedelta(days=days_ago), **who
        )
        secret = site.app.config["SECRET_KEY"]
        return service.file_complaint(filing, secret, site_vault())[0].id

    with site.app.app_context():
        compliments = tuple(send(Kind.COMPLIMENT, f"ขอชม {n}", "บริการดีมาก") for n in (1, 2))
        suggestion = send(Kind.SUGGESTION, "เปิดสาย", "ขอให้เปิดรับสายถึงสองทุ่ม")
        repeat = send(Kind.COMPLAINT, "ลิฟต์เงียบ", "ลิฟต์ไม่บอกชั้น", 3, email=newcomer.email)
        lift = send(Kind.COMPLAINT, "ลิฟต์ไม่มีเสียง", WORDS, 4, name=NAME, may_publish=True)
        words = service.TemplateWords(
            TEMPLATE, Use.ANSWER, "", "", "th", f"เรื่องที่ {{number}}: ซ่อมเสร็จแล้วเมื่อ {{{FIELD}}}"
        )
        service.keep_template(None, words, None)
        service.keep_series("สว 0001/", 41, None)
    return Queue(lift, repeat, suggestion, compliments, newcomer.email)


def test_the_whole_day(newcomer, waiting):
    arrive(newcomer)
    see_what_is_due_first(newcomer, waiting)
    thank_for_compliments(newcomer, waiting)
    accept_and_note(newcomer, waiting)
    merge_the_repeat(newcomer, waiting)
    hand_over(newcomer, waiting)
    answer_by_template(newcomer, waiting)
    make_the_letter(newcomer, waiting)
    publish_without_personal_data(newcomer, waiting)
    leave(newcomer)
    what_became_of_them(newcomer, waiting)


def arrive(newcomer) -> None:
    newcomer.open("/staff")
    newcomer.fill(newcomer.say("E-mail address"), OFFICER)
    newcomer.fill(newcomer.say("Password"), PASSWORD)
    newcomer.follow(newcomer.say("Sign in"))
    newcomer.follow(newcomer.say("Open the queue of messages"))


def numbers(newcomer) -> list[int]:
    """The numbers of the messages in the queue, from above."""
    rows = newcomer.driver.find_elements(By.CSS_SELECTOR, "tbody th")
    return [int(row.text.partition(".")[0]) for row in rows]


def see_what_is_due_first(newcomer, waiting) -> None:
    listed = [one for one in numbers(newcomer) if one >= min(waiting.compliments)]
    assert listed[:2] == [waiting.lift, waiting.repeat]
    assert set(listed[2:]) == {waiting.suggestion, *waiting.compliments}
    assert not newcomer.breaches()


def thank_for_compliments(newcomer, waiting) -> None:
    """Filter, choose both, thank for both at once."""
    say = newcomer.say
    newcomer.tab_to(say("Kind"))
    newcomer.press(*[Keys.ARROW_DOWN] * 4)
    newcomer.follow(say("Show"))
    assert set(numbers(newcomer)) == set(waiting.compliments)
    for number in numbers(newcomer):
        newcomer.tab_to(say("Choose message %(number)s", number=number))
        newcomer.press(Keys.SPACE)
    newcomer.tab_to(say("What to do with those chosen"))
    newcomer.press(Keys.END)
    newcomer.follow(say("Go on with those chosen"))
    assert newcomer.heading == say("Thank for compliments and close them")
    assert not newcomer.breaches()
    newcomer.follow(say("Do it with all of these"))
    assert newcomer.text.count(say("The sender is thanked and it is closed.")) == 2
    assert not newcomer.breaches()
    newcomer.follow(say("Back to the queue"))


def open_message(newcomer, number) -> None:
    """From the queue, to which a link of the staff's menu leads from everywhere."""
    if newcomer.heading != newcomer.say("Messages from citizens"):
        newcomer.follow(newcomer.say("Messages from citizens"))
    newcomer.follow(f"{number}. …")


def accept_and_note(newcomer, waiting) -> None:
    say = newcomer.say
    open_message(newcomer, waiting.lift)
    assert NAME not in newcomer.text.replace(WORDS, "")
    newcomer.follow(say("Take it up"))
    newcomer.follow(say("Accept: it is for us"))
    assert not newcomer.breaches()
    newcomer.follow(say("Write an internal note"))
    assert not newcomer.breaches()
    newcomer.fill(say("Note"), NOTE)
    newcomer.follow(say("Keep the note"))
    assert NOTE in newcomer.text


def merge_the_repeat(newcomer, waiting) -> None:
    say = newcomer.say
    open_message(newcomer, waiting.repeat)
    newcomer.follow(say("Repeats: let it follow another message"))
    assert not newcomer.breaches()
    newcomer.fill(say("Number of the message that leads"), str(waiting.lift))
    newcomer.follow(say("Let it follow"))
    assert say("It follows another message and takes its steps:") in newcomer.text


def hand_over(newcomer, waiting) -> None:
    say = newcomer.say
    open_message(newcomer, waiting.suggestion)
    newcomer.follow(say("Take it up"))
    newcomer.tab_to(say("Bureau"))
    newcomer.press(Keys.END)
    newcomer.follow(say("Hand over"))
    assert say("The bureau that you chose has it now.") in newcomer.text


def answer_by_template(newcomer, waiting) -> None:
    say = newcomer.say
    open_message(newcomer, waiting.lift)
    newcomer.follow(f"{say('Answer the person')}: {TEMPLATE}")
    newcomer.fill(FIELD, DAY)
    assert not newcomer.breaches()
    newcomer.follow(say("Fill in"))
    assert not newcomer.breaches()
    newcomer.follow(say("Send it to the person"))
    assert newcomer.heading.endswith(say("Answered"))
    assert f"เรื่องที่ {waiting.lift}: ซ่อมเสร็จแล้วเมื่อ {DAY}" in newcomer.text


def make_the_letter(newcomer, waiting) -> None:
    """The next number of the series is chosen already; the letter says what the answer says."""
    say = newcomer.say
    newcomer.follow(say("Make the official letter from the answer"))
    assert not newcomer.breaches()
    newcomer.follow(say("Make the letter"))
    assert "สว ๐๐๐๑/๔๒" in newcomer.text
    assert DAY in newcomer.text
    assert not newcomer.breaches()
    newcomer.follow(say("Message %(number)s", number=waiting.lift))


def publish_without_personal_data(newcomer, waiting) -> None:
    say = newcomer.say
    newcomer.follow(say("Take out personal data and publish"))
    assert PHONE in newcomer.text
    assert not newcomer.breaches()
    newcomer.tab_to(say("I have compared both: nothing tells who somebody is."))
    newcomer.press(Keys.SPACE)
    newcomer.follow(say("Publish these words"))
    newcomer.follow(say("See the public page"))
    assert DAY in newcomer.text
    assert PHONE not in newcomer.text
    assert NAME not in newcomer.text
    assert NOTE not in newcomer.text
    assert not newcomer.breaches()


def leave(newcomer) -> None:
    newcomer.open("/staff")
    newcomer.follow(newcomer.say("Sign out"))
    newcomer.open("/staff")
    assert newcomer.heading == newcomer.say("Sign in")


def what_became_of_them(newcomer, waiting) -> None:
    """The register says what the day did; who sent the repeat has a letter too."""
    newcomer.site.work()
    with newcomer.site.app.app_context():
        state = {kept.id: kept.state for kept in db.session.query(Complaint)}
        assert service.correspondence_of(waiting.lift)[0].number == "สว 0001/42"
    assert {state[number] for number in waiting.compliments} == {"closed"}
    assert (state[waiting.lift], state[waiting.repeat]) == ("answered", "answered")
    assert newcomer.site.letters_to(waiting.repeater)
