"""Words typed with the keyboard in the other language are understood, and others are left."""

import pytest

from thai_text import keyboard
from thai_text.keyboard import other_layout, with_stray_keys


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("l;ylfu", "สวัสดี"),
        ("dEs,kp", "กฎหมาย"),
        ("ijk'ritik=[yPPy9b", "ร่างพระราชบัญญัติ"),
        ("iy{Tii,o^P", "รัฐธรรมนูญ"),
        ("8Itdii,kTbdki", "คณะกรรมาธิการ"),
        ("l6ikdhk;sohk", "สุราก้าวหน้า"),
        ("8^j=u;b9", "คู่ชีวิต"),
        ("vkdkL ltvkf", "อากาศ สะอาด"),
        ("หำืฟะำ", "senate"),
        ("แฟืืฟิรห", "cannabis"),
        ("พำดำพำืกีทห", "referendums"),
        ("ิรสส", "bill"),
        ("้นีหำ นด", "house of"),
        ('r"i"[" dpL"', "พ.ร.บ. กยศ."),
        ('r"i"[" 9ei;0', "พ.ร.บ. ตำรวจ"),
        ("dpL", "กยศ"),
        (",k9ik @$$", "มาตรา ๑๓๓"),
        ("'[xit,kIxu #*((", "งบประมาณปี ๒๕๖๖"),
        ("หำแะรนื ๅ--", "section 133"),
        ("หำแะรนื 133", "section 133"),
    ],
)
def test_the_other_keyboard_was_meant(typed, meant):
    assert other_layout(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["senate", "cannabis bill", "budget", "covid-19", "2560", "b-1", "ab", "", "K7QX-M2PD-9A",
     "วุฒิสภา", "สหกรณ์ออมทรัพย์", "กยศ", "ก้าวไกล", "สุราก้าวหน้า", "มาตรา 133", "โควิด",
     "@$$", "ๅ--", "พ.ร.บ. กยศ.", "กกพ", "sหกรณ์", "สหกรiN์"],
)  # fmt: skip
def test_what_was_typed_was_meant(typed):
    assert other_layout(typed) is None


@pytest.mark.parametrize("word", ["งบประมาณ", "กัญชา", "อากาศสะอาด", "เลือกตั้ง", "ประชามติ"])
def test_a_thai_word_on_english_keys_is_found_back(word):
    keys = word.translate(keyboard._TO_ENGLISH)
    assert keys.isascii()
    assert other_layout(keys) == word


def test_every_key_of_both_layouts_has_one_sign():
    assert len(keyboard._US) == len(keyboard._KEDMANEE) == len(set(keyboard._US))
    assert len(set(keyboard._KEDMANEE)) == len(keyboard._KEDMANEE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sหกรณ์", "หหกรณ์"), ("สหดiณ์", "สหดรณ์"), ("มาตรk", "มาตรา"), ("สหกรINสหกร", "สหกรณ์สหกร")],
)
def test_stray_keys_within_a_thai_word_are_read_in_thai(typed, meant):
    assert with_stray_keys(typed) == meant


@pytest.mark.parametrize(
    "word", ["สหกรณ์", "ai", "", "โควิดCOVID", "5Gไทย", "ไทย4G", "สว.X", "iรัฐCOVID", "PDFไทย"]
)
def test_latin_words_beside_thai_are_no_stray_keys(word):
    assert with_stray_keys(word) is None
