"""What a search names outright goes first."""

import re
from datetime import date

import pytest

from tests.integration.search.conftest import results
from tests.support.records import keep_bill, keep_law
from thai_text.outline import parse
from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.complaints.rules.kinds import Kind
from webapp.documents import service as documents
from webapp.search.rules.direct import is_receipt, section_named
from webapp.shared.uploads.vault import Vault

CONSTITUTION = "รัฐธรรมนูญ\n" + "\n".join(f"มาตรา {n} บททั่วไปที่ {n}" for n in range(130, 137))


@pytest.fixture
def records(build):
    facts = documents.Facts(
        "con",
        documents.DocumentKind.CONSTITUTION,
        "รัฐธรรมนูญแห่งราชอาณาจักรไทย",
        dated=date(2017, 4, 6),
    )
    constitution = documents.keep_document(facts, parse(CONSTITUTION, "รัฐธรรมนูญ"))[0]
    code = keep_law("มาตรา ๑๓๓ ผู้ใดลักทรัพย์ ต้องระวางโทษ", key="code", title="ประมวลกฎหมายอาญา")
    loans = keep_bill("ร่างพระราชบัญญัติกองทุนเงินให้กู้ยืมเพื่อการศึกษา (ฉบับที่ ..) พ.ศ. ....")
    keep_bill()
    build()
    return constitution, code, loans


def test_a_section_alone_is_the_constitutions(page, records):
    constitution, _code, _loans = records
    for words in (
        "มาตรา 133", "มาตรา๑๓๓", "ม.133", "ม ๑๓๓", "SECTION 133", "sec 133", "Article 133", "§133",
        "“มาตรา ๑๓๓”", "มาตรา 133 วรรคสอง (2)", "รธน. ม.133", "มาตรา 133 ของรัฐธรรมนูญ",
        "Section 133 of the Constitution",
    ):  # fmt: skip
        found = results(page.get(f"/search?q={words}"))
        assert found[0] == f"/documents/{constitution.public_id}/s/s133", words
    english = results(page.get("/en/search?q=section 133"))
    assert english[0] == f"/en/documents/{constitution.public_id}/s/s133"


@pytest.mark.parametrize(
    "words", ["มาตรา 133 ประมวลกฎหมายอาญา", "ม.133 กฎหมายอาญา", "ประมวลกฎหมายอาญา มาตรา ๑๓๓"]
)
def test_a_section_of_a_law_is_that_laws(page, records, words):
    _constitution, code, _loans = records
    assert results(page.get(f"/search?q={words}"))[0] == f"/documents/{code.public_id}/s/s133"


def test_the_law_of_that_very_name_goes_before_one_whose_name_holds_it(page, records, build):
    keep_law(
        "มาตรา ๑๓๓ ในการสอบสวน ให้ถามคำให้การ ความอาญา อาญา",
        key="procedure",
        title="ประมวลกฎหมายวิธีพิจารณาความอาญา",
    )
    build()
    code = records[1]
    for words in ("มาตรา 133 อาญา", "ม.133 ป.อาญา", "ป.อ. มาตรา 133", "มาตรา 133 กฎหมายอาญา"):
        assert (
            results(page.get(f"/search?q={words}"))[0] == f"/documents/{code.public_id}/s/s133"
        ), words
    found = results(page.get("/search?q=มาตรา 133 ป.วิ.อาญา"))[0]
    assert found != f"/documents/{code.public_id}/s/s133"


def test_of_several_laws_that_may_be_meant_each_is_offered(page, build):
    laws = [
        keep_law("มาตรา ๗ ให้มีใบอนุญาต", key=key, title=f"พระราชบัญญัติโรงงาน{key} พ.ศ. 2562")
        for key in ("น้ำตาล", "กระดาษ")
    ]
    build()
    found = results(page.get("/search?q=มาตรา 7 โรงงาน"))[:2]
    assert set(found) == {f"/documents/{law.public_id}/s/s7" for law in laws}
    assert results(page.get("/search?q=มาตรา 7 โรงงานกระดาษ"))[0].startswith(
        f"/documents/{laws[1].public_id}/"
    )


def test_a_bill_is_found_by_its_short_name(page, records):
    loans = records[2]
    for words in (
        "พ.ร.บ. กยศ.", "พ.ร.บ.กยศ", "พรบ.กยศ", "พรบ กยศ.", "ร่าง พ.ร.บ. กยศ.", "กยศ.", "กยศ",
    ):  # fmt: skip
        for shown in page.both(f"/search?q={words}"):
            assert results(shown)[0].endswith(f"/bills/{loans.public_id}"), words


def test_a_record_is_found_by_its_id(page, records):
    constitution, code, loans = records
    assert results(page.get(f"/search?q={loans.public_id}"))[0] == f"/bills/{loans.public_id}"
    assert results(page.get(f"/search?q={code.public_id}"))[0] == f"/documents/{code.public_id}"
    assert page.get("/search?q=b-999999")


