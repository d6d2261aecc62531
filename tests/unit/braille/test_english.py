"""English inside Thai text: Unified English Braille, grade 1."""

import pytest

from braille.signs import cells
from braille.translate import translate


@pytest.mark.parametrize(
    ("text", "dots"),
    [
        ("The", "6-2345-125-15"),
        ("UN", "6-6-136-1345"),
        ("A", "6-1"),
        ("WiFi", "6-2456-24-6-124-24"),
        ("MPs", "6-6-134-1234-6-3-234"),
        ("THE UN AT", "6-6-6-2345-125-15-0-136-1345-0-1-2345-6-3"),
        ("THE UN", "6-6-2345-125-15-0-6-6-136-1345"),
        ("1a", "3456-1-56-1"),
        ("1k", "3456-1-13"),
        ("1A", "3456-1-6-1"),
        ("a1", "1-3456-1"),
        ("a@b.th", "1-4-1-12-256-2345-125"),
        ("50%", "3456-15-245-46-356"),
        ("1/2", "3456-1-456-34-3456-12"),
        ("it’s", "24-2345-3-234"),
        ("‘in’", "6-236-24-1345-6-356"),
        ("a–b", "1-6-36-12"),
        ("½", "3456-1-34-12"),
        ("2½", "3456-12-3456-1-34-12"),
        ("10-11", "3456-1-245-36-3456-1-1"),
        ("1,250,000.50", "3456-1-2-12-15-245-2-245-245-245-256-15-245"),
        ("๑,๒๕๐.๕", "6-3456-1-2-12-15-245-256-15"),
    ],
)
def test_english_and_figures_follow_the_rules_of_unified_english_braille(text, dots):
    expected = "\u2800".join(cells(part.strip("-")) for part in dots.split("-0-"))
    assert translate(text, 1) == expected


def test_a_thai_letter_that_a_figure_would_swallow_is_told_apart():
    assert translate("12ก", 0) == cells("3456-1-12-56-1245")
    assert translate("12บาท", 0) == cells("3456-1-12-1236-16-23456")
