"""Names of Thai letters and signs, for what no dictionary and no rule can read.

Consonants are said as in the alphabet without their key words (ก "ko"), with the tone of their
class (low and middle class level, high class rising); vowel signs and marks by their names.
"""

import re

_SOUNDS = {
    "k": "ก",
    "kʰ": "ขฃคฅฆ",
    "ŋ": "ง",
    "t͡ɕ": "จ",
    "t͡ɕʰ": "ฉชฌ",
    "s": "ซศษส",
    "j": "ญย",
    "d": "ฎด",
    "t": "ฏต",
    "tʰ": "ฐฑฒถทธ",
    "n": "ณน",
    "b": "บ",
    "p": "ป",
    "pʰ": "ผพภ",
    "f": "ฝฟ",
    "m": "ม",
    "r": "ร",
    "l": "ลฬ",
    "w": "ว",
    "h": "หฮ",
    "ʔ": "อ",
}
_HIGH_CLASS = "ขฃฉฐถผฝศษสห"

_SARA = "sa˨˩.raʔ˨˩"
_SIGNS = {
    "ะ": f"{_SARA}.ʔaʔ˨˩",
    "ั": "maj˦˥.han˩˩˦.ʔaː˧.kaːt̚˨˩",
    "า": f"{_SARA}.ʔaː˧",
    "ำ": f"{_SARA}.ʔam˧",
    "ิ": f"{_SARA}.ʔiʔ˨˩",
    "ี": f"{_SARA}.ʔiː˧",
    "ึ": f"{_SARA}.ʔɯʔ˨˩",
    "ื": f"{_SARA}.ʔɯː˧",
    "ุ": f"{_SARA}.ʔuʔ˨˩",
    "ู": f"{_SARA}.ʔuː˧",
    "เ": f"{_SARA}.ʔeː˧",
    "แ": f"{_SARA}.ʔɛː˧",
    "โ": f"{_SARA}.ʔoː˧",
    "ใ": f"{_SARA}.ʔaj˧.maj˦˥.mua̯n˦˥",
    "ไ": f"{_SARA}.ʔaj˧.maj˦˥.ma˦˥.laj˧",
    "ฤ": "rɯ˦˥",
    "ฦ": "lɯ˦˥",
    "ๅ": f"{_SARA}.ʔaː˧",
    "็": "maj˦˥.taj˨˩.kʰuː˦˥",
    "่": "maj˦˥.ʔeːk̚˨˩",
    "้": "maj˦˥.tʰoː˧",
    "๊": "maj˦˥.triː˧",
    "๋": "maj˦˥.t͡ɕat̚˨˩.ta˨˩.waː˧",
    "ฯ": "paj˧.jaːn˧.nɔːj˦˥",
    "ๆ": "maj˦˥.ja˦˥.mok̚˦˥",
    "ํ": "ni˦˥.kʰa˦˥.hit̚˨˩",
    "๏": "foːŋ˧.man˧",
    "๚": "ʔaŋ˧.kʰan˧.kʰuː˥˩",
    "๛": "kʰoː˧.muːt̚˥˩",
    "฿": "baːt̚˨˩",
}
_DIGITS = dict(
    zip(
        "๐๑๒๓๔๕๖๗๘๙",
        ("suːn˩˩˦", "nɯŋ˨˩", "sɔːŋ˩˩˦", "saːm˩˩˦", "siː˨˩")
        + ("haː˥˩", "hok̚˨˩", "t͡ɕet̚˨˩", "pɛːt̚˨˩", "kaːw˥˩"),
        strict=True,
    )
)

NAMES = {
    letter: f"{sound}ɔː{'˩˩˦' if letter in _HIGH_CLASS else '˧'}"
    for sound, letters in _SOUNDS.items()
    for letter in letters
}
NAMES |= _SIGNS | _DIGITS | {str(number): ipa for number, ipa in enumerate(_DIGITS.values())}

# A letter under the silencer is not said (ศิลป์); the pinthu and the old yamakkan say nothing.
_SILENT = re.compile("[ก-ฮ][ิุ]?์|[์๎ฺ]")


def spelled(text: str) -> list[str]:
    """Return the IPA of the name of each Thai letter, sign and digit that is not silenced."""
    return [NAMES[letter] for letter in _SILENT.sub("", text) if letter in NAMES]
