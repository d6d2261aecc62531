"""Sections that were repealed between two versions of a law."""

import pytest

from tests.support.compared_laws import OLD, kinds, law
from thai_text.compare import Kind, Marking, compare, comparison_document, summary_sentences
from thai_text.outline import parse

REPEALED = ["(ยกเลิก)", "ยกเลิก", "[ยกเลิก]", "( ยกเลิก )", "[๑๑] (ยกเลิก)", "(ยกเลิก)[๑๑]", "ถูกยกเลิกแล้ว"]


@pytest.mark.parametrize("note", REPEALED)
def test_a_section_of_which_a_note_alone_is_left_was_repealed(note):
    anew = OLD.replace("ให้คณะกรรมการเสนอรายงานต่อวุฒิสภาทุกปี", note)
    comparison = compare(law(OLD), law(anew))
    assert kinds(law(OLD), law(anew)) == {
        "s1": Kind.SAME, "s2": Kind.SAME, "s3": Kind.SAME, "s4": Kind.REPEALED, "s5": Kind.SAME,
    }  # fmt: skip
    assert summary_sentences(comparison) == ["ยกเลิก 1 มาตรา", "อีก 4 มาตราเหมือนเดิม"]
    document = comparison_document(comparison, Marking.CHANGES)
    assert document.blocks[1].heading == "มาตรา ๔ ยกเลิก"
    assert "ตัดออก ให้คณะกรรมการเสนอรายงาน" in document.plain_text()


def test_a_section_that_was_repealed_before_stays_the_same_under_its_own_number():
    words = ["ให้คณะกรรมการเสนอรายงานต่อวุฒิสภาทุกปี", "ผู้ใดขอเอกสารเป็นอักษรเบรลล์ ให้ได้รับโดยไม่เสียค่าใช้จ่าย"]
    before = OLD.replace(words[0], "(ยกเลิก)")
    bracketed = compare(law(before), law(before.replace("(ยกเลิก)", "[ยกเลิก]")))
    assert summary_sentences(bracketed) == ["สองฉบับนี้เหมือนกันทุกคำ"]
    # The one is gone, another is repealed: no repealed section became the other.
    after = before.replace("\nมาตรา ๔ (ยกเลิก)", "").replace(words[1], "(ยกเลิก)")
    found = kinds(law(before), law(after))
    assert (found["s4"], found["s5"]) == (Kind.REMOVED, Kind.REPEALED)
    assert kinds(law(before), law(OLD))["s4"] is Kind.CHANGED


@pytest.mark.parametrize("note", ["(Repealed)", "[repealed]", "Repealed."])
def test_an_english_section_that_was_repealed_is_told_in_english(note):
    old = parse("Section 1 Read aloud.\nSection 2 In braille.", "Act", "en")
    comparison = compare(old, parse(f"Section 1 Read aloud.\nSection 2 {note}", "Act", "en"))
    assert summary_sentences(comparison) == ["1 section repealed.", "1 section stayed the same."]
    document = comparison_document(comparison, Marking.SUMMARY)
    assert "Section 2 repealed" in document.plain_text()
