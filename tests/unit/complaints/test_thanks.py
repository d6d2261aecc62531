"""A letter after the end that only thanks, and one that says more."""

import pytest

from webapp.complaints.rules.thanks import only_thanks, own_words

NAMES = ("นายทดสอบ ใจดี", "A. Citizen", "สมศรี ใจงาม", "")


@pytest.mark.parametrize(
    "text",
    [
        "ขอบคุณครับ",
        "ขอบคุณค่ะ",
        "ขอบคุณมากๆ นะคะ 🙏❤️",
        "ขอบคุณมากครับบบบ!!!",
        "ขอบพระคุณเป็นอย่างสูงค่ะ",
        "ขอบคุณคุณสมศรีมากครับ",
        "ขอบคุณสำหรับคำตอบที่รวดเร็วครับ",
        "ขอบคุณที่ช่วยแก้ไขให้อย่างรวดเร็วค่ะ",
        "ขอบคุณครับที่ช่วยดูแล",
        "ขอบคุณในความกรุณา",
        "รับทราบครับ ขอบคุณครับ",
        "ได้รับแล้วค่ะ",
        "ขอบ\u200bคุณครับ",
        "เรียน เจ้าหน้าที่\n\nขอบคุณครับ\n\nขอแสดงความนับถือ\nทดสอบ ใจดี",
        "thank you",
        "Thanks!",
        "THANK YOU VERY MUCH for your quick reply.",
        "Thanks a lot for all your kind help, Somsri",
        "Dear officers,\n\nMany thanks for fixing it.\n\nKind regards,\nA. Citizen",
        "OK, noted with thanks.",
        "I appreciate it",
        "ขอบคุณครับ\n\nเมื่อ จ. 2 มี.ค. 2026 เวลา 12:00 Office <office@example.org> เขียนว่า:\n\n> ลิฟต์ซ่อมแล้ว\n> ถึงเมื่อไร?",
        "Thank you!\n\nOn Mon, 2 Mar 2026 at 12:00, Office of the Senate\n<office@example.org> wrote:\n> Mended. Is it?",
        "Thanks\n\n-----Original Message-----\nFrom: Office\n\nIt is mended. Is it?",
        "ขอบคุณค่ะ\n\nจาก: สำนักงาน\nส่ง: วันจันทร์\n\nลิฟต์ซ่อมแล้ว",
        "ขอบคุณค่ะ\n\nส่งจาก iPhone ของฉัน",
        "Thanks\n-- \nA. Citizen, 99 High Street",
    ],
)
def test_thanks_and_nothing_else(text):
    assert only_thanks(text, (*NAMES, "Somsri"))


@pytest.mark.parametrize(
    "text",
    [
        "ขอบคุณครับ แต่ลิฟต์ยังเสียอยู่",
        "ขอบคุณครับ ช่วยแก้ไขให้ครับ",
        "ขอบคุณที่ตอบ ช่วยแก้ไขให้ครับ",
        "ขอบคุณที่ไม่ตอบ",
        "ขอบคุณล่วงหน้าครับ",
        "ยังไม่ได้รับคำตอบ",
        "รับทราบครับ แล้วเมื่อไรจะเสร็จ",
        "ขอคำตอบครับ",
        "ขอบคุณครับ ๕ วันแล้ว",
        "thank you for nothing",
        "Thanks, but it is broken again.",
        "Thanks in advance",
        "Thank you. When will it be mended?",
        "Thank you. Fix it.",
        "OK?",
        "Thankless",
        "ครับ",
        "",
        "ขอบคุณ" * 200,
        "> ขอบคุณครับ\n\nยังเสียอยู่",
        "Thanks\n\nOn Monday the Office wrote:\n> Mended.\n\nIt is not.",
        "Only once somebody wrote: it is broken\nThanks",
    ],
)
def test_whoever_says_more_is_not_taken_as_thanking_only(text):
    assert not only_thanks(text, NAMES)


def test_a_name_that_nobody_here_has_is_not_passed_over():
    assert not only_thanks("ขอบคุณคุณสมศรีครับ")


def test_what_is_passed_on_are_the_persons_own_words():
    text = "ขอบคุณครับ\nลิฟต์ดีมาก\n\nOn Monday Office wrote:\n> ตอบแล้ว\n"
    assert own_words(text) == "ขอบคุณครับ\nลิฟต์ดีมาก"
