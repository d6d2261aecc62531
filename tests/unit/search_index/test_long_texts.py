"""Of a very long text the part that holds most of a query is looked at, and no word of it is lost."""

import pytest

from search_index.entry import Entry
from search_index.finding import find
from search_index.long_texts import LONGEST_READ, telling_part, telling_span
from search_index.order import Order
from search_index.passages import passage
from search_index.query import parse
from search_index.results import Hit, Results

FILLING = "บัญชีสินค้าขาเข้า ชนิดที่ 12\n" * 5_000


class Engine:
    """Finds the entries "long" and "short", in this order."""

    def search(self, *_all, **_named):
        return Results([Hit("long", 2.0), Hit("short", 1.0)], 2)


def shown(text, typed):
    return "".join(words for words, _found in passage(text, parse(typed)))


def marked(text, typed):
    return {words for words, is_found in passage(text, parse(typed)) if is_found}


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_wherever_a_word_stands_in_a_long_text_the_passage_is_around_it(place):
    at = len(FILLING) * place // 3
    text = FILLING[:at] + " เครื่องวัดแผ่นดินไหวใต้ทะเล " + FILLING[at:]
    assert marked(text, "แผ่นดินไหว") == {"แผ่นดินไหว"}
    assert shown(text, "แผ่นดินไหว").startswith("…") is (place > 0)
    assert shown(text, "แผ่นดินไหว").endswith("…") is (place < 3)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ตู้ กันไฟ", "ตู้กันไฟ"),
        ('"ตู้กันไฟ"', "ตู้ กันไฟ"),
        ("8531", "๘๕๓๑"),
        ("1234567", "1,234,567"),
        ("studies", "Study"),
        ("FIRE alarms", "fire alarm"),
        ("2565", "ค.ศ. 2022"),
    ],
)
def test_it_is_found_however_it_is_written_there(typed, written):
    text = f"{FILLING} {written} {FILLING}"
    assert written in telling_part(text, parse(typed))
    assert marked(text, typed)


def test_what_was_typed_goes_before_its_words_apart_and_the_first_of_several_is_taken():
    apart = f"ตู้ {'ก ' * 300} กันไฟ"
    text = f"{apart} {FILLING} ที่หนึ่ง ตู้กันไฟ {FILLING} ที่สอง ตู้กันไฟ {FILLING}"
    assert "ที่หนึ่ง" in telling_part(text, parse("ตู้กันไฟ"))


def test_what_lies_across_two_parts_is_whole_in_one_of_them():
    words = "ตู้กันไฟสำหรับเก็บเอกสารราชการ"
    for before in range(LONGEST_READ - 40, LONGEST_READ + 2):
        text = "ก" * before + words + "ข" * LONGEST_READ
        assert words in telling_part(text, parse(words))


def test_every_letter_is_in_a_part_and_parts_are_bounded():
    text = "".join(f"{number} " for number in range(40_000))
    for number in (0, 7_777, 22_222, 39_999):
        start, end = telling_span(text, parse(str(number)))
        assert f" {number} " in f" {text[start:end]} "
        assert end - start <= LONGEST_READ
        # No number is cut in two.
        assert text[start - 1 : start] in ("", " ")
        assert text[end - 1] == " "


@pytest.mark.parametrize(("typed", "near"), [("มาตรา 12", "มาตรา ๑๒๓"), ("8531", "85 31")])
def test_what_only_looks_like_it_is_passed_over(typed, near):
    filling = "บัญชีสินค้าขาเข้า " * 4_000
    text = f"{near} {filling} ตรงนี้ {typed} {filling}"
    assert f"ตรงนี้ {typed}" in telling_part(text, parse(typed))


def test_a_shorter_text_is_looked_at_as_a_whole():
    text = "ก" * LONGEST_READ
    assert telling_span(text, parse("ข")) == (0, LONGEST_READ)


def test_how_literally_a_long_text_holds_what_was_typed_is_seen_at_its_end_too():
    long = Entry("long", "section", "/l", "พิกัด", text=FILLING + "ตู้กันไฟ")
    short = Entry("short", "section", "/s", "พิกัด", text="ตู้ของเขา กันไฟ")
    kept = {"long": long, "short": short}
    page = find(Engine(), parse("ตู้กันไฟ"), lambda ids: {one: kept[one] for one in ids})
    # The whole entry, not the part that was looked at.
    assert page.entries == [long, short]
    newest = find(Engine(), parse("ตู้กันไฟ"), lambda _: kept, order=Order.DAY)
    assert newest.entries == [long, short]
