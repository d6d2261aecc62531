"""Files become drafts, drafts become documents, and nothing doubtful is public without a person."""

import pytest
from sqlalchemy import func, select

from office_files import Fault, FileRefused
from tests.integration.bills.making import make_bill
from tests.support.office_files import LAW, docx, pdf
from webapp.documents import events, service
from webapp.documents.models import DocumentDraft
from webapp.documents.rules import DocumentKind, DraftState
from webapp.extensions import db
from webapp.staff.models import AuditEntry

pytestmark = pytest.mark.usefixtures("clock", "database")
TITLE = "ประกาศการประชุมวุฒิสภา\n"
DAMAGED = "ใหุคณะกรรมการจัดทำรายงานการประชุมเสนอต่อสภา ใหุเปิดเผยต่อประชาชน ใหุจบ\n"


def taken_in(data, name="file.pdf", **facts):
    return service.take_in(data, name, service.DraftFacts(**facts), None)[0]


def accept(draft, number, text):
    revision = service.get_page(draft, number).revision
    entry = service.PageEntry(text, revision, accepted=True)
    return service.save_page(draft.id, number, entry, None)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_a_sound_file_is_published_and_whoever_listens_hears_of_it(app):
    heard = []
    bill = make_bill()
    draft = taken_in(pdf(LAW), title="พระราชบัญญัติการประชุม", bill_id=bill.id)
    assert draft.kind is DocumentKind.LAW

    def listen(_sender, document_id, version_id, by):
        heard.append((document_id, version_id, by))

    with events.document_published.connected_to(listen):
        document = service.publish_draft(draft.id, None)
    version = service.newest_version(document)
    assert heard == [(document.id, version.id, None)]
    assert [block.number for block in version.outline.sections()] == ["1", "2", "3"]
    assert service.bills_of_document(document) == [bill.id]
    assert (draft.state, draft.version_number) == (DraftState.PUBLISHED, 1)


def test_the_raw_text_stays_beside_the_clean_one(app):
    draft = taken_in(pdf("ให้สํานักงานจัดท ารายงาน"))
    service.publish_draft(draft.id, None)
    page = service.get_draft(draft.id).pages[0]
    assert (page.raw, page.text) == ("ให้สํานักงานจัดท ารายงาน", "ให้สำนักงานจัดทำรายงาน")


def test_a_flagged_page_keeps_the_whole_document_back_until_a_person_accepts_it(app):
    draft = taken_in(pdf(LAW, DAMAGED, LAW, LAW, LAW, LAW))
    with pytest.raises(service.PagesFlagged) as refusal:
        service.publish_draft(draft.id, None)
    assert refusal.value.numbers == [2]
    entry = service.PageEntry("ข้อความใหม่", 1)
    service.save_page(draft.id, 2, entry, None)
    with pytest.raises(service.PagesFlagged):
        service.publish_draft(draft.id, None)
    accept(draft, 2, "มาตรา ๔ ข้อความที่คนตรวจแล้ว")
    document = service.publish_draft(draft.id, None)
    assert "ข้อความที่คนตรวจแล้ว" in service.newest_version(document).outline.plain_text()


def test_the_same_file_twice_is_one_draft(app):
    first, new = service.take_in(pdf(LAW), "a.pdf", service.DraftFacts(), None)
    second, again = service.take_in(pdf(LAW), "b.pdf", service.DraftFacts(), None)
    assert (new, again, first.id) == (True, False, second.id)
    service.publish_draft(first.id, None)
    assert service.take_in(pdf(LAW), "c.pdf", service.DraftFacts(), None)[1] is False


def test_a_discarded_file_may_be_sent_again(app):
    draft = taken_in(pdf(LAW))
    service.discard_draft(draft.id, None)
    assert taken_in(pdf(LAW)).id != draft.id
    with pytest.raises(service.DraftClosed):
        service.publish_draft(draft.id, None)


def test_a_new_version_keeps_the_documents_address_and_its_old_version(app):
    first = service.publish_draft(taken_in(pdf(LAW), title="ฉบับ").id, None)
    draft = taken_in(docx(), "new.docx", title="ฉบับ", document=first.id, kind=DocumentKind.LAW)
    second = service.publish_draft(draft.id, None)
    assert second.public_id == first.public_id
    assert [version.number for version in second.versions] == [1, 2]
    assert draft.version_number == 2


def test_the_second_officer_to_save_a_page_is_told_and_nothing_is_overwritten(app):
    draft = taken_in(pdf(LAW))
    service.save_page(draft.id, 1, service.PageEntry("คนแรก", 1), None)
    with pytest.raises(service.PageChanged) as refusal:
        service.save_page(draft.id, 1, service.PageEntry("คนที่สอง", 1), None)
    assert refusal.value.page.text == "คนแรก"


def test_a_paragraph_over_two_pages_is_one_paragraph(app):
    line = "ให้คณะกรรมการจัดทำรายงานการประชุมเสนอต่อสภา และเปิดเผยต่อประชาชนทุกปี\n"
    draft = taken_in(pdf("เรื่องที่หนึ่ง\n" + line * 3, line), kind=DocumentKind.OTHER, title="ชื่อ")
    document = service.publish_draft(draft.id, None)
    blocks = service.newest_version(document).outline.blocks
    assert [block.text[-12:] for block in blocks] == ["เรื่องที่หนึ่ง"[-12:], line.strip()[-12:]]


