"""Documents whose books are hard to make right, and a voice that is quick."""

from audio.pcm import silence
from thai_text.outline import Block, Document, parse, parse_markup

GUIDE = parse_markup(
    """Before the first heading, in English with วุฒิสภา inside.

### Straight to a deep heading

Some <text> & "signs". See s. 5 of B.E. 2560, i.e. this one. It ends

| Name | Number |
|---|---|
| one | 1 |
| two | |

- first
- second
  - inner

## Another

#### Deep again
""",
    "A guide & more",
    "en",
)
LAW = parse(
    "คำปรารภ พ.ศ. ๒๕๖๐\nหมวด ๑\nบททั่วไป\nมาตรา ๑ เรียกว่า “Clean Water Act” นี้\nมาตรา ๒ ดังนี้\n(๑) หนึ่ง\n(ก) กอ\n"
    "(๒) สอง\nวรรคสอง ....\nหมวด ๒\nโทษ\nมาตรา ๓ ปรับ: ไม่เกิน ๑๐๐ บาท/วัน",
    "พระราชบัญญัติน้ำ: ทดสอบ?",
)
ODD = Document(
    "ก",
    "th",
    (
        Block("มาตรา_1", "section", blocks=(Block("p 1", "paragraph", text="ข้อความ"),)),
        Block("t1", "table", rows=(("หัว",),)),
        Block("t2", "table", heading="ตาราง", text="คำ", rows=(("a",), ("๑", "๒"), ("", ""))),
        Block("i1", "item", "(1)", text="ข้อ", blocks=(Block("c1", "chapter", "หมวด 1"),)),
        Block("x1", "section", text="ข้อความยาว " * 30),
        Block("p9", "paragraph", text="* * *"),
        Block("i2", "item", rows=(("ปี", "คน"), ("1", "2"))),
    ),
)
DOCUMENTS = {"guide": GUIDE, "law": LAW, "odd": ODD}


class Silent:
    """A voice that is quick: as long as its text, and silent."""

    name, voice, version, rate = "silent", "nobody", "1", 22_050

    def speak(self, text, lang, speed):
        return silence(len(text) / 100 + 0.1, self.rate)
