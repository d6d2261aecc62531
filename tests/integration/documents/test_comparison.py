"""What changed between two versions of a document, and between two documents of one bill."""

import pytest

from tests.support.records import LAW, keep_bill, keep_law
from thai_text.compare import Marking
from webapp.documents import service
from webapp.documents.records import own_rows, take_own

NEWER = LAW.replace("การใช้อำนาจต้องเป็นไปตามระเบียบ", "การใช้อำนาจต้องเป็นไปตามกฎกระทรวง") + (
    "\nมาตรา ๔ ให้ประธานวุฒิสภารักษาการตามพระราชบัญญัตินี้"
)


def keep_two() -> service.Document:
    """A law with two versions."""
    keep_law()
    return keep_law(NEWER)


def test_the_page_says_in_sentences_what_changed(page):
    law = keep_two()

    thai = page.get(f"/documents/{law.public_id}/compare/1")
    assert thai.select_one(".lead").get_text(" ", strip=True) == (
        "เพิ่ม 1 มาตรา แก้ไข 1 มาตรา เหมือนเดิม 2 มาตรา"
    )
    english = page.get(f"/en/documents/{law.public_id}/compare/1")
    assert english.select_one(".lead").get_text(" ", strip=True) == (
        "1 section added, 1 section changed, 2 sections unchanged."
    )


def test_sections_that_one_note_repeals_are_told_as_repealed(page):
    keep_law()
    first = LAW.partition("มาตรา ๒ ")[0]
    law = keep_law(f"{first}มาตรา ๒ ถึง มาตรา ๓ (ยกเลิก)")
    address = f"/documents/{law.public_id}/compare/1"

    thai, english = page.get(address), page.get(f"/en{address}")
    assert thai.select_one(".lead").get_text(" ", strip=True) == "ยกเลิก 2 มาตรา เหมือนเดิม 1 มาตรา"
    said = english.select_one(".lead").get_text(" ", strip=True)
    assert said == "2 sections repealed, 1 section unchanged."
    for shown, word in ((thai, "ยกเลิก"), (english, "repealed")):
        assert shown.select_one("#c-s3-removed").get_text(" ", strip=True) == f"มาตรา ๓ – {word}"


def test_other_spaces_and_figures_alone_are_said_to_be_all_that_differs(page):
    keep_law()
    law = keep_law(LAW.replace("การใช้อำนาจต้อง", "การใช้อำนาจ ต้อง").replace("๒๕๖๐”", "2560”"))
    address = f"/documents/{law.public_id}/compare/1"

    thai = page.get(address)
    assert thai.select_one(".lead").get_text(" ", strip=True) == (
        "สองฉบับนี้เหมือนกันทุกคำ ต่างกันเพียงการเว้นวรรคหรือวิธีเขียนตัวเลข"
    )
    english = page.get(f"/en{address}")
    assert english.select_one(".lead").get_text(" ", strip=True) == (
        "The two say the same, word for word; only spacing or the writing of figures differs."
    )
    for shown in page.both(f"{address}?marking=all"):
        assert not shown.select("ins, del")
        assert "การใช้อำนาจ ต้อง" in shown.select_one(".document").text
        assert "พ.ศ. 2560”" in shown.select_one(".document").text


def test_paragraphs_divided_anew_are_told_on_the_page(page):
    keep_law()
    law = keep_law(LAW.replace("การใช้อำนาจต้อง", "การใช้อำนาจ\nต้อง"))
    told = {
        "": "คำเหมือนเดิมทุกคำ แต่แบ่งย่อหน้าต่างจากเดิม",
        "/en": "The same words as before, divided into other paragraphs.",
    }

    for start, words in told.items():
        shown = page.get(f"{start}/documents/{law.public_id}/compare/1")
        assert shown.find(id="c-s3").find_next("p").text == words
        assert not shown.select("ins, del")


def test_a_repealed_section_is_counted_and_headed_so(page):
    keep_law()
    text = LAW.partition("มาตรา ๓")[0] + "มาตรา ๓ (ยกเลิก)"
    law = keep_law(text)
    told = {
        "": ("ยกเลิก 1 มาตรา เหมือนเดิม 2 มาตรา", "มาตรา ๓ – ยกเลิก"),
        "/en": ("1 section repealed, 2 sections unchanged.", "มาตรา ๓ – repealed"),
    }

    for start, (lead, heading) in told.items():
        shown = page.get(f"{start}/documents/{law.public_id}/compare/1")
        assert shown.select_one(".lead").get_text(" ", strip=True) == lead
        assert shown.find(id="c-s3").text == heading


def test_a_screen_reader_says_what_was_added_and_removed_and_where_it_ends(page):
    law = keep_two()

    for shown in page.both(f"/documents/{law.public_id}/compare/1"):
        changed = shown.find(id="c-s3").find_next("p").get_text(" ", strip=True)
        assert " ".join(changed.split()) == (
            "การใช้อำนาจต้อง ตัดออก เป็นไปตามระเบียบ จบ เพิ่ม เป็นไปตามกฎกระทรวง จบ"
        )
        assert shown.find(id="c-s4").find_next("ins").span.text.strip() == "เพิ่ม"


