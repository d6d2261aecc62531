"""BRF pages: forty cells, twenty-five lines, ASCII."""

import subprocess
import sys

import pytest

from braille.brf import document_brf, from_ascii, pages, text_brf, to_ascii
from braille.layout import document_lines, text_lines
from braille.signs import cells
from braille.translate import translate
from thai_text.outline import parse

LONG = "สมาชิกวุฒิสภาประชุมร่วมกัน เพื่อพิจารณาร่างพระราชบัญญัติฉบับนี้ " * 40


def test_every_cell_has_its_own_ascii_sign():
    every = "".join(chr(0x2800 + value) for value in range(64))
    assert len(set(to_ascii(every))) == 64
    assert to_ascii(cells("1-12-14-3456-6")) == "ABC#,"


def test_what_is_no_braille_is_refused():
    with pytest.raises(ValueError, match="Not six-dot braille"):
        to_ascii("ก")


def test_pages_have_at_most_forty_cells_and_exactly_twenty_five_lines():
    printed = text_brf(LONG, 1).decode("ascii").split("\f")
    assert printed[-1] == ""
    assert len(printed) > 2
    for page in printed[:-1]:
        lines = page.split("\r\n")[:-1]
        assert len(lines) == 25
        assert max(map(len, lines)) <= 40


def test_each_page_ends_with_its_number():
    second = text_brf(LONG, 1).decode("ascii").split("\f")[1]
    assert second.split("\r\n")[24] == " " * 38 + "#B"


def test_lines_lose_nothing_but_the_blanks_at_their_ends():
    joined = "".join(text_lines(LONG, 1)).replace("\u2800", "")
    assert joined == translate(LONG, 1).replace("\u2800", "")


def test_a_line_ends_between_words():
    first = text_lines("วุฒิสภา" * 12, 0)[0]
    assert len(first) <= 40
    assert first == translate("วุฒิสภา" * (len(first) // len(translate("วุฒิสภา", 0))), 0)


def test_a_word_longer_than_a_line_is_cut():
    lines = text_lines("a" * 100, 0)
    assert [len(line) for line in lines] == [40, 40, 20]


def test_an_empty_text_is_one_page():
    assert text_brf("", 0).count(b"\f") == 1
    assert pages([]).count(b"\r\n") == 25


def test_a_document_has_its_title_centred_and_its_sections_indented():
    document = parse("หมวด ๑\nทั่วไป\nมาตรา ๑ ข้อความ\n(๑) ก", "พระราชบัญญัติตัวอย่าง")
    lines = document_brf(document, 0).decode("ascii").split("\r\n")
    assert lines[0].startswith("   ")
    assert lines[0].strip() == to_ascii(translate("พระราชบัญญัติตัวอย่าง", 0))
    section = next(
        line for line in lines if line.strip().startswith(to_ascii(translate("มาตรา", 0)))
    )
    assert section.startswith("  ")
    assert not section.startswith("   ")


def test_no_page_of_a_document_ends_with_a_heading_or_begins_with_a_blank_line():
    text = "".join(
        f"หมวด {chapter}\nบททั่วไป\n"
        + "".join(f"มาตรา {chapter}{n} ให้ใช้บังคับ\n" for n in range(chapter % 7 + 1))
        for chapter in range(1, 60)
    )
    document = parse(text, "กฎหมายตัวอย่าง")
    headings = {line.braille for line in document_lines(document, 1) if line.leads}
    printed = from_ascii(document_brf(document, 1).decode("ascii")).split("\f")[:-1]
    assert len(printed) > 10
    for page in printed:
        lines = page.split("\r\n")[:24]
        assert lines[0]
        written = [line for line in lines if line]
        assert written[-1] not in headings


def run(*arguments: str, text: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "braille", *arguments]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=False)


def test_the_command_gives_one_line_for_each_line():
    done = run("--grade", "1", "--unicode", "--lines", text="เก่า\n\nกา\n")
    assert done.stdout.decode().split("\n") == [translate("เก่า", 1), "", translate("กา", 1), ""]


def test_the_command_prints_a_braille_ready_file():
    assert run("--grade", "0", text="กา").stdout == text_brf("กา", 0)


def test_the_command_refuses_a_width_that_cannot_be_read_in_a_sentence():
    done = run("--grade", "2", "--cells", "5", text="กา")
    assert done.returncode == 2
    assert b"at least 10 cells" in done.stderr
    assert b"Traceback" not in done.stderr


def test_the_command_writes_lines_for_a_display_without_pages():
    done = run("--grade", "2", "--cells", "20", text=LONG)
    assert b"\f" not in done.stdout
    assert max(map(len, done.stdout.split(b"\r\n"))) <= 20
    unicode = run("--grade", "2", "--cells", "20", "--format", "unicode", text=LONG)
    assert unicode.stdout.decode().splitlines() == text_lines(LONG, 2, 20)


def test_the_command_writes_pef_of_the_outline():
    done = run("--format", "pef", text="มาตรา ๑ ข้อความ")
    assert done.stdout.startswith(b"<?xml")
    assert b'cols="40" rows="25"' in done.stdout
