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


# As the consolidated laws of the Council of State write it.
RANGES = [
    "มาตรา ๒ ถึง มาตรา ๔ (ยกเลิก)",
    "มาตรา ๒ ถึงมาตรา ๔ (ยกเลิก)",
    "มาตรา ๒[๑๒] - ๔ (ยกเลิก)",
    "มาตรา ๒ ถึง มาตรา ๔ และบัญชีอัตราภาษีป้าย (ยกเลิก)",
]


@pytest.mark.parametrize("note", RANGES)
def test_sections_that_one_note_names_were_all_repealed(note):
    first, *_, last = OLD.split("\n")
    comparison = compare(law(OLD), law("\n".join((first, note, last))))
    assert [change.kind for change in comparison.different] == [Kind.REPEALED] * 3
    assert summary_sentences(comparison) == ["ยกเลิก 3 มาตรา", "อีก 2 มาตราเหมือนเดิม"]
    document = comparison_document(comparison, Marking.SUMMARY)
    assert "มาตรา ๔ ยกเลิก" in document.plain_text()
    blocks = comparison_document(comparison, Marking.ALL).blocks
    assert len({block.id for block in blocks}) == len(blocks)


def test_a_range_ends_at_a_section_put_in_later():
    old = law(OLD.replace("มาตรา ๔", "มาตรา ๓ ทวิ"))
    first, *_, last = OLD.split("\n")
    found = kinds(old, law("\n".join((first, "มาตรา ๒ ถึง มาตรา ๓ ทวิ (ยกเลิก)", last))))
    assert [kind for kind in found.values() if kind is not Kind.SAME] == [Kind.REPEALED] * 3


def test_a_section_that_is_gone_beyond_the_range_was_removed():
    first, *_, last = OLD.split("\n")
    new = law("\n".join((first, "มาตรา ๒ ถึง มาตรา ๓ (ยกเลิก)", last)))
    assert kinds(law(OLD), new) == {
        "s1": Kind.SAME, "s2": Kind.REPEALED, "s3": Kind.REPEALED, "s4": Kind.REMOVED,
        "s5": Kind.SAME,
    }  # fmt: skip


@pytest.mark.parametrize(
    "words", ["ถึงผู้ใดขอเอกสาร (ยกเลิก)", "ถึง มาตรา ๔ ให้ใช้บังคับต่อไป", "ถึง มาตรา ๔ ให้ยกเลิก"]
)
def test_other_words_behind_a_section_repeal_nothing(words):
    first, *_, last = OLD.split("\n")
    found = kinds(law(OLD), law("\n".join((first, f"มาตรา ๒ {words}", last))))
    assert Kind.REPEALED not in found.values()
