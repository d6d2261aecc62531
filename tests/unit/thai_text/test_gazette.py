"""Places in the Royal Gazette are read as laws, officers and citizens write them."""

import pytest

from thai_text.gazette import GazettePlace, place_in, place_of_law


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("เล่ม ๗๑/ตอนที่ ๑๔/หน้า ๒๘๕/๒ มีนาคม ๒๔๙๗", ("71", "14", "285")),
        ("ราชกิจจานุเบกษา เล่ม ๑๓๔/ตอนที่ ๔๐ ก/หน้า ๑/๖ เมษายน ๒๕๖๐", ("134", "40 ก", "1")),
        ("เล่ม 134 ตอนที่ 40 ก", ("134", "40 ก", "")),
        ("เล่ม 134 ตอน 40ก หน้า 1", ("134", "40 ก", "1")),
        ("เล่มที่ 134 ของราชกิจจานุเบกษา ตอนที่ 40 ก", ("134", "40 ก", "")),
        ("เล่ม ๑๓๕ /ตอน ๕๒ ก/หน้า๑", ("135", "52 ก", "1")),
        ("เล่ม 131 ตอนพิเศษ 94 ง", ("131", "พิเศษ 94 ง", "")),
        ("เล่ม ๑๓๑/ตอนพิเศษ ๑๓๔ ง/หน้า ๙", ("131", "พิเศษ 134 ง", "9")),
        ("เล่ม ๑๐๘/ตอนที่ ๑๒๙/ฉบับพิเศษ หน้า ๑/๒๔ กรกฎาคม ๒๕๓๔", ("108", "129", "1")),
        ("เล่ม 134 40 ก", ("134", "40 ก", "")),
        ("เล่ม 134/40 ก/1", ("134", "40 ก", "")),
        ("รก. 134/40 ก/1", ("134", "40 ก", "1")),
        ("๑๓๔/๔๐ ก", ("134", "40 ก", "")),
        ("volume 136 part 94", ("136", "94", "")),
        ("Royal Gazette, Vol. 134, Part 40 A, page 1", ("134", "40 ก", "1")),
        ("Government Gazette 134/40 a", ("134", "40 ก", "")),
        ("Vol. 131, special part 94", ("131", "พิเศษ 94", "")),
    ],
)
def test_a_place_is_read(text, place):
    assert place_in(text) == GazettePlace(*place)


@pytest.mark.parametrize(
    "text",
    ["", "134/40", "เล่มเกม ตอนที่ 3", "เล่ม ๕๒/-/หน้า ๑๙๗๘", "เล่ม ๙๖/ตอนที่ พิเศษ/ฉบับพิเศษ หน้า ๒๑", "12/1"],
)
def test_what_names_no_part_is_no_place(text):
    assert place_in(text) is None


@pytest.mark.parametrize(
    ("asked", "kept", "is_there"),
    [
        ("94 ก", "94 ก", True),
        ("94", "94 ก", True),
        ("94", "94", True),
        ("94 ก", "พิเศษ 94 ก", True),
        ("94", "พิเศษ 94 ง", True),
        ("พิเศษ 94 ง", "94 ง", False),
        ("94 ก", "94 ข", False),
        ("9", "94 ก", False),
        ("94", "", False),
    ],
)
def test_a_part_is_met_by_what_was_said_of_it(asked, kept, is_there):
    assert GazettePlace("1", asked).is_in_part(kept) is is_there


def test_a_law_was_printed_where_its_first_footnote_says():
    text = (
        "มาตรา ๑ ชื่อ[๑]\nมาตรา ๒ รักษาการ\n"
        "[๑] ราชกิจจานุเบกษา เล่ม ๖๐/ตอนที่ ๖๙/หน้า ๑๗๙๔/๒๘ ธันวาคม ๒๔๘๖\n"
        "[๒] ราชกิจจานุเบกษา เล่ม ๗๙/ตอนที่ ๘๖/หน้า ๙๗๘/๑๘ กันยายน ๒๕๐๕"
    )
    assert place_of_law(text) == GazettePlace("60", "69", "1794")


def test_or_where_its_last_line_says_and_nowhere_else():
    last = "ราชกิจจานุเบกษา เล่ม 134 ตอนที่ 40 ก"
    assert place_of_law(f"มาตรา ๑ ชื่อ\n{last}\n") == GazettePlace("134", "40 ก")
    assert place_of_law(f"มาตรา ๑ ชื่อ\n({last})") == GazettePlace("134", "40 ก")
    assert place_of_law(f"{last}\nมาตรา ๑ ชื่อ") is None
    assert place_of_law(f"มาตรา ๑ ตามประกาศใน{last}") is None
