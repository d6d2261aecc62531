"""A receipt code in words, for reading aloud and over the telephone.

Digits by their names. A letter by its name and a word that begins with it: in Thai an everyday loan
word (letter names such as บี, ดี and พี sound alike), in English the word of the ICAO alphabet.
"""

from webapp.shared.receipt import groups

_THAI = {
    "0": "ศูนย์", "1": "หนึ่ง", "2": "สอง", "3": "สาม", "4": "สี่",
    "5": "ห้า", "6": "หก", "7": "เจ็ด", "8": "แปด", "9": "เก้า",
    "A": "เอ แอปเปิล", "B": "บี บอล", "C": "ซี คอมพิวเตอร์", "D": "ดี ดอลลาร์", "E": "อี อีเมล",
    "F": "เอฟ ฟุตบอล", "G": "จี กอล์ฟ", "H": "เอช แฮมเบอร์เกอร์", "J": "เจ แจ็กเกต", "K": "เค กิโล",
    "M": "เอ็ม มอเตอร์ไซค์", "N": "เอ็น เน็ต", "P": "พี เปียโน", "Q": "คิว ควีน", "R": "อาร์ โรบอต",
    "S": "เอส สตาร์", "T": "ที แท็กซี่", "V": "วี วิตามิน", "W": "ดับเบิลยู เว็บไซต์", "X": "เอกซ์ เอกซเรย์",
    "Y": "วาย โยคะ", "Z": "แซด ซูม",
}  # fmt: skip
_ENGLISH = {
    "0": "zero", "1": "one", "2": "two", "3": "three", "4": "four",
    "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine",
    "A": "A alfa", "B": "B bravo", "C": "C charlie", "D": "D delta", "E": "E echo",
    "F": "F foxtrot", "G": "G golf", "H": "H hotel", "J": "J juliett", "K": "K kilo", "M": "M mike",
    "N": "N november", "P": "P papa", "Q": "Q quebec", "R": "R romeo", "S": "S sierra",
    "T": "T tango", "V": "V victor", "W": "W whiskey", "X": "X x-ray", "Y": "Y yankee",
    "Z": "Z zulu",
}  # fmt: skip
_WORDS = {"th": _THAI, "en": _ENGLISH}


def spoken(code: str, language: str) -> list[list[str]]:
    """The words for each sign, group by group; `language` is "th" or "en"."""
    return [[_WORDS[language][sign] for sign in group] for group in groups(code)]
