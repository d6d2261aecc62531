"""Who hears by telephone, letter or text relay: told by an officer, and only then asked or answered."""

from datetime import date

import pytest

from tests.support.databases import both_databases
from tests.support.letters import letters_in
from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.models import Complaint, ComplaintAlert, ComplaintVerdict
from webapp.complaints.service import tallies
from webapp.extensions import db
from webapp.shared import outbox

NEW, ONE, ERRANDS = (f"/en/staff/complaints/{one}" for one in ("new", "1", "errands"))
ENTERED = {
    "channel": "telephone", "kind": "complaint", "message": "ลิฟต์เสีย", "reply_by": "call",
    "contact": "02 831 9000",
}  # fmt: skip


@pytest.fixture
def posted(config):
    def posted(to=None):
        outbox.drain()
        letters = letters_in(config.INSTANCE_DIR)
        return [letter for letter in letters if to is None or letter["To"] == to]

    return posted


@pytest.fixture
def enter(officer, clock):
    """Enter a message for a person; gives the page that the officer reads out."""
    return lambda **other: officer.post(NEW, {**ENTERED, **other})


@pytest.fixture
def called(enter, officer):
    """A message whose person is called, told of the receipt, in hand with the officer."""
    enter()
    service.told_by_officer(1, 1)
    service.take_up(1, 1)


def kept(number=1) -> Complaint:
    db.session.expire_all()
    return service.complaint_by_id(number)


def code_of(page) -> str:
    return page.select_one(".receipt").text.strip()


def verdict() -> ComplaintVerdict:
    tallies.count_figures()
    db.session.expire_all()
    return db.session.get(ComplaintVerdict, 1)


def test_the_officer_reads_out_the_code_and_the_day_and_notes_that_it_was_told(
    enter, officer, posted
):
    shown = enter(email="somsri@example.org")
    assert code_of(shown)
    assert "5 March 2026" in words(shown.main)
    officer.both("/staff/complaints/entered")
    assert "Call back" in words(officer.get(ERRANDS).main)
    officer.post(f"{ONE}?do=tell", form_page="/en/staff/complaints/entered")
    assert "Nobody waits to be told." in officer.get(ERRANDS).main.text
    assert kept().receipt_sealed is None
    assert kept().steps[-1].told_by is not None
    assert posted() == [], "who chose to be called gets no letter"


def test_who_was_not_there_is_told_the_code_by_whoever_does_the_errand(enter, officer, page):
    code = code_of(enter(channel="paper", reply_by="letter", contact="1 Samsen Road, Bangkok"))
    assert code not in officer.get(ONE).main.text
    officer.post(f"{ONE}?do=take_up")
    thai, english = officer.both("/staff/complaints/1")
    assert code in thai.main.text
    assert code in english.main.text
    officer.post(f"{ONE}?do=tell")
    assert code not in officer.get(ONE).main.text
    assert words(page.post("/en/complaints/track", {"code": code}).h1)


def test_who_hears_by_e_mail_gets_the_code_by_letter(enter, page, posted):
    shown = enter(channel="paper", reply_by="mail", email="somsri@example.org", contact="")
    [letter] = posted("somsri@example.org")
    assert code_of(shown) in letter.get_content()
    posted()
    assert kept().receipt_sealed is None


def test_who_chose_line_is_told_by_what_else_was_given_until_it_is_linked(enter, posted, app):
    enter(reply_by="call")
    db.session.get(Complaint, 1).reply_by = "line"
    db.session.commit()
    assert [one.complaint.id for one in service.errands(None)] == [1]
    db.session.get(Complaint, 1).email = "somsri@example.org"
    db.session.commit()
    assert service.errands(None) == []
    service.take_up(1, 1)
    service.accept(1, 1)
    assert posted("somsri@example.org"), "a letter instead of silence"


def test_who_is_anonymous_is_said_the_codename_and_nothing_else_keeps_it(enter, page, officer):
    shown = enter(identity="anonymous", reply_by="page", contact="")
    codename = [item.text for item in shown.select(".codename li")]
    assert len(codename) == 6
    assert (kept().receipt_sealed, kept().contact, kept().name) == (None, None, None)
    officer.both("/staff/complaints/entered")
    opened = page.post("/en/complaints/track/codename", {"codename": " ".join(codename)})
    assert "ลิฟต์เสีย" in opened.main.text


@pytest.mark.parametrize(
    "wrong", [{"contact": "02 831 9000"}, {"name": "สมศรี"}, {"reply_by": "call"}]
)
def test_who_is_anonymous_gives_nothing_by_which_to_be_known(enter, wrong):
    refused = enter(**{"identity": "anonymous", "reply_by": "page", "contact": "", **wrong})
    assert "anonymously" in words(refused.select_one(".error-summary"))
    assert not db.session.query(Complaint).count()


@both_databases
def test_the_clock_stands_still_once_the_question_was_told(called, clock):
    service.ask(1, 1, "Which lift?")
    assert (kept().stands_still, kept().days_left, kept().first_reply_at) == (False, None, None)
    assert service.queue(service.QueueFilter(), 1).items[0].id == 1
    clock.advance(days=1)
    service.told_by_officer(1, 1)
    # Monday was counted; the person may answer for 15 working days from Tuesday on.
    assert (kept().stands_still, kept().days_left) == (True, 3)
    assert (kept().wait_until, kept().first_reply_at) == (date(2026, 3, 24), clock())
    clock.advance(days=7)
    service.told_by_officer(1, 1, "The left one")
    assert (kept().state, kept().stands_still) == ("examining", False)
    assert [said.is_from_office for said in kept().messages] == [True, False]


