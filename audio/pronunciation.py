"""Where FastThaiG2P's dictionary is wrong about words that the texts of a parliament are full of.

Found by comparing its dictionary with its own rules over laws and government news and looking at
what differed. Readings follow the Royal Society of Thailand's dictionary (พจนานุกรม 2554).
"""

import hashlib
import re
from pathlib import Path

WORDS = {
    "ไทย": "tʰaj˧",
    "ไท": "tʰaj˧",
    "ชม": "t͡ɕʰom˧",
    "จบ": "t͡ɕop̚˨˩",
    "พล": "pʰon˧",
    "นม": "nom˧",
    "นพ": "nop̚˦˥",
    "กบ": "kop̚˨˩",
    "บก": "bok̚˨˩",
    "ตง": "toŋ˧",
    "ชวน": "t͡ɕʰua̯n˧",
    "ผู้ว่าการ": "pʰuː˥˩.waː˥˩.kaːn˧",
    "เฉลิมพระเกียรติ": "t͡ɕʰa˨˩.lɤːm˩˩˦.pʰra˦˥.kia̯t̚˨˩",
    "อนุรักษ์": "ʔa˨˩.nu˦˥.rak̚˦˥",
    "การฟื้นฟูสมรรถภาพ": "kaːn˧.fɯːn˦˥.fuː˧.sa˨˩.mat̚˦˥.tʰa˨˩.pʰaːp̚˥˩",
    "การรถไฟแห่งประเทศไทย": "kaːn˧.rot̚˦˥.faj˧.hɛŋ˨˩.pra˨˩.tʰeːt̚˥˩.tʰaj˧",
    "มาสู่": "maː˧.suː˨˩",
    "การผลักดัน": "kaːn˧.pʰlak̚˨˩.dan˧",
    "เป็นเหตุให้": "pen˧.heːt̚˨˩.haj˥˩",
    "ความเสมอภาค": "kʰwaːm˧.sa˨˩.mɤː˩˩˦.pʰaːk̚˥˩",
    "พระบรมราชินีนาถ": "pʰra˦˥.bɔː˧.rom˧.raː˧.t͡ɕʰi˦˥.niː˧.naːt̚˥˩",
    "ประสบความสำเร็จ": "pra˨˩.sop̚˨˩.kʰwaːm˧.sam˩˩˦.ret̚˨˩",
    "อากรขาเข้า": "ʔaː˧.kɔːn˧.kʰaː˩˩˦.kʰaw˥˩",
    "ภูมิพล": "pʰuː˧.mi˦˥.pʰon˧",
    "ยังชีพ": "jaŋ˧.t͡ɕʰiːp̚˥˩",
    "พลังงานปรมาณู": "pʰa˦˥.laŋ˧.ŋaːn˧.pa˨˩.ra˦˥.maː˧.nuː˧",
}

# What is wrong in compounds wherever a spelling holds the first: the dictionary's longer words were
# filled in by hand or by rule and do not always agree with the words they are made of.
_PARTS = tuple(
    (re.compile(spelling), re.compile(wrong), right)
    for spelling, wrong, right in (
        ("อย(?:ู่|่า|าก)", "(?:ʔa|ja)˨˩\\.(?=j)", ""),
        ("ระยะ", "jaʔ˨˩", "jaʔ˦˥"),
        ("เกษตร", "sɛːt̚", "seːt̚"),
        ("ราช", "raːt̚(?:˦˥|˨˩)", "raːt̚˥˩"),
        ("ราช", "(?<=raːt̚˥˩\\.)t͡ɕʰa(?:˧|˨˩)(?=\\.)", "t͡ɕʰa˦˥"),
        ("ภาพ", "pʰaːp̚˦˥", "pʰaːp̚˥˩"),
        ("มาตร", "maːt̚(?:˦˥|˨˩)", "maːt̚˥˩"),
        ("เวช", "weːt̚˦˥", "weːt̚˥˩"),
        ("โยชน์", "joːt̚˨˩", "joːt̚˥˩"),
        ("อนุญาต", "jaːt̚˨˩", "jaːt̚˥˩"),
        ("อำนาจ", "naːt̚˨˩", "naːt̚˥˩"),
        ("สามารถ", "maːt̚˨˩", "maːt̚˥˩"),
        ("ทราบ", "saːp̚˨˩", "saːp̚˥˩"),
        ("อุตสาหกรรม", "sa˨˩\\.haː˩˩˦", "saː˩˩˦.ha˨˩"),
        ("กรรมการ", "ma˧", "ma˦˥"),
        ("อนุ(?:กรรม|มาตรา|ชน)", "nuk̚˦˥", "nu˦˥"),
        ("นายก", "jok̚˨˩", "jok̚˦˥"),
        ("กรณี", "ka˨˩\\.ra(?:˨˩|˦˥)", "kɔː˧.ra˦˥"),
        ("บริ(?:หาร|เวณ|การ|ษัท)", "ri˧", "ri˦˥"),
        ("ปริมาณ", "ri˨˩", "ri˦˥"),
        ("เลข(?:ที่|ท้าย|หมาย|ทะเบียน)", "leːk̚(?:˨˩|˦˥)", "leːk̚˥˩"),
        ("สมัคร", "mak̚˦˥", "mak̚˨˩"),
        ("โรค", "roːk̚˦˥", "roːk̚˥˩"),
        ("พลังงาน", "pʰa˧", "pʰa˦˥"),
        ("สมัย", "maj˧", "maj˩˩˦"),
        ("สยาม", "jaːm˧", "jaːm˩˩˦"),
        ("ประเด็น", "den˨˩", "den˧"),
        ("พิพาท", "pʰaːt̚˦˥", "pʰaːt̚˥˩"),
        ("ศุลก|ศิลปาก", "(?<=sun˩˩˦\\.|sin˩˩˦\\.)la˨˩", "la˦˥"),
        ("คมนาคม", "kʰa˧", "kʰa˦˥"),
        ("ธรรมนูญ", "tʰa˦˥\\.mam˧", "tʰa˨˩.tʰam˧.ma˦˥"),
        ("อธิบดี", "tʰi˦˥\\.bɔː", "tʰip̚˦˥.bɔː"),
        ("เฉลิม", "lim˩˩˦", "lɤːm˩˩˦"),
        ("ญัตติ", "jat̚˨˩(?=\\.ti)", "jat̚˦˥"),
        ("^มิ", "^/?mi˧", "mi˦˥"),
    )
)

_REVIEWED = Path(__file__).with_name("thai_words.tsv")
WORDS |= dict(line.split("\t") for line in _REVIEWED.read_text(encoding="utf-8").splitlines())

FINGERPRINT = hashlib.sha256(f"{sorted(WORDS.items())}{_PARTS}".encode()).hexdigest()[:8]


def corrected(word: str, ipa: str) -> str:
    """Return the IPA to say for a word of which the dictionary says `ipa`."""
    if word in WORDS:
        return WORDS[word]
    for spelling, wrong, right in _PARTS:
        if spelling.search(word):
            ipa = wrong.sub(right, ipa)
    return ipa
