"""Which cells stand for which print sign, without contractions.

Thai: the braille code of the Thailand Association of the Blind. English, figures and punctuation:
Unified English Braille, grade 1, to which the Thai code adds its letters.
"""

from __future__ import annotations

import re
import unicodedata

BLANK = "\u2800"


def cells(dots: str) -> str:
    """Unicode braille for dot numbers, cells parted by hyphens: "6-136" gives two cells."""
    return "".join(
        chr(0x2800 + sum(1 << (int(dot) - 1) for dot in cell)) for cell in dots.split("-")
    )


def _table(text: str) -> dict[str, str]:
    pairs = zip(*[iter(text.split())] * 2, strict=True)
    return {sign: cells(dots) for sign, dots in pairs}


CONSONANTS = _table(
    """
    ก 1245   ข 13      ฃ 356-13   ค 136      ฅ 36-136   ฆ 6-136    ง 12456
    จ 245    ฉ 34      ช 346      ซ 2346     ฌ 6-346    ญ 6-13456
    ฎ 6-145  ฏ 6-1256  ฐ 6-2345   ฑ 6-23456  ฒ 36-23456 ณ 6-1345
    ด 145    ต 1256    ถ 2345     ท 23456    ธ 356-23456 น 1345
    บ 1236   ป 12346   ผ 1234     ฝ 1346     พ 1456     ฟ 1246    ภ 6-1456  ม 134
    ย 13456  ร 1235    ล 123      ว 2456     ศ 6-234    ษ 36-234  ส 234
    ห 125    ฬ 6-123   อ 135      ฮ 123456   ฤ 1235-2   ฦ 123-2
    """
)
# The marks above and below stand alone here by their code points: they need a letter to be seen.
VOWELS = {
    "\u0e30": cells("1"),  # sara a
    "\u0e31": cells("345"),  # mai han-akat
    "\u0e32": cells("16"),  # sara aa
    "\u0e33": cells("1356"),  # sara am
    "\u0e34": cells("12"),  # sara i
    "\u0e35": cells("23"),  # sara ii
    "\u0e36": cells("246"),  # sara ue
    "\u0e37": cells("26"),  # sara uee
    "\u0e38": cells("14"),  # sara u
    "\u0e39": cells("25"),  # sara uu
    "\u0e40": cells("124"),  # sara e
    "\u0e41": cells("126"),  # sara ae
    "\u0e42": cells("24"),  # sara o
    "\u0e43": cells("156-2"),  # sara ai mai muan
    "\u0e44": cells("156"),  # sara ai mai malai
    "\u0e45": cells("5-16"),  # lakkhangyao
    "\u0e47": cells("3"),  # mai taikhu
}
TONES = {
    "\u0e48": cells("35"),  # mai ek
    "\u0e49": cells("256"),  # mai tho
    "\u0e4a": cells("2356"),  # mai tri
    "\u0e4b": cells("236"),  # mai chattawa
}
OTHER_THAI = {
    "\u0e2f": cells("56-23"),  # paiyannoi
    "\u0e3a": cells("3"),  # phinthu
    "\u0e3f": cells("4-12"),  # baht
    "\u0e46": cells("2"),  # mai yamok
    "\u0e4c": cells("356"),  # thanthakhat
    "\u0e4d": cells("5"),  # nikhahit
    "\u0e4e": cells("4-15"),  # yamakkan
    "\u0e4f": cells("4-14"),  # fongman
    "\u0e5a": cells("4-256"),  # angkhankhu
    "\u0e5b": cells("4-23"),  # khomut
}
THAI = CONSONANTS | VOWELS | TONES | OTHER_THAI
AND_SO_ON = cells("56-123")  # ฯลฯ

# Vowels that print writes around the consonants and grade 1 writes in one cell after them.
VOWEL_IA = cells("12356")
VOWEL_UEA = cells("12345")
VOWEL_UA = cells("15")
VOWEL_AO = cells("235")
VOWEL_OE = cells("146")

LATIN = _table(
    """
    a 1 b 12 c 14 d 145 e 15 f 124 g 1245 h 125 i 24 j 245 k 13 l 123 m 134 n 1345 o 135
    p 1234 q 12345 r 1235 s 234 t 2345 u 136 v 1236 w 2456 x 1346 y 13456 z 1356
    """
)
# Above, below or through a letter; the cells stand before it.
_MARKS = {
    "\u0301": cells("45-34"),  # acute
    "\u0300": cells("45-16"),  # grave
    "\u0302": cells("45-146"),  # circumflex
    "\u0308": cells("45-25"),  # diaeresis
    "\u0303": cells("45-12456"),  # tilde
    "\u0327": cells("45-12346"),  # cedilla
    "\u030a": cells("45-1246"),  # ring
    "\u030c": cells("45-346"),  # caron
    "\u0304": cells("4-36"),  # macron
    "\u0306": cells("4-346"),  # breve
}
_MARKED = _table("æ 1-45-235-15 œ 135-45-235-15 ø 4-16-135 ł 4-16-123 ß 46-2346")


