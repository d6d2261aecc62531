"""Lines for paper and displays: nothing too long, nothing lost, no word cut without need."""

import pytest

from braille import GRADES, PRESETS
from braille.brf import document_brf, from_ascii, to_ascii
from braille.layout import document_lines, document_text, text_lines
from braille.side_by_side import side_by_side
from braille.translate import pieces, translate
from thai_text.outline import Block, Document, parse

TEXT = (
    "หมวด ๑\nบททั่วไป\n"
    "มาตรา ๑๒/๑ ให้วุฒิสภาพิจารณาร่างพระราชบัญญัตินี้ (ฉบับที่ ๒) พ.ศ. ๒๕๖๐ “โดยเร็ว” ต่าง ๆ ฯลฯ\n"
    "(๑) ติดต่อ info@example.go.th หรือ https://www.example.go.th/view/1/หน้าแรก\n"
    "(๒) THE SENATE OF THAILAND จ่ายเงิน 1,250,000.50 บาท คิดเป็นร้อยละ ๑๐.๕\n"
    "มาตรา ๑๓ ให้ยกเลิกความในมาตรา ๗\n"
)
WIDTHS = [size.width for size in PRESETS.values()]


def law() -> Document:
    return parse(TEXT * 3, "พระราชบัญญัติตัวอย่างว่าด้วยการพิมพ์อักษรเบรลล์")


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("width", [10, *WIDTHS])
def test_no_line_is_wider_than_asked(grade, width):
    assert max(len(line.braille) for line in document_lines(law(), grade, width)) <= width
    assert max(map(len, text_lines(TEXT * 3, grade, width))) <= width


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("width", WIDTHS)
def test_laying_out_loses_nothing_but_blanks(grade, width):
    def bare(braille: str) -> str:
        return braille.replace("\u2800", "").replace("\n", "")

    assert bare("".join(text_lines(TEXT, grade, width))) == bare(translate(TEXT, grade))


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_piece_is_cut_only_where_it_is_longer_than_a_line(grade, width):
    whole = {piece.cells for piece in pieces(TEXT, grade) if piece.cells.strip("\u2800\n")}
    for line in text_lines(TEXT, grade, width):
        rest = line.replace("\u2800", "")
        fitting = sorted(
            (cells.replace("\u2800", "") for cells in whole if len(cells) <= width), key=len
        )
        long = [cells for cells in whole if len(cells) > width]
        assert made_of(rest, fitting, long)


def made_of(rest: str, fitting: list[str], long: list[str]) -> bool:
    """Whether a line is whole pieces in a row, save where it holds part of a long one."""
    reached = {0}
    for end in range(1, len(rest) + 1):
        if any(
            end - len(cells) in reached and rest.endswith(cells, 0, end) for cells in fitting
        ) or any(rest[start:end] in cells for start in reached for cells in long):
            reached.add(end)
    return len(rest) in reached


def test_numbers_addresses_and_brackets_are_not_parted():
    written = [piece.text for piece in pieces("(ฉบับที่ ๒) พ.ศ. ๑๒/๑ ก@example.go.th มาก ๆ", 1)]
    assert [text for text in written if text.strip()] == [
        "(ฉบับ", "ที่", "๒)", "พ.ศ.", "๑๒/๑", "ก@example.go.th", "มาก ๆ",
    ]  # fmt: skip


def test_a_long_word_is_cut_between_its_syllables():
    lines = [line.print for line in side_by_side(Document("", "th", (
        Block("p1", "paragraph", text="กระทรวงมหาดไทย"),
    )), 0, 14)]  # fmt: skip
    assert lines == ["กระทรวงมหาด", "ไทย"]


@pytest.mark.parametrize("grade", GRADES)
def test_unicode_and_ascii_say_the_same(grade):
    unpaged = document_brf(law(), grade, 32, None).decode("ascii")
    assert "\f" not in unpaged
    assert from_ascii(unpaged.replace("\r\n", "\n")) == "".join(
        f"{line.rstrip(chr(0x2800))}\n" for line in document_text(law(), grade, 32).splitlines()
    )
    every = "".join(chr(0x2800 + value) for value in range(64))
    assert from_ascii(to_ascii(every)) == every


def test_print_and_braille_stand_side_by_side():
    lines = list(side_by_side(law(), 1, 40))
    assert "".join(line.print for line in lines if line.anchor == "s13").replace(" ", "") == (
        "มาตรา๑๓ให้ยกเลิกความในมาตรา๗"
    )
    for line in lines:
        assert line.braille.strip("\u2800") == translate(line.print, 1).strip("\u2800")


def test_blocks_alone_are_laid_out_as_in_their_document():
    section = law().find("s13")
    alone = [line.braille for line in side_by_side([section], 1, 20)]
    assert alone == [line.braille for line in side_by_side(law(), 1, 20) if line.anchor == "s13"]


def test_a_table_stands_in_columns_where_they_fit_and_row_by_row_where_not():
    rows = (("ปี", "บาท"), ("๒๕๖๐", "1,000"), ("๒๕๖๑", "20"))
    document = Document("", "th", (Block("t1", "table", rows=rows),))
    columns = [line.braille for line in side_by_side(document, 0, 20)]
    starts = {line.index(translate(row[1], 0)) for line, row in zip(columns, rows, strict=True)}
    assert starts == {len(translate("๒๕๖๐", 0)) + 2}
    narrow = [line.print for line in side_by_side(document, 0, 10)]
    assert narrow == ["ปี; บาท", "๒๕๖๐;", "1,000", "๒๕๖๑;", "20"]


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize("width", [40, 14, 10])
def test_an_empty_cell_is_a_dash_so_that_columns_are_counted(grade, width):
    rows = (("ที่", "ชื่อ", "บาท"), ("๓", "", "๕๐๐"), ("๔", "ก"), ("", "", ""))
    document = Document("", "th", (Block("t1", "table", rows=rows),))
    lines = list(side_by_side(document, grade, width))
    printed = " ".join(line.print for line in lines)
    assert printed == "ที่; ชื่อ; บาท ๓; -; ๕๐๐ ๔; ก; - -; -; -"
    dash = translate("-", grade)
    assert sum(line.braille.count(dash) for line in lines) == 5
    paged = from_ascii(document_brf(document, grade, width, 25).decode("ascii"))
    assert paged.count(dash) == 5


def test_a_line_too_narrow_to_read_is_refused():
    with pytest.raises(ValueError, match="at least 10 cells"):
        list(side_by_side(law(), 1, 9))
