"""The desk's pages of documents: a file is sent, compared page by page, and published."""

import io

import pytest
from bs4 import BeautifulSoup
from weasyprint import HTML

from tests.integration.bills.making import make_bill, sign_in_staff
from tests.support.office_files import LAW, docx, docx_scan, pdf
from tests.support.page import check_page, form_to, hidden_fields
from webapp.documents import service

pytestmark = pytest.mark.usefixtures("clock")
NEW = "/staff/documents/new"
DAMAGED = "ใหุสํานักงานจัดท ารายงานการประชุม ใหุเปิดเผยต่อประชาชน ใหุจบ"

CLOSED = "ฉบับร่างนี้ปิดแล้ว แก้ข้อความไม่ได้อีก"


@pytest.fixture
def desk(page):
    """The checking client, signed in as staff."""
    sign_in_staff(page.client)
    return page


def send(desk, data, path=NEW, **fields):
    sent = {"file": (io.BytesIO(data), "file.pdf"), "lang": "th", "kind": "", **fields}
    return desk.post(path, sent)


def test_a_file_is_sent_and_becomes_a_draft_and_then_a_document(desk):
    bill = make_bill()
    send(
        desk, pdf(LAW), kind="law", title="พระราชบัญญัติใหม่", dated="๑๒ มี.ค. ๒๕๖๗", bill=bill.public_id
    )
    (draft,) = service.waiting_drafts()
    place = f"/staff/documents/drafts/{draft.id}"
    assert desk.path == place
    thai, english = desk.both(place)
    assert "พระราชบัญญัติใหม่" in thai.text
    assert "12 March 2024" in english.text
    thai, _english = desk.both(f"{place}/preview")
    assert [h.text for h in thai.select("article h2")] == ["มาตรา ๑", "มาตรา ๒", "มาตรา ๓"]
    desk.post(f"{place}/publish", form_page=place)
    assert desk.path.startswith("/documents/d-")
    assert "พระราชบัญญัติใหม่" in desk.get("/documents").text


@pytest.mark.parametrize(
    ("data", "words"),
    [(pdf(""), "it is a scan"), (b"{\\rtf1}", "Files of this type are not read"), (b"", "empty")],
    ids=["scan", "type", "empty"],
)
def test_a_refused_file_says_what_to_do_and_loses_nothing_typed(desk, data, words):
    shown = send(desk, data, "/en" + NEW, title="ชื่อที่พิมพ์", dated="12/03/2567")
    assert words in shown.select_one(".error-summary").text
    assert shown.select_one("input[name=title]")["value"] == "ชื่อที่พิมพ์"
    assert shown.select_one("input[name=dated]")["value"] == "12/03/2567"


@pytest.mark.parametrize(
    "data",
    [pdf(""), docx_scan(), b'<html><img src="page1.png" alt="">'],
    ids=["pdf", "docx", "html"],
)
def test_a_scan_in_any_type_of_file_is_refused_with_what_to_do_in_both_languages(desk, data):
    thai = send(desk, data).select_one(".error-summary").text
    assert "ภาพสแกน" in thai
    assert "โปรแกรมรู้จำตัวอักษร (OCR)" in thai
    english = send(desk, data, "/en" + NEW).select_one(".error-summary").text
    assert "it is a scan" in english
    assert "(OCR)" in english


@pytest.mark.parametrize(
    ("megabytes", "status"), [(25, 200), (60, 413)], ids=["too large", "far too large"]
)
@pytest.mark.parametrize("start", ["", "/en"])
def test_a_file_too_large_costs_no_word_that_was_typed(desk, megabytes, status, start):
    bill = make_bill()
    typed = {
        "title": "ชื่อที่พิมพ์", "dated": "12/03/2567", "kind": "law", "lang": "en", "bill": bill.public_id,
    }  # fmt: skip
    file = (io.BytesIO(b"%PDF-1.7" + bytes(megabytes << 20)), "file.pdf")
    shown = desk.post(start + NEW, {**typed, "file": file}, status)
    # A request with a large file is written to a file that the test client leaves open.
    desk.response.request.environ["wsgi.input"].close()
    assert "24" in shown.select_one(".error-summary a[href='#file']").text
    for name in ("title", "dated", "bill"):
        assert shown.select_one(f"#{name}")["value"] == typed[name]
    assert shown.select_one("#kind option[selected]")["value"] == "law"
    assert shown.select_one("input[name=lang][checked]")["value"] == "en"
    assert not service.waiting_drafts()