def test_the_listener_chooses_how_much_is_told_and_the_address_keeps_it(page):
    law = keep_two()
    address = f"/documents/{law.public_id}/compare/1"

    for shown in page.both(f"{address}?marking=all"):
        assert shown.find(id="c-s1")
        assert "จบส่วนที่เพิ่ม" in shown.find(id="c-s3").find_next("ins").text
        assert shown.select_one("input[value=all]").has_attr("checked")
    for shown in page.both(f"{address}?marking=summary"):
        assert not shown.select("ins")
        links = [link["href"] for link in shown.select("#differing ~ ul a")]
        assert links[0].endswith("marking=changes&page=1#c-s3")
    for shown in page.both(f"{address}?marking=nonsense"):
        assert not shown.find(id="c-s1")
        assert shown.find(id="c-s3")


def test_the_older_version_stands_first_however_the_address_names_them(page):
    law = keep_two()

    for address in ("compare/1", "v/1/compare/2", "v/2/compare/1"):
        shown = page.get(f"/documents/{law.public_id}/{address}")
        links = [link["href"] for link in shown.select("main ul")[0].select("a")]
        assert links == [f"/documents/{law.public_id}/v/1", f"/documents/{law.public_id}/v/2"]


@pytest.mark.parametrize("other", ["2", "9", "nothing", "d-99999999", "d-", "๑"])
def test_what_cannot_be_compared_is_not_found(page, other):
    law = keep_two()

    for _shown in page.both(f"/documents/{law.public_id}/compare/{other}", status=404):
        pass


def test_a_long_comparison_comes_in_pages(page):
    lines = [f"มาตรา {number} ให้เป็นไปตามระเบียบ " + "ของหน่วยงาน " * 40 for number in range(1, 121)]
    keep_law("\n".join(lines))
    law = keep_law("\n".join(lines).replace("ตามระเบียบ", "ตามกฎกระทรวง"))

    first = page.get(f"/documents/{law.public_id}/compare/1?marking=changes")
    assert first.find(id="c-s1")
    assert not first.find(id="c-s120")
    last = page.get(f"/documents/{law.public_id}/compare/1?marking=changes&page=99")
    assert last.find(id="c-s120")
    listed = [link["href"] for link in first.select("#differing ~ details a")]
    assert listed[-1].endswith("#c-s120")
    assert "page=1&" not in listed[-1]


def test_the_reading_page_offers_each_version_with_the_one_before_it(page):
    law = keep_two()

    for shown in page.both(f"/documents/{law.public_id}"):
        links = [link["href"] for link in shown.select("a[href*='/compare/']")]
        assert [link.removeprefix("/en") for link in links] == [
            f"/documents/{law.public_id}/v/2/compare/1"
        ]


def test_a_document_of_one_version_offers_no_comparison(page):
    law = keep_law()

    for shown in page.both(f"/documents/{law.public_id}"):
        assert not shown.select("a[href*='/compare/']")


def test_two_texts_of_one_bill_are_offered_for_comparison(page):
    bill = keep_bill()
    proposed = keep_law(key="proposed", title="ร่างที่เสนอ", bills=(bill.id,))
    passed = keep_law(NEWER, key="passed", title="ร่างที่เห็นชอบ", bills=(bill.id,))

    for shown in page.both(f"/bills/{bill.public_id}"):
        link = shown.select_one("a[href*='/compare/']")
        assert link["href"].endswith(f"/documents/{passed.public_id}/compare/{proposed.public_id}")
    compared = page.get(f"/documents/{passed.public_id}/compare/{proposed.public_id}")
    assert "เพิ่ม 1 มาตรา" in compared.select_one(".lead").text


def test_the_comparison_is_a_text_from_which_forms_are_made(app):
    law = keep_two()
    older, newer = service.versions_to_compare(law, None, "1")

    text = service.comparison_outline(newer, older, Marking.CHANGES).plain_text()

    assert "ฉบับที่ 1 เทียบกับ ฉบับที่ 2" in text
    assert "ตัดออก เป็นไปตามระเบียบ จบ เพิ่ม เป็นไปตามกฎกระทรวง จบ" in text


TOLD = """---
title: ข้อตกลง
lang: th
kind: guide
written_for_service: true
---
# ข้อตกลง

{text}
"""


def test_files_numbered_by_version_become_versions_of_one_document_and_only_once(tmp_path, app):
    for number, text in ((1, "ตอบภายในสามวัน"), (2, "ตอบภายในหนึ่งวัน")):
        (tmp_path / f"terms.th.v{number}.md").write_text(TOLD.format(text=text), encoding="utf-8")

    def take() -> list[str]:
        return [take_own(row) for _, row in own_rows(tmp_path)]

    assert take() == ["new", "changed"]
    assert take() == ["unchanged", "unchanged"]
    found, _total = service.list_documents(service.Filter(), 1, 5)
    assert [version.number for version in service.list_versions(found[0])] == [2, 1]
