"""What cleaning changed on a page is marked in the raw text and told in pairs."""

from webapp.documents.changes_said import only_order, page_changes

RAW = "ให้สํานักงาน\nจัดท าร่าง  รายงาน"
CLEAN = "ให้สำนักงานจัดทำร่าง รายงาน"


def test_the_raw_text_keeps_its_lines_and_the_changed_words_are_marked():
    changes = page_changes(RAW, CLEAN)
    assert "".join(words for words, _changed in changes.raw) == RAW
    marked = " ".join(words for words, changed in changes.raw if changed)
    assert "สํานักงาน" in marked
    assert "จัดท า" in marked or "ท า" in marked


def test_line_ends_and_runs_of_spaces_are_no_change():
    assert page_changes("หนึ่ง\nสอง   สาม", "หนึ่งสอง สาม").pairs == []


def test_what_is_left_out_and_what_is_added_is_told():
    assert page_changes("ราชกิจจานุเบกษา\nมาตรา ๑ ว่าด้วยการประชุม", "มาตรา ๑ ว่าด้วยการประชุม").pairs == [
        ("ราชกิจจานุเบกษา", "")
    ]
    assert page_changes("", "ข้อความ").pairs == [("", "ข้อความ")]


def test_signs_in_another_order_are_told_apart():
    assert only_order("อยู่", "อยู่")
    assert not only_order("ดาเนินงาน", "ดำเนินงาน")
