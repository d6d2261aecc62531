"""Names of Thai letters, as they are said in abbreviations and in the items of a law."""

# One sound may be written by several letters: those are told apart by their full name in items.
_FULL = {
    "ฃ": "ขอขวด", "ฅ": "คอคน", "ฆ": "คอระฆัง", "ฌ": "ชอเฌอ", "ญ": "ยอหญิง", "ฎ": "ดอชฎา",
    "ฏ": "ตอปฏัก", "ฐ": "ถอฐาน", "ฑ": "ทอมณโฑ", "ฒ": "ทอผู้เฒ่า", "ณ": "นอเณร", "ธ": "ทอธง",
    "ภ": "พอสำเภา", "ศ": "สอศาลา", "ษ": "สอฤๅษี", "ฬ": "ลอจุฬา",
}  # fmt: skip
_SAME_SOUND = dict(zip("ฃฅฆฌญฎฏฐฑฒณธภศษฬ", "ขคคชยดตถททนทพสสล", strict=True))


def letter_name(letter: str) -> str:
    """Say one Thai consonant so that it cannot be mistaken for another (item (ก) of a section)."""
    return _FULL.get(letter, letter + "อ")


def letter_names(letters: str) -> str:
    """Say an abbreviation letter by letter, shortly, as people do (`กฟผ` is กอ ฟอ ผอ).

    The spaces keep a voice from reading two names as one word: บอ ชอ นอ is not บอ ชอน อ.
    """
    return " ".join(_SAME_SOUND.get(letter, letter) + "อ" for letter in letters)