def _marked_latin() -> dict[str, str]:
    """Small letters with one mark, which stands before its letter in braille."""
    marked = dict(_MARKED)
    for letter in map(chr, range(0xC0, 0x250)):
        base, *marks = list(unicodedata.normalize("NFD", letter))
        if len(marks) == 1 and base in LATIN and marks[0] in _MARKS:
            marked[letter] = _MARKS[marks[0]] + LATIN[base]
    return marked


LATIN |= _marked_latin()
# Each has a small letter of its own, so not that of ß.
CAPITALS = "".join(letter.upper() for letter in LATIN if letter.upper().lower() == letter)
GREEK = _table(
    """
    α 46-1 β 46-12 γ 46-1245 δ 46-145 ε 46-15 ζ 46-1356 η 46-156 θ 46-1456 ι 46-24 κ 46-13
    λ 46-123 μ 46-134 µ 46-134 ν 46-1345 ξ 46-1346 ο 46-135 π 46-1234 ρ 46-1235 σ 46-234
    ς 46-234 τ 46-2345 υ 46-136 φ 46-124 χ 46-12346 ψ 46-13456 ω 46-2456
    """
)
FIGURES = _table("1 1 2 12 3 14 4 145 5 15 6 124 7 1245 8 125 9 24 0 245")
CAPITAL = cells("6")  # twice for a word, three times for a passage
CAPITALS_END = cells("6-3")
LETTER_SIGN = cells("56")
NUMBER = cells("3456")
THAI_NUMBER = cells("6-3456")
FRACTION_LINE = cells("34")
# Right after figures these cells would be read as more of them.
READ_AS_FIGURES = frozenset(FIGURES.values())
RAISED = cells("56-35")
LOWERED = cells("56-26")
POINTS = cells("6")  # each of three or more points in a row
OPENING_QUOTE = cells("236")
CLOSING_QUOTE = cells("356")
CLOSING_SINGLE_QUOTE = cells("6-356")
PUNCTUATION = _table(
    """
    , 2  ; 23  : 25  . 256  ! 235  ? 236  ' 3  ’ 3  ‘ 6-236  - 36  – 6-36  — 6-36
    ( 5-126  ) 5-345  [ 46-126  ] 46-345  { 456-126  } 456-345  / 456-34  \\ 456-16
    + 5-235  − 5-36  = 5-2356  × 5-236  ÷ 5-34  < 4-126  > 4-345  * 5-35  % 46-356
    & 4-12346  @ 4-1  # 456-1456  _ 46-36  $ 4-234  £ 4-123  € 4-15  § 45-234  ° 45-245
    • 456-256  ● 456-256  ▪ 456-256  ◦ 456-256  · 456-256  ∙ 456-256
    ± 456-235  ≤ 456-4-126  ≥ 456-4-345  ≠ 5-2356-4-156  ∞ 3456-123456  ′ 2356  ″ 2356-2356
    → 56-1256-135  ← 56-1256-246  ↑ 56-1256-346  ↓ 56-1256-146  © 45-14  ® 45-1235  ™ 45-2345
    ¢ 4-14  ¥ 4-13456  ¶ 45-1234  † 4-6-1456  ‡ 4-6-12456  ¿ 45-56-236  ¡ 45-56-235
    ✓ 4-146  ✔ 4-146  □ 1246-3456-145  ☐ 1246-3456-145  ■ 456-1246-3456-145  ○ 1246-123456
    “ 236  ” 356  « 6-236  » 6-356  | 456-1256  ~ 4-35  ^ 4-26  ` 4-16
    """
)
PUNCTUATION |= GREEK | {
    capital: CAPITAL + written
    for letter, written in GREEK.items()
    if len(capital := letter.upper()) == 1 and capital not in GREEK
}
# In grade 1 the cell of the exclamation mark is a vowel.
GRADE_1_EXCLAMATION = cells("456-235")
# A sign that the code does not know: the dot locator, then a question mark.
UNKNOWN = cells("46-123456-236")
_TONE_BEFORE_AM = re.compile("([่-๋])ำ")


def tone_after_am(word: str) -> str:
    """The word with each tone after sara am, where braille reads it, though it is typed before."""
    return _TONE_BEFORE_AM.sub(r"ำ\1", word)