def test_a_form_open_for_too_long_keeps_what_was_typed_and_asks_for_the_file_again(desk):
    typed = {"title": "ชื่อที่พิมพ์", "csrf_token": "old", "file": (io.BytesIO(b"x"), "file.pdf")}
    answer = desk.client.post("/en" + NEW, data=typed)
    assert answer.status_code == 400
    assert "ชื่อที่พิมพ์" in answer.text
    assert "open for too long" in answer.text
    assert "Choose the file again" in answer.text


def test_a_missing_file_a_wrong_date_and_an_unknown_bill_are_told_at_their_fields(desk):
    shown = desk.post("/en" + NEW, {"lang": "th", "kind": "", "dated": "yesterday"})
    assert {link["href"] for link in shown.select(".error-summary a")} == {"#file", "#dated"}
    shown = send(desk, pdf(LAW), "/en" + NEW, bill="b-999")
    assert "There is no bill with this number" in shown.select_one("#bill-error").text


def test_flagged_pages_come_first_and_are_compared_side_by_side(desk):
    send(desk, pdf(LAW, DAMAGED, LAW, LAW, LAW, LAW))
    (draft,) = service.waiting_drafts()
    place = f"/staff/documents/drafts/{draft.id}"
    thai, english = desk.both(place)
    assert thai.select_one("main h2 ~ ul a")["href"] == f"{place}/pages/2"
    assert not thai.select(f"form[action$='{draft.id}/publish']")
    assert "Nothing is published before a person has accepted" in english.text
    shown = desk.get(f"/en{place}/pages/2")
    assert shown.select_one("label[for=text]").text == "Clean text of page 2"
    assert "จัดท า" in shown.select_one(".said").text
    assert "จัดทำ" in shown.select_one("textarea").text
    assert [mark.text.strip() for mark in shown.select("mark")]
    assert "became" in shown.text


def test_a_page_is_corrected_and_accepted_and_the_document_may_be_published(desk):
    send(desk, pdf(DAMAGED), title="รายงาน")
    (draft,) = service.waiting_drafts()
    place = f"/staff/documents/drafts/{draft.id}"
    desk.post(f"{place}/pages/1", {"text": "ข้อความที่ถูกต้อง", "accepted": "y"})
    assert desk.path == place
    desk.post(f"{place}/publish", form_page=place)
    assert "ข้อความที่ถูกต้อง" in desk.get(desk.path).text


def test_two_officers_at_one_page_lose_nothing(desk):
    send(desk, pdf(LAW))
    (draft,) = service.waiting_drafts()
    place = f"/en/staff/documents/drafts/{draft.id}/pages/1"
    service.save_page(draft.id, 1, service.PageEntry("ของคนแรก", 1), None)
    shown = desk.post(place, {"text": "ของคนที่สอง", "revision": "1"})
    assert "Another officer has saved this page" in shown.select_one(".error-summary").text
    assert "ของคนที่สอง" in shown.select_one("textarea").text
    assert "ของคนแรก" in shown.select_one(".said").text
    revision = shown.select_one("input[name=revision]")["value"]
    desk.post(place, {"text": "ของสองคน", "revision": revision})
    assert service.get_draft(draft.id).pages[0].text == "ของสองคน"


@pytest.mark.parametrize("start", ["", "/en"])
@pytest.mark.parametrize("closing", ["publish_draft", "discard_draft"])
def test_what_was_typed_into_a_draft_that_was_closed_meanwhile_can_be_copied(desk, start, closing):
    send(desk, pdf(LAW))
    (draft,) = service.waiting_drafts()
    place = f"{start}/staff/documents/drafts/{draft.id}/pages/1"
    opened = hidden_fields(form_to(desk.get(place), place, place))
    getattr(service, closing)(draft.id, None)
    answer = desk.client.post(place, data={**opened, "text": "พิมพ์ไว้นาน"})
    shown = BeautifulSoup(answer.text, "html.parser")
    check_page(shown, place, answer)
    (link,) = shown.select(".error-summary a")
    assert link.text == ("This draft is closed. Its text no longer changes." if start else CLOSED)
    typed = shown.select_one(f"textarea{link['href']}[readonly]")
    assert typed.text.strip() == "พิมพ์ไว้นาน"
    assert "มาตรา ๑" in shown.select_one("#clean-title ~ .said").text
    assert not desk.get(place).select("textarea")


