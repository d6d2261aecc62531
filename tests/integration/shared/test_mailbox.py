"""Reading the mailbox to which letters come back."""

import pytest

from tests.support.imap import mailbox
from tests.support.ports import free_port
from webapp.shared.mail import MailboxAway, NoSecureMail, smtp, unread_letters


@pytest.fixture
def box():
    with mailbox() as box:
        box.letters = [b"Subject: one\r\n\r\nOne.", b"Subject: two\r\n\r\nTwo.", b"Subject: 3\r\n"]
        yield box


def test_every_unread_letter_is_read_once(box):
    assert list(unread_letters(box.url)) == box.letters
    assert list(unread_letters(box.url)) == []


def test_a_letter_whose_handling_failed_comes_again(box):
    reading = unread_letters(box.url)
    next(reading)
    assert next(reading) == box.letters[1]
    reading.close()
    assert box.seen == {1}
    assert list(unread_letters(box.url)) == box.letters[1:]


def test_a_mailbox_that_is_not_there_or_refuses_is_said_to_be_away(box):
    for url in (f"imap://127.0.0.1:{free_port()}/INBOX", box.url.replace("secret", "wrong")):
        with pytest.raises(MailboxAway):
            list(unread_letters(url))


def test_a_far_mailbox_without_tls_gets_no_password(box, monkeypatch):
    monkeypatch.setattr("webapp.shared.mail.mailbox.LOCAL", smtp.LOCAL - {"127.0.0.1"})
    with pytest.raises(NoSecureMail):
        list(unread_letters(box.url))
