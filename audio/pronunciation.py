"""Where FastThaiG2P's dictionary is wrong about words that the texts of a parliament are full of.

Found by comparing its dictionary with its own rules over laws and government news and looking at
what differed. Readings follow the Royal Society of Thailand's dictionary (พจนานุกรม 2554).
"""

import re

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

# What is wrong wherever a spelling holds the first: the leading อ of four words is silent.
_PARTS = (
    (re.compile("อย(?:ู่|่า|าก)"), re.compile("(?:ʔa|ja)˨˩\\.(?=j)"), ""),
    (re.compile("ระยะ"), re.compile("jaʔ˨˩"), "jaʔ˦˥"),
    (re.compile("เกษตร"), re.compile("sɛːt̚"), "seːt̚"),
    (re.compile("ราช"), re.compile("raːt̚˦˥"), "raːt̚˥˩"),
    (re.compile("ภาพ"), re.compile("pʰaːp̚˦˥"), "pʰaːp̚˥˩"),
    (re.compile("มาตร"), re.compile("maːt̚(?:˦˥|˨˩)"), "maːt̚˥˩"),
    (re.compile("เวช"), re.compile("weːt̚˦˥"), "weːt̚˥˩"),
)


def corrected(word: str, ipa: str) -> str:
    """Return the IPA to say for a word of which the dictionary says `ipa`."""
    if word in WORDS:
        return WORDS[word]
    for spelling, wrong, right in _PARTS:
        if spelling.search(word):
            ipa = wrong.sub(right, ipa)
    return ipa
