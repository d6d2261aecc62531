"""What holds of every text that is read aloud."""

import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.util import thaiword_to_num

from thai_text.reading import READING_VERSION, spoken, thai_number
from thai_text.reading.abbreviations import TABLE
from thai_text.reading.letters import letter_name
from thai_text.short_forms import BARE

DATA = Path(__file__).parents[3] / "../shared/data"
# The first word after a ๆ loads the dictionary, which takes longer than a text.
slow_start = settings(deadline=None)
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the real texts are not on this machine")


@slow_start
@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_a_number_said_is_the_number_written(n):
    assert thaiword_to_num(thai_number(n)) == n


def test_a_number_below_zero_begins_with_lop():
    assert thai_number(-21) == "ลบยี่สิบเอ็ด"


@slow_start
@given(st.integers(min_value=0, max_value=999_999_999))
def test_both_kinds_of_digits_sound_alike(n):
    arabic = f"{n:,}"
    thai = arabic.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert spoken(thai) == spoken(arabic) == thai_number(n)


@slow_start
@given(st.text(max_size=80))
def test_any_text_at_all_can_be_read_without_a_digit_left(text):
    said = spoken(text)
    assert not re.search("[0-9๐-๙ๆฯ]", said)
    assert said.count("\n") == text.count("\n")


@slow_start
@given(st.text(alphabet="มาตรา๑๒5 ./-,()กพศรบนสว.ๆฯ%:\n", max_size=60))
def test_any_law_like_text_keeps_its_lines(text):
    assert spoken(text).count("\n") == text.count("\n")


@slow_start
@given(st.lists(st.sampled_from(["ประชาชน", "วุฒิสภา", "Senate", "ณ", "ธ", "คน", "ผล", "e-mail"])))
def test_reading_plain_words_changes_no_word(words):
    plain = " ".join(words)
    assert spoken(plain) == plain


def test_the_version_is_a_word_that_a_file_name_can_hold():
    assert re.fullmatch("[0-9A-Za-z.-]+", READING_VERSION)


def test_letters_that_are_a_word_of_their_own_are_no_abbreviation_without_dots():
    # The dictionary lists these abbreviations as if they were words.
    listed = {"กทม", "บขส", "สตช", "สลน", "รมว", "สนช", "รฟท", "สสส"}
    assert {short for short in BARE if len(short) > 2} & thai_words() == listed
    assert spoken("ทอดสมอ กรอ สมอ") == "ทอดสมอ กรอ สมอ"


def test_every_abbreviation_is_read_in_words():
    left = {
        words
        for readings in TABLE.values()
        for words in readings.values()
        if re.search("[.0-9]", words)
    }
    assert left == set()


def test_two_letters_of_an_item_never_sound_alike():
    letters = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
    assert len({letter_name(letter) for letter in letters}) == len(letters)


ENGLISH = [
    ("1/2 of the members, 2/3 of all", "one half of the members, two thirds of all"),
    ("Section 112/1 of the Code", "Section 112 stroke 1 of the Code"),
    ("on 12/03/2567 or 2024-03-12", "on 12 March 2567 or 12 March 2024"),
    ("B.E.2560", "Buddhist Era 2560"),
    ("Tel. 02-831-9333", "Tel. 0 2, 8 3 1, 9 3 3 3"),
    ("Act, B.E. 2560", "Act, Buddhist Era 2560"),
    ("s. 136", "section 136"),
    ("ss. 81 and 136", "sections 81 and 136"),
    ("No. ๕", "number 5"),
    ("5-10%", "5 to 10 percent"),
    ("section 12/1", "section 12 stroke 1"),
    ("Smith & Co", "Smith and Co"),
    ("฿1,250", "1,250 baht"),
    ("bill No. ....", "bill No. left blank"),
    ("the พ.ร.บ. of 2017", "the พระราชบัญญัติ of 2017"),
    ("see, e.g. this, etc.", "see, for example this, et cetera."),
    ("fruit, etc. were sold, etc. The rest", "fruit, et cetera were sold, et cetera. The rest"),
]


@pytest.mark.parametrize(("written", "said"), ENGLISH)
def test_english_law_is_read_with_its_short_forms_in_full(written, said):
    assert spoken(written, lang="en") == said


@needs_data
def test_whole_laws_are_read_line_by_line_without_a_digit_left():
    with gzip.open(DATA / "laws_full.jsonl.gz", "rt", encoding="utf-8") as file:
        laws = [json.loads(line)["text"] for number, line in enumerate(file) if number % 20 == 0]
    assert len(laws) == 34
    for law in laws:
        said = spoken(law)
        assert said.count("\n") == law.count("\n")
        assert not re.search("[0-9๐-๙ๆฯ/()]", said)


@needs_data
def test_the_title_of_every_bill_is_read_with_its_blanks():
    rows = (DATA / "bills.jsonl").read_text(encoding="utf-8").splitlines()
    titles = [json.loads(row)["title"] for row in rows]
    blank = [spoken(title) for title in titles if re.search(r"พ\.ศ\. ?[.…]", title)]
    assert len(blank) > 300
    assert all("พุทธศักราช เว้นว่าง" in title for title in blank)
    assert not any(re.search("[0-9๐-๙.…]", spoken(title)) for title in titles)
