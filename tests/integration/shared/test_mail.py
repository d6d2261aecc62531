"""Letters: to files by default, to a real server where MAIL_URL says so."""

import smtplib
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.support.databases import settings
from webapp import create_app
from webapp.config import ConfigError
from webapp.shared.mail import Letter, send

LETTER = Letter(
    "somsri@example.org",
    "ร่างกฎหมายที่ท่านติดตามมีขั้นตอนใหม่",
    "สวัสดีค่ะ\n\nร่างพระราชบัญญัติเข้าสู่วุฒิสภาแล้ว\n",
    headers={"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
)


def test_a_letter_becomes_a_file_by_default(app):
    identity = send(LETTER)
    (file,) = (Path(app.instance_path) / "mail").glob("*.eml")
    written = message_from_bytes(file.read_bytes(), policy=default)
    assert written["Subject"] == LETTER.subject
    assert written["To"] == LETTER.to
    assert written["Message-ID"] == identity
    assert written["Auto-Submitted"] == "auto-generated"
    assert written.get_content().splitlines() == LETTER.text.splitlines()


@pytest.fixture
def by_smtp(config, letters):
    """A site that sends to the mail server of this test."""
    app = create_app(replace(config, MAIL_URL=letters.url))
    with app.app_context():
        yield letters


def test_a_letter_arrives_at_a_mail_server(by_smtp):
    send(LETTER)
    (arrived,) = by_smtp.received
    assert arrived["X-Envelope-To"] == LETTER.to
    assert arrived["Subject"] == LETTER.subject
    assert arrived["Content-Language"] == "th"
    assert arrived["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert arrived.get_content().splitlines() == LETTER.text.splitlines()


def test_a_server_that_refuses_is_an_error_of_the_job(by_smtp):
    by_smtp.refuse = True
    with pytest.raises(smtplib.SMTPException):
        send(LETTER)


def test_a_newline_in_an_address_sends_nothing(app):
    with pytest.raises(ValueError, match="[Hh]eader"):
        send(replace(LETTER, to="a@example.org\nBcc: b@example.org"))
    assert not (Path(app.instance_path) / "mail").exists()


def test_a_mail_address_of_no_known_kind_stops_the_start(tmp_path):
    with pytest.raises(ConfigError, match="MAIL_URL"):
        create_app(replace(settings(tmp_path), MAIL_URL="pigeon://roof"))
