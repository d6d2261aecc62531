"""Thai laws in plain text: what becomes a chapter, a section, an item, and under which anchor."""

import pytest

from thai_text.outline import count_numbers, parse

LAW = """พระราชบัญญัติ
ตัวอย่าง
พ.ศ. ๒๕๖๐
โดยที่เป็นการสมควรมีตัวอย่าง
มาตรา ๑ พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติตัวอย่าง พ.ศ. ๒๕๖๐”
มาตรา ๒[๑] ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศ
หมวด ๑
บททั่วไป
มาตรา ๓ ให้มีคณะกรรมการ ประกอบด้วย
(๑) ประธาน
(ก) คนหนึ่ง
(ข) อีกคนหนึ่ง
(๒) กรรมการ
ให้ประธานเลือกเลขานุการ
ส่วนที่ ๑
หน้าที่
และอำนาจ
มาตรา ๙ ทวิ ข้อความ
ส่วนที่ ๒ การประชุม
มาตรา ๑๒/๑ (๑) ต้นข้อ
หมวด ๒/๑
การเงิน
มาตรา ๑๓ ให้เป็นไปตาม
มาตรา ๓ และมาตรา ๙ ทวิ
บทเฉพาะกาล
มาตรา ๑๔ (ยกเลิก)
ผู้รับสนองพระบรมราชโองการ
ผู้ลงนาม
นายกรัฐมนตรี
อัตราค่าธรรมเนียม
(๑) คำขอตาม
มาตรา ๓ ฉบับละ ๑๐ บาท
หมายเหตุ :- เหตุผลในการประกาศใช้พระราชบัญญัติฉบับนี้ คือ ต้องมีตัวอย่าง
พระราชบัญญัติตัวอย่าง (ฉบับที่ ๒) พ.ศ. ๒๕๖๒[๒]
มาตรา ๒ ให้ใช้บังคับตั้งแต่วันประกาศ
มาตรา ๕๕ ให้รัฐมนตรีรักษาการ
หมายเหตุ :- เหตุผลในการประกาศใช้พระราชบัญญัติฉบับนี้ คือ ต้องแก้ไข
ผู้ใด/ตรวจ
๒ มีนาคม ๒๕๖๓
[๑] ราชกิจจานุเบกษา เล่ม ๑
[๒] ราชกิจจานุเบกษา เล่ม ๒
"""


@pytest.fixture(scope="module")
def law():
    return parse(LAW)


def test_the_centred_title_is_the_title_and_is_not_said_again(law):
    assert law.title == "พระราชบัญญัติตัวอย่าง พ.ศ. ๒๕๖๐"
    assert law.blocks[0].text == "โดยที่เป็นการสมควรมีตัวอย่าง"
    assert law.blocks[0].kind == "paragraph"


def test_a_title_that_says_the_same_in_arabic_digits_replaces_it():
    document = parse(LAW, title="พระราชบัญญัติตัวอย่าง พ.ศ. 2560 (ฉบับล่าสุด)")
    assert document.title == "พระราชบัญญัติตัวอย่าง พ.ศ. 2560 (ฉบับล่าสุด)"
    assert document.blocks[0].text == "โดยที่เป็นการสมควรมีตัวอย่าง"


def test_another_title_leaves_the_files_own_in_the_text():
    assert parse(LAW, title="ร่างตัวอย่าง").blocks[0].text == "พระราชบัญญัติ"


def test_sections_get_permanent_anchors_and_plain_numbers(law):
    own = [(block.id, block.number) for block in law.sections()][:7]
    assert own == [
        ("s1", "1"),
        ("s2", "2"),
        ("s3", "3"),
        ("s9-thawi", "9 ทวิ"),
        ("s12-1", "12/1"),
        ("s13", "13"),
        ("s14", "14"),
    ]


def test_chapters_nest_and_their_headings_may_run_over_lines(law):
    chapters = {
        block.id: (block.number, block.heading)
        for _, block in law.walk()
        if block.kind == "chapter"
    }
    assert chapters["c1"] == ("หมวด 1", "บททั่วไป")
    assert chapters["c1-p1"] == ("ส่วนที่ 1", "หน้าที่ และอำนาจ")
    assert chapters["c1-p2"] == ("ส่วนที่ 2", "การประชุม")
    assert chapters["c2-1"] == ("หมวด 2/1", "การเงิน")
    assert chapters["transitory"] == ("", "บทเฉพาะกาล")
    assert [block.id for block in law.find("c1").blocks] == ["s3", "c1-p1", "c1-p2"]


def test_items_nest_by_the_style_of_their_marks(law):
    section = law.find("s3")
    assert section.text == "ให้มีคณะกรรมการ ประกอบด้วย"
    assert [block.id for block in section.blocks] == ["s3-i1", "s3-i2", "s3-p2"]
    assert [(block.id, block.number) for block in section.blocks[0].blocks] == [
        ("s3-i1-i1", "(ก)"),
        ("s3-i1-i2", "(ข)"),
    ]


def test_a_second_paragraph_is_the_second_paragraph_of_its_section(law):
    assert law.find("s3-p2").text == "ให้ประธานเลือกเลขานุการ"


def test_an_item_in_a_sections_first_line_is_its_first_item(law):
    section = law.find("s12-1")
    assert section.text == ""
    assert [(block.id, block.text) for block in section.blocks] == [("s12-1-i1", "ต้นข้อ")]


