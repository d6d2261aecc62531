"""Letters that the print font lacks are told in words that it has, and nothing else is changed."""

import pytest

from webapp.shared.printing import MAY_BREAK
from webapp.shared.printing.faces import faces
from webapp.shared.printing.lacking import named, with_names

WHY = {
    "th": " ซึ่งแบบตัวพิมพ์ของไฟล์นี้ไม่มี",
    "en": ", which the type of this file does not have",
}


def told(text, lang):
    return named(text, lang).replace(MAY_BREAK, "").replace(WHY[lang], "")


@pytest.mark.parametrize(
    ("text", "thai", "english"),
    [
        ("✅", "[เครื่องหมายถูก]", "[check mark]"),
        ("✔️ ❌", "[เครื่องหมายถูก] [เครื่องหมายผิด]", "[check mark] [cross mark]"),
        ("家", "[อักษรจีน ๑ ตัว]", "[1 Chinese character]"),
        ("中泰 一家亲", "[อักษรจีน ๕ ตัว]", "[5 Chinese characters]"),
        ("ລາວ", "[อักษรลาว ๓ ตัว]", "[3 Lao characters]"),
        ("中ລາວ", "[อักษรจีน ๑ ตัว, อักษรลาว ๓ ตัว]", "[1 Chinese character, 3 Lao characters]"),
        ("Цчi", "[อักษรซีริลลิก ๒ ตัว]i", "[2 Cyrillic characters]i"),
        ("γ", "[อักษร greek small letter gamma]", "[greek small letter gamma]"),
        ("x⁺", "x[อักษร superscript plus sign]", "x[superscript plus sign]"),
        ("👍🏽", "[ยกนิ้วให้]", "[thumbs up]"),
        ("\uf70e", "[อักษรที่อ่านไม่ได้]", "[unreadable letter]"),
        ("\ufffd", "[อักษรที่อ่านไม่ได้]", "[unreadable letter]"),
        ("☐ ☑", "[ช่องว่างให้ทำเครื่องหมาย] [ช่องที่ทำเครื่องหมายแล้ว]", "[empty box] [ticked box]"),
    ],
)
def test_a_letter_without_a_sign_is_told_by_its_name(text, thai, english):
    assert told(text, "th") == thai
    assert told(text, "en") == english


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ข้อ ㆍ ก", "ข้อ · ก"),
        ("● ▪", "• •"),
        ("═══", "---"),
        ("％ ‼ ㎡", "% !! m2"),
        ("① 2⅕", "(1) 2 1⁄5"),
        ("ก ⃣", "ก "),
        ("a\x9fb\u202fc\u200dd", "ab cd"),
        ("กฎหมาย ² ½ √ ≥ → • “ก” e\u0301", "กฎหมาย ² ½ √ ≥ → • “ก” e\u0301"),
    ],
)
def test_what_looks_the_same_needs_no_name(text, shown):
    assert named(text, "th") == shown


@pytest.mark.parametrize("lang", ["th", "en"])
def test_why_is_said_the_first_time_alone(lang):
    page = f'<html lang="{lang}"><p>ก 中</p><ul><li>泰</li><li>✅</li></ul>'
    found = with_names(page).replace(MAY_BREAK, "")
    assert found.count(WHY[lang]) == 1
    assert found.index(WHY[lang]) < found.index("<ul>")


def test_tags_titles_and_what_is_escaped_stay_as_they_are():
    page = '<html lang="en"><title>中</title><h1 data-bookmark="中">&lt;b&gt; 中 &amp;</h1>'
    found = with_names(page).replace(WHY["en"], "")
    assert found == page.replace("; 中 &", "; [1 Chinese character] &")


def test_every_word_for_a_letter_has_its_letters_in_every_face():
    whole = "".join(map(chr, range(0x80, 0x2FFFF)))
    letters = {ord(letter) for lang in ("th", "en") for letter in named(whole, lang)}
    for face in faces().values():
        assert letters - set(face.widths) <= {ord(MAY_BREAK)}
