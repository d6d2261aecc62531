"""Free text grouped by theme: each theme has words that speak for it. Plain Python.

Grouped by words rather than by a trained model: the reason can be told to anyone, a new word is one
line here, and the same words always stand under the same theme.
"""

from enum import StrEnum

from thai_text.words import words


class Theme(StrEnum):
    """What a free text is about."""

    SPEED = "speed"
    STAFF = "staff"
    INFORMATION = "information"
    ACCESS = "access"
    WEBSITE = "website"
    PLACE = "place"
    PRAISE = "praise"
    OTHER = "other"


_SIGNS: dict[Theme, str] = {
    Theme.SPEED: "ช้า ล่าช้า รอ นาน รวดเร็ว เร็ว เวลา ทันที ด่วน คิว slow wait waiting long late delay "
    "fast quick speed queue time",
    Theme.STAFF: "เจ้าหน้าที่ พนักงาน สุภาพ บริการ ยิ้ม ต้อนรับ พูดจา officer officers staff polite rude "
    "friendly",
    Theme.INFORMATION: "ข้อมูล เอกสาร ข่าว ร่าง กฎหมาย รายงาน ชัดเจน ถูกต้อง เข้าใจ information "
    "document documents report bill law clear unclear understand",
    Theme.ACCESS: "พิการ ตาบอด คนพิการ เบรลล์ เสียง ทางลาด ลิฟต์ ภาษามือ หูหนวก blind deaf disabled "
    "braille screen reader ramp lift sign",
    Theme.WEBSITE: "เว็บไซต์ เว็บ แอป ระบบ ออนไลน์ ดาวน์โหลด ค้นหา ลิงก์ website site web app online "
    "download search link",
    Theme.PLACE: "สถานที่ อาคาร ห้อง ห้องน้ำ ที่จอดรถ ป้าย ที่นั่ง place building room toilet parking seat",
    Theme.PRAISE: "ดี ดีมาก ขอบคุณ ประทับใจ ชื่นชม good great thank thanks excellent",
}
_BY_WORD = {
    term: theme for theme, signs in _SIGNS.items() for sign in signs.split() for term in words(sign)
}


def theme_of(text: str) -> Theme:
    """The theme that most words of a text speak for, praise last; OTHER where none does."""
    found = [theme for term in words(text) if (theme := _BY_WORD.get(term))]
    if not found:
        return Theme.OTHER
    order = list(Theme)
    return max(set(found), key=lambda t: (t is not Theme.PRAISE, found.count(t), -order.index(t)))
