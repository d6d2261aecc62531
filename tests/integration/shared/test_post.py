"""Many letters over one connection to a server with moods of its own."""

from dataclasses import replace

import pytest

from tests.support.ports import free_port
from webapp.shared import mail
from webapp.shared.mail import Attachment, Letter, LetterPutOff, LetterRefused, ServerAway, SmtpPost
from webapp.shared.mail.smtp import Pace

MANY = [f"reader-{number}@example.org" for number in range(30)]


@pytest.fixture
def post(letters):
    return SmtpPost(letters.url, "office@example.org")


@pytest.fixture
def circular(app):
    headers = {"Message-ID": "<step-5.@@number@@@example.org>", "List-Unsubscribe": "<@@stop@@>"}
    return mail.circular(
        Letter(
            "",
            "ร่างพระราชบัญญัติ: วุฒิสภาเห็นชอบ",
            "สวัสดีค่ะ\n.\n..เลิกรับ: @@stop@@\n",
            headers=headers,
            html="<p>เลิกรับ: <a href='@@stop@@'>@@stop@@</a></p>",
        )
    )


def copies(circular, post, to):
    with post.open() as round:
        for number, address in enumerate(to):
            blanks = {"number": str(number), "stop": f"https://example.org/stop?a=1&b={number}"}
            round.deliver(address, circular.copy_for(address, blanks))


def test_many_letters_go_over_one_connection_each_to_its_own_reader(letters, post, circular):
    copies(circular, post, MANY)
    assert letters.connections == 1
    assert [letter["To"] for letter in letters.received] == MANY
    last = letters.received[-1]
    assert last["X-Envelope-To"] == MANY[-1]
    assert last["Message-ID"] == "<step-5.29@example.org>"
    assert last["Subject"] == "ร่างพระราชบัญญัติ: วุฒิสภาเห็นชอบ"
    text, page = last.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert text.get_content().splitlines() == [
        "สวัสดีค่ะ",
        ".",
        "..เลิกรับ: https://example.org/stop?a=1&b=29",
    ]
    assert "https://example.org/stop?a=1&amp;b=29" in page.get_content()


def test_one_address_that_does_not_exist_stops_no_other_letter(letters, post, circular):
    letters.answers = {MANY[0]: "550 5.1.1 no such mailbox", MANY[1]: "450 4.2.2 mailbox full"}
    with post.open() as round:
        with pytest.raises(LetterRefused):
            round.deliver(MANY[0], circular.copy_for(MANY[0]))
        with pytest.raises(LetterPutOff):
            round.deliver(MANY[1], circular.copy_for(MANY[1]))
        round.deliver(MANY[2], circular.copy_for(MANY[2]))
    assert [letter["To"] for letter in letters.received] == [MANY[2]]
    assert letters.connections == 1


def test_a_server_that_closes_after_some_letters_is_asked_again(letters, post, circular):
    letters.most = 7
    copies(circular, post, MANY)
    assert [letter["To"] for letter in letters.received] == MANY
    assert letters.connections == 5


def test_a_server_that_is_not_there_is_said_to_be_away(circular):
    post = SmtpPost(f"smtp://127.0.0.1:{free_port()}", "office@example.org")
    with pytest.raises(ServerAway, match=r"127\.0\.0\.1"):
        copies(circular, post, MANY)


def test_a_letter_goes_to_an_address_in_thai_letters(letters, post, circular):
    copies(circular, post, ["สมศรี@example.org"])
    assert letters.received[0]["X-Envelope-To"] == "สมศรี@example.org"


def test_a_file_travels_with_a_letter(app, letters, post):
    sound = Attachment("ข่าว.mp3", "audio/mpeg", bytes(range(256)))
    app.extensions["post"] = post
    mail.send(Letter(MANY[0], "ข่าว", "ข้อความ", html="<p>ข้อความ</p>", attachments=(sound,)))
    (letter,) = letters.received
    (file,) = letter.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("ข่าว.mp3", bytes(range(256)))
    assert letter.get_body(("plain",)).get_content().strip() == "ข้อความ"


def test_no_more_letters_go_in_a_minute_than_are_allowed():
    now, slept = [100.0], []

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(60, clock=lambda: now[0], sleep=sleep)
    for _letter in range(5):
        pace.wait()
    assert sum(slept) == pytest.approx(4)


def test_letters_are_named_by_the_senders_domain_and_else_by_the_sites(config, app):
    assert mail.message_id("step-5") == "<step-5@localhost>"
    app.extensions["settings"] = replace(config, MAIL_FROM="Siang Sapha <office@senate.example>")
    assert mail.message_id("step-5") == "<step-5@senate.example>"
