"""What a book says of itself, in its own language."""

from audio.book.contents import Contents

GENERATOR = "Siang Sapha"
PUBLISHER = {"th": "สำนักงานเลขาธิการวุฒิสภา", "en": "Secretariat of the Senate of Thailand"}
CONTENTS = {"th": "สารบัญ", "en": "Contents"}
LANDMARKS = {"th": "ส่วนสำคัญ", "en": "Landmarks"}
TITLE_PAGE = {"th": "หน้าชื่อเรื่อง", "en": "Title page"}
TEXT = {"th": "เนื้อหา", "en": "Text"}
SUMMARY = {
    "th": "มีข้อความครบและเสียงครบทุกประโยคตรงกัน ไปตามหมวดและมาตราได้ ไม่มีภาพ "
    "ตรวจด้วย EPUBCheck และ Ace ซึ่งเป็นโปรแกรม ยังไม่มีคนรับรองตามมาตรฐาน",
    "en": "Full text and full sound in step, sentence by sentence, with navigation by chapter and "
    "section. No pictures. Made to pass EPUBCheck and Ace, which are programs; no person has "
    "certified it.",
}
_COMPUTER = {"th": "เสียงสังเคราะห์ของคอมพิวเตอร์ {0}", "en": "Computer voice {0}"}
_PEOPLE = {"th": "เสียงคน", "en": "Read by people"}
_BOTH = {
    "th": "บางตอนเป็นเสียงคน ตอนอื่นเป็นเสียงสังเคราะห์ของคอมพิวเตอร์ {0}",
    "en": "Parts read by people, the rest by the computer voice {0}",
}
_READERS = {"th": "ผู้อ่าน: {0}", "en": "Readers: {0}"}


def in_language(words: dict[str, str], lang: str) -> str:
    """Return the words in `lang`; English where there are none."""
    return words.get(lang, words["en"])


def narrator(contents: Contents) -> str:
    """Say who reads the book: people, by name where they gave one, a computer, or both."""
    narrated = [track.narrated for track in contents.tracks]
    words = _PEOPLE if all(narrated) else _BOTH if any(narrated) else _COMPUTER
    said = in_language(words, contents.document.lang).format(contents.voice)
    return ". ".join(filter(None, (said, readers(contents))))


def readers(contents: Contents) -> str:
    """Name the people who read the book; empty where they gave no name."""
    if not contents.credits:
        return ""
    return in_language(_READERS, contents.document.lang).format(", ".join(contents.credits))
