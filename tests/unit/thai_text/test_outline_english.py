"""English laws and documents in plain text."""

from thai_text.outline import parse

ACT = """Example Act B.E. 2560
Whereas it is expedient,
Chapter 1
General Provisions
Section 1. This Act is called the "Example Act".
Section 2 The committee shall
(1) meet;
(a) in public;
(b) in private;
(2) report.
Section 1 of this Act applies to the report.
Part 2 Meetings
Section 12/1 There shall be meetings.
Section 13A. There shall be more.
CHAPTER IV
Penalties
Section 14. A fine.
"""


def test_english_chapters_and_sections_get_the_same_kinds_of_anchors():
    document = parse(ACT, "Example Act", "en")
    assert [block.id for block in document.sections()] == ["s1", "s2", "s12-1", "s13a", "s14"]
    assert document.find("c1").heading == "General Provisions"
    assert document.find("c1-p2").heading == "Meetings"
    assert document.find("c4").number == "Chapter IV"


def test_english_items_nest_and_a_reference_is_no_section():
    section = parse(ACT, "Example Act", "en").find("s2")
    assert [block.id for block in section.blocks] == ["s2-i1", "s2-i2", "s2-p2"]
    assert [block.number for block in section.blocks[0].blocks] == ["(a)", "(b)"]


def test_letters_after_h_go_on_and_roman_numbers_go_deeper():
    text = "Section 1\n(g) a\n(h) b\n(i) c\n(j) d\n(i) deeper\n(ii) deeper"
    section = parse(text, "Act", "en").find("s1")
    assert [block.number for block in section.blocks] == ["(g)", "(h)", "(i)", "(j)"]
    assert [block.number for block in section.blocks[3].blocks] == ["(i)", "(ii)"]


def test_an_english_label_has_arabic_digits():
    document = parse(ACT, "Example Act", "en")
    assert document.label(document.find("s12-1")) == "Section 12/1"
