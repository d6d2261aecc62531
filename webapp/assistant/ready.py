"""Answers that stand on our own pages, by what a question speaks of."""

from dataclasses import dataclass

from flask_babel import LazyString, ngettext
from flask_babel import lazy_gettext as _l

from webapp.assistant.rules import fits
from webapp.complaints import service as complaints

COMPLAINT = ("ร้องเรียน", "ร้องทุกข์", "เสนอแนะ", "complain", "suggest")
TIME = ("กี่วัน", "นาน", "เมื่อไร", "เมื่อไหร่", "how long", "how many days", "when")
WAY = ("อย่างไร", "ยังไง", "ที่ไหน", "ทางไหน", "ทางใด", "how do", "how can", "how to", "where")


@dataclass(frozen=True)
class ReadyAnswer:
    """Things that a question must speak of, each in any of its wordings; what our page says."""

    asks: tuple[tuple[str, ...], ...]
    says: LazyString
    page: LazyString
    endpoint: str


def _answered_within() -> str:
    """The promise of the standard that is in force when it is read."""
    return ngettext(
        "You have an answer within %(num)d working day, however you send your message.",
        "You have an answer within %(num)d working days, however you send your message.",
        complaints.present_standard().answer_within,
    )


READY = (
    ReadyAnswer(
        (COMPLAINT, TIME),
        LazyString(_answered_within),
        _l("Our standard for answering you"),
        "complaints.show_standard",
    ),
    ReadyAnswer(
        (COMPLAINT, WAY),
        _l("Write it in our form. Your name is not needed, and you get a receipt code."),
        _l("Write to us"),
        "complaints.new_complaint",
    ),
    ReadyAnswer(
        (("ถึงไหน", "ติดตามเรื่อง", "ติดตามข้อร้องเรียน", "รหัสรับเรื่อง", "track", "receipt"),),
        _l("With the receipt code that you got you can see what became of your message."),
        _l("See what became of your complaint"),
        "complaints.track",
    ),
    ReadyAnswer(
        (("ติดตาม", "แจ้งเตือน", "follow", "notif"), ("ร่าง", "กฎหมาย", "พ.ร.บ", "bill", "law")),
        _l("You can follow a bill by letter or feed, without an account."),
        _l("Follow a bill"),
        "following.show_following",
    ),
    ReadyAnswer(
        (("หนังสือเสียง", "audio book", "audiobook"),),
        _l("Documents can be heard and downloaded as sound."),
        _l("Audio books"),
        "listening.list_audio_books",
    ),
    ReadyAnswer(
        (("เบี้ยประชุม", "allowance"),),
        _l("Meeting allowances are paid electronically, in place of cash."),
        _l("Meeting allowances"),
        "allowances.show_allowances",
    ),
    ReadyAnswer(
        (("ช่องทาง", "ติดต่อ", "โทรศัพท์", "เฟซบุ๊ก", "facebook", "contact", "telephone", "phone"),),
        _l("There are twelve channels. We have not checked which still work, and know no number."),
        _l("Channels between you and the office"),
        "outreach.show_channels",
    ),
    ReadyAnswer(
        (("พึงพอใจ", "satisf"),),
        _l("The satisfaction that the office published for B.E. 2561 is on our page of surveys."),
        _l("How satisfied people are"),
        "surveys.show_surveys",
    ),
    ReadyAnswer(
        (("ตาบอด", "มองไม่เห็น", "คนพิการ", "ผู้พิการ", "blind", "accessib", "screen reader"),),
        _l("Everything works with a keyboard and a screen reader; what does not is named."),
        _l("Accessibility"),
        "home.show_accessibility",
    ),
    ReadyAnswer(
        (("ข้อมูลส่วนบุคคล", "ความเป็นส่วนตัว", "คุกกี้", "personal data", "privacy", "cookie"),),
        _l("We keep as little about you as we can, and tell you what."),
        _l("Privacy"),
        "home.show_privacy",
    ),
)


def that_fit(question: str) -> list[ReadyAnswer]:
    """The ready answers to a question, in their order; none for most questions."""
    return [answer for answer in READY if fits(question, answer.asks)]