def test_a_reference_at_the_head_of_a_line_is_no_section(law):
    assert law.find("s13-p2").text == "มาตรา ๓ และมาตรา ๙ ทวิ"


def test_the_closing_and_the_annex_stand_apart_from_the_last_section(law):
    assert law.find("s14").blocks == ()
    assert law.find("end1").text == "ผู้รับสนองพระบรมราชโองการ"
    annex = law.find("annex1")
    assert annex.heading == "อัตราค่าธรรมเนียม"
    assert not [block for block in annex.blocks if block.kind == "section"]


def test_an_appended_act_has_sections_of_its_own(law):
    act = law.find("a1")
    assert act.heading == "พระราชบัญญัติตัวอย่าง (ฉบับที่ ๒) พ.ศ. ๒๕๖๒"
    assert [block.id for block in act.blocks] == ["s2-a1", "s55-a1"]
    assert law.find("s55-a1-p2").text.startswith("หมายเหตุ")


def test_the_note_of_the_reason_is_a_part_with_a_heading(law):
    assert law.find("reason").heading == "หมายเหตุ"
    assert law.find("reason-p1").text.startswith("เหตุผลในการประกาศใช้")


def test_footnotes_stand_at_the_end_and_say_where_they_belong(law):
    assert law.find("s2").text == "ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศ"
    note = law.find("fn1")
    assert (note.number, note.heading, note.text) == ("[1]", "มาตรา ๒", "ราชกิจจานุเบกษา เล่ม ๑")


def test_the_publishers_own_signatures_are_left_out(law):
    assert "ตรวจ" not in law.plain_text()
    assert "๒ มีนาคม ๒๕๖๓" not in law.plain_text()


def test_numbers_are_counted_once_and_inserted_sections_with_the_one_before(law):
    # 1, 2, 3, 9 (ทวิ), 12/1, 13, 14 and 55 of the appended Act.
    assert count_numbers(law) == 8


def test_a_code_has_the_plain_anchors_and_the_act_that_enacts_it_the_marked_ones():
    text = "พระราชบัญญัติ\nให้ใช้ประมวลกฎหมายตัวอย่าง\nพ.ศ. ๒๕๐๐\nมาตรา ๑ ก\nมาตรา ๒ ข\nผู้รับสนองพระบรมราชโองการ\nผู้ลงนาม\nสารบาญ\nประมวลกฎหมายตัวอย่าง\nหมวด ๑ หลัก ๑-๒\nประมวลกฎหมายตัวอย่าง\nภาค ๑\nบทบัญญัติทั่วไป\nหมวด ๑\nหลัก\nมาตรา ๑ ค\nมาตรา ๒ ง"
    document = parse(text)
    assert [block.id for block in document.sections()] == ["s1-e", "s2-e", "s1", "s2"]
    assert document.find("s1").text == "ค"
    assert document.find("code").heading == "ประมวลกฎหมายตัวอย่าง"
    assert document.find("b1-c1").heading == "หลัก"
    assert document.find("contents-p2").text == "หมวด ๑ หลัก ๑-๒"


def test_an_announcement_by_clauses_has_them_as_sections():
    document = parse("ประกาศตัวอย่าง\nข้อ ๑ ให้ยกเลิก\nข้อ ๒ ให้ใช้")
    assert [(block.id, document.label(block)) for block in document.sections()] == [
        ("k1", "ข้อ ๑"),
        ("k2", "ข้อ ๒"),
    ]


def test_rows_of_cells_become_a_table():
    document = parse("มาตรา ๑ ดังนี้\n| ปี | บาท |\n|---|---|\n| ๑ | ๑๐ |\nมาตรา ๒ ก\nปี\tบาท\n๑\t๑๐")
    assert document.find("s1-t1").rows == (("ปี", "บาท"), ("๑", "๑๐"))
    assert document.find("s2-t1").rows == (("ปี", "บาท"), ("๑", "๑๐"))


def test_a_number_that_comes_twice_gets_another_anchor_and_always_the_same():
    text = "มาตรา ๑ ก\nมาตรา ๑ ข\nมาตรา ๑ ค"
    assert [block.id for block in parse(text).sections()] == ["s1", "s1-x2", "s1-x3"]
    assert parse(text) == parse(text)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "   ", "ข้อความเดียว", "[๑]", "มาตรา", "หมวด", "(", "|"]
)
def test_the_poorest_text_parses(text):
    assert len(parse(text).blocks) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "(" * 200_000,
        "มาตรา " * 100_000,
        "มาตรา ๑\n" * 50_000,
        "[๑] ก\n" * 50_000,
        "[" * 200_000,
        "หมวด ๑\n" * 30_000,
        "(๑) ก\n" * 50_000,
        "๑." * 100_000,
        "พระราชบัญญัติ" * 50_000,
        "มาตรา ๑\n" + "พระราชบัญญัติ ก พ.ศ. ๒๕๐๐ " * 30_000,
        "ก\tข\n" * 50_000,
        "สารบัญ\n" * 30_000,
        "มาตรา ๑ ก\n" + "ประมวลกฎหมายตัวอย่าง\n" * 30_000,
        " " * 300_000 + "ก",
        "[๑] ก\n[๒] ข\n" + ("ค" * 50 + "\n") * 60_000,
    ],
)
def test_hostile_text_takes_no_more_than_linear_time(text):
    ids = [block.id for _, block in parse(text).walk()]
    assert len(ids) == len(set(ids))