def test_a_place_in_the_gazette_is_the_law_printed_there(page, build):
    titles = (bills.TitleFacts(bills.TitleKind.ENACTED, "พระราชบัญญัติเหรียญตัวอย่าง พ.ศ. 2562"),)
    facts = bills.BillFacts(
        bills.BillKind.ORDINARY,
        bills.ProposerKind.CABINET,
        titles,
        gazette_volume="136",
        gazette_part="94 ก",
    )
    bill = bills.add_bill(facts, None)
    build()
    for words in (
        "เล่ม 136 ตอนที่ 94 ก", "เล่ม๑๓๖ตอนที่๙๔ก", "เล่ม ๑๓๖ ตอนที่ ๙๔ ก หน้า ๑", "volume 136 part 94",
        "VOL. 136, PART 94 A", "Royal Gazette 136/94 a", "๑๓๖/๙๔ ก",
    ):  # fmt: skip
        for shown in page.both(f"/search?q={words}"):
            assert results(shown)[0].endswith(f"/bills/{bill.public_id}"), words
    for words in ("เล่ม 136 ตอนที่ 94 ข", "volume 136 part 94 b"):
        assert not results(page.get(f"/search?q={words}"))


PRINTED = "ราชกิจจานุเบกษา เล่ม ๗๑/ตอนที่ ๑๔/หน้า ๒๘๕/๒ มีนาคม ๒๔๙๗"


@pytest.mark.parametrize(
    "words",
    [
        "เล่ม ๗๑/ตอนที่ ๑๔/หน้า ๒๘๕",
        "เล่ม 71 ตอนที่ 14",
        "เล่ม 71 ราชกิจจานุเบกษา ตอน 14 หน้า 285",
        "รก. 71/14",
    ],
)
def test_a_place_in_the_gazette_is_the_document_printed_there(page, build, words):
    keep_law("มาตรา ๑ อ้างราชกิจจานุเบกษา เล่ม ๗๑ ตอนที่ ๑๔ หน้า ๒๘๕", key="other")
    by_source = keep_law(key="by-source", source=PRINTED)
    by_text = keep_law(f"มาตรา ๑ ชื่อ\n[๑] {PRINTED.replace('๒๘๕', '๒๙๐')}", key="by-text")
    build()
    for shown in page.both(f"/search?q={words}"):
        found = [address.removeprefix("/en") for address in results(shown)]
        assert found[:2] == [f"/documents/{law.public_id}" for law in (by_source, by_text)]


def test_a_document_is_no_longer_found_by_a_place_that_it_does_not_name(page, build):
    law = keep_law(source=PRINTED)
    keep_law(source="ราชกิจจานุเบกษา เล่ม ๑๓๑/ตอนพิเศษ ๙๔ ง/หน้า ๙")
    build()
    assert results(page.get("/search?q=เล่ม 131 ตอนพิเศษ 94 ง"))[0] == f"/documents/{law.public_id}"
    assert not results(page.get("/search?q=เล่ม 71 ตอนที่ 14"))


def test_a_receipt_leads_to_its_message_and_is_in_no_search(app, page, build):
    build()
    for code in (
        "7KM-4QX-P2T9", "7KM4QXP2T9", "7km 4qx p2t9", "KMQXPTABCD", "kmq-xpt-abcd", "KMQ XPT ABCD",
        "7KM - 4QX - P2T9", "7KM‑4QX‑P2T9", "๗KM-๔QX-P๒T๙",
    ):  # fmt: skip
        for shown in page.both(f"/search?q={code}"):
            forms = shown.select('main form[action$="/complaints/track"]')
            assert [form.select_one("[name=code]")["value"] for form in forms] == [code]
            assert forms[0]["method"] == "post"


def test_a_receipt_that_is_somebodys_is_answered_as_any_other(app, page, build):
    vault = Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    filing = complaints.Filing(Kind.COMPLAINT, "ลิฟต์เสีย", "th")
    _filed, real = complaints.file_complaint(filing, app.config["SECRET_KEY"], vault)
    build()
    for address in ("/search", "/en/search", "/search.json", "/search.csv", "/search/feed.atom"):
        said = [
            app.test_client().get(f"{address}?q={code}").text.replace(code, "CODE")
            for code in (real, "7KM4QXP2T9")
        ]
        # Beside the token of each visit.
        told, other = (re.sub(r'name="csrf_token"[^>]*', "", one) for one in said)
        assert told == other, address


@pytest.mark.parametrize(
    "words",
    ["government", "GOVERNMENT", "สหกรณ์", "committees", "the cat sits", "2560", "พ.ร.บ. 2560 xx"],
)
def test_a_word_is_no_receipt(words):
    assert not is_receipt(words)


def test_a_word_in_capitals_that_a_text_holds_is_no_receipt(page, build):
    assert is_receipt("DEPARTMENT")
    keep_law("มาตรา ๑ กรม (Department)")
    build()
    shown = page.get("/search?q=DEPARTMENT")
    assert results(shown)
    assert not shown.select('main form[action$="/complaints/track"]')


@pytest.mark.parametrize(
    ("typed", "number", "law"),
    [
        ("มาตรา 12/1", "12/1", ""),
        ("มาตรา ๙ ทวิ ของประมวลรัษฎากร", "9 ทวิ", "ประมวลรัษฎากร"),
        ("section 5 of the Penal Code", "5", "penal code"),
        ("ประชุม. 5", None, None),
        ("มาตรา", None, None),
        ("ดม 5", None, None),
        ("มาตรา 12 / 1", "12/1", ""),
    ],
)
def test_sections_are_read_as_people_write_them(typed, number, law):
    named = section_named(typed)
    assert (named and (named.number, named.law)) == (number and (number, law))
