"""Reading the mailbox to which letters come back."""

import pytest

from tests.support.imap import mailbox
from tests.support.ports import free_port
from webapp.shared.mail import MailboxAway, NoSecureMail, read_mailbox, smtp


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
        read_mailbox(url or box.url, lambda one: letters.append(one) or True, most_bytes=most_bytes)
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
        read_mailbox(box.url, handle, most_bytes=1000)
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
