"""The office's mailbox, read by IMAP: each letter filed once, whatever happens in between."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from tests.integration.complaints.test_channels import SENDER, letter
from tests.support.databases import both_databases
from tests.support.imap import mailbox
from tests.support.letters import letters_in
from tests.unit.shared.test_uploads_stripping import pdf
from webapp import create_app
from webapp.complaints import service
from webapp.complaints.jobs import JOBS
from webapp.complaints.mail_reading import delete_erased_letters
from webapp.complaints.models import Complaint, TakenMail
from webapp.complaints.service import praising
from webapp.extensions import db
from webapp.shared import clock as site_clock
from webapp.shared import outbox
from webapp.shared.mail.jobs import read_mailbox
from webapp.shared.mail.reading import delete_old_letters
from webapp.shared.uploads.vault import site_vault

pytestmark = both_databases
# Reads the mailbox in a process of its own, which ends where a letter is to be moved away.
KILLED = """
import os
from webapp import create_app
from webapp.shared.mail import mailbox
from webapp.shared.mail.jobs import read_mailbox

mailbox._Box.move = lambda *_more: os._exit(9)
with create_app().app_context():
    read_mailbox()
"""


@pytest.fixture
def box():
    with mailbox() as box:
        yield box


@pytest.fixture
def config(config, box):
    return replace(config, IMAP_URL=box.url, MAIL_FROM="Office <office@example.org>")


@pytest.fixture
def read(app, clock, box):
    """Put letters into the mailbox and read it; the messages that are kept then."""

    def read(*mails):
        box.letters += [mail if isinstance(mail, bytes) else mail.as_bytes() for mail in mails]
        read_mailbox()
        db.session.expire_all()
        return db.session.query(Complaint).order_by(Complaint.id).all()

    return read


def test_each_letter_is_filed_once_and_moved_away(read, box):
    [first, second] = read(letter(), letter("The door.", Message_ID="<2@example.org>"), letter())
    assert [first.message, second.message] == ["The lift is out of order.", "The door."]
    assert box.done.keys() == {1, 2, 3}
    box.done.clear()
    box.seen.clear()
    assert len(read()) == 2
    assert db.session.query(TakenMail).count() == 2


def test_a_reader_killed_before_a_letter_is_moved_files_it_once(config, read, box):
    box.letters = [letter().as_bytes()]
    names = {
        "DATABASE_URL": config.DATABASE_URL,
        "INSTANCE_DIR": str(config.INSTANCE_DIR),
        "IMAP_URL": box.url,
        "SECRET_KEY": config.SECRET_KEY,
        "FIELD_KEYS": config.FIELD_KEYS,
    }
    died = subprocess.run(
        [sys.executable, "-c", KILLED], env={**os.environ, **names}, timeout=120, check=False
    )
    assert died.returncode == 9
    assert db.session.query(Complaint).count() == 1
    assert box.seen == set()
    assert len(read()) == 1
    assert box.seen == {1}


def test_what_cannot_be_kept_now_stays_unread_and_comes_again(read, box, monkeypatch):
    def away(*_more):
        raise OSError("the disk is full")

    monkeypatch.setattr("webapp.shared.uploads.vault.Vault.keep", away)
    mail = letter()
    mail.add_attachment(pdf(), "application", "pdf", filename="a.pdf")
    with pytest.raises(OSError, match="full"):
        read(mail)
    assert box.seen == set()
    monkeypatch.undo()
    [kept] = read()
    assert [file.name for file in kept.attachments] == ["a.pdf"]


def test_a_letter_that_fails_stays_unread_and_holds_up_none_of_the_others(read, box, monkeypatch):
    well = service.receiving.file_complaint

    def fail(filing, *more):
        if filing.message == "bad":
            raise ZeroDivisionError
        return well(filing, *more)

    monkeypatch.setattr(service.receiving, "file_complaint", fail)
    assert len(read(letter("bad", Message_ID="<0@example.org>"), letter())) == 1
    assert box.seen == {2}


@pytest.mark.parametrize(
    "header",
    [
        {"Auto_Submitted": "auto-generated"}, {"X_Autoreply": "yes"}, {"List_Id": "<news.example.org>"},
        {"From": "Office <OFFICE@example.org>"}, {"From": "nobody"},
    ],
)  # fmt: skip
def test_what_programs_or_we_ourselves_wrote_is_read_and_not_filed(read, box, header):
    assert read(letter(**header)) == []
    assert box.seen == {1}


def test_two_programs_that_answer_each_other_are_taken_in_twenty_times_an_hour(read, box, clock):
    kept = read(*(letter(str(n), Message_ID=f"<{n}@example.org>") for n in range(25)))
    assert len(kept) == 20
    assert len(box.seen) == 20
    clock.advance(hours=2)
    assert len(read()) == 25


def test_an_answer_to_our_letter_is_added_with_its_files(read, config):
    [kept] = read(letter())
    outbox.drain()
    [back] = letters_in(config.INSTANCE_DIR)
    assert back["Reply-To"] == "office@example.org"
    code = back.get_content().split("Your receipt code is: ")[1].split()[0]
    answer = letter(
        f"It is the left one.\n> {code}",
        Message_ID="<2@example.org>",
        From=SENDER.upper(),
        In_Reply_To=back["Message-ID"],
    )
    answer.add_attachment(pdf(), "application", "pdf", filename="left.pdf")
    [kept] = read(answer)
    assert [said.text for said in kept.messages] == ["It is the left one.\n> ···"]
    assert [file.name for file in kept.attachments] == ["left.pdf"]


@pytest.fixture
def ended(read, officer):
    """A letter that was answered: gives the letter in which a person answers back."""
    read(letter())
    service.take_up(1, 1)
    service.answer(1, 1, "It is mended.")
    outbox.drain()

    numbers = count(2)

    def back(text):
        name = f"<{next(numbers)}@example.org>"
        return letter(text, Message_ID=name, In_Reply_To="<complaint-1-9@example.org>")

    return back


THANKS = "ขอบคุณครับ\n\nเมื่อวันจันทร์ สำนักงานฯ เขียนว่า:\n> ซ่อมแล้ว ใช่หรือไม่?"


def test_thanks_after_the_answer_are_kept_and_reopen_nothing(read, ended, officer):
    [kept] = read(ended(THANKS))
    assert (kept.state, kept.messages[-1].text) == ("answered", THANKS)
    due = kept.due_on
    [kept] = read(ended("thank you"))
    assert (kept.state, kept.due_on) == ("answered", due)
    assert [said.text for said in kept.thanks] == [THANKS, "thank you"]
    [kept] = read(ended("ขอบคุณครับ แต่ยังเสียอยู่"))
    assert kept.state == "reopened"


def test_a_file_beside_thanks_may_say_more_and_reopens(read, ended):
    mail = ended("ขอบคุณครับ")
    mail.add_attachment(b"MZ\x90\0" + bytes(60), "application", "octet-stream", filename="b.exe")
    assert [kept.state for kept in read(mail)] == ["reopened"]


def test_thanks_after_the_answer_are_offered_to_officers_as_a_compliment(read, ended, officer):
    path = "/en/staff/complaints/1"
    assert not officer.get(path).main.select("a[href$='/praise']")
    read(ended(THANKS))
    thai, english = officer.both("/staff/complaints/1")
    assert "no new answer is owed" in english.main.text
    assert english.main.select("a[href$='/1/praise']")
    assert "ส่งต่อ" in thai.main.text
    assert officer.get(f"{path}/praise").select_one("#words").text.strip() == "ขอบคุณครับ"
    officer.post(
        f"{path}/praise", {"praised": "", "bureau": "public_relations", "words": "ขอบคุณครับ"}
    )
    assert officer.path == path
    assert [praise.words for praise in praising.praises_of(1)] == ["ขอบคุณครับ"]


def test_the_page_of_channels_names_the_address_only_where_letters_are_read(config, page, app):
    assert "office@example.org" in page.both("/complaints/channels")[1].text
    silent = create_app(replace(config, IMAP_URL=""))
    assert "mailto:" not in silent.test_client().get("/en/complaints/channels").text
    # A connection that is open while its database goes is a warning in whichever test comes later.
    with silent.app_context():
        db.engine.dispose()


def test_what_was_erased_is_no_longer_in_the_mailbox_either(read, box, config):
    nameless = letter("Without a name.")
    del nameless["Message-ID"]
    read(letter(), letter("The door.", Message_ID="<2@example.org>"), nameless)
    read(letter("More.", Message_ID="<4@example.org>", In_Reply_To="<complaint-1-0@example.org>"))
    # Left where it was by a version that moved nothing.
    del box.done[4]
    service.erase(1, site_vault())
    service.erase(3, site_vault())
    outbox.drain()
    assert (box.done.keys(), box.deleted) == ({2}, {1, 3, 4})
    # Nothing is left of them here either.
    assert [taken.complaint_id for taken in db.session.query(TakenMail)] == [2]


def test_while_the_mailbox_is_away_erasing_goes_on_and_the_night_deletes(read, box, app, config):
    read(letter())
    app.extensions["settings"] = replace(config, IMAP_URL=box.url.replace("secret", "wrong"))
    service.erase(1, site_vault())
    outbox.drain()
    assert (service.complaint_by_id(1).erased_at is not None, box.deleted) == (True, set())
    app.extensions["settings"] = replace(config, IMAP_URL=box.url)
    assert JOBS["complaints.delete_erased_letters"].nightly
    delete_erased_letters()
    assert box.deleted == {1}


def test_letters_taken_in_are_deleted_after_a_week(read, box, clock):
    read(letter(), letter("The door.", Message_ID="<2@example.org>"))
    today = site_clock.today()
    box.arrived = {1: today - timedelta(days=8), 2: today - timedelta(days=7)}
    delete_old_letters()
    assert (box.done.keys(), box.deleted) == ({2}, {1})
