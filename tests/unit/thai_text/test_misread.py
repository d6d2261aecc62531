"""Thai that was read in the wrong encoding is read again; nothing else is touched."""

import pytest

from thai_text.clean import clean, clean_name
from thai_text.misread import count_misread, read_again
from thai_text.trust import Doubt, judge

LAW = "พระราชบัญญัติการประชุมสภา พ.ศ. ๒๕๖๗ “ภาษาไทย” มาตรา ๑ ก ข เธอเน้นฅนภูเขา"


def misread(data, encoding):
    """As programs read bytes: a code that the encoding lacks is kept."""
    return "".join(bytes([code]).decode(encoding, "ignore") or chr(code) for code in data)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp874"])
def test_utf8_read_in_another_encoding_is_read_again(encoding):
    assert clean(misread(LAW.encode(), encoding)) == LAW


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_thai_windows_read_as_latin_is_read_again(encoding):
    assert clean(misread(LAW.encode("cp874"), encoding)) == LAW
    assert clean(misread("พระ".encode("cp874"), encoding)) == "พระ"


def test_what_was_misread_twice_is_read_again_twice():
    twice = misread(misread(LAW.encode(), "cp1252").encode(), "cp1252")
    assert read_again(twice) == LAW
    # With its unbreakable spaces it lost letters.
    assert Doubt.MISREAD in judge(read_again(twice.replace("\xa0", " "))).doubts


def test_a_space_that_does_not_break_may_have_become_a_common_one():
    assert read_again(misread("ภาษาของภาค".encode(), "cp1252").replace("\xa0", " ")) == "ภาษาของภาค"


def test_names_are_read_again_too():
    assert clean_name(misread("สมชาย ใจดี".encode(), "cp1252")) == "สมชาย ใจดี"


def test_words_beside_misread_ones_stay():
    mixed = "มาตรา ๑ café " + misread("สภาผู้แทนราษฎร".encode(), "cp1252") + " Ångström"
    assert read_again(mixed) == "มาตรา ๑ café สภาผู้แทนราษฎร Ångström"


@pytest.mark.parametrize(
    "text",
    [
        LAW,
        "naïve café Ångström ÄÖÜ Curaçao «À» ¿Qué? 20–30° £5 ½ ¼ “quoted” ·····",
        "L’élève a mangé à Besançon; Øre, Þór, Łódź",
        "เธอเนื้อเธอเนื้อหา",
    ],
)
def test_sound_texts_of_any_language_stay_and_are_trusted(text):
    assert read_again(text) == text
    assert count_misread(text) == 0
    assert Doubt.MISREAD not in judge(text).doubts


@pytest.mark.parametrize("text", ["à¸?à¸£à¸?", "¾ÃxÐ ÃÒªzºÑµÔ", "Ã Â¸?"])
def test_what_lost_its_bytes_is_shown_to_a_person(text):
    assert Doubt.MISREAD in judge(clean(text)).doubts


def test_a_hostile_row_of_signs_takes_no_time():
    for sign in "¡àÃ¸":
        clean(sign * 200_000)
        judge(sign * 200_000)
