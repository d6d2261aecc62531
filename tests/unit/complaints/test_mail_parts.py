"""Every word and every file of a letter comes in, in old Thai code pages too."""

import base64
from email.message import EmailMessage

import pytest

from webapp.complaints.rules.incoming_mail import read_mail
from webapp.complaints.rules.kinds import Kind

SENDER = "citizen@example.org"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def letter(**headers):
    mail = EmailMessage()
    mail["From"] = SENDER
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    return mail


def raw(body, charset, subject=b"x"):
    lines = [
        b"From: " + SENDER.encode(),
        b"Subject: " + subject,
        b"Content-Type: text/plain; charset=" + charset,
        b"Content-Transfer-Encoding: 8bit",
    ]
    return b"\n".join(lines) + b"\n\n" + body


@pytest.mark.parametrize(
    "name", ["5-0", "5-12", "5-0.0123456789abcdef", "5-closing-3.0123456789abcdef"]
)
def test_an_answer_to_any_letter_about_a_message_belongs_to_that_message(name):
    mail = letter(In_Reply_To=f"<complaint-{name}@example.org>")
    assert read_mail(mail.as_bytes()).answers == (5,)


@pytest.mark.parametrize(
    "charset", [b"windows-874", b"x-windows-874", b"TIS-620", b"unknown-8bit", b"us-ascii", b"no"]
)
def test_old_thai_is_read_under_whatever_name(charset):
    assert read_mail(raw("ลิฟต์เสีย".encode("cp874"), charset)).text == "ลิฟต์เสีย"


def test_text_of_today_is_read_where_the_letter_does_not_name_it():
    assert read_mail(raw("ลิฟต์เสีย".encode(), b"unknown-8bit")).text == "ลิฟต์เสีย"


@pytest.mark.parametrize(
    "subject",
    [
        b"=?windows-874?B?" + base64.b64encode("ร้องเรียน: ลิฟต์".encode("cp874")) + b"?=",
        "ร้องเรียน: ลิฟต์".encode("cp874"),
        "ร้องเรียน: ลิฟต์".encode(),
    ],
)
def test_a_subject_in_thai_is_read_and_says_what_it_is(subject):
    mail = read_mail(raw(b"x", b"utf-8", subject))
    assert (mail.subject, mail.kind) == ("ร้องเรียน: ลิฟต์", Kind.COMPLAINT)


def test_words_before_and_after_a_picture_are_all_kept():
    mail = letter()
    mail.set_content("before")
    mail.add_attachment(PNG, "image", "png", filename="lift.png", disposition="inline")
    after = EmailMessage()
    after.set_content("after")
    mail.attach(after)
    read = read_mail(mail.as_bytes())
    assert read.text.split() == ["before", "after"]
    assert ([one.name for one in read.uploads], read.untaken) == (["lift.png"], ())


def test_the_same_words_twice_are_kept_once_and_pictures_among_them_are_files():
    mail = letter()
    mail.set_content("The lift.")
    mail.add_alternative("<p>The lift.</p><img src='cid:1'>", subtype="html")
    mail.get_payload()[1].add_related(PNG, "image", "png", cid="<1>", filename="lift.png")
    read = read_mail(mail.as_bytes())
    assert (read.text, [one.name for one in read.uploads]) == ("The lift.", ["lift.png"])


def test_a_letter_sent_on_is_named_as_a_file():
    inner = letter(Subject="inner")
    inner.set_content("deep")
    mail = letter()
    mail.set_content("see below")
    mail.add_attachment(inner)
    read = read_mail(mail.as_bytes())
    assert read.text == "see below"
    assert len(read.untaken) + len(read.uploads) == 1
