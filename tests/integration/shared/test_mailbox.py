"""Reading the mailbox to which letters come back."""

from datetime import date

import pytest

from tests.support.imap import mailbox
from tests.support.ports import free_port
from webapp.shared.mail import (
    MailboxAway,
    NoSecureMail,
    delete_named,
    delete_older,
    read_mailbox,
    smtp,
)

DONE = "Taken-in"


@pytest.fixture
def box():
    with mailbox() as box:
        box.letters = [b"Subject: one\r\n\r\nOne.", b"Subject: two\r\n\r\nTwo.", b"Subject: 3\r\n"]
        yield box


@pytest.fixture
def read(box):
    """Read the mailbox; the letters that were given out."""

    def read(url="", most_bytes=1000):
        letters = []
        read_mailbox(
            url or box.url,
            lambda one: letters.append(one) or True,
            most_bytes=most_bytes,
            done=DONE,
        )
        return letters

    return read


def test_every_unread_letter_is_read_once(box, read):
    assert read() == box.letters
    assert read() == []


def test_a_letter_whose_handling_failed_comes_again_and_so_does_one_put_off(box, read):
    given = []

    def handle(letter):
        given.append(letter)
        if len(given) == 3:
            raise ZeroDivisionError
        return len(given) == 1

    with pytest.raises(ZeroDivisionError):
        read_mailbox(box.url, handle, most_bytes=1000, done=DONE)
    assert box.seen == {1}
    assert read() == box.letters[1:]


def test_a_mailbox_that_is_not_there_or_refuses_is_said_to_be_away(box, read):
    for url in (f"imap://127.0.0.1:{free_port()}/INBOX", box.url.replace("secret", "wrong")):
        with pytest.raises(MailboxAway):
            read(url)


def test_a_far_mailbox_without_tls_gets_no_password(read, monkeypatch):
    monkeypatch.setattr("webapp.shared.mail.mailbox.LOCAL", smtp.LOCAL - {"127.0.0.1"})
    with pytest.raises(NoSecureMail):
        read()


@pytest.mark.parametrize("can", ["MOVE UIDPLUS", "UIDPLUS", ""])
def test_what_is_dealt_with_is_moved_away_whatever_the_server_can_do(box, read, can):
    box.can = can
    read()
    assert list(box.done.values()) == box.letters
    assert box.seen == {1, 2, 3}


def test_where_the_folder_takes_nothing_all_are_read_once_and_it_is_said(box, read):
    box.takes_moved = False
    with pytest.raises(MailboxAway, match="3 letters could not be moved"):
        read()
    assert read() == []


def test_letters_are_deleted_by_their_day_or_name_and_others_stay(box, read):
    box.letters = [f"Message-ID: <{n}@x>\r\n\r\n".encode() for n in range(1, 4)]
    read()
    box.arrived = {1: date(2026, 2, 28), 2: date(2026, 3, 1)}
    assert delete_older(box.url, DONE, date(2026, 3, 1)) == 1
    assert delete_named(box.url, DONE, lambda name: b"<3@x>" in name) == 1
    assert box.done.keys() == {2}
