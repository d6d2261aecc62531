"""Plain text that a program wrapped at one width is in paragraphs again; other text stays."""

import json
import textwrap

import pytest

from office_files.lines import unwrapped
from office_files.reading import read
from tests.support.public_data import ABSENT, SHARED_DATA
from thai_text import dictionary

ENGLISH = [
    "The Senate meets on Monday and on Tuesday, and whoever wishes to listen to a debate may "
    "come without a ticket, for the galleries are open to everybody who carries a card.",
    "A citizen who cannot see may ask for a seat beside an officer who describes what is shown.",
    "(1) A list stays a list, however long the words of one of its items are, and goes on here.",
    "(2) So does its second item.",
    "Who comes late is let in after the vote that is being taken has been counted and announced.",
]


def wrapped(paragraph, width):
    lines, line = [], ""
    for word in dictionary.segment(paragraph):
        if len(line) + len(word) > width and line.strip():
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
    return "\n".join([*lines, line])


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_wrapped_lines_are_one_paragraph_whatever_ends_them(between, line_end):
    text = between.join(textwrap.fill(one, 50) for one in ENGLISH).replace("\n", line_end)
    pages = read(text.encode(), "en").pages
    assert "\n".join(page.text for page in pages).split("\n\n") == ENGLISH


def test_rows_of_a_list_stay_rows():
    rows = "\n".join(f"นายสมมติ คนที่{letter * 30} ผู้แทนจังหวัด" for letter in "กขคงจฉชซญดตถ")
    assert unwrapped(rows) == rows


def test_a_short_note_stays_as_it_is():
    note = "\n".join(textwrap.wrap(ENGLISH[0], 50))
    assert unwrapped(note) == note


@pytest.mark.skipif(not SHARED_DATA.exists(), reason=ABSENT)
def test_no_law_that_is_not_wrapped_changes_and_a_wrapped_one_is_whole_again():
    with (SHARED_DATA / "laws_small.jsonl").open(encoding="utf-8") as file:
        laws = [json.loads(line)["text"] for line in file]
    assert [law for law in laws if unwrapped(law) != law] == []
    whole = total = 0
    for law in laws[::10]:
        paragraphs = [one for line in law.splitlines() if (one := line.strip())]
        found = unwrapped("\n\n".join(wrapped(one, 72) for one in paragraphs)).split("\n\n")
        back = {"".join(one.split()) for one in found}
        whole += sum("".join(one.split()) in back for one in paragraphs)
        total += len(paragraphs)
    assert whole / total > 0.85