def test_a_silence_begins_when_the_question_was_told(called, clock):
    service.ask(1, 1, "Which lift?")
    clock.advance(days=60)
    service.end_silences()
    assert kept().state == "waiting"
    service.told_by_officer(1, 1)
    clock.advance(days=30)
    service.end_silences()
    assert kept().state == "examining"


def test_an_answer_counts_in_the_figures_from_when_it_was_told(called, clock):
    service.answer(1, 1, "Mended.")
    assert (verdict().first_outcome, verdict().final_outcome) == ("pending", "pending")
    clock.advance(days=4)
    assert (verdict().final_outcome, verdict().final_days) == ("missed", None)
    service.told_by_officer(1, 1)
    # Friday: the fourth working day.
    assert (verdict().first_days, verdict().final_days, verdict().is_open) == (4, 4, False)


def test_an_answer_that_was_not_told_is_not_closed_by_time(called, clock):
    service.answer(1, 1, "Mended.")
    clock.advance(days=60)
    service.end_silences()
    assert kept().state == "answered"


def test_who_comes_to_the_page_and_writes_has_read_what_stands_there(called, clock):
    service.ask(1, 1, "Which lift?")
    service.add_message(1, "The left one")
    assert (kept().state, kept().first_reply_at) == ("examining", clock())
    assert service.errands(None) == []
    service.withdraw(1)
    assert service.errands(None) == [], "nobody is called for what the person did"


def test_what_was_erased_before_it_was_told_is_taken_back(called, clock, app):
    service.answer(1, 1, "Mended.")
    vault = service.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    service.erase(1, vault)
    assert (verdict().final_outcome, verdict().is_open) == ("void", False)
    assert service.errands(None) == []


def test_the_officer_writes_down_what_the_person_said_with_the_telling(called, officer):
    service.ask(1, 1, "Which lift?")
    page = officer.get(ONE)
    assert "until the person has been told your question" in words(page.main)
    assert "Which lift?" in words(page.select_one("form[action*='do=tell']"))
    officer.post(f"{ONE}?do=tell", {"tell-said": "ตัวซ้าย"})
    assert "ตัวซ้าย" in [said.text for said in kept().messages]


def test_whom_nobody_told_stands_first_and_escalates(called, officer, clock, posted):
    service.keep_desk_addresses(
        {"public_relations": "bureau@example.org", "secretary_general": "sg@example.org"}, 1
    )
    service.accept(1, 1)
    counts = []
    for _day in range(9):
        for _twice in range(2):
            service.watch_errands()
        counts.append((len(posted("bureau@example.org")), len(posted("sg@example.org"))))
        clock.advance(days=1)
    # Accepted on Monday, to be told by Tuesday; very late after Friday, so from Saturday on.
    assert counts == [(0, 0)] * 2 + [(1, 0)] * 3 + [(2, 1)] * 4
    assert [one.level for one in db.session.query(ComplaintAlert)] == ["untold", "untold_long"]
    assert "3 มีนาคม 2569" in posted("bureau@example.org")[0].get_content()
    for path in ("/staff/complaints", "/staff"):
        shown = officer.both(path)[1]
        assert "1 person should have been told" in words(shown.select_one(".notice--warning"))
    assert "Overdue since 3 March 2026" in words(officer.get(ERRANDS).main)
    service.told_by_officer(1, 1)
    assert "should have been told" not in words(officer.get("/en/staff/complaints").main)


def test_a_bureau_that_is_handed_a_message_is_told_each_time(called, officer, posted, clock):
    service.keep_desk_addresses({"central": "c@example.org", "technology": "t@example.org"}, 1)
    for bureau in ("central", "technology", "central"):
        service.take_up(1, 1)
        officer.post(f"{ONE}?do=hand_over", {"hand_over-bureau": bureau})
        posted()
        clock.advance(minutes=1)
    assert [len(posted(f"{one}@example.org")) for one in "ct"] == [2, 1]
    assert "ส่งต่อ" in posted("t@example.org")[0]["Subject"]
    assert len({letter["Message-ID"] for letter in posted()}) == 3
    thai, english = officer.both("/staff/complaints?bureau=central")
    assert "New for this bureau, handed over on 2 March 2026" in words(english.main)
    service.take_up(1, 1)
    assert "New for this bureau" not in words(officer.get("/en/staff/complaints").main)


def test_news_of_an_improvement_or_a_question_about_publishing_is_no_first_reply(called, clock):
    service.tell_of_improvement(1, 1, "planned", "We plan a new lift.", 1)
    clock.advance(days=1)
    service.told_by_officer(1, 1)
    assert (kept().first_reply_at, verdict().first_outcome) == (None, "pending")
    service.accept(1, 1)
    service.told_by_officer(1, 1)
    assert kept().first_reply_at is None, "an acceptance has no words of an officer"
    service.answer(1, 1, "Mended.")
    assert kept().first_reply_at is None
    service.tell_of_improvement(1, 1, "done", "It is there.", 1)
    clock.advance(days=1)
    service.told_by_officer(1, 1)
    assert (kept().first_reply_at, verdict().first_days) == (clock(), 2)


def test_who_comes_to_the_page_after_news_of_an_improvement_had_no_reply(called):
    service.tell_of_improvement(1, 1, "planned", "We plan a new lift.", 1)
    service.add_message(1, "And the stairs?")
    assert kept().first_reply_at is None