def test_facts_typed_for_a_draft_that_was_closed_meanwhile_are_still_there(desk):
    send(desk, pdf(LAW))
    (draft,) = service.waiting_drafts()
    service.discard_draft(draft.id, None)
    typed = {"title": "ชื่อที่พิมพ์", "kind": "law", "lang": "th"}
    shown = desk.post(f"/en/staff/documents/drafts/{draft.id}/facts", typed)
    assert "This draft is closed" in shown.select_one(".error-summary").text
    assert shown.select_one("input[name=title]")["value"] == "ชื่อที่พิมพ์"


def test_publishing_a_flagged_draft_is_refused_with_the_pages_that_wait(desk):
    send(desk, pdf(LAW))
    (draft,) = service.waiting_drafts()
    place = f"/en/staff/documents/drafts/{draft.id}"
    form = desk.get(place)
    # A page is changed by somebody else while the button is there.
    service.save_page(draft.id, 1, service.PageEntry(DAMAGED, 1), None)
    token = form.select_one("form[action$=publish] input[name=csrf_token]")["value"]
    answer = desk.client.post(f"{place}/publish", data={"csrf_token": token})
    assert "Page 1 waits for a person." in answer.text


def test_a_new_version_is_sent_and_a_document_withdrawn(desk):
    send(desk, pdf(LAW), title="ประกาศ", kind="law")
    first = service.publish_draft(service.waiting_drafts()[0].id, None)
    thai, _english = desk.both("/staff/documents")
    links = [link["href"] for link in thai.select("main li a")]
    assert f"{NEW}?document={first.public_id}" in links
    send(
        desk,
        pdf(LAW + "มาตรา ๔ เพิ่ม"),
        f"{NEW}?document={first.public_id}",
        title="ประกาศ",
        kind="law",
    )
    service.publish_draft(service.waiting_drafts()[0].id, None)
    assert len(service.get_document(first.public_id).versions) == 2
    desk.both(f"/staff/documents/{first.public_id}/withdraw")
    desk.post(f"/staff/documents/{first.public_id}/withdraw")
    desk.get(f"/documents/{first.public_id}", 404)


def test_a_draft_is_discarded_after_a_question(desk):
    send(desk, pdf(LAW))
    (draft,) = service.waiting_drafts()
    path = f"/staff/documents/drafts/{draft.id}/discard"
    desk.both(path)
    desk.post(path)
    assert not service.waiting_drafts()
    desk.both(f"/staff/documents/drafts/{draft.id}")


def test_title_kind_date_and_bill_are_changed_before_publication(desk):
    send(desk, pdf(LAW), title="ชื่อผิด")
    (draft,) = service.waiting_drafts()
    path = f"/staff/documents/drafts/{draft.id}/facts"
    thai, _english = desk.both(path)
    assert thai.select_one("input[name=title]")["value"] == "ชื่อผิด"
    desk.post(path, {"title": "ชื่อถูก", "kind": "decree", "dated": "1/2/2567", "lang": "th"})
    document = service.publish_draft(draft.id, None)
    assert (document.title, document.kind, document.year_be) == ("ชื่อถูก", "decree", 2567)


def test_what_is_not_there_is_not_found(desk):
    for path in ("drafts/999", "drafts/999/pages/1", "drafts/99999999999", "d-999/withdraw"):
        desk.get(f"/staff/documents/{path}", 404)


def test_an_officer_reads_that_hidden_words_were_left_out(desk):
    def build(word):
        word.add_paragraph("ประกาศวุฒิสภา").add_run("ความลับ").font.hidden = True

    send(desk, docx(build))
    (draft,) = service.waiting_drafts()
    for place in (
        f"/staff/documents/drafts/{draft.id}",
        f"/staff/documents/drafts/{draft.id}/pages/1",
    ):
        thai, english = desk.both(place)
        assert "ไฟล์ซ่อนข้อความไว้ในหน้านี้" in thai.text
        assert "The file hides words here" in english.text
        assert "ความลับ" not in thai.text


def test_an_officer_reads_beside_the_page_that_it_has_a_table(desk):
    rows = "<tr><td style='padding-right:9em'>รายการที่หนึ่ง</td><td>1,000 บาท</td></tr>" * 5
    send(desk, HTML(string=f"<table>{rows}</table>").write_pdf())
    (draft,) = service.waiting_drafts()
    thai, english = desk.both(f"/staff/documents/drafts/{draft.id}/pages/1")
    assert "หน้านี้มีตารางหรือคอลัมน์" in thai.text
    assert "There is a table, or there are columns" in english.text
