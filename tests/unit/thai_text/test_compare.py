"""Two versions of a text held against each other: sections, words, and how it is told."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.compared_laws import NEW, OLD, TITLE, kinds, law
from tests.support.public_data import ABSENT, SHARED_DATA
from thai_text.compare import (
    Kind,
    Marking,
    RunKind,
    compare,
    comparison_document,
    runs,
    summary_sentences,
)
from thai_text.dictionary import segment
from thai_text.numbers import ARABIC_DIGITS
from thai_text.outline import Document, parse, parse_markup

WORDS = st.sampled_from(
    [
        "วุฒิสภา",
        "ประชาชน",
        " ",
        "\n",
        "มาตรา ๑",
        "ไม่",
        "(๑)",
        "(ก) ",
        "Senate",
        "๒๕๖๐",
        "เสียง",
        "ๆ",
        "น้ำ",
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map("".join)
laws_text = settings(deadline=None, max_examples=200)


def says(text: str) -> str:
    """A text without its spaces, in Arabic figures: what is the same is told in newer writing."""
    return "".join(text.split()).translate(ARABIC_DIGITS)


@laws_text
@given(TEXTS, TEXTS)
def test_the_runs_make_both_texts_again(old, new):
    told = runs(old, new)
    assert says("".join(text for kind, text in told if kind is not RunKind.ADDED)) == says(old)
    assert "".join(text for kind, text in told if kind is not RunKind.REMOVED) == new


@laws_text
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_at_all_can_be_compared(old, new):
    told = runs(old, new)
    assert says("".join(text for kind, text in told if kind is not RunKind.ADDED)) == says(old)
    assert "".join(text for kind, text in told if kind is not RunKind.REMOVED) == new


@laws_text
@given(TEXTS, TEXTS)
def test_every_section_is_told_once_and_both_texts_can_be_made_again(old, new):
    before, after = law(old), law(new)
    changes = compare(before, after).changes
    again_old = [change.old for change in changes if change.old and change.old.kind != "title"]
    again_new = [change.new for change in changes if change.new and change.new.kind != "title"]
    assert len({id(entry) for entry in again_old}) == len(again_old)
    assert sorted(e.text for e in again_old) == sorted(
        c.entry.text for c in compare(before, before).changes
    )
    assert [e.text for e in again_new] == [c.entry.text for c in compare(after, after).changes]


@laws_text
@given(TEXTS)
def test_a_text_is_the_same_as_itself(text):
    document = law(text)
    assert compare(document, document).different == []


def test_no_thai_word_is_cut():
    told = runs("ให้หน่วยงานเผยแพร่ข้อมูลภายในสิบวัน", "ให้หน่วยงานเผยแพร่เสียงและข้อมูลภายในห้าวัน")
    assert [text for kind, text in told if kind is RunKind.ADDED] == ["เสียงและ", "ห้า"]
    assert [text for kind, text in told if kind is RunKind.REMOVED] == ["สิบ"]
    whole = segment("ให้หน่วยงานเผยแพร่ข้อมูลภายในสิบวัน")
    assert set("".join(text for kind, text in told if kind is RunKind.REMOVED).split()) <= set(
        whole
    )


def test_words_between_two_changes_that_say_nothing_alone_are_told_with_them():
    told = runs("ก่อน ๑๐ และ ๒๐ วัน", "ก่อน ๑๕ และ ๒๕ วัน")
    assert [kind for kind, _ in told] == [
        RunKind.SAME,
        RunKind.REMOVED,
        RunKind.ADDED,
        RunKind.SAME,
    ]


def test_sections_are_added_changed_removed_and_kept():
    assert kinds(law(OLD), law(NEW)) == {
        "s1": Kind.SAME,
        "s2": Kind.SAME,
        "s3": Kind.CHANGED,
        "s3-1": Kind.ADDED,
        "s4": Kind.REMOVED,
        "s5": Kind.SAME,
    }


def test_a_removed_section_stands_where_it_stood():
    order = [change.entry.anchor for change in compare(law(OLD), law(NEW)).changes]
    assert order.index("s3") < order.index("s4") < order.index("s5")


def test_a_renumbered_section_is_found_by_its_words():
    lines = OLD.split("\n")
    shifted = [lines[0], "มาตรา ๒ ให้วุฒิสภาจัดทำล่ามภาษามือในการประชุมทุกครั้ง"]
    shifted += [
        line.replace(f"มาตรา {was}", f"มาตรา {now}", 1)
        for line, was, now in zip(lines[1:], "๒๓๔๕", "๓๔๕๖", strict=True)
    ]
    shifted[3] = shifted[3].replace("สิบวัน", "เจ็ดวัน")
    found = {c.entry.label: c for c in compare(law(OLD), law("\n".join(shifted))).changes}
    assert found["มาตรา ๒"].kind is Kind.ADDED
    assert found["มาตรา ๓"].kind is Kind.MOVED
    assert found["มาตรา ๔"].kind is Kind.CHANGED
    assert found["มาตรา ๔"].old.label == "มาตรา ๓"
    assert found["มาตรา ๔"].is_renumbered


def test_a_section_written_anew_under_its_number_is_changed():
    anew = OLD.replace("ให้คณะกรรมการเสนอรายงานต่อวุฒิสภาทุกปี", "ให้ยกเลิกระเบียบเดิม")
    assert kinds(law(OLD), law(anew))["s4"] is Kind.CHANGED


SPACED = (
    OLD.replace("หน่วยงานของรัฐต้อง", "หน่วยงาน ของรัฐ  ต้อง")
    .replace("อักษรเบรลล์ ให้", "อักษรเบรลล์ให้")
    .replace("๒๕๖๘", "2568")
)


def test_other_spaces_and_figures_are_no_change_and_shown_in_the_newer_writing():
    comparison = compare(law(OLD), law(SPACED))
    assert comparison.different == []
    assert summary_sentences(comparison) == ["สองฉบับนี้เหมือนกันทุกคำ ต่างกันเพียงการเว้นวรรคหรือวิธีเขียนตัวเลข"]
    text = comparison_document(comparison, Marking.ALL).plain_text()
    assert "หน่วยงาน ของรัฐ" in text
    assert "พ.ศ. 2568" in text
    assert "จบ" not in text


def test_beside_a_real_change_other_spaces_and_figures_are_not_marked():
    comparison = compare(law(OLD), law(SPACED.replace("สิบวัน", "ห้าวัน")))
    assert [change.entry.anchor for change in comparison.different] == ["s3"]
    text = comparison_document(comparison, Marking.CHANGES).plain_text()
    assert "หน่วยงาน ของรัฐ ต้องเผยแพร่เอกสารเป็นเสียงภายใน ตัดออก สิบ จบ เพิ่ม ห้า จบ วัน" in text
    assert summary_sentences(comparison) == ["แก้ไข 1 มาตรา", "อีก 4 มาตราเหมือนเดิม"]


def test_another_title_in_other_figures_alone_is_the_same_title():
    comparison = compare(law(OLD), parse(OLD, TITLE.replace("๒๕๖๘", "2568")))
    assert comparison.different == []
    assert comparison.writing_differs
    assert not compare(law(OLD), law(OLD)).writing_differs


def test_an_english_text_in_other_spaces_is_the_same_but_not_where_words_run_together():
    old = parse_markup("## First\n\nThey are now here, 12 3 of them.", "Guide", "en")
    spaced = parse_markup("## First\n\nThey  are now here,12 3 of them.", "Guide", "en")
    assert summary_sentences(compare(old, spaced)) == [
        "The two say the same, word for word; only spacing or the writing of figures differs."
    ]
    for other in ("They are nowhere, 12 3 of them.", "They are now here, 123 of them."):
        told = compare(old, parse_markup(f"## First\n\n{other}", "Guide", "en"))
        assert told.counts.changed == 1, other


def test_paragraphs_divided_anew_are_told_for_what_they_are():
    one = "มาตรา ๑ ให้วุฒิสภาเผยแพร่เอกสาร ทั้งนี้ ตามระเบียบ"
    comparison = compare(law(one), law(one.replace("เอกสาร ", "เอกสาร\n")))
    assert comparison.counts.changed == 1
    text = comparison_document(comparison, Marking.CHANGES).plain_text()
    assert "คำเหมือนเดิมทุกคำ แต่แบ่งย่อหน้าต่างจากเดิม" in text
    assert "จบ" not in text


def test_a_paragraph_taken_out_at_the_end_is_told_by_itself():
    one = "มาตรา ๑ ให้วุฒิสภาเผยแพร่เอกสาร\nความในวรรคหนึ่งมิให้ใช้บังคับแก่เอกสารลับ"
    text = comparison_document(
        compare(law(one), law(one.partition("\n")[0])), Marking.CHANGES
    ).plain_text()
    assert "ตัดออก ความในวรรคหนึ่งมิให้ใช้บังคับแก่เอกสารลับ จบ" in text
    assert "เผยแพร่เอกสาร" not in text


def test_a_section_at_another_place_is_moved():
    lines = OLD.split("\n")
    moved = "\n".join([lines[4], *lines[:4]])
    assert kinds(law(OLD), law(moved)) == {
        "s5": Kind.MOVED, "s1": Kind.SAME, "s2": Kind.SAME, "s3": Kind.SAME, "s4": Kind.SAME,
    }  # fmt: skip


def test_the_summary_is_said_in_sentences():
    told = summary_sentences(compare(law(OLD), law(NEW)))
    assert told == ["เพิ่ม 1 มาตรา แก้ไข 1 มาตรา ตัดออก 1 มาตรา", "อีก 3 มาตราเหมือนเดิม"]
    assert summary_sentences(compare(law(OLD), law(OLD))) == ["สองฉบับนี้เหมือนกันทุกคำ"]


def test_another_title_is_told_beside_the_sections():
    told = summary_sentences(compare(law(OLD), parse(OLD, "พระราชบัญญัติอื่น")))
    assert told[-1] == "นอกจากนั้น ชื่อ หัวข้อ หรือข้อความนอกมาตราต่างกัน 1 แห่ง"


def test_an_english_text_is_told_in_english():
    old = parse_markup("## First\n\nRead aloud.\n\n## Second\n\nIn braille.", "Guide", "en")
    new = parse_markup("## First\n\nRead aloud at once.\n\n## Second\n\nIn braille.", "Guide", "en")
    comparison = compare(old, new, "Version 1", "Version 2")
    assert summary_sentences(comparison)[0] == "1 part changed."
    text = comparison_document(comparison, Marking.CHANGES).plain_text()
    assert "Read Added: aloud at once. end." in text or "Added: at once end." in text
    assert "Version 1 against Version 2" in text


def test_the_whole_text_is_told_with_every_mark_closed_in_full():
    text = comparison_document(compare(law(OLD), law(NEW)), Marking.ALL).plain_text()
    assert "เพิ่ม และอักษรเบรลล์ จบส่วนที่เพิ่ม" in text
    assert "ตัดออก สิบ จบส่วนที่ตัดออก เพิ่ม ห้า จบส่วนที่เพิ่ม" in text
    assert "ตั้งแต่วันถัดจากวันประกาศ" in text


def test_changes_alone_have_short_marks_and_no_section_that_stayed():
    document = comparison_document(compare(law(OLD), law(NEW), "ฉบับที่ 1", "ฉบับที่ 2"), Marking.CHANGES)
    text = document.plain_text()
    assert "เพิ่ม และอักษรเบรลล์ จบ ภายใน" in text
    assert "มาตรา ๔ ตัดออก" in text
    assert "ตั้งแต่วันถัดจากวันประกาศ" not in text
    assert "ฉบับที่ 1 เทียบกับ ฉบับที่ 2" in text
    assert [block.heading for block in document.blocks] == [
        "สรุปสิ่งที่ต่างกัน", "มาตรา ๓ แก้ไข", "มาตรา ๔ ตัดออก", "มาตรา ๓/๑ เพิ่มใหม่",
    ]  # fmt: skip


def test_a_summary_names_the_sections_and_tells_no_words():
    text = comparison_document(compare(law(OLD), law(NEW)), Marking.SUMMARY).plain_text()
    assert "มาตรา ๓ แก้ไข" in text
    assert "เผยแพร่เอกสาร" not in text


@pytest.mark.parametrize("marking", list(Marking))
def test_a_comparison_is_a_document_like_any_other(marking):
    document = comparison_document(compare(law(OLD), law(NEW)), marking)
    assert Document.from_json(document.to_json()) == document
    anchors = [block.id for _, block in document.walk()]
    assert len(anchors) == len(set(anchors))


@pytest.mark.skipif(not SHARED_DATA.is_dir(), reason=ABSENT)
def test_real_laws_with_words_taken_out_are_told_exactly():
    with (SHARED_DATA / "laws_small.jsonl").open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for number, line in enumerate(file) if number % 20 == 0]
    for text in texts:
        lines = text.split("\n")
        changed = [line for place, line in enumerate(lines) if place % 17 != 5]
        before, after = law(text), law("\n".join(changed))
        for change in compare(before, after).changes:
            was = "".join(t for kind, t in change.runs if kind is not RunKind.ADDED)
            now = "".join(t for kind, t in change.runs if kind is not RunKind.REMOVED)
            assert says(was) == says(change.old.text if change.old else "")
            assert now == (change.new.text if change.new else "")