def test_headings_lists_and_tables_of_a_web_page_become_its_outline(app):
    page = (
        "<h1>รายงาน</h1><h2>บทนำ</h2><p>คำ</p><ul><li>ข้อ</li></ul>"
        "<table><tr><th>ชื่อ</th></tr><tr><td>ก</td></tr></table>"
    )
    draft = taken_in(page.encode(), "page.html", kind=DocumentKind.COMMITTEE_REPORT)
    outline = service.outline_of_draft(draft)
    (chapter,) = outline.sections()
    assert [block.kind for block in chapter.blocks] == ["paragraph", "item", "table"]


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Microsoft Word - ประกาศ.docx</title><h1>ประกาศวุฒิสภา</h1><p>คำ</p>", "ประกาศวุฒิสภา"),
        ("<title>ประกาศเรื่องหนึ่ง</title><p>คำ</p>", "ประกาศเรื่องหนึ่ง"),
        ("<title>Untitled</title><p>คำ</p>", "ไฟล์"),
    ],
)
def test_a_title_is_the_files_own_unless_it_is_the_name_of_a_file(app, html, title):
    assert taken_in(html.encode(), "ไฟล์.html").title == title


def test_every_deed_of_an_officer_is_in_the_audit(app):
    draft = taken_in(pdf(LAW))
    accept(draft, 1, LAW)
    document = service.publish_draft(draft.id, None)
    service.withdraw_document(document.public_id)
    assert db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)).all() == [
        "documents.take_in_file",
        "documents.accept_page",
        "documents.publish_draft",
        "documents.withdraw_document",
    ]


def test_a_refused_file_leaves_nothing(app):
    with pytest.raises(FileRefused) as refusal:
        taken_in(pdf("", ""))
    assert refusal.value.fault is Fault.NO_TEXT
    assert db.session.scalar(select(func.count(DocumentDraft.id))) == 0


def imported(app, *arguments):
    return app.test_cli_runner().invoke(args=["documents", "import", *map(str, arguments)])


def test_the_command_says_of_each_file_what_came_of_it(app, tmp_path):
    files = {"law.pdf": pdf(TITLE + LAW), "bad.pdf": pdf(DAMAGED), "scan.pdf": pdf("")}
    files["a.docx"] = docx(lambda word: [word.add_paragraph(line) for line in (TITLE, LAW)])
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    done = imported(app, *(tmp_path / name for name in (*files, "absent.pdf")), "--publish")
    lines = done.output.splitlines()
    assert lines[0].startswith("law.pdf: published as /documents/d-")
    assert "a person must look at: 1" in lines[1]
    assert lines[2].startswith("scan.pdf: refused: The file holds pictures of pages and no text")
    assert lines[3].startswith("a.docx: published as /documents/d-")
    assert lines[4].startswith("absent.pdf: refused: it cannot be read")
    assert done.exit_code == 1


def test_the_command_leaves_drafts_unless_told_to_publish_and_knows_a_file_again(app, tmp_path):
    (tmp_path / "law.pdf").write_bytes(pdf(LAW))
    facts = ["--kind", "law", "--title", "ชื่อ", "--date", "12/03/2567", "--lang", "th"]
    first = imported(app, tmp_path / "law.pdf", *facts)
    assert "nothing doubtful, publish it on that page" in first.output
    (draft,) = service.waiting_drafts()
    assert (draft.title, draft.dated.isoformat()) == ("ชื่อ", "2024-03-12")
    again = imported(app, tmp_path / "law.pdf", *facts)
    assert again.output == f"law.pdf: unchanged (draft /staff/documents/drafts/{draft.id})\n"
    assert again.exit_code == 0


def test_the_command_refuses_a_bill_that_is_not_there(app, tmp_path):
    (tmp_path / "law.pdf").write_bytes(pdf(LAW))
    assert imported(app, tmp_path / "law.pdf", "--bill", "b-99").exit_code == 2


GARBLED = "พระราชบัญญัติการประชุม\n" + "พระราชบัญญัติการประชุมสภา ให้ใช้บังคับทั่วราชอาณาจักร\n" * 3


@pytest.mark.parametrize(
    ("data", "lang"),
    [
        (GARBLED.encode().decode("latin-1").encode(), "en"),
        (GARBLED.encode("cp874").decode("latin-1").encode(), "en"),
        (GARBLED.encode().decode("latin-1").replace("\x81", "").encode(), "th"),
        (b"\xe0\xb8\x81" * 3000, "th"),
        (b"\xe0\xb8\x81" * 3000, "en"),
    ],
    ids=["utf-8", "windows", "signs lost", "one letter", "one letter in English"],
)
def test_the_command_publishes_no_garbage(app, tmp_path, data, lang):
    (tmp_path / "file.txt").write_bytes(data)
    done = imported(app, tmp_path / "file.txt", "--lang", lang, "--publish", "--title", "ชื่อ")
    assert "no title" not in done.output
    assert "a person must look at: 1" in done.output


def test_the_command_publishes_thai_that_could_be_read_again(app, tmp_path):
    (tmp_path / "file.txt").write_bytes(GARBLED.encode().decode("latin-1").encode())
    done = imported(app, tmp_path / "file.txt", "--publish")
    assert "published as /documents/d-" in done.output
    (document,), _total = service.list_documents(service.Filter(lang="th"), 1, 10)
    assert "ราชอาณาจักร" in service.newest_version(document).outline.plain_text()
